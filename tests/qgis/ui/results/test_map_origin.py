"""Map layers are named after the round whose model made them, and maps of other campaigns are rejected."""

import ast
import json
from pathlib import Path

import numpy as np
import pytest
from alcd.ui.dock import Panel
from alcd.ui.results.map_origin import CARD_FILE, MapOrigin, map_name, origin_of
from alcd.ui.session.opinions import MODEL_TAG
from alcd.ui.session.session import Session
from osgeo import gdal
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt

ROOT = Path(__file__).resolve().parents[4]
FILES = {1: {"network-0.safetensors": "aa" * 32}, 2: {"network-0.safetensors": "bb" * 32, "statistics-0": "cc" * 32}}
OTHER = "0123456789abcdef"


@pytest.fixture
def trained(campaign):
    """A campaign with two rounds, whose cards list their models' files."""
    from alcd.alcd_core.campaign.rounds import Round

    for number in (1, 2):
        add_round(
            campaign,
            Round(number, "2026-01-02T03:04:05+00:00", model=f"models/round-{number:03}", labelled=5),
            FILES[number],
        )
    return campaign


def add_round(campaign, new, files):
    folder = campaign.folder / new.model
    folder.mkdir(parents=True)
    (folder / CARD_FILE).write_text(json.dumps({"files": files}), "utf-8")
    campaign.add_round(new)


@pytest.fixture
def make_map(trained):
    """Writes a map into the campaign's folder, as ``predict`` does: ``make_map(name, model)``."""

    def write(name, model):
        path = trained.folder / "maps" / name
        path.parent.mkdir(exist_ok=True)
        raster = gdal.GetDriverByName("GTiff").Create(str(path), 16, 16, 1, gdal.GDT_Float32)
        raster.SetGeoTransform((500000, 10, 0, 5400000, 0, -8))
        raster.SetMetadataItem(MODEL_TAG, model)
        raster.WriteArray(np.full((16, 16), 0.5, np.float32))
        return str(path)

    return write


@pytest.fixture
def page(project, window, qgis_application, trained):
    bar = QgsMessageBar(window.window)
    window.messageBar = lambda: bar
    session = Session(project)
    dock = Panel(session, window, window.window)
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    session.open(trained.folder)
    qgis_application.processEvents()
    dock.results_page.message_bar = bar
    yield dock.results_page
    dock.unload()


def show(page, trained, **paths):
    page._show_result("predict", {"campaign": str(trained.folder), **paths})


def test_the_round_whose_model_made_a_map_is_known(trained, make_map):
    assert origin_of(make_map("a.tif", identity(2)), trained) == MapOrigin(2, is_latest=True, is_foreign=False)
    assert origin_of(make_map("b.tif", identity(1)), trained) == MapOrigin(1, is_latest=False, is_foreign=False)
    assert origin_of(make_map("c.tif", OTHER), trained) == MapOrigin(None, is_latest=False, is_foreign=True)


def test_a_map_without_a_model_identity_has_no_origin(trained, make_map, tmp_path):
    nobody = MapOrigin(None, is_latest=False, is_foreign=False)
    assert origin_of(make_map("a.tif", ""), trained) == nobody
    assert origin_of(str(tmp_path / "missing.tif"), trained) == nobody
    assert map_name("uncertainty", nobody) == "uncertainty"


def test_a_round_whose_card_is_missing_or_damaged_matches_no_map(trained, make_map):
    path, cards = make_map("a.tif", identity(1)), trained.folder / "models"
    (cards / "round-001" / CARD_FILE).write_text("[]", "utf-8")
    assert origin_of(path, trained).is_foreign
    (cards / "round-002" / CARD_FILE).unlink()
    assert origin_of(path, trained).is_foreign


def test_the_identity_is_the_one_stored_in_maps():
    """The same formula, and the same names, as in the core, which cannot be imported here."""
    core = ROOT / "alcd_core"
    card = (core / "network" / "card.py").read_text("utf-8")
    assert 'hashlib.sha256("".join(sorted(self.files.values())).encode()).hexdigest()[:16]' in card
    assert constant(core / "imagery" / "map_writer.py", "MODEL_TAG") == MODEL_TAG
    assert constant(core / "network" / "card.py", "CARD_FILE") == CARD_FILE


def constant(file, name):
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and node.targets[0].id == name:
            return node.value.value
    raise AssertionError(f"{file} has no {name}")


def test_the_map_layers_are_named_after_their_round(page, trained, make_map):
    show(page, trained, output=make_map("p.tif", identity(2)), uncertainty=make_map("u.tif", identity(2)))
    names = [page._session.layers.layer(role).name() for role in ("probability", "uncertainty")]
    assert names == ["Probability of change, round 2", "Uncertainty, round 2"]


def test_a_newer_model_makes_existing_maps_outdated(page, trained, make_map):
    from alcd.alcd_core.campaign.rounds import Round

    show(page, trained, output=make_map("p.tif", identity(2)), uncertainty=make_map("u.tif", identity(2)))
    page._session.layers.layer("uncertainty").setName("mine")
    add_round(
        trained,
        Round(3, "2026-01-02T03:04:05+00:00", model="models/round-003", labelled=9),
        {"network-0.safetensors": "dd" * 32},
    )
    page._session.reload()
    names = [page._session.layers.layer(role).name() for role in ("probability", "uncertainty")]
    assert names == ["Probability of change, round 2 (not the latest model)", "mine"]


def test_a_map_in_a_reopened_project_is_named_after_its_round_too(page, trained, make_map, project, tmp_path):
    path = make_map("p.tif", identity(2))
    show(page, trained, output=path, uncertainty=make_map("u.tif", identity(2)))
    assert project.write(str(tmp_path / "town.qgz"))
    project.clear()
    make_map("p.tif", identity(1))
    assert project.read(str(tmp_path / "town.qgz"))
    assert page._session.layers.layer("probability").name() == "Probability of change, round 1 (not the latest model)"


def test_another_campaign_s_map_is_refused(page, trained, make_map, project, tmp_path):
    show(page, trained, output=make_map("p.tif", identity(2)), uncertainty=make_map("u.tif", identity(2)))
    assert project.write(str(tmp_path / "town.qgz"))
    project.clear()
    make_map("p.tif", OTHER)
    assert project.read(str(tmp_path / "town.qgz"))
    layers = page._session.layers
    assert layers.layer("probability") is None
    assert layers.layer("uncertainty").name() == "Uncertainty, round 2"
    assert any(
        "p.tif was made with a model that does not belong to this campaign" in item.text()
        for item in page.message_bar.items()
    )
    page._session.close()
    assert [layer.name() for layer in project.mapLayers().values()] == ["Probability of change, round 2"]


def identity(number):
    """The identity of a round's model."""
    import hashlib

    return hashlib.sha256("".join(sorted(FILES[number].values())).encode()).hexdigest()[:16]
