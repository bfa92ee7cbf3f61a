"""The fixed description of a campaign: the rasters of both dates, its grid and its tiling."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Dict, Mapping, Optional, Sequence, Tuple

from ..errors import CampaignError, InputError
from ..imagery.grid import Grid, Tiling
from .imagery_dates import stored_date
from .paths import raster_from_stored, raster_to_stored
from .validation import integer, is_number, numbers, text

DATES = ("before", "after")
KEYS = (*DATES, "name", "grid", "tile_size", "overlap", "created", "mean", "std", "aoi_wkb", "authority", "code")
LONGEST_SIDE = 10**8  # pixels
LARGEST_CODE = 2**31 - 1  # of a CRS, as a GeoPackage stores it
MOST_BANDS = 65535
MOST_RASTERS = 100  # a date
MASKS = ("auto", "alpha", "nodata", "none")

_WKT = re.compile(r"\s*[A-Z_0-9]+\s*\[")


@dataclass(frozen=True)
class RasterShape:
    """Properties of a raster when the campaign was created, for recognising it later.

    ``width``, ``height``: pixels. ``bands``: total number. ``corners``: x and y of its upper left, upper right, lower
    right and lower left corner in the grid's CRS; None if they cannot be transformed to it.
    """

    width: int
    height: int
    bands: int
    corners: Optional[Tuple[float, ...]] = None


@dataclass(frozen=True)
class RasterFile:
    """A raster: ``path`` (absolute, or remote as GDAL names it) and the 1-based ``bands`` that are used.

    ``mask``: what determines which pixels are nodata, one of MASKS. ``nodata``: the nodata value, in place of the
    raster's own. ``shape``: None in campaigns of older versions.
    """

    path: str
    bands: Tuple[int, ...]
    mask: str = "auto"
    nodata: Optional[float] = None
    shape: Optional[RasterShape] = None


@dataclass(frozen=True)
class Description:
    """The fixed properties of a campaign.

    ``before``, ``after``: the rasters of each date, at least one and as many as of the other date. Their bands follow
    one another, and each has as many as its counterpart. The first one is the orthophoto that people look at.
    ``tile_size``, ``overlap``: pixels. ``aoi_wkb``: area of interest in the grid's CRS, None for the whole grid.
    ``created``: ISO time. ``mean``, ``std``: of each date (before, after) and band, in the rasters' own units.
    ``authority``, ``code``: registered code of the grid's CRS, such as "EPSG", 32633; None if it has none.
    ``date_before``, ``date_after``: when the imagery was taken (ISO: year, month or day); None if not known.
    """

    name: str
    before: Tuple[RasterFile, ...]
    after: Tuple[RasterFile, ...]
    grid: Grid
    tile_size: int
    overlap: int
    created: str
    mean: Tuple[Tuple[float, ...], Tuple[float, ...]]
    std: Tuple[Tuple[float, ...], Tuple[float, ...]]
    aoi_wkb: Optional[bytes] = None
    authority: Optional[str] = None
    code: Optional[int] = None
    date_before: Optional[str] = None
    date_after: Optional[str] = None

    @property
    def tiling(self) -> Tiling:
        """How the grid is divided into tiles."""
        return Tiling(self.grid.width, self.grid.height, self.tile_size, self.overlap)

    @property
    def bands(self) -> int:
        """Number of bands per date, of all its rasters."""
        return sum(len(raster.bands) for raster in self.before)

    def rasters(self, date: str) -> Tuple[RasterFile, ...]:
        """The rasters of a date, "before" or "after"."""
        return {"before": self.before, "after": self.after}[date]

    def orthophoto(self, date: str) -> RasterFile:
        """The first raster of a date, "before" or "after": the one that people look at."""
        return self.rasters(date)[0]

    def taken(self, date: str) -> Optional[str]:
        """When the imagery of "before" or "after" was taken; None if not known."""
        return {"before": self.date_before, "after": self.date_after}[date]


def to_values(description: Description, folder: Path) -> Dict[str, str]:
    """The description as JSON texts by key; raster paths are stored relative to the campaign's ``folder``."""
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
        "date_before": description.date_before,
        "date_after": description.date_after,
    }
    texts = {key: json.dumps(value) for key, value in values.items()}
    for date in DATES:
        texts[date] = rasters_text(description.rasters(date), folder)
    return texts


def rasters_text(rasters: Sequence[RasterFile], folder: Path) -> str:
    """The rasters of a date as JSON."""
    return json.dumps([_stored(raster, folder) for raster in rasters])


def _stored(raster: RasterFile, folder: Path) -> Dict[str, Any]:
    return {
        **raster_to_stored(raster.path, folder),
        "bands": [int(band) for band in raster.bands],
        "mask": raster.mask,
        "nodata": None if raster.nodata is None else float(raster.nodata),
        "shape": None if raster.shape is None else asdict(raster.shape),
    }


def from_values(texts: Mapping[str, str], folder: Path) -> Description:
    """The description that ``to_values`` wrote. Raises CampaignError if something is missing or invalid."""
    try:
        return _parsed(texts, folder)
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError, InputError) as error:
        raise CampaignError(
            f"The campaign {folder} is damaged: its description cannot be read ({error!r}).",
            "Restore campaign.gpkg from a backup, or create the campaign again from the same rasters.",
        ) from error


def _parsed(texts: Mapping[str, str], folder: Path) -> Description:
    values = {key: json.loads(texts[key]) for key in KEYS}
    before, after = (_rasters(values[date], folder) for date in DATES)
    if [len(raster.bands) for raster in before] != [len(raster.bands) for raster in after]:
        raise ValueError("the dates have different bands")
    bands = sum(len(raster.bands) for raster in before)
    mean, std = ([numbers(row, bands) for row in _pair(values[key])] for key in ("mean", "std"))
    description = Description(
        name=text(values["name"]),
        before=before,
        after=after,
        grid=_grid(values["grid"]),
        tile_size=integer(values["tile_size"], 1, LONGEST_SIDE),
        overlap=integer(values["overlap"], 0, LONGEST_SIDE),
        created=text(values["created"]),
        mean=(mean[0], mean[1]),
        std=(std[0], std[1]),
        aoi_wkb=None if values["aoi_wkb"] is None else bytes.fromhex(values["aoi_wkb"]),
        authority=None if values["authority"] is None else text(values["authority"]),
        code=None if values["code"] is None else integer(values["code"], 0, LARGEST_CODE),
        date_before=_taken(texts, "date_before"),
        date_after=_taken(texts, "date_after"),
    )
    _ = description.tiling  # raises if tile size, overlap and grid do not fit together
    return description


def _taken(texts: Mapping[str, str], key: str) -> Optional[str]:
    """A date of the imagery; campaigns of older versions have none."""
    return stored_date(json.loads(texts[key])) if key in texts else None


def _grid(values: Mapping[str, Any]) -> Grid:
    """The grid. Raises ValueError if the values are invalid."""
    grid = Grid(**values)
    if not _WKT.match(text(grid.crs)):  # GDAL would also accept a file name or a URL
        raise ValueError("the grid's CRS is not WKT")
    if not all(map(is_number, (grid.left, grid.top, grid.pixel_size, grid.gsd))):
        raise ValueError("the grid's position or pixel size is not a number")
    integer(grid.width, 1, LONGEST_SIDE)
    integer(grid.height, 1, LONGEST_SIDE)
    if min(grid.pixel_size, grid.gsd) <= 0:
        raise ValueError("the grid's pixel size is not positive")
    return grid


def _rasters(stored: Any, folder: Path) -> Tuple[RasterFile, ...]:
    if not isinstance(stored, list) or not 1 <= len(stored) <= MOST_RASTERS:
        raise ValueError(f"not a list of 1 to {MOST_RASTERS} rasters")
    return tuple(_raster(one, folder) for one in stored)


def _raster(stored: Mapping[str, Any], folder: Path) -> RasterFile:
    bands = tuple(integer(band, 1, MOST_BANDS) for band in stored["bands"])
    if not bands:
        raise ValueError("a raster has no bands")
    path = raster_from_stored(text(stored["path"]), text(stored["absolute"]), folder)
    mask, nodata, shape = stored.get("mask", MASKS[0]), stored.get("nodata"), stored.get("shape")
    if mask not in MASKS:
        raise ValueError(f"{mask!r} is not a mask")
    if not (nodata is None or is_number(nodata)):
        raise ValueError(f"{nodata!r} is not a nodata value")
    return RasterFile(path, bands, mask, nodata, None if shape is None else _shape(shape))


def _shape(stored: Mapping[str, Any]) -> RasterShape:
    corners = stored["corners"]
    return RasterShape(
        integer(stored["width"], 1, LONGEST_SIDE),
        integer(stored["height"], 1, LONGEST_SIDE),
        integer(stored["bands"], 1, MOST_BANDS),
        None if corners is None else numbers(corners, 8),
    )


def _pair(values: Any) -> Sequence[Any]:
    """The values, which must be one entry per date. Raises ValueError."""
    if len(values) != len(DATES):
        raise ValueError("not one entry per date")
    return values


def _numbers(rows: Any) -> Any:
    """Plain floats: numpy's cannot be written as JSON."""
    return [[float(value) for value in row] for row in rows]
