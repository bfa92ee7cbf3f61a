"""``polygons --buildings``: kinds, states and tolerance in the file, the result and the messages."""

import numpy as np
import pytest
import shapely
from odd_layers import make, moved
from osgeo import gdal, ogr
from rasters import make_pair

from alcd_core.campaign.campaign import open_campaign
from alcd_core.errors import InputError
from alcd_core.jobs.registry import jobs, runner
from alcd_core.jobs.runners import polygons
from alcd_core.progress import Reporter

LEFT, TOP = 2_600_000.0, 1_200_000.0


class Model:
    """A model of which only the round matters here."""

    class card:  # noqa: N801
        round = 2


@pytest.fixture
def alcd(tmp_path, monkeypatch):
    """Runs ``polygons`` in a folder with a campaign whose map is drawn by hand; gives its messages and its result."""
    monkeypatch.chdir(tmp_path)
    make_pair(tmp_path)
    create = jobs()["create"]
    values = {"before": "before.tif", "after": "after.tif", "tile_size": 64, "overlap": 16}
    runner(create)(create.parse({"campaign": "town.alcd", **values}), Reporter())
    grid = open_campaign(tmp_path / "town.alcd").description.grid
    probability = np.full((grid.height, grid.width), 0.1, np.float32)
    probability[20:40, 20:40], probability[100:120, 20:40] = 0.9, 0.8
    raster = gdal.GetDriverByName("GTiff").Create("map.tif", grid.width, grid.height, 1, gdal.GDT_Float32)
    raster.SetProjection(grid.crs)
    raster.SetGeoTransform(grid.geotransform)
    raster.WriteArray(probability)
    del raster
    monkeypatch.setattr(polygons, "trained_model", lambda *_: Model)
    monkeypatch.setattr(polygons, "_probability_map", lambda *_: "map.tif")

    def run(**given):
        events = []
        job = jobs()["polygons"]
        parameters = job.parse({"campaign": "town.alcd", "output": "out.gpkg", **given})
        result = runner(job)(parameters, Reporter(events.append))
        return [event["message"] for event in events if event["event"] == "message"], result

    return run


def house(x, y, size=10.0):
    return shapely.box(LEFT + x, TOP - y - size, LEFT + x + size, TOP - y)


def test_kinds_and_states_are_reported(alcd, tmp_path):
    houses = [house(10, 10), house(60, 60), house(60, 60)]
    make(tmp_path / "houses.gpkg", [moved(one, "EPSG:4326") for one in houses], crs="EPSG:4326", egid=["1", "2", "2"])
    said, result = alcd(buildings="houses.gpkg", building_id="egid", tolerance=1.0, table="t.csv")
    assert result["kinds"] == {"torn_down": 1, "built": 1}
    buildings = result["buildings"]
    assert buildings["states"] == {"gone": 1, "present": 2}
    assert (buildings["repeated_ids"], buildings["overlapping"]) == (2, 2)
    assert (buildings["tolerance_m"], buildings["source"]) == (1.0, "given")
    assert "2 footprints share their id with another one in houses.gpkg." in said
    assert "2 footprints overlap another one; each was judged on its own." in result["warnings"]
    assert "Tolerance between footprints and orthophotos: 1 m, as given." in said
    assert "1 torn down, 1 built. Of 3 buildings: 1 gone, 2 present." in result["summary"]
    dataset = ogr.Open("out.gpkg")
    assert [dataset.GetLayer(n).GetName() for n in range(2)] == ["changes", "buildings"]
    assert len((tmp_path / "t.csv").read_text().splitlines()) == 3
    assert not list(tmp_path.glob(".alcd-*"))


def test_the_tolerance_is_measured_where_the_image_allows_it(alcd, tmp_path):
    make(tmp_path / "houses.gpkg", [house(10, 10), house(60, 60)])
    said, result = alcd(buildings="houses.gpkg")
    assert (result["buildings"]["source"], result["buildings"]["tolerance_m"]) == ("default", 1.5)
    assert any("1.5 m, the default, because only" in one for one in said)


def test_without_a_building_map_there_are_no_kinds(alcd):
    _, result = alcd()
    assert "kinds" not in result and "buildings" not in result
    dataset = ogr.Open("out.gpkg")
    assert [one["kind"] for one in dataset.GetLayer(0)] == [None, None]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"buildings": "houses.gpkg", "output": "out.geojson"}, "cannot hold a second layer"),
        ({"buildings": "houses.gpkg", "building_id": "uuid"}, "has no field 'uuid'; its fields: egid"),
        ({"buildings": "houses.gpkg", "output": "houses.gpkg"}, "already uses the file"),
        ({"buildings": "far.gpkg"}, "The building map far.gpkg lies outside the grid"),
        ({"buildings": "points.gpkg"}, "points.gpkg contains no polygons"),
        ({"buildings": "empty.gpkg"}, "empty.gpkg contains no polygons"),
        ({"buildings": "missing.gpkg"}, "missing.gpkg does not exist"),
        ({"tolerance": 2.0}, "--tolerance needs a building map"),
        ({"building_id": "egid"}, "--building-id needs a building map"),
        ({"table": "t.txt"}, "t.txt does not end in .csv"),
        ({"table": "nowhere/t.csv"}, "the folder nowhere does not exist"),
        ({"buildings": "houses.gpkg", "tolerance": -1.0}, "must be at least 0"),
    ],
)
def test_bad_input_is_one_sentence_and_writes_nothing(alcd, tmp_path, given, words):
    make(tmp_path / "houses.gpkg", [house(10, 10)], egid=["1"])
    make(tmp_path / "far.gpkg", [house(90_000, 10)])
    make(tmp_path / "points.gpkg", [shapely.Point(LEFT, TOP)])
    make(tmp_path / "empty.gpkg", [])
    before = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(InputError, match=words):
        alcd(**given)
    assert {path.name for path in tmp_path.iterdir()} == before
