"""The toolbox from a shell: the plugin's zip in a fresh profile of ``qgis_process``, with the real worker."""

import csv
import json
import shutil

import pytest

NETWORK = ("--encoder=resnet18", "--encoder_depth=3", "--encoder_weights=none")
BUILDINGS = ("--buildings=buildings.gpkg", "--building_id=egid", "--tolerance=1", "--table=update.csv")
STEPS = [
    ("suggest", "--count=3", *NETWORK),
    ("label", "--reference=reference.geojson", "--tiles=1,2", "--split=test"),
    ("label", "--reference=reference.geojson", "--tiles=queried"),
    ("audit", "--count=10"),
    ("label", "--reference=reference.geojson", "--tiles=audit"),
    ("train", "--epochs=1", "--members=2", *NETWORK),
    ("predict", "--output=probability.tif", "--uncertainty=uncertainty.tif"),
    ("polygons", "--output=changes.gpkg", "--threshold=0.1"),
    ("polygons", "--output=update.gpkg", "--threshold=0.05", *BUILDINGS),
    ("assess", "--reference=reference.geojson", "--map=map.tif"),
    ("estimate", "--output=figures.json"),
    ("assess", "--reference=reference.geojson", "--objects=true", "--objects_layer=objects.gpkg"),
    ("info",),
]
WRITTEN = ("probability.tif", "uncertainty.tif", "changes.gpkg", "map.tif", "figures.json", "objects.gpkg")


@pytest.fixture
def pair(tmp_path):
    """A folder with before.tif, after.tif and reference.geojson."""
    pytest.importorskip("osgeo.gdal")
    from tests.desktop.imagery import make_pair

    make_pair(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def chain(qgis_process, tmp_path_factory):
    """The folder after the whole chain, with place.alcd, and new.alcd, which is as it was created."""
    pytest.importorskip("torch")
    pytest.importorskip("osgeo.gdal")
    from tests.desktop.imagery import make_pair

    folder = tmp_path_factory.mktemp("chain")
    make_pair(folder)
    make_building_map(folder)

    def run(job, *options):
        done = qgis_process(folder, "run", f"alcd:{job}", "--campaign=place.alcd", *options)
        assert done.returncode == 0, f"{job}: {done.stdout}{done.stderr}"
        assert "campaign:\tplace.alcd" in done.stdout.split("Results")[-1], job

    rasters, dates = ("--before=before.tif", "--after=after.tif"), ("--date_before=2012", "--date_after=2015-06")
    run("create", *rasters, "--tile_size=64", "--overlap=0", *dates)
    shutil.copytree(folder / "place.alcd", folder / "new.alcd")
    for step in STEPS:
        run(*step)
    return folder


def make_building_map(folder):
    """``buildings.gpkg`` with a column of text ids: the polygons of reference.geojson."""
    from osgeo import ogr

    given = ogr.Open(str(folder / "reference.geojson"))
    layer = given.GetLayer(0)
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "buildings.gpkg"))
    copy = made.CreateLayer("buildings", layer.GetSpatialRef(), ogr.wkbPolygon)
    copy.CreateField(ogr.FieldDefn("egid", ogr.OFTString))
    for number, feature in enumerate(layer):
        one = ogr.Feature(copy.GetLayerDefn())
        one.SetField("egid", f"H{number}")
        one.SetGeometry(feature.GetGeometryRef())
        copy.CreateFeature(one)


def test_the_chain_runs_from_two_rasters_to_polygons(chain):
    for name in ("place.alcd/campaign.gpkg", *WRITTEN):
        assert (chain / name).is_file()


def test_polygons_get_kinds_from_a_building_map(chain):
    """The GeoPackage has kinds and states, and its styles; the change table has a row for each polygon."""
    from osgeo import gdal

    update = gdal.OpenEx(str(chain / "update.gpkg"))
    layers = [update.GetLayer(number).GetName() for number in range(update.GetLayerCount())]
    assert layers == ["changes", "buildings", "layer_styles"]
    changes = list(update.GetLayerByName("changes"))
    assert changes and all(one["kind"] in ("built", "torn_down", "altered") for one in changes)
    assert {(one["date_before"], one["date_after"]) for one in changes} == {("2012", "2015-06")}
    assert [one["building_id"] for one in update.GetLayerByName("buildings")] == ["H0"]
    rows = list(csv.DictReader((chain / "update.csv").open(encoding="utf-8")))
    assert [row["kind"] for row in rows] == [one["kind"] for one in changes]


def test_ids_that_the_map_does_not_have_are_refused_in_a_sentence(qgis_process, chain):
    given = ("--campaign=place.alcd", "--output=refused.gpkg", "--buildings=buildings.gpkg", "--building_id=number")
    done = qgis_process(chain, "run", "alcd:polygons", *given)
    assert done.returncode != 0
    assert "has no field number" in done.stdout + done.stderr
    assert not (chain / "refused.gpkg").exists()


def test_labels_come_from_two_states_of_a_building_map(qgis_process, chain):
    house = json.loads((chain / "reference.geojson").read_text())
    (ring,) = house["features"][0]["geometry"]["coordinates"]
    house["features"][0]["geometry"]["coordinates"] = [[[x - 18, y + 18] for x, y in ring]]
    (chain / "before.geojson").write_text(json.dumps(house))
    label = ("run", "alcd:label", "--campaign=new.alcd", "--tiles=all", "--buildings_before=before.geojson")
    wrong = qgis_process(chain, *label)
    assert wrong.returncode != 0
    assert "Only one building map is given: the one after is missing." in wrong.stdout + wrong.stderr
    done = qgis_process(chain, *label, "--buildings_after=reference.geojson")
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    assert "the building maps differ in 2 places: 1 built, 1 torn down, 0 altered." in done.stdout


def test_a_simulation_ends_with_a_table_and_figures(qgis_process, tmp_path):
    pytest.importorskip("torch")
    from tests.core.jobs.test_simulate import write_source

    for seed, name in enumerate(("pool", "test")):
        write_source(tmp_path / name, seed)
    quick = (*NETWORK, "--epochs=1", "--members=2")
    small = ("--reduction=4", "--initial=2", "--rounds=1", "--count=3")
    given = ("--pool=pool", "--test=test", "--output=out", *quick, *small)
    learners = ("--method=mcbn,single", "--acquisition=entropy")
    done = qgis_process(tmp_path, "run", "alcd:simulate", *given, *learners)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    table = (tmp_path / "out" / "results.csv").read_text()
    assert "mcbn entropy" in table
    assert "single entropy" in table
    assert (tmp_path / "out" / "quality.png").is_file()
    whole = qgis_process(tmp_path, "run", "alcd:simulate", *given)
    assert whole.returncode == 0, f"{whole.stdout}{whole.stderr}"
    assert "ensemble variance" in (tmp_path / "out" / "results.csv").read_text()
    wrong = qgis_process(tmp_path, "run", "alcd:simulate", *given, "--method=guess")
    assert wrong.returncode == 1
    assert "The method guess is unknown; choose one of ensemble, mcbn" in wrong.stdout + wrong.stderr


def test_errors_are_readable(qgis_process, pair):
    faults = {
        "Before and after are the same file": ("create", "--before=before.tif", "--after=before.tif"),
        "Could not load source layer for after": ("create", "--before=before.tif", "--after=nofile.tif"),
        "The tile size is 8 px; it must be at least 32.": (
            "create",
            "--before=before.tif",
            "--after=after.tif",
            "--tile_size=8",
        ),
        "none.alcd": ("train",),
    }
    for sentence, (job, *options) in faults.items():
        done = qgis_process(pair, "run", f"alcd:{job}", "--campaign=none.alcd", *options)
        assert done.returncode != 0
        assert sentence in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
    assert not (pair / "none.alcd").exists()


def test_results_can_be_read_by_programs(qgis_process, pair):
    done = qgis_process(
        pair,
        "run",
        "alcd:create",
        "--json",
        "--campaign=place.alcd",
        "--before=before.tif",
        "--after=after.tif",
        "--tile_size=64",
    )
    if "json" in done.stderr.lower() and done.returncode:
        pytest.skip("this qgis_process has no --json")
    assert json.loads(done.stdout)["results"]["campaign"] == "place.alcd"
