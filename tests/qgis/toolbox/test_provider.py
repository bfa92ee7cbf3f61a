"""The provider, its example model, loading and unloading."""

import json
from pathlib import Path

from alcd.bridge.settings import Settings
from alcd.plugin import Plugin
from alcd.toolbox import provider as provider_module
from alcd.toolbox.algorithms import ALGORITHMS
from alcd.toolbox.provider import example_models
from qgis.core import QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QSettings

MODEL = "Two orthophotos to change polygons"
CHAIN = ["create", "suggest", "label", "train", "query", "label", "train", "predict", "polygons"]


def test_all_algorithms_and_the_model_are_offered(provider):
    names = {algorithm.name() for algorithm in provider.algorithms()}
    assert names == {algorithm.NAME for algorithm in ALGORITHMS} | {MODEL}


def test_the_example_model_is_complete(provider):
    model = provider.algorithm(MODEL).create()
    assert model.validate() == (True, [])
    assert model.canExecute()[0]


def test_the_example_model_runs_from_rasters_to_polygons(run, rasters, polygons, tmp_path):
    from qgis.core import QgsProcessingContext, QgsProject

    QgsProject.instance().addMapLayer(polygons)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    folder, output = tmp_path / "place.alcd", str(tmp_path / "changes.gpkg")
    parameters = {
        "before": rasters[0],
        "after": rasters[1],
        "reference": polygons.id(),
        "campaign_folder": str(folder),
        "first_tiles": 7,
        "download": True,
        "device": "cpu",
        "polygons:Change polygons": output,
        "predict:Probability of change": str(tmp_path / "probability.tif"),
    }
    outcome = run(MODEL, parameters, context)
    assert outcome.ok, outcome.words
    entries = [json.loads(line) for line in (folder / "arguments.jsonl").read_text().splitlines()]
    assert sorted(entry["job"] for entry in entries) == sorted(CHAIN)
    assert [entry["job"] for entry in entries[:5]] == CHAIN[:5]
    assert entries[1]["values"]["count"] == "7"
    assert all("download" in entries[place]["values"] for place in (1, 3))
    assert {entry["values"].get("device", "cpu") for entry in entries} == {"cpu"}
    assert QgsVectorLayer(output).isValid()
    QgsProject.instance().clear()


def test_the_example_model_starts_with_the_user_s_device(settings):
    Settings(device="cpu").save()
    (model,) = example_models()
    assert model.parameterDefinition("device").defaultValue() == "cpu"
    for child in model.childAlgorithms().values():
        if "device" in child.parameterSources():
            assert [source.parameterName() for source in child.parameterSources()["device"]] == ["device"]


def test_the_example_model_is_translated_into_qgis_s_language(provider, monkeypatch):
    monkeypatch.setattr(provider_module, "tr", str.upper)
    (model,) = example_models()
    assert model.parameterDefinition("encoder_depth").description() == "ENCODER DEPTH"
    assert model.helpContent()["before"] == "ORTHOPHOTO OF THE FIRST DATE"
    assert model.parameterDefinition("polygons:Change polygons").description() == "CHANGE POLYGONS"
    assert model.name() == MODEL


def test_models_contain_no_local_paths():
    for file in (Path(__file__).resolve().parents[3] / "resources" / "models").glob("*"):
        assert not any(word in file.read_text("utf-8") for word in ("/home/", "/root/", "/work/", "/tmp/"))
    assert [model.name() for model in example_models()] == [MODEL]


def test_unloading_leaves_no_provider_and_no_settings(settings):
    before = set(QSettings().allKeys())
    for _ in range(2):
        plugin = Plugin(None)
        plugin.initProcessing()
        assert QgsApplication.processingRegistry().providerById("alcd") is not None
        plugin.unload()
        assert QgsApplication.processingRegistry().providerById("alcd") is None
    assert set(QSettings().allKeys()) == before


def test_unloading_twice_is_harmless(settings):
    plugin = Plugin(None)
    plugin.unload()
    plugin.unload()
