"""How much a campaign will fetch of imagery services."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ...campaign.description import DATES
from ...imagery.raster import open_raster
from ...imagery.service_description import cache_folder
from ...imagery.service_levels import tile_layout
from ...service_cache import size_of
from ...service_file import is_service, service_title
from .planning import CampaignPlan
from .services import gsd_at_centre

TERMS = "Whether the terms of the services allow this is for you to check."


@dataclass(frozen=True)
class Fetching:
    """What a campaign will fetch of a service: the number of tiles, and megabytes, from the mean size of the tiles
    that were fetched so far."""

    title: str
    tiles: int
    megabytes: float
    measured_on: int

    def words(self) -> str:
        """One sentence."""
        return (
            f"{self.title}: about {self.tiles:,} tiles, {self.megabytes:,.0f} MB, will be fetched and kept in the "
            f"campaign's folder (by the mean size of {self.measured_on:,} tiles)."
        )


def fetching(plan: CampaignPlan) -> list[Fetching]:
    """The estimate for each service of the plan, of which some tiles must have been read."""
    found = []
    for date, sources in zip(DATES, (plan.before, plan.after)):
        for path in (source.path for source in sources if is_service(source.path)):
            fetched = size_of(cache_folder(path))
            tiles = max(fetched.tiles, _tiles_of(path, plan))
            title, mean = f"{date.capitalize()}, {service_title(path)}", fetched.size / max(1, fetched.tiles)
            found.append(Fetching(title, tiles, tiles * mean / 1e6, fetched.tiles))
    return found


def fetching_words(services: list[Fetching]) -> list[str]:
    """What will be fetched, and who has to see to it that it may be; empty if there are no services."""
    return [*(one.words() for one in services), TERMS] if services else []


def _tiles_of(path: str, plan: CampaignPlan) -> int:
    """About how many tiles of the service cover the ground of the campaign's tiles."""
    grid, tiling = plan.grid, plan.tiling
    pixels = min(grid.width * grid.height, len(plan.windows) * (tiling.tile_size - tiling.overlap) ** 2)
    layout = tile_layout(path, open_raster(path).GetRasterBand(1))
    finer = grid.gsd / gsd_at_centre(path, grid)
    return math.ceil(pixels * finer**2 / (layout.width * layout.height))
