"""Every job's description becomes parameters of QGIS's own types."""

import html
import re

import pytest
from alcd.alcd_core.jobs.job import Kind, ParameterInfo
from alcd.alcd_core.jobs.registry import jobs
from alcd.bridge.settings import Settings, load_settings
from alcd.toolbox.algorithms import ALGORITHMS
from alcd.toolbox.parameters import choice_words, qgis_parameter
from alcd.toolbox.resources import RESOURCES
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsUnitTypes,
)

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
FACES = [algorithm.NAME for algorithm in ALGORITHMS]


def definition(provider, job, name):
    return provider.algorithm(job).parameterDefinition(name)


@pytest.mark.parametrize("job", FACES)
def test_an_algorithm_has_all_parameters_of_its_job(provider, job):
    algorithm = provider.algorithm(job)
    for name, info in jobs()[job].infos().items():
        found = algorithm.parameterDefinition(name)
        assert found is not None, name
        assert found.help() == info.help
        assert bool(found.flags() & ADVANCED) == info.advanced
        if info.required:
            assert not found.flags() & OPTIONAL


def test_every_kind_of_parameter_has_a_type_in_qgis(qgis_application):
    for kind in (value for name, value in vars(Kind).items() if not name.startswith("_")):
        found = qgis_parameter("name", ParameterInfo("help", kind, choices={"a": "One way", "b": "Another way"}), None)
        assert found.checkValueIsAcceptable(None) or not found.flags() & OPTIONAL


@pytest.mark.parametrize(
    ("job", "name", "kind"),
    [
        ("create", "campaign", "file"),
        ("create", "before", "raster"),
        ("create", "aoi", "source"),
        ("create", "extent", "extent"),
        ("create", "gsd", "distance"),
        ("create", "crs", "crs"),
        ("train", "campaign", "file"),
        ("train", "method", "enum"),
        ("train", "encoder_weights", "file"),
        ("train", "download", "boolean"),
        ("train", "epochs", "number"),
        ("query", "tiles", "sink"),
        ("predict", "output", "rasterDestination"),
        ("polygons", "output", "vectorDestination"),
        ("polygons", "building_id", "field"),
    ],
)
def test_parameters_have_qgis_own_types(provider, job, name, kind):
    assert definition(provider, job, name).type() == kind


def test_bounds_units_and_defaults_come_from_the_job(provider):
    count = definition(provider, "suggest", "count")
    assert count.dataType() == QgsProcessingParameterNumber.Type.Integer
    assert (count.minimum(), count.maximum(), count.defaultValue()) == (1, 100_000, 50)
    gsd = definition(provider, "create", "gsd")
    assert gsd.defaultUnit() == QgsUnitTypes.DistanceUnit.DistanceMeters
    assert gsd.flags() & OPTIONAL
    assert definition(provider, "polygons", "min_area").description() == "Minimum area (m²)"


def test_optional_outputs_are_not_created_by_default(provider):
    assert not definition(provider, "predict", "uncertainty").createByDefault()
    assert definition(provider, "predict", "output").createByDefault()


def test_vectors_are_polygons(provider):
    assert definition(provider, "label", "reference").dataTypes() == [QgsProcessing.SourceType.TypeVectorPolygon]


def test_the_user_s_device_and_weights_are_the_defaults(provider):
    Settings(python=load_settings().python, device="cpu", encoder_weights="/a/file.safetensors").save()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("alcd:train")
    assert algorithm.parameterDefinition("device").defaultValue() == "cpu"
    assert algorithm.parameterDefinition("encoder_weights").defaultValue() == "/a/file.safetensors"


@pytest.mark.parametrize("weights", ["imagenet", "built-in", "none", "/a/file.safetensors"])
def test_weights_are_a_word_or_a_file(provider, weights):
    assert definition(provider, "train", "encoder_weights").checkValueIsAcceptable(weights)


@pytest.mark.parametrize("job", [face for face in FACES if "campaign" in jobs()[face].infos()])
def test_every_algorithm_that_takes_a_campaign_returns_it(provider, job):
    assert provider.algorithm(job).outputDefinition("campaign").type() == "outputFolder"


@pytest.mark.parametrize("job", FACES)
def test_the_help_beside_a_dialog_explains_every_parameter_choice_and_output(provider, job):
    algorithm = provider.algorithm(job)
    text = html.unescape(algorithm.shortHelpString())
    assert text.startswith(f"<p>{jobs()[job].help}</p>")
    for name, info in jobs()[job].infos().items():
        title = algorithm.parameterDefinition(name).description()
        assert re.search(f"<h3>{re.escape(title)}</h3><p>{re.escape(info.help)}", text), name
        assert all(f"• {words} (<i>{value}</i>)" in text for value, words in info.choices.items())
    outputs = text.partition("<h2>Outputs</h2>")[2]
    for output in algorithm.outputDefinitions():
        assert re.search(rf"<h3>{re.escape(output.description())}</h3><p>[A-Z]", outputs), output.name()


@pytest.mark.parametrize("job", FACES)
def test_labels_and_choices_are_readable_texts_and_values_are_identifiers(provider, job):
    for name, info in jobs()[job].infos().items():
        found = definition(provider, job, name)
        assert found.description().startswith(info.label)
        if info.choices:
            assert found.usesStaticStrings()
            assert found.options() == list(info.choices)
            assert list(choice_words(found).items()) == list(info.choices.items())
            assert all(words[0].isupper() and words != value for value, words in info.choices.items())
    if job in ("query", "suggest"):
        assert definition(provider, job, "count").description() == f"Number of tiles to {job}"


@pytest.mark.parametrize("job", FACES)
def test_an_algorithm_has_title_help_icon_and_tags(provider, job):
    algorithm = provider.algorithm(job)
    assert algorithm.displayName() == jobs()[job].title
    assert algorithm.helpUrl().endswith(f"toolbox.html#{job}")
    assert f'<h2 id="{job}">' in (RESOURCES / "help" / "toolbox.html").read_text("utf-8")
    assert not algorithm.icon().isNull()
    assert "change detection" in algorithm.tags()


def test_every_job_has_an_algorithm():
    hidden = {"demo", "cluster", "worker"}  # only for the command line
    assert set(jobs()) - hidden == set(FACES)
