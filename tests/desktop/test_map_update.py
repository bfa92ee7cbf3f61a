"""A map update from a shell: ``qgis_process`` writes a styled GeoPackage with kinds and states, and a change table."""

import csv

import pytest

from tests.desktop.test_qgis_process import pair, qgis_process  # noqa: F401


@pytest.fixture
def building_map(pair):  # noqa: F811
    """A map with a column of text ids: the polygons of reference.geojson."""
    from osgeo import ogr

    given = ogr.Open(str(pair / "reference.geojson"))
    layer = given.GetLayer(0)
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(pair / "buildings.gpkg"))
    copy = made.CreateLayer("buildings", layer.GetSpatialRef(), ogr.wkbPolygon)
    copy.CreateField(ogr.FieldDefn("egid", ogr.OFTString))
    for number, feature in enumerate(layer):
        one = ogr.Feature(copy.GetLayerDefn())
        one.SetField("egid", f"H{number}")
        one.SetGeometry(feature.GetGeometryRef())
        copy.CreateFeature(one)
    return pair / "buildings.gpkg"


def test_polygons_get_kinds_from_a_building_map(qgis_process, pair, building_map):  # noqa: F811
    pytest.importorskip("torch")
    from osgeo import gdal

    network = ("--encoder=resnet18", "--encoder_depth=3", "--encoder_weights=none")
    buildings = ("--buildings=buildings.gpkg", "--building_id=egid", "--tolerance=1", "--table=update.csv")
    dates = ("--date_before=2012", "--date_after=2015-06")
    steps = [
        ("create", "--before=before.tif", "--after=after.tif", "--tile_size=64", "--overlap=0", *dates),
        ("label", "--reference=reference.geojson", "--tiles=all"),
        ("train", "--epochs=1", "--members=2", *network),
        ("polygons", "--output=update.gpkg", "--threshold=0.05", *buildings),
    ]
    for job, *options in steps:
        done = qgis_process("run", f"alcd:{job}", "--campaign=place.alcd", *options)
        assert done.returncode == 0, f"{job}: {done.stdout}{done.stderr}"
    update = gdal.OpenEx(str(pair / "update.gpkg"))
    assert [update.GetLayer(number).GetName() for number in range(update.GetLayerCount())] == [
        *("changes", "buildings", "layer_styles")
    ]
    changes = list(update.GetLayerByName("changes"))
    assert changes and all(one["kind"] in ("built", "torn_down", "altered") for one in changes)
    assert {(one["date_before"], one["date_after"]) for one in changes} == {("2012", "2015-06")}
    ids = {f"H{number}" for number in range(count(building_map))}
    assert {one["building_id"] for one in update.GetLayerByName("buildings")} == ids
    rows = list(csv.DictReader((pair / "update.csv").open(encoding="utf-8")))
    assert [row["kind"] for row in rows] == [one["kind"] for one in changes]


def test_ids_that_the_map_does_not_have_are_refused_in_a_sentence(qgis_process, pair, building_map):  # noqa: F811
    create = ("--before=before.tif", "--after=after.tif", "--tile_size=64", "--overlap=0")
    assert qgis_process("run", "alcd:create", "--campaign=place.alcd", *create).returncode == 0
    given = ("--campaign=place.alcd", "--output=update.gpkg", "--buildings=buildings.gpkg", "--building_id=number")
    done = qgis_process("run", "alcd:polygons", *given)
    assert done.returncode != 0
    assert "has no field number" in done.stdout + done.stderr
    assert not (pair / "update.gpkg").exists()


def count(path):
    from osgeo import ogr

    source = ogr.Open(str(path))
    return source.GetLayer(0).GetFeatureCount()
