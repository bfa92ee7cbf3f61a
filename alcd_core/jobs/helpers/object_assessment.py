"""Change polygons of a map against a reference, building by building; shared by assess and report."""

from __future__ import annotations

import numpy as np

from ...buildings.kinds import KINDS
from ...buildings.object_assessment import ObjectAssessment, compare
from ...buildings.object_ground import ObjectGround
from ...campaign.campaign import Campaign
from ...campaign.tiles import LABELLED, Tile
from ...imagery.map_blocks import ProbabilityMap
from ...imagery.polygons import change_polygons
from ...imagery.vector import CHANGE_CLASS, Reference
from ...progress import Reporter
from .session import ignored_areas
from .trained_ground import Areas

THRESHOLD = 0.5


def measured_tiles(campaign: Campaign) -> tuple[list[Tile], bool]:
    """The tiles to measure on, and whether they are test tiles: all tiles if there are no test tiles."""
    test_tiles = campaign.tiles(state=LABELLED, split="test")
    return test_tiles or campaign.tiles(), bool(test_tiles)


def assess_objects(
    campaign: Campaign, probability_path: str, reference: Reference, ground: Areas, reporter: Reporter
) -> ObjectAssessment:
    """Compare the polygons that ``polygons`` would write of this map, at its default settings, with the reference.

    ``ground``: what the map's model was trained on. Raises InputError and Cancelled.
    """
    probability, tiling = ProbabilityMap(probability_path), campaign.description.tiling
    ignored = ignored_areas(campaign)
    outlines = [geometry for geometry, _ in ignored]
    changes = change_polygons(probability, THRESHOLD, outlines, reporter.part(0.0, 0.4))
    found = [change.polygon for change in changes]
    buildings = [
        (polygon, kind if kind in KINDS else None)
        for (polygon, name), kind in zip(reference.polygons, reference.kinds)
        if name == CHANGE_CLASS
    ]
    not_measured = [*(one for one in reference.polygons if one[1] != CHANGE_CLASS), *ignored, *ground]
    tiles, _ = measured_tiles(campaign)
    cells = [tiling.core_cell(tile.row, tile.column) for tile in tiles]
    return compare(
        np.array([polygon for polygon, _ in buildings], object),
        np.array([kind for _, kind in buildings], object),
        np.array(found, object),
        probability.grid,
        ObjectGround(probability, cells, not_measured),
        reporter.part(0.4, 1.0),
    )
