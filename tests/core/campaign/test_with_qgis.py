"""The campaign in real QGIS, without the plugin, while a worker writes to it."""

import json
import os
import subprocess
import time
from pathlib import Path

import pytest
import shapely

from alcd_core.campaign.campaign import open_campaign
from alcd_core.campaign.database import connected, kept_open, writing
from tests.core.campaign.version_1 import make_version_1

SYSTEM_PYTHON = "/usr/bin/python3"
MULTIPOLYGON = 6
NAMES = ["tiles", "annotations", "proposals", "rounds", "audits", "audit_strata", "audit_tiles"]


@pytest.fixture(scope="module")
def qgis_environment():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [SYSTEM_PYTHON, "-c", "import qgis.core"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(command, env=environment, capture_output=True).returncode:
        pytest.skip(f"{SYSTEM_PYTHON} has no PyQGIS")
    return environment


def test_edits_in_plain_qgis_and_a_workers_writes_all_survive(large_campaign, qgis_environment, tmp_path):
    qgis = subprocess.Popen(
        [SYSTEM_PYTHON, str(Path(__file__).with_name("qgis_edits.py")), str(large_campaign.file), "1", "21"],
        env={**qgis_environment, "XDG_DATA_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    scored = {tile.tile_id: (0.5, 0.5) for tile in large_campaign.tiles()}
    imported = 0
    with kept_open(large_campaign.file):  # as a job does
        while qgis.poll() is None:
            imported += 1
            square = shapely.to_wkb(shapely.box(501000 + imported, 5499000, 501000.5 + imported, 5499001))
            large_campaign.write_labels([(square, "ignore")], {1000 + imported: "changed"}, "train", 1, "reference")
            large_campaign.write_query(imported, scored, list(range(1, 100)), [], "variance")
            time.sleep(0.2)
    output, complaints = qgis.communicate()
    assert qgis.returncode == 0, complaints
    assert imported > 3
    opened, output = output.split("\n", 1)
    assert opened == "opened"

    found = json.loads(output)
    print("commits that QGIS repeated:", found.get("repeated", 0), "worker writes:", 2 * imported)
    assert found["valid"] == found["editable"] == NAMES
    assert found["crs"] == ["EPSG:32633"] * 3
    assert found["classes"] == ["change", "ignore"]
    assert found["sources"] == ["drawn", "reference"]
    assert found["created"]
    assert found["types"] == [MULTIPOLYGON]

    labelled = {tile.tile_id for tile in large_campaign.tiles(state="labelled", split="train")}
    assert labelled == set(range(1, 21)) | set(range(1001, 1001 + imported))
    annotations = large_campaign.annotations()
    assert [name for _, name in annotations].count("ignore") == imported
    drawn = [shapely.from_wkb(wkb) for wkb, name in annotations if name == "change"]
    assert len(drawn) == 21
    assert shapely.union_all(drawn).area == pytest.approx(20 * 16)
    with connected(large_campaign.file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT rtreecheck('rtree_annotations_geom')").fetchall() == [("ok",)]


def test_an_upgraded_campaign_is_edited_in_plain_qgis(description, rows, monkeypatch, qgis_environment, tmp_path):
    folder = make_version_1(tmp_path / "old.alcd", description, rows(description), monkeypatch)
    campaign = open_campaign(folder)
    with writing(campaign.file) as connection:
        connection.execute("UPDATE tiles SET split = 'audit' WHERE tile_id = 2")
    finished = subprocess.run(
        [SYSTEM_PYTHON, str(Path(__file__).with_name("qgis_edits.py")), str(campaign.file), "1", "4"],
        env={**qgis_environment, "XDG_DATA_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert finished.returncode == 0, finished.stderr
    found = json.loads(finished.stdout.split("\n", 1)[1])
    assert found["valid"] == found["editable"] == NAMES
    assert found["annotations"] == 4
    splits = {tile.tile_id: tile.split for tile in campaign.tiles(state="labelled")}
    assert splits == {1: "train", 2: "audit", 3: "train"}


LAYERS_WITHOUT_CRS = """
import sys
from qgis.core import QgsApplication, QgsVectorLayer
application = QgsApplication([], False)
application.initQgis()
wrong = 0
for number in range(150):
    for name in ("tiles", "annotations", "proposals"):
        layer = QgsVectorLayer(sys.argv[1] + "|layername=" + name, name, "ogr")
        wrong += not (layer.isValid() and layer.crs().isValid())
    del layer
print(wrong)
"""


def test_layers_opened_while_a_job_writes_know_their_crs(large_campaign, qgis_environment, tmp_path):
    qgis = subprocess.Popen(
        [SYSTEM_PYTHON, "-c", LAYERS_WITHOUT_CRS, str(large_campaign.file)],
        env={**qgis_environment, "XDG_DATA_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    scored = {tile.tile_id: (0.5, 0.5) for tile in large_campaign.tiles()}
    with kept_open(large_campaign.file):
        while qgis.poll() is None:
            large_campaign.write_query(1, scored, list(range(1, 100)), [], "variance")
    assert qgis.communicate()[0] == "0\n"
