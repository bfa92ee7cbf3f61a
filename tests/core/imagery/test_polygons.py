"""Tests of change polygons from maps."""

from collections import Counter

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr, osr

from alcd_core.errors import Cancelled, InputError
from alcd_core.imagery import polygons
from alcd_core.imagery.change_layers import Origin
from alcd_core.imagery.finished_outlines import Outline, must_wait
from alcd_core.imagery.grid import Grid, Window
from alcd_core.imagery.map_blocks import ProbabilityMap
from alcd_core.imagery.pixel_polygons import fewer_corners, outlines, proposal_polygons
from alcd_core.imagery.polygons import true_areas, write_change_polygons
from alcd_core.imagery.rasterise import PolygonIndex
from alcd_core.imagery.redrawing import Redrawing
from alcd_core.imagery.vector import read_reference
from alcd_core.progress import Reporter

X, Y = 2640000.0, 1250000.0


def features(path):
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayerByName("changes")
    return [
        (shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb())), {name: f.GetField(name) for name in f.keys()})  # noqa: SIM118
        for f in layer
    ]


@pytest.fixture
def make_map(make_raster):
    def write(probability, **options):
        return make_raster("map.tif", probability[None].astype(np.float32), nodata=-1, **options)

    return write


def slow_groups(changed):
    """Groups of pixels that touch with a side, by walking from pixel to pixel."""
    left, groups = set(zip(*np.nonzero(changed))), []
    while left:
        group, edge = set(), [left.pop()]
        while edge:
            row, column = edge.pop()
            group.add((row, column))
            near = {(row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)} & left
            left -= near
            edge += near
        groups.append(sorted(group))
    return sorted(groups)


@given(seed=st.integers(0, 999), share=st.floats(0.1, 0.7))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_group_of_pixels_is_one_polygon_with_its_figures(make_map, tmp_path, monkeypatch, seed, share):
    monkeypatch.setattr(polygons, "STRIP_PIXELS", 50 * 7)  # groups cross the strips' seams
    random = np.random.default_rng(seed)
    probability = np.where(random.random((40, 50)) < share, random.uniform(0.5, 1, (40, 50)), 0.2).astype(np.float32)
    output = tmp_path / "changes.gpkg"
    summary = write_change_polygons(make_map(probability), str(output), simplify=0, origin=Origin(4))
    found = {}
    for polygon, values in features(output):
        assert polygon.is_valid and values["round"] == 4
        index = PolygonIndex([(polygon, 1)])
        pixels = index.rasterise(ProbabilityMap(str(tmp_path / "map.tif")).grid, Window(0, 0, 50, 40)) == 1
        found[tuple(sorted(zip(*np.nonzero(pixels))))] = values
    groups = slow_groups(probability >= 0.5)
    assert sorted(found) == [tuple(group) for group in groups] and summary.count == len(groups)
    for group, values in found.items():
        inside = np.array([probability[pixel] for pixel in group])
        assert values["mean_probability"] == pytest.approx(inside.mean(), abs=1e-4)
        assert values["max_probability"] == pytest.approx(inside.max(), abs=1e-4)
        assert values["area_m2"] == pytest.approx(len(group) * 0.25, rel=1e-3)


@pytest.mark.parametrize("simplify", [None, 0.0, 2.0])
def test_a_small_map_has_the_polygons_of_all_outlines_simplified_at_once(make_map, tmp_path, simplify):
    probability = smooth_noise(90, 120)
    path = make_map(probability, origin=(X, Y), pixel=0.5)
    write_change_polygons(path, str(tmp_path / "a.gpkg"), simplify=simplify)
    raster = gdal.GetDriverByName("MEM").Create("", 120, 90, 1, gdal.GDT_Byte)
    raster.SetGeoTransform((X, 0.5, 0.0, Y, 0.0, -0.5))
    raster.WriteArray((probability >= 0.5).astype(np.uint8))
    tolerance = 0.5 if simplify is None else simplify * 0.5 / ProbabilityMap(path).grid.gsd
    expected = fewer_corners(outlines(raster), tolerance)
    assert [polygon.wkb for polygon, _ in features(tmp_path / "a.gpkg")] == [polygon.wkb for polygon in expected]


@pytest.mark.parametrize("height", [1, 5, 30])
def test_polygons_across_strips_are_simplified_with_those_that_they_touch(make_map, tmp_path, monkeypatch, height):
    """Every corner where two groups touch stays in both, nothing overlaps, and areas are kept."""
    probability = smooth_noise(90, 120)
    path = make_map(probability)
    write_change_polygons(path, str(tmp_path / "whole.gpkg"))
    write_change_polygons(path, str(tmp_path / "stairs.gpkg"), simplify=0)
    monkeypatch.setattr(polygons, "STRIP_PIXELS", 120 * height)
    write_change_polygons(path, str(tmp_path / "strips.gpkg"))
    at_once, stairs, found = (
        [polygon for polygon, _ in features(tmp_path / f"{name}.gpkg")] for name in ("whole", "stairs", "strips")
    )
    assert len(found) == len(at_once) > 20
    touching = shared_corners(stairs)
    assert len(touching) > 5
    assert shared_corners(found) == touching
    assert shapely.union_all(found).area == pytest.approx(sum(one.area for one in found), rel=1e-9)
    assert sum(one.area for one in found) == pytest.approx(sum(one.area for one in at_once), rel=5e-3)
    corners = [sum(map(shapely.get_num_coordinates, several)) for several in (found, at_once)]
    assert corners[0] == pytest.approx(corners[1], rel=0.03)


def test_only_outlines_near_an_open_one_wait_for_it():
    boxes = [(0, 0, 4, 4), (7, 0, 9, 9), (12, 0, 14, 4), (40, 0, 44, 4), (60, 90, 64, 97)]
    closed = [Outline(shapely.box(*box), 1.0, 1.0) for box in boxes]
    waits, _ = must_wait(closed, [], [shapely.box(17, 0, 20, 100)], 100, 4.0)
    assert waits.tolist() == [True, True, True, False, True]  # in a chain, or where the next strip begins


def smooth_noise(height, width):
    """Blobs of changed pixels, some of which touch at a corner."""
    values = np.random.default_rng(5).random((height + 4, width + 4))
    return sum(values[y : y + height, x : x + width] for y in range(3) for x in range(3)) / 9


def shared_corners(polygons):
    """Corners that two polygons have in common."""
    counts = Counter(tuple(corner) for one in polygons for corner in set(map(tuple, shapely.get_coordinates(one))))
    return {corner for corner, count in counts.items() if count > 1}


def test_outlines_within_reach_are_drawn_again_together(make_map, tmp_path, monkeypatch):
    probability = np.zeros((60, 40))
    probability[[5, 6, 20, 21, 50, 51], 10:20] = 1
    monkeypatch.setattr(polygons, "STRIP_PIXELS", 40 * 10)
    redrawing = Redrawing(lambda whole, simple, grid: (simple, [f"of {len(simple)}"] * len(simple)), lambda grid: 18.0)
    summary = write_change_polygons(make_map(probability), str(tmp_path / "changes.gpkg"), redrawing=redrawing)
    assert summary.outcomes == {"of 2": 2, "of 1": 1}


def test_threshold_ignore_and_nodata_leave_pixels_out(make_map, tmp_path):
    probability = np.full((40, 40), 0.7)
    probability[:, :10] = -1
    probability[:10] = 0.69
    ignored = shapely.box(X + 15, Y - 20, X + 20, Y)
    path = make_map(probability)
    summary = write_change_polygons(path, str(tmp_path / "a.gpkg"), threshold=0.7, ignore=[ignored], simplify=0)
    ((polygon, _),) = features(tmp_path / "a.gpkg")
    assert polygon.equals(shapely.box(X + 5, Y - 20, X + 15, Y - 5)) and summary.total_area == pytest.approx(
        150, rel=1e-3
    )


def test_small_polygons_are_left_out_by_ground_area(make_map, tmp_path):
    probability = np.zeros((40, 40))
    probability[2:4, 2:4], probability[10:20, 10:20] = 1, 1
    path = make_map(probability)
    for minimum, count in ((0, 2), (0.9, 2), (1.1, 1), (26, 0)):
        assert write_change_polygons(path, str(tmp_path / "a.gpkg"), minimum_area=minimum, simplify=0).count == count


@pytest.mark.parametrize(
    ("crs", "origin", "pixel", "pixel_area"),
    [
        ("EPSG:3857", (900000, 8399737.69), 0.5, 0.25 * 0.5 * 0.5),
        ("EPSG:4326", (8.0, 47.4), 5e-6, (5e-6 * 111194) ** 2 * np.cos(np.radians(47.4))),
        ("EPSG:2263", (980000, 200000), 1.0, 0.3048**2),
        ("EPSG:2056", (X, Y), 0.5, 0.25),
    ],
)
def test_areas_are_square_metres_in_every_crs(make_map, tmp_path, crs, origin, pixel, pixel_area):
    probability = np.zeros((60, 60))
    probability[10:50, 10:50] = 1
    path = make_map(probability, crs=crs, origin=origin, pixel=pixel)
    summary = write_change_polygons(path, str(tmp_path / "a.gpkg"))
    assert summary.total_area == pytest.approx(1600 * pixel_area, rel=8e-3)


def test_simplifying_removes_staircase_edges_without_gaps_or_overlaps(make_map, tmp_path):
    rows, columns = np.mgrid[:200, :200]
    probability = np.where(np.abs(columns - rows) < 60, 0.9, 0.1)
    probability[100:104, 98:104] = 0.1
    write_change_polygons(make_map(probability), str(tmp_path / "stairs.gpkg"), simplify=0)
    write_change_polygons(tmp_path.joinpath("map.tif").as_posix(), str(tmp_path / "simple.gpkg"))
    (stairs, _), (simple, _) = features(tmp_path / "stairs.gpkg")[0], features(tmp_path / "simple.gpkg")[0]
    assert shapely.get_num_coordinates(simple) < shapely.get_num_coordinates(stairs) / 5
    assert simple.is_valid and shapely.hausdorff_distance(stairs, simple) <= 1.0
    assert simple.area == pytest.approx(stairs.area, rel=0.01)


@given(seed=st.integers(0, 99))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_simplified_polygons_stay_valid_and_apart(make_map, tmp_path, monkeypatch, seed):
    monkeypatch.setattr(polygons, "STRIP_PIXELS", 60 * 11 if seed % 2 else 60 * 60)
    probability = np.random.default_rng(seed).random((60, 60))
    write_change_polygons(make_map(probability), str(tmp_path / "a.gpkg"), simplify=1.0)
    found = [polygon for polygon, _ in features(tmp_path / "a.gpkg")]
    assert all(polygon.is_valid for polygon in found)
    assert shapely.union_all(found).area == pytest.approx(sum(polygon.area for polygon in found), rel=1e-9)


@pytest.mark.parametrize("simplify", [None, 5.0])
def test_small_groups_keep_their_area(make_map, tmp_path, simplify):
    probability = np.zeros((60, 60))
    probability[3, 3] = probability[10:12, 10] = probability[20, 20:23] = probability[30:40, 30:40] = 0.9
    probability[50, 50:53] = probability[49:52, 51] = 0.9
    write_change_polygons(make_map(probability), str(tmp_path / "a.gpkg"), simplify=simplify)
    areas = sorted(values["area_m2"] / 0.25 for _, values in features(tmp_path / "a.gpkg"))
    assert areas == pytest.approx([1, 2, 3, 5, 100], rel=0.1)
    write_change_polygons(str(tmp_path / "map.tif"), str(tmp_path / "b.gpkg"), simplify=simplify, minimum_area=20)
    assert len(features(tmp_path / "b.gpkg")) == 1


def test_a_file_with_edits_in_its_journal_is_not_replaced(make_map, tmp_path):
    path, output = make_map(np.ones((40, 40))), tmp_path / "a.gpkg"
    write_change_polygons(path, str(output))
    before, journal = output.read_bytes(), tmp_path / "a.gpkg-wal"
    journal.write_bytes(b"edits of a program that has the file open")
    with pytest.raises(InputError, match="open elsewhere"):
        write_change_polygons(path, str(output))
    assert output.read_bytes() == before
    journal.write_bytes(b"")
    write_change_polygons(path, str(output))


def test_geojson_is_in_longitude_and_latitude(make_map, tmp_path):
    write_change_polygons(make_map(np.ones((40, 40))), str(tmp_path / "a.geojson"))
    ((polygon, values),) = features(tmp_path / "a.geojson")
    assert 7.9 < polygon.centroid.x < 8.0 and 47.3 < polygon.centroid.y < 47.5
    assert values["area_m2"] == pytest.approx(400, rel=1e-3)


@pytest.mark.parametrize("strip", [polygons.STRIP_PIXELS, 40])
def test_no_change_is_an_empty_layer(make_map, tmp_path, monkeypatch, strip):
    monkeypatch.setattr(polygons, "STRIP_PIXELS", strip)
    assert write_change_polygons(make_map(np.zeros((40, 40))), str(tmp_path / "a.gpkg")).count == 0
    assert features(tmp_path / "a.gpkg") == []


def test_faults_and_cancels_leave_the_older_file(make_map, tmp_path):
    path, output = make_map(np.ones((40, 40))), tmp_path / "a.gpkg"
    output.write_text("older")
    with pytest.raises(Cancelled):
        write_change_polygons(path, str(output), reporter=Reporter(cancelled=lambda: True))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.gpkg", "map.tif"] and output.read_text() == "older"
    for bad in (tmp_path / "a.shp", tmp_path / "missing" / "a.gpkg"):
        with pytest.raises(InputError):
            write_change_polygons(path, str(bad))
    with pytest.raises(InputError, match="cannot be opened"):
        write_change_polygons(str(tmp_path / "missing.tif"), str(output))


def test_proposals_of_a_tile_lie_where_its_pixels_are():
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(2056)
    grid = Grid(reference.ExportToWkt(), X, Y, 0.5, 0.5, 500, 500)
    probability = np.full((64, 64), 0.1, np.float32)
    probability[10:20, 30:40] = 0.8
    probability[40:42, 5:9] = np.nan
    ((polygon, mean),) = proposal_polygons(probability, grid, Window(100, 200, 64, 64))
    assert polygon.equals(shapely.box(X + 65, Y - 110, X + 70, Y - 105)) and mean == pytest.approx(0.8)
    assert proposal_polygons(probability, grid, Window(0, 0, 64, 64), threshold=0.9) == []


@pytest.mark.parametrize(("pixel_size", "gsd"), [(0.5, 0.5), (0.7, 0.5), (1.0, 3.0)])
def test_specks_are_not_proposed(pixel_size, gsd):
    grid = Grid("EPSG:2056", X, Y, pixel_size, gsd, 500, 500)
    probability = np.full((64, 64), 0.1, np.float32)
    probability[10, 5:7] = 0.9
    probability[30:35, 30:35] = 0.9
    found = proposal_polygons(probability, grid, Window(0, 0, 64, 64))
    assert len(found) == {0.5: 1, 3.0: 2}[gsd]  # 6 m2: 24 pixels of 0.5 m, not one of 3 m


def test_real_changes_keep_their_areas_when_rasterised_and_outlined(make_map, tmp_path, shared_data):
    reach = Grid("EPSG:2056", X, Y, 0.5, 0.5, 4096, 3072)
    found = read_reference(str(shared_data / "levir_dev" / "changes.gpkg"), reach)
    reference = [polygon for polygon, _ in found.polygons]
    rasterised = PolygonIndex([(polygon, 1) for polygon in reference]).rasterise(reach, Window(0, 0, 4096, 3072))
    summary = write_change_polygons(make_map(rasterised), str(tmp_path / "a.gpkg"))
    assert summary.count == len(shapely.get_parts(shapely.union_all(reference)))
    assert summary.total_area == pytest.approx(true_areas(reference, reach).sum(), rel=2e-3)
