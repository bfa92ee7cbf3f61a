"""Tests of outlines with right angles."""

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr
from rasters import write_raster
from shapely import affinity
from shapely.geometry import Point, Polygon, box

from alcd_core.buildings.right_angles import (
    IN_THE_WAY,
    LEAST_AGREEMENT,
    NOT_RECTANGULAR,
    OUTCOMES,
    REDRAWING,
    RIGHT_ANGLES,
    in_words,
    right_angled,
)
from alcd_core.imagery import polygons as change_polygons
from alcd_core.imagery.gdal_library import spatial_reference
from alcd_core.imagery.grid import Grid
from alcd_core.imagery.outline_strips import on_grid
from alcd_core.imagery.pixel_polygons import fewer_corners
from alcd_core.imagery.polygons import write_change_polygons
from alcd_core.imagery.rasterise import rasterise

SIZE = 240
GRID = Grid(spatial_reference("EPSG:2056").ExportToWkt(), 2600000.0, 1200000.0, 0.5, 0.5, SIZE, SIZE)

L_SHAPE = Polygon([(0, 0), (50, 0), (50, 22), (24, 22), (24, 60), (0, 60)])
U_SHAPE = Polygon([(0, 0), (70, 0), (70, 50), (48, 50), (48, 20), (22, 20), (22, 50), (0, 50)])
COURTYARD = box(0, 0, 70, 60).difference(box(22, 18, 48, 42))
TERRACE = [box(18 * number, 4 if number % 3 == 0 else 0, 18 * number + 18, 36) for number in range(4)]
BLOCK = [box(0, 0, 30, 30), box(30, 0, 60, 30), box(0, 30, 20, 70), box(20, 30, 60, 70)]

angles = st.floats(0, 90)
seeds = st.integers(0, 2**16)
few = settings(max_examples=8, deadline=None)


def placed(shapes, angle, centre=SIZE / 2):
    """Shapes in pixels, rotated about the grid's centre."""
    middle = shapely.union_all(shapes).centroid
    moved = [affinity.translate(shape, centre - middle.x, centre - middle.y) for shape in shapes]
    return [affinity.rotate(shape, angle, origin=(centre, centre)) for shape in moved]


def wobble(seed, scale=4):
    """(SIZE, SIZE) smooth noise from about -1 to 1."""
    coarse = np.random.default_rng(seed).uniform(-1.5, 1.5, (SIZE // scale + 2, SIZE // scale + 2))
    source = gdal.GetDriverByName("MEM").Create("", *coarse.shape, 1, gdal.GDT_Float64)
    source.WriteArray(coarse)
    size = SIZE // scale
    return source.ReadAsArray(1, 1, size, size, buf_xsize=SIZE, buf_ysize=SIZE, resample_alg=gdal.GRIORA_CubicSpline)


def seen(shapes, noise=0.0, seed=0):
    """Outlines of the shapes' pixels on GRID, with ragged edges (``noise``: pixels), in the order of the shapes."""
    pixels = np.zeros((SIZE, SIZE), np.int32)
    rows, columns = np.mgrid[:SIZE, :SIZE] + 0.5
    shift = noise * np.array([wobble(seed), wobble(seed + 1)])
    points = shapely.points(columns + shift[0], rows + shift[1])
    for number, shape in enumerate(shapes, start=1):
        pixels[shapely.contains(shape, points)] = number
    return on_grid(largest_outlines(pixels), GRID)


def largest_outlines(pixels):
    """The largest outline of each number above 0."""
    raster = gdal.GetDriverByName("MEM").Create("", *pixels.shape[::-1], 1, gdal.GDT_Int32)
    raster.SetGeoTransform((0, 1, 0, 0, 0, 1))
    raster.WriteArray(pixels)
    layer = (holder := ogr.GetDriverByName("Memory").CreateDataSource("")).CreateLayer("", geom_type=ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    gdal.Polygonize(raster.GetRasterBand(1), raster.GetRasterBand(1), layer, 0)
    found = {}
    for feature in layer:
        polygon, number = shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())), feature.GetField(0)
        if number and polygon.area > found.get(number, Polygon()).area:
            found[number] = polygon
    del holder
    return [found[number] for number in sorted(found)]


def drawn(whole):
    return right_angled(whole, fewer_corners(whole, GRID.pixel_size), GRID)


def iou(one, other):
    return one.intersection(other).area / one.union(other).area


def overlap(polygons):
    return sum(one.intersection(other).area for one, other in combinations(polygons, 2))


def shared_walls(polygons):
    return sum(one.boundary.intersection(other.boundary).length for one, other in combinations(polygons, 2))


def corner_angles(polygon):
    """Degrees off the nearest multiple of 90 at every corner."""
    found = []
    for ring in (polygon.exterior, *polygon.interiors):
        walls = np.diff(shapely.get_coordinates(ring), axis=0)
        headings = np.degrees(np.arctan2(walls[:, 1], walls[:, 0]))
        found += list((headings - np.roll(headings, 1) + 45) % 90 - 45)
    return np.abs(found)


def assert_usable(results, outcomes, whole):
    """What holds of every result, whatever the buildings are."""
    assert len(results) == len(outcomes) == len(whole)
    assert overlap(results) < 1e-3
    for result, outcome, pixels in zip(results, outcomes, whole):
        assert result.is_valid
        assert outcome in OUTCOMES
        if outcome == RIGHT_ANGLES:
            assert result.boundary.is_simple
            assert iou(result, pixels) >= LEAST_AGREEMENT - 1e-6
            assert result.area == pytest.approx(pixels.area, rel=0.1)


@pytest.mark.parametrize("shape", [box(0, 0, 40, 24), L_SHAPE, U_SHAPE, COURTYARD])
@pytest.mark.parametrize("angle", [0, 17, 38.5, 61])
def test_a_clean_building_gets_exactly_its_own_corners(shape, angle):
    (true,) = on_grid(placed([shape], angle), GRID)
    whole = seen(placed([shape], angle))
    (result,), (outcome,) = drawn(whole)
    assert outcome == RIGHT_ANGLES
    assert shapely.get_num_coordinates(result) == shapely.get_num_coordinates(true)
    assert iou(result, true) > (0.99 if angle else 0.97)  # in line with the grid, whole pixels are all there is
    assert corner_angles(result).max() < 0.01


@pytest.mark.parametrize("shape", [box(0, 0, 40, 24), L_SHAPE, U_SHAPE, COURTYARD])
def test_ragged_outlines_come_closer_to_the_true_building(shape):
    raw, right, squared = [], [], 0
    for seed, angle in enumerate(range(3, 93, 9)):
        (true,) = on_grid(placed([shape], angle), GRID)
        whole = seen(placed([shape], angle), noise=1.0, seed=10 * seed)
        (result,), (outcome,) = drawn(whole)
        raw.append(iou(whole[0], true))
        right.append(iou(result, true))
        squared += outcome == RIGHT_ANGLES
    assert squared >= 9
    assert np.mean(right) > np.mean(raw) + 0.005


@pytest.mark.parametrize(
    "shape",
    [
        Point(0, 0).buffer(14),
        Point(0, 0).buffer(40),
        affinity.scale(Point(0, 0).buffer(24), 1.6, 1.0),
        Polygon([(0, 0), (50, 0), (26, 44)]),
        Polygon([(0, 0), (44, 0), (66, 30), (22, 30)]),
    ],
    ids=["tower", "gasometer", "ellipse", "triangle", "parallelogram"],
)
@pytest.mark.parametrize("angle", [0, 26])
def test_curved_and_slanted_buildings_stay_as_they_are(shape, angle):
    whole = seen(placed([shape], angle))
    simple = fewer_corners(whole, GRID.pixel_size)
    results, outcomes = right_angled(whole, simple, GRID)
    assert outcomes == [NOT_RECTANGULAR]
    assert results[0] is simple[0]


def test_a_slanted_wall_stays_slanted_beside_right_angles():
    shape = Polygon([(0, 0), (50, 0), (30, 30), (0, 30)])
    (true,) = on_grid(placed([shape], 20), GRID)
    (result,), (outcome,) = drawn(seen(placed([shape], 20)))
    assert outcome == RIGHT_ANGLES
    assert shapely.get_num_coordinates(result) == 5
    assert iou(result, true) > 0.985


@pytest.mark.parametrize("members", [TERRACE, BLOCK], ids=["terrace", "block"])
@pytest.mark.parametrize("noise", [0.0, 0.8])
@pytest.mark.parametrize("angle", [0, 23, 71])
def test_walls_of_neighbours_stay_shared(members, noise, angle):
    true = on_grid(placed(members, angle), GRID)
    whole = seen(placed(members, angle), noise, seed=4)
    results, outcomes = drawn(whole)
    assert_usable(results, outcomes, whole)
    assert outcomes == [RIGHT_ANGLES] * len(members)
    assert shared_walls(results) == pytest.approx(shared_walls(placed(members, 0)) * 0.5, rel=0.08)
    assert shapely.coverage_is_valid(shapely.set_precision(results, 1e-6))
    assert np.mean([*map(iou, results, true)]) > np.mean([*map(iou, whole, true)]) - 0.01


def test_a_house_that_keeps_its_outline_keeps_the_walls_that_it_shares():
    members = [box(0, 0, 40, 40), Polygon([(40, 0), (70, 8), (88, 20), (70, 32), (40, 40)])]
    whole = seen(placed(members, 15))
    results, outcomes = drawn(whole)
    assert outcomes == [RIGHT_ANGLES, NOT_RECTANGULAR]
    assert overlap(results) < 1e-3
    assert shared_walls(results) == pytest.approx(20, rel=0.2)


def test_a_corner_is_not_drawn_over_a_neighbour():
    house = Polygon([(60, 60), (120, 60), (120, 115), (115, 120), (60, 120)])
    shed = box(118, 118, 128, 128)
    whole = seen([house, shed])
    assert shapely.get_num_coordinates(drawn(whole[:1])[0][0]) == 5  # alone it gets its fourth corner
    results, outcomes = drawn(whole)
    assert_usable(results, outcomes, whole)
    assert outcomes[0] == IN_THE_WAY


@given(data=st.data(), seed=seeds, angle=angles)
@few
def test_any_blocks_stay_valid_and_apart(data, seed, angle):
    sides = st.integers(3, 30)
    boxes = []
    for row in range(3):
        for column in range(3):
            left, top = 70 * column + 15, 70 * row + 15
            boxes.append(box(left, top, left + data.draw(sides), top + data.draw(sides)))
            boxes.append(box(left + 20, top - 8, left + 20 + data.draw(sides), top + data.draw(sides)))
    blocks = list(shapely.get_parts(shapely.union_all([affinity.rotate(one, angle / 9) for one in boxes])))
    whole = seen(blocks, noise=1.5, seed=seed)
    assert_usable(*drawn(whole), whole)


@given(seed=seeds, share=st.floats(0.3, 0.6))
@few
def test_any_zones_stay_valid_and_apart(seed, share):
    zones = np.kron(np.random.default_rng(seed).integers(0, 6, (8, 8)), np.ones((6, 6), int))
    zones[np.random.default_rng(seed + 1).random(zones.shape) < share / 4] = 0
    whole = on_grid(largest_outlines(zones), GRID)
    assert_usable(*drawn(whole), whole)


@given(seed=seeds)
@few
def test_neither_the_order_nor_the_start_of_the_rings_matters(seed):
    whole = seen(placed(TERRACE, 33), noise=0.8, seed=seed) + seen([box(10, 10, 40, 30)], noise=1, seed=seed)
    results, outcomes = drawn(whole)
    order = np.random.default_rng(seed).permutation(len(whole))
    turned = [Polygon(np.roll(shapely.get_coordinates(whole[one])[:-1], 3, axis=0)) for one in order]
    simple = fewer_corners(whole, GRID.pixel_size)
    again, same = right_angled(turned, [simple[one] for one in order], GRID)
    assert same == [outcomes[one] for one in order]
    assert all(polygon.equals(results[one]) for polygon, one in zip(again, order))


def test_an_outline_with_right_angles_hardly_changes_when_drawn_again():
    whole = seen(placed([L_SHAPE], 29), noise=1.0)
    once, _ = drawn(whole)
    twice, outcomes = right_angled(once, once, GRID)
    assert outcomes == [RIGHT_ANGLES]
    assert iou(once[0], twice[0]) > 0.999


def test_right_angles_are_those_on_the_ground_in_degrees():
    crs = spatial_reference("EPSG:4326").ExportToWkt()
    grid = Grid(crs, 10.0, 60.0, 5e-6, 0.39, SIZE, SIZE)  # a degree of longitude is half as long there
    building = affinity.rotate(box(-30, -15, 30, 15), 30)
    on_ground = affinity.affine_transform(building, [2, 0, 0, 1, 120, 120])
    pixels = rasterise([(on_ground, 1)], (0, 1, 0, 0, 0, 1), (SIZE, SIZE), gdal.GDT_Byte)
    whole = on_grid(largest_outlines(pixels.astype(np.int32)), grid)
    (result,), (outcome,) = right_angled(whole, fewer_corners(whole, grid.pixel_size), grid)
    assert outcome == RIGHT_ANGLES
    assert shapely.get_num_coordinates(result) == 5
    assert corner_angles(affinity.scale(result, np.cos(np.radians(60 - SIZE / 2 * 5e-6)), 1.0)).max() < 0.1


@pytest.mark.parametrize("height", [7, 31, 100])
def test_strips_make_no_difference(tmp_path, monkeypatch, height):
    rows, columns = np.mgrid[:SIZE, :SIZE]
    houses = placed([box(0, 0, 30, 20)], 20, 70) + placed([L_SHAPE], 50, 150) + placed([box(0, 0, 26, 26)], 5, 200)
    inside = shapely.contains(shapely.union_all(houses), shapely.points(columns + 0.5, rows + 0.5))
    probability = (inside + 0.2 * wobble(3)).clip(0, 1).astype(np.float32)
    path = write_raster(tmp_path / "map.tif", probability[None])

    def written(name):
        summary = write_change_polygons(path, str(tmp_path / name), redrawing=REDRAWING)
        layer = (file := ogr.Open(str(tmp_path / name))).GetLayer(0)
        found = sorted(bytes(feature.GetGeometryRef().ExportToWkb()) for feature in layer)
        del file
        return found, summary.outcomes

    whole = written("whole.gpkg")
    monkeypatch.setattr(change_polygons, "STRIP_PIXELS", SIZE * height)
    assert written("strips.gpkg") == whole
    assert whole[1][RIGHT_ANGLES] >= 2


def test_the_summary_says_how_many_stay_and_why():
    assert in_words(Counter({RIGHT_ANGLES: 1200})) == "1,200 outlines have right angles."
    kept = in_words(Counter({RIGHT_ANGLES: 3, NOT_RECTANGULAR: 2}))
    assert kept == f"3 outlines have right angles, 2 stay as they are (2 {NOT_RECTANGULAR})."


def test_nothing_is_nothing():
    assert right_angled([], [], GRID) == ([], [])
