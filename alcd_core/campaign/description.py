"""What a campaign is about: two rasters, the grid and its tiles. Fixed when it is created."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Dict, Mapping, Optional, Tuple

from ..errors import CampaignError
from ..imagery.grid import Grid, Tiling
from .paths import raster_from_stored, raster_to_stored

DATES = ("before", "after")
LONGEST_SIDE = 10**8  # pixels


@dataclass(frozen=True)
class RasterFile:
    """One date's raster: ``path`` (absolute, or remote as GDAL names it) and the 1-based ``bands`` that are used."""

    path: str
    bands: Tuple[int, ...]


@dataclass(frozen=True)
class Description:
    """What a campaign is about.

    ``tile_size``, ``overlap``: pixels. ``aoi_wkb``: area of interest in the grid's CRS, None for all of it.
    ``created``: ISO time. ``mean``, ``std``: of each date (before, after) and band, in the rasters' own values.
    ``authority``, ``code``: the grid's CRS in a register, such as "EPSG", 32633; None where it is in none.
    """

    name: str
    before: RasterFile
    after: RasterFile
    grid: Grid
    tile_size: int
    overlap: int
    created: str
    mean: Tuple[Tuple[float, ...], Tuple[float, ...]]
    std: Tuple[Tuple[float, ...], Tuple[float, ...]]
    aoi_wkb: Optional[bytes] = None
    authority: Optional[str] = None
    code: Optional[int] = None

    @property
    def tiling(self) -> Tiling:
        """How the grid is divided into tiles."""
        return Tiling(self.grid.width, self.grid.height, self.tile_size, self.overlap)

    def raster(self, date: str) -> RasterFile:
        """The raster of a date, "before" or "after"."""
        return {"before": self.before, "after": self.after}[date]


def to_values(description: Description, folder: Path) -> Dict[str, str]:
    """The description as JSON texts under keys; raster paths as seen from the campaign's ``folder``."""
    values: Dict[str, Any] = {
        "name": description.name,
        "grid": asdict(description.grid),
        "tile_size": description.tile_size,
        "overlap": description.overlap,
        "created": description.created,
        "mean": _numbers(description.mean),
        "std": _numbers(description.std),
        "aoi_wkb": None if description.aoi_wkb is None else description.aoi_wkb.hex(),
        "authority": description.authority,
        "code": description.code,
    }
    texts = {key: json.dumps(value) for key, value in values.items()}
    for date in DATES:
        texts[date] = raster_text(description.raster(date), folder)
    return texts


def raster_text(raster: RasterFile, folder: Path) -> str:
    """One raster as JSON."""
    return json.dumps({**raster_to_stored(raster.path, folder), "bands": [int(band) for band in raster.bands]})


def from_values(texts: Mapping[str, str], folder: Path) -> Description:
    """The description that ``to_values`` wrote. Raises CampaignError where something is missing or makes no sense."""
    try:
        return _parsed(texts, folder)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise CampaignError(
            f"The campaign {folder} is damaged: its description cannot be read ({error!r}).",
            "Take campaign.gpkg from a backup, or create the campaign again from the same rasters.",
        ) from error


def _parsed(texts: Mapping[str, str], folder: Path) -> Description:
    before, after = (_raster(json.loads(texts[date]), folder) for date in DATES)
    mean_before, mean_after = json.loads(texts["mean"])
    std_before, std_after = json.loads(texts["std"])
    aoi = json.loads(texts["aoi_wkb"])
    return Description(
        name=json.loads(texts["name"]),
        before=before,
        after=after,
        grid=_grid(json.loads(texts["grid"])),
        tile_size=int(json.loads(texts["tile_size"])),
        overlap=int(json.loads(texts["overlap"])),
        created=json.loads(texts["created"]),
        mean=(tuple(mean_before), tuple(mean_after)),
        std=(tuple(std_before), tuple(std_after)),
        aoi_wkb=None if aoi is None else bytes.fromhex(aoi),
        authority=json.loads(texts["authority"]),
        code=json.loads(texts["code"]),
    )


def _grid(values: Mapping[str, Any]) -> Grid:
    """The grid; ValueError where it is none: a campaign may come from anybody."""
    grid = Grid(**values)
    numbers = (grid.left, grid.top, grid.pixel_size, grid.gsd)
    if not (isinstance(grid.crs, str) and all(isinstance(one, (int, float)) and math.isfinite(one) for one in numbers)):
        raise ValueError("the grid has no place")
    sides = (grid.width, grid.height)
    if not all(isinstance(side, int) and 0 < side <= LONGEST_SIDE for side in sides) or min(numbers[2:]) <= 0:
        raise ValueError("the grid has an impossible size")
    return grid


def _raster(stored: Mapping[str, Any], folder: Path) -> RasterFile:
    return RasterFile(raster_from_stored(stored["path"], stored["absolute"], folder), tuple(stored["bands"]))


def _numbers(rows: Any) -> Any:
    """Plain floats: numpy's would not be JSON."""
    return [[float(value) for value in row] for row in rows]
