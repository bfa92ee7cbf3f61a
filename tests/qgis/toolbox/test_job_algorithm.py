"""A run of an algorithm: what the worker receives, the outputs, and how errors are shown."""

import gc
import json
import shutil
from pathlib import Path

import pytest
from alcd.alcd_core.errors import InputError
from alcd.bridge.settings import Settings
from alcd.toolbox.layers import further_raster_file
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsProperty,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRenderContext,
    QgsVectorLayer,
)


def received(campaign):
    """What the fake worker was started with, job by job."""
    lines = (Path(campaign) / "arguments.jsonl").read_text().splitlines()
    return {entry["job"]: entry["values"] for entry in map(json.loads, lines)}


@pytest.fixture
def campaign(run, rasters, tmp_path):
    folder = str(tmp_path / "place.alcd")
    outcome = run("create", {"campaign": folder, "before": rasters[0], "after": rasters[1]})
    assert outcome.ok
    assert outcome.results == {"campaign": folder}
    return folder


def test_create_passes_the_rasters_and_returns_the_campaign(campaign, rasters):
    values = received(campaign)["create"]
    assert (values["before"], values["after"], values["tile-size"]) == (*rasters, "256")
    assert not {"aoi", "gsd", "crs", "bands"} & set(values)


def test_all_given_values_reach_the_worker(run, rasters, tmp_path):
    folder = str(tmp_path / "place.alcd")
    given = {"gsd": 0.5, "crs": "EPSG:25832", "bands": "3, 2,1", "tile_size": 64}
    run("create", {"campaign": folder, "before": rasters[0], "after": rasters[1], **given})
    values = received(folder)["create"]
    assert (values["gsd"], values["crs"], values["bands"], values["tile-size"]) == ("0.5", "EPSG:25832", "3,2,1", "64")


def test_further_rasters_of_a_date_repeat_its_option(run, rasters, tmp_path):
    folder = str(tmp_path / "place.alcd")
    more = [str(tmp_path / name) for name in ("heights, 2012.tif", "heights, 2015.tif")]
    for raster, copy in zip(rasters, more):
        shutil.copy(raster, copy)
    given = {"campaign": folder, "before": rasters[0], "after": rasters[1], "more_after": more[1]}
    assert run("create", {**given, "more_before": [more[0]]}).ok
    (line,) = (Path(folder) / "arguments.jsonl").read_text().splitlines()
    options = json.loads(line)["options"]
    assert [one for one in options if "after" in one] == [f"--after={rasters[1]}", f"--after={more[1]}"]
    assert [one for one in options if "before" in one] == [f"--before={rasters[0]}", f"--before={more[0]}"]
    refused = run("create", {**given, "campaign": f"{folder}2", "more_before": [more[0], str(tmp_path / "none.tif")]})
    assert not refused.ok and not Path(f"{folder}2").exists()
    layer = QgsRasterLayer(more[0], "heights")
    for band in (1, 2, 3):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(9, 9)])
    with pytest.raises(InputError, match="heights has a nodata value in QGIS that its file does not have"):
        further_raster_file(layer)


def test_the_example_returns_its_files_and_loads_both_dates_and_the_building_map_but_not_the_truth(run, tmp_path):
    folder = str(tmp_path / "town")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    outcome = run("example", {"folder": folder, "size": 600}, context)
    paths = {name: f"{folder}/{name}" for name in ("before", "after", "truth", "buildings")}
    assert outcome.results == {"folder": folder, **paths}
    values = received(folder)["example"]
    assert (values["size"], values["seed"]) == ("600", "3")
    loaded = context.layersToLoadOnCompletion()
    assert {path: details.name for path, details in loaded.items()} == {
        paths["before"]: "Before",
        paths["after"]: "After",
        paths["buildings"]: "Building map",
    }


def test_an_extent_becomes_an_area_of_interest(run, rasters, tmp_path):
    folder = str(tmp_path / "place.alcd")
    extent = "500010,500020,5399950,5399960 [EPSG:32632]"
    run("create", {"campaign": folder, "before": rasters[0], "after": rasters[1], "extent": extent})
    layer = QgsVectorLayer(received(folder)["create"]["aoi"])
    assert layer.crs().authid() == "EPSG:32632"
    assert layer.extent().toString(0) == "500010,5399950 : 500020,5399960"


def test_a_nodata_value_that_only_qgis_knows_reaches_the_worker(run, rasters, tmp_path):
    layer = QgsRasterLayer(rasters[1], "after")
    for band in range(1, layer.bandCount() + 1):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(255, 255)])
    values = {"before": rasters[0], "after": layer}
    QgsProject.instance().addMapLayer(layer, False)
    run("create", {**values, "campaign": str(tmp_path / "a.alcd")})
    taken = received(tmp_path / "a.alcd")["create"]
    assert taken["nodata-after"] == "255.0" and "nodata-before" not in taken
    run("create", {**values, "campaign": str(tmp_path / "b.alcd"), "mask": "none"})
    assert "nodata-after" not in received(tmp_path / "b.alcd")["create"]
    QgsProject.instance().clear()


def test_progress_messages_metrics_and_the_summary_are_shown(run, campaign):
    outcome = run("suggest", {"campaign": campaign, "count": 5})
    assert outcome.progress[-1] == 100
    for words in ("Beginning", "loss 0.25 (epoch 3)", "A sentence of the worker.", "All done."):
        assert words in outcome.words


def test_layers_in_memory_reach_the_worker_as_files(run, campaign, polygons):
    project = QgsProject.instance()
    project.addMapLayer(polygons)
    context = QgsProcessingContext()
    context.setProject(project)
    run("label", {"campaign": campaign, "reference": polygons.id(), "split": "test"}, context)
    values = received(campaign)["label"]
    assert QgsVectorLayer(values["reference"]).featureCount() == 3
    assert values["split"] == "test"
    project.clear()


def test_the_queried_tiles_are_returned_in_the_order_of_their_rank(run, campaign, tmp_path):
    path = str(tmp_path / "tiles.gpkg")
    outcome = run("query", {"campaign": campaign, "tiles": path})
    assert outcome.results == {"campaign": campaign, "tiles": path}
    layer = QgsVectorLayer(path)
    assert [(tile["rank"], tile["tile_id"]) for tile in layer.getFeatures()] == [(1, 3), (2, 2)]


def test_the_tile_layer_is_optional(run, campaign):
    assert run("query", {"campaign": campaign}).results == {"campaign": campaign}


def test_defined_figures_are_returned_as_numbers(run, campaign, polygons, tmp_path):
    QgsProject.instance().addMapLayer(polygons)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    outcome = run("assess", {"campaign": campaign, "reference": polygons.id()}, context)
    assert outcome.results == {"campaign": campaign, "auc": 0.9, "iou": 0.5}
    QgsProject.instance().clear()


def test_estimated_figures_are_returned_with_their_limits(run, campaign, tmp_path):
    path = str(tmp_path / "figures.json")
    outcome = run("estimate", {"campaign": campaign, "output": path})
    assert outcome.results == {
        "campaign": campaign,
        "output": path,
        "completeness_area": 0.9,
        "completeness_area_low": 0.8,
        "completeness_area_high": 0.95,
    }
    assert received(campaign)["estimate"]["confidence"] == "0.95"


def test_an_audit_is_drawn_and_its_campaign_passed_on(run, campaign):
    assert run("audit", {"campaign": campaign, "count": 30}).results == {"campaign": campaign}
    values = received(campaign)["audit"]
    assert (values["count"], values["seed"]) == ("30", "0")
    assert "release" not in values


def test_relative_paths_are_valid_in_the_worker_too(run, campaign, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    outcome = run("predict", {"campaign": "place.alcd", "output": "probability.tif"})
    assert outcome.ok
    values = received(campaign)["predict"]
    assert values["output"] == str(tmp_path / "probability.tif")
    assert values["encoder-weights" if "encoder-weights" in values else "device"] == "auto"


def test_outputs_get_their_style_when_loaded(run, campaign, tmp_path):
    context = QgsProcessingContext()
    project = QgsProject.instance()
    path = str(tmp_path / "changes.gpkg")
    context.addLayerToLoadOnCompletion(path, QgsProcessingContext.LayerDetails("Changes", project, "output"))
    run("polygons", {"campaign": campaign, "output": path}, context)
    details = context.layerToLoadOnCompletionDetails(path)
    layer = QgsVectorLayer(path)
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback(False))
    colours = [one.symbolLayer(0).strokeColor().name() for one in layer.renderer().symbols(QgsRenderContext())]
    assert len(set(colours)) == 4 and colours[-1] == "#b3321f"  # by kind; the last one is for polygons without a kind


def test_every_output_gets_its_style_even_in_a_second_run_and_twice_in_one_run(run, campaign, tmp_path):
    for number in range(2):
        context = QgsProcessingContext()
        paths = [str(tmp_path / f"{number}_{letter}.gpkg") for letter in "ab"]
        for path in paths:
            details = QgsProcessingContext.LayerDetails("Changes", QgsProject.instance(), "output")
            context.addLayerToLoadOnCompletion(path, details)
            assert run("polygons", {"campaign": campaign, "output": path}, context).ok
            gc.collect()
        for path in paths:
            layer = QgsVectorLayer(path)
            details = context.layerToLoadOnCompletionDetails(path)
            details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback(False))
            colours = [one.symbolLayer(0).strokeColor().name() for one in layer.renderer().symbols(QgsRenderContext())]
            assert len(set(colours)) == 4 and colours[-1] == "#b3321f"
        del details, context  # QGIS deletes what styled the layers


@pytest.mark.parametrize(
    ("given", "method"),
    [
        (0, "ensemble"),
        (1, "mcbn"),
        (["ensemble"], "ensemble"),
        (QgsProperty.fromExpression("0"), "ensemble"),
        (QgsProperty.fromExpression("'ensemble'"), "ensemble"),
        (None, "mcbn"),
    ],
)
def test_a_choice_may_be_given_by_its_index_or_an_expression(run, campaign, given, method):
    assert run("train", {"campaign": campaign, "method": given}).ok
    assert received(campaign)["train"]["method"] == method


@pytest.mark.parametrize(
    ("name", "value"), [("method", 7), ("method", True), ("method", ["mcbn", "ensemble"]), ("members", "many")]
)
def test_invalid_values_are_rejected_and_not_replaced_by_the_default(run, campaign, name, value):
    outcome = run("train", {"campaign": campaign, name: value})
    assert not outcome.ok
    assert "train" not in received(campaign)


def test_an_expression_without_a_value_gives_the_default(run, campaign):
    assert run("train", {"campaign": campaign, "learning_rate": QgsProperty.fromExpression("NULL")}).ok
    assert "learning-rate" not in received(campaign)["train"]


def test_an_extent_outside_the_raster_is_rejected_with_the_layers_name(run, rasters, tmp_path):
    extent = "600000,600010,5399950,5399960 [EPSG:32632]"
    values = {"campaign": str(tmp_path / "n.alcd"), "before": rasters[0], "after": rasters[1], "extent": extent}
    outcome = run("create", values)
    assert not outcome.ok
    assert "The extent lies outside the raster before." in outcome.words


def test_an_invalid_extent_is_reported(run, rasters, tmp_path):
    before, after = rasters
    values = {"campaign": str(tmp_path / "n.alcd"), "before": before, "after": after, "extent": "somewhere"}
    outcome = run("create", values)
    assert not outcome.ok
    assert "The extent somewhere cannot be read." in outcome.words


def test_a_job_stopped_from_outside_is_not_a_success(run, tmp_path):
    outcome = run("suggest", {"campaign": str(tmp_path / "ended.alcd")})
    assert not outcome.ok
    assert "The job was stopped from outside this window." in outcome.words


def test_an_error_of_the_user_is_shown_with_its_hint(run, tmp_path):
    outcome = run("suggest", {"campaign": str(tmp_path / "broken.alcd")})
    assert not outcome.ok
    assert "The campaign is broken. Make another one." in outcome.words


def test_a_crash_is_shown_with_the_last_lines_of_the_log(run, tmp_path):
    outcome = run("suggest", {"campaign": str(tmp_path / "crash.alcd")})
    assert not outcome.ok
    assert "SIGABRT" in outcome.words
    assert "RuntimeError: out of luck" in outcome.words


def test_cancel_stops_the_worker_and_returns_no_results(run, tmp_path):
    outcome = run("suggest", {"campaign": str(tmp_path / "slow.alcd")}, cancel_at=50)
    assert outcome.results == {}


@pytest.mark.parametrize(
    ("job", "values", "sentence"),
    [
        ("suggest", {"count": 0}, "The count is 0; it must be at least 1."),
        ("train", {"method": "magic"}, "The method magic is unknown; choose one of ensemble, mcbn."),
        ("create", {"bands": "red"}, "The bands are not numbers separated by commas: red. Write them as in 1,2,3."),
        ("create", {"bands": "0,1"}, "The bands are counted from 1; 0 is not a valid band number."),
        ("create", {"crs": "nonsense"}, "The CRS nonsense is unknown. Write it as in EPSG:25832."),
        ("create", {"aoi": "a.gpkg", "extent": "0,1,0,1"}, "Choose either an area of interest or an extent, not both."),
        ("create", {"before": None}, "The before is missing."),
        ("predict", {"output": "map.png"}, "png"),
    ],
)
def test_wrong_parameters_are_reported_in_a_sentence(provider, rasters, tmp_path, job, values, sentence):
    good = {"campaign": str(tmp_path / "place.alcd")}
    if job == "create":
        good.update(before=rasters[0], after=rasters[1])
    algorithm = provider.algorithm(job).create()
    fine, message = algorithm.checkParameterValues({**good, **values}, QgsProcessingContext())
    assert not fine
    assert sentence in message


def test_wrong_parameters_are_rejected_even_without_a_previous_check(run, campaign):
    outcome = run("suggest", {"campaign": campaign, "count": -1})
    assert not outcome.ok
    assert "it must be at least 1" in outcome.words
    assert "suggest" not in received(campaign)


def test_without_an_environment_the_message_shows_where_to_set_one_up(run, provider, tmp_path):
    Settings().save()
    ready, message = provider.algorithm("train").canExecute()
    assert not ready
    assert "not set up yet" in message
    assert "Settings > Options > ALCD" in message
    outcome = run("train", {"campaign": str(tmp_path)})
    assert not outcome.ok
    assert "not set up yet" in outcome.words


def test_a_chosen_python_that_no_longer_exists_is_reported(provider):
    Settings(python="/nowhere/python").save()
    assert "/nowhere/python" in provider.algorithm("train").canExecute()[1]


def test_errors_are_raised_as_processing_exceptions(provider, tmp_path):
    algorithm = provider.algorithm("suggest").create()
    with pytest.raises(QgsProcessingException, match="The campaign is broken"):
        algorithm.processAlgorithm(
            {"campaign": str(tmp_path / "broken.alcd")}, QgsProcessingContext(), QgsProcessingFeedback(False)
        )
