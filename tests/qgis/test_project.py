"""The demo's QGIS project: written and opened by QGIS's own Python, in separate processes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
from rasters import write_polygons, write_raster

ROOT = Path(__file__).resolve().parents[2]
LEFT, TOP = 2_600_000.0, 1_200_000.0
OPEN = """
import json, sys
from qgis.core import QgsApplication, QgsProject
application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
ok = project.read(sys.argv[1])
view = project.viewSettings().defaultViewExtent()
root = project.layerTreeRoot()
print(json.dumps({
    "ok": ok, "title": project.title(), "crs": project.crs().authid(),
    "layers": {layer.name(): [layer.isValid(), layer.source()] for layer in project.mapLayers().values()},
    "groups": {group.name(): [node.name() for node in group.findLayers()] for group in root.findGroups()},
    "visible": [node.name() for node in root.findLayers() if node.isVisible()],
    "renderers": {layer.name(): layer.renderer().type() for layer in project.mapLayers().values()},
    "view": [view.xMinimum(), view.yMinimum(), view.xMaximum(), view.yMaximum()],
}))
application.exitQgis()
"""


def qgis(arguments, text=""):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "GDAL_PAM_ENABLED": "NO"}
    done = subprocess.run([sys.executable, *arguments], input=text, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def written(tmp_path):
    folder = tmp_path / "made"
    folder.mkdir()
    write_raster(folder / "before.tif", np.full((3, 80, 100), 90, np.uint8))
    write_raster(folder / "probability.tif", np.full((1, 80, 100), 0.4, np.float32))
    write_polygons(folder / "changes.gpkg", [(LEFT, TOP - 20, LEFT + 20, TOP)])
    styles = ROOT / "resources" / "styles"

    def layer(name, source, style="", vector=False, group="Maps", visible=True):
        return {"name": name, "source": str(folder / source), "vector": vector, "group": group, "visible": visible,
                "style": str(styles / style) if style else ""}  # fmt: skip

    layers = [
        layer("Change polygons", "changes.gpkg|layername=changes", "polygons.qml", vector=True, group="Result"),
        layer("Probability", "probability.tif", "probability.qml", visible=False),
        layer("Missing", "missing.tif"),
        layer("Before", "before.tif"),
    ]
    description = {"output": str(folder / "demo.qgz"), "title": "Ansbach", "layers": layers}
    qgis([str(ROOT / "resources" / "project.py")], json.dumps(description))
    return folder


def opened(folder):
    return json.loads(qgis(["-c", OPEN, str(folder / "demo.qgz")]).splitlines()[-1])


def test_the_layers_are_valid_styled_and_in_their_groups(written):
    project = opened(written)
    assert project["ok"]
    assert project["title"] == "Ansbach"
    assert project["crs"] == "EPSG:2056"
    assert project["groups"] == {"Result": ["Change polygons"], "Maps": ["Probability", "Before"]}
    assert all(valid for valid, _ in project["layers"].values())
    assert project["visible"] == ["Change polygons", "Before"]
    assert project["renderers"]["Probability"] == "singlebandpseudocolor"


def test_a_missing_layer_is_left_out(written):
    assert "Missing" not in opened(written)["layers"]


def test_paths_are_relative_so_that_the_folder_can_be_moved(written, tmp_path):
    with zipfile.ZipFile(written / "demo.qgz") as archive:
        text = archive.read("demo.qgs").decode("utf-8")
    assert "./before.tif" in text
    assert str(written) not in text
    moved = tmp_path / "elsewhere"
    shutil.move(written, moved)
    project = opened(moved)
    assert all(valid and str(moved) in source for valid, source in project["layers"].values())


def test_it_opens_zoomed_to_the_region(written):
    left, bottom, right, top = opened(written)["view"]
    assert left < LEFT < LEFT + 50 < right
    assert bottom < TOP - 40 < TOP < top
    assert right - left < 60
    with zipfile.ZipFile(written / "demo.qgz") as archive:
        assert 'name="theMapCanvas"' in archive.read("demo.qgs").decode("utf-8")


def test_no_file_is_left_beside_the_rasters(written):
    assert {path.name for path in written.iterdir()} == {"before.tif", "probability.tif", "changes.gpkg", "demo.qgz"}
