"""The rasters of a campaign, described so that any worker can read tiles of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import shapely

from ..errors import InputError
from ..imagery.grid import Grid, Window
from ..imagery.pair import AlignedPair
from ..imagery.raster import RasterSource
from ..imagery.raster_tiles import RasterTiles
from ..rooted_path import rooted
from ..service_file import is_service, service_title


@dataclass(frozen=True)
class Scene:
    """The rasters of both dates, by paths that every worker must be able to read, the grid, the area of interest, and
    the areas that are burnt into the labels as (WKB, class); None if the labels are unknown."""

    before: tuple[RasterSource, ...]
    after: tuple[RasterSource, ...]
    grid: Grid
    aoi_wkb: bytes | None
    areas: tuple[tuple[bytes, str], ...] | None

    def tiles(self, windows: Mapping[int, Window]) -> RasterTiles:
        """The tiles in these windows. The rasters are opened at the first read."""
        pair = AlignedPair(self.before, self.after, self.grid, self.aoi_wkb)
        areas = None if self.areas is None else [(shapely.from_wkb(wkb), name) for wkb, name in self.areas]
        return RasterTiles(pair, windows, areas)


def scene_of(tiles: RasterTiles) -> Scene:
    """The description of the rasters that tiles are read from.

    Raises InputError for imagery from services: each worker would fetch it for itself, and the tiles that did not come
    there would not be counted.
    """
    pair, annotations = tiles.pair, tiles.annotations
    for source in (*pair.before, *pair.after):
        if is_service(source.path):
            raise InputError(
                f"{service_title(source.path)} is a service, which a cluster cannot read yet.",
                "Compute in one process of this computer, or save the imagery as a GeoTIFF first.",
            )
    areas = None if annotations is None else tuple((shapely.to_wkb(area), name) for area, name in annotations)
    return Scene(_rooted(pair.before), _rooted(pair.after), pair.grid, pair.aoi_wkb, areas)


def _rooted(sources: Sequence[RasterSource]) -> tuple[RasterSource, ...]:
    return tuple(replace(source, path=rooted(source.path)) for source in sources)
