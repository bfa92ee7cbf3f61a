"""The true changes and the building map of a generated region agree with each other."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import ogr

from alcd_core.demo.footprints import picture_outline, write_building_map, write_truth
from alcd_core.demo.geometry import overlap, rectangle
from alcd_core.demo.projection import projections
from alcd_core.demo.region import plan_region
from alcd_core.demo.scene import BEFORE
from alcd_core.demo.settings import SceneSettings

SIDE = 700.0
SETTINGS = SceneSettings(houses_torn_down=0.05, annexes=8)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, list], dict[int, shapely.Polygon]]:
    """The true changes by kind, and the footprints of the building map by number."""
    folder = tmp_path_factory.mktemp("maps")
    scene = plan_region(SIDE, SETTINGS, np.random.default_rng((3, 0)))
    views = projections(np.random.default_rng((3, 1)), 0.5)
    write_truth(folder / "truth.gpkg", scene, views, picture_outline(SIDE))
    rng = np.random.default_rng((3, 5))
    write_building_map(folder / "buildings.gpkg", scene, views[BEFORE], picture_outline(SIDE), rng)
    changes: dict[str, list] = {}
    for kind, polygon in read(folder / "truth.gpkg", "kind"):
        changes.setdefault(kind, []).append(polygon)
    return changes, dict(read(folder / "buildings.gpkg", "building_id"))


def read(path: Path, field: str) -> list:
    dataset = ogr.Open(str(path))
    return [(one[field], shapely.from_wkb(bytes(one.GetGeometryRef().ExportToWkb()))) for one in dataset.GetLayer(0)]


def covered(polygon: shapely.Polygon, footprints: dict[int, shapely.Polygon]) -> float:
    """The share of a polygon's area that footprints cover."""
    return shapely.intersection(polygon, shapely.union_all(list(footprints.values()))).area / polygon.area


def test_the_truth_has_all_three_kinds(made):
    changes, _ = made
    assert {kind: len(polygons) > 2 for kind, polygons in changes.items()} == dict.fromkeys(
        ("built", "torn_down", "altered"), True
    )


def test_the_map_has_what_was_torn_down_and_not_what_was_built(made):
    changes, footprints = made
    assert all(covered(polygon, footprints) > 0.6 for polygon in changes["torn_down"])
    assert all(covered(polygon, footprints) < 0.2 for polygon in changes["built"])


def test_an_altered_building_keeps_a_part_and_lost_or_gained_another(made):
    changes, footprints = made
    shares = [covered(polygon, footprints) for polygon in changes["altered"]]
    assert len(shares) == 8
    assert sum(share > 0.6 for share in shares) == sum(share < 0.4 for share in shares) == 4
    for polygon in changes["altered"]:
        assert sum(footprint.distance(polygon) < 2.0 for footprint in footprints.values()) >= 1


def test_numbers_are_unique_and_outlines_valid(made):
    _, footprints = made
    assert min(footprints) == 1001 and len(footprints) > 40
    assert all(polygon.is_valid and polygon.geom_type == "Polygon" for polygon in footprints.values())


def test_a_few_footprints_are_displaced_by_about_a_metre(tmp_path, monkeypatch, made):
    _, footprints = made
    monkeypatch.setattr("alcd_core.demo.footprints.DISPLACED", 0.0)
    scene = plan_region(SIDE, SETTINGS, np.random.default_rng((3, 0)))
    view = projections(np.random.default_rng((3, 1)), 0.5)[BEFORE]
    write_building_map(tmp_path / "exact.gpkg", scene, view, picture_outline(SIDE), np.random.default_rng(0))
    exact = dict(read(tmp_path / "exact.gpkg", "building_id"))
    shifts = [footprints[number].centroid.distance(exact[number].centroid) for number in footprints]
    moved = [shift for shift in shifts if shift > 0.01]
    assert 0.05 < len(moved) / len(shifts) < 0.35
    assert all(0.69 < shift < 1.51 for shift in moved)


@pytest.mark.parametrize(("distance", "together"), [(9.0, True), (10.5, True), (12.5, False)])
def test_polygons_overlap_within_the_clearance(distance, together):
    one = rectangle((0.0, 0.0), 0.4, 10.0, 6.0)
    other = rectangle((distance * math.cos(0.4), distance * math.sin(0.4)), 0.4, 10.0, 6.0)
    assert overlap(one, other, 2.0) == overlap(other, one, 2.0) == together
