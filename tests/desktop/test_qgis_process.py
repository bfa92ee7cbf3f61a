"""The toolbox from a shell: the plugin's zip in a fresh profile of ``qgis_process``, with the real worker."""

import json
import subprocess

import pytest

from tests.desktop.conftest import program

SECONDS = 300


@pytest.fixture
def qgis_process(profile, tmp_path):
    """Runs qgis_process in the fresh profile, in ``tmp_path``."""
    # The wrapper that Debian installs passes an option that the program refuses.
    command = program("qgis_process.bin")
    variables = {**profile, "QT_QPA_PLATFORM": "offscreen"}

    def run(*arguments):
        given = [command, *map(str, arguments)]
        return subprocess.run(given, env=variables, cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS)

    run("plugins", "enable", "alcd")
    return run


@pytest.fixture
def pair(tmp_path):
    """A folder with before.tif, after.tif and reference.geojson."""
    pytest.importorskip("osgeo.gdal")
    from tests.desktop.imagery import make_pair

    make_pair(tmp_path)
    return tmp_path


def test_the_chain_runs_from_two_rasters_to_polygons(qgis_process, pair):
    pytest.importorskip("torch")
    network = ("--encoder=resnet18", "--encoder_depth=3", "--encoder_weights=none")
    steps = [
        ("create", "--before=before.tif", "--after=after.tif", "--tile_size=64", "--overlap=0"),
        ("suggest", "--count=3", *network),
        ("label", "--reference=reference.geojson", "--tiles=1,2", "--split=test"),
        ("label", "--reference=reference.geojson", "--tiles=queried"),
        ("audit", "--count=10"),
        ("label", "--reference=reference.geojson", "--tiles=audit"),
        ("train", "--epochs=1", "--members=2", *network),
        ("predict", "--output=probability.tif", "--uncertainty=uncertainty.tif"),
        ("polygons", "--output=changes.gpkg", "--threshold=0.1"),
        ("assess", "--reference=reference.geojson", "--map=map.tif"),
        ("estimate", "--output=figures.json"),
        ("assess", "--reference=reference.geojson", "--objects=true", "--objects_layer=objects.gpkg"),
        ("info",),
    ]
    for job, *options in steps:
        done = qgis_process("run", f"alcd:{job}", "--campaign=place.alcd", *options)
        assert done.returncode == 0, f"{job}: {done.stdout}{done.stderr}"
        assert "campaign:\tplace.alcd" in done.stdout.split("Results")[-1], job
    for name in (
        "place.alcd/campaign.gpkg",
        "probability.tif",
        "uncertainty.tif",
        "changes.gpkg",
        "map.tif",
        "figures.json",
        "objects.gpkg",
    ):
        assert (pair / name).is_file()


def test_labels_come_from_two_states_of_a_building_map(qgis_process, pair):
    pytest.importorskip("torch")
    house = json.loads((pair / "reference.geojson").read_text())
    (ring,) = house["features"][0]["geometry"]["coordinates"]
    house["features"][0]["geometry"]["coordinates"] = [[[x - 18, y + 18] for x, y in ring]]
    (pair / "before.geojson").write_text(json.dumps(house))
    size = ("--before=before.tif", "--after=after.tif", "--tile_size=64", "--overlap=0")
    assert qgis_process("run", "alcd:create", "--campaign=place.alcd", *size).returncode == 0
    both = ("--buildings_before=before.geojson", "--buildings_after=reference.geojson")
    wrong = qgis_process("run", "alcd:label", "--campaign=place.alcd", "--tiles=all", both[0])
    assert wrong.returncode != 0
    assert "Only one building map is given: the one after is missing." in wrong.stdout + wrong.stderr
    done = qgis_process("run", "alcd:label", "--campaign=place.alcd", "--tiles=all", *both)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    assert "the building maps differ in 2 places: 1 built, 1 torn down, 0 altered." in done.stdout


def test_a_simulation_ends_with_a_table_and_figures(qgis_process, tmp_path):
    pytest.importorskip("torch")
    from tests.core.jobs.test_simulate import write_source

    for seed, name in enumerate(("pool", "test")):
        write_source(tmp_path / name, seed)
    quick = ("--encoder=resnet18", "--encoder_depth=3", "--encoder_weights=none", "--epochs=1", "--members=2")
    small = ("--reduction=4", "--initial=2", "--rounds=1", "--count=3")
    given = ("--pool=pool", "--test=test", "--output=out", *quick, *small)
    learners = ("--method=mcbn,single", "--acquisition=entropy")
    done = qgis_process("run", "alcd:simulate", *given, *learners)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    table = (tmp_path / "out" / "results.csv").read_text()
    assert "mcbn entropy" in table
    assert "single entropy" in table
    assert (tmp_path / "out" / "quality.png").is_file()
    whole = qgis_process("run", "alcd:simulate", *given)
    assert whole.returncode == 0, f"{whole.stdout}{whole.stderr}"
    assert "ensemble variance" in (tmp_path / "out" / "results.csv").read_text()
    wrong = qgis_process("run", "alcd:simulate", *given, "--method=guess")
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
        done = qgis_process("run", f"alcd:{job}", "--campaign=none.alcd", *options)
        assert done.returncode != 0
        assert sentence in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
    assert not (pair / "none.alcd").exists()


def test_results_can_be_read_by_programs(qgis_process, pair):
    done = qgis_process(
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
