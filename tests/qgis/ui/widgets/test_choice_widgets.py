"""Choices in the dialogs of Processing: text on the screen, values for scripts and models."""

import sys

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingModelAlgorithm
from qgis.gui import QgsProcessingModelerParameterWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog

PLUGINS = "/usr/share/qgis/python/plugins"  # where Debian installs Processing


class AlgorithmDialog(QDialog):
    """Processing dialogs are distinguished by the names of their classes."""


class BatchAlgorithmDialog(QDialog):
    pass


class ModelerParametersDialog(QDialog):
    def __init__(self):
        super().__init__()
        self.model, self.childId, self.context = QgsProcessingModelAlgorithm(), "train", QgsProcessingContext()


@pytest.fixture
def make(qgis_application):
    """``make(job, name, dialog)``: the widget that Processing creates for a parameter."""
    from alcd.plugin import Plugin

    sys.path.append(PLUGINS)
    factory = pytest.importorskip("processing.gui.wrappers").WidgetWrapperFactory
    plugin = Plugin(None)
    plugin.initProcessing()
    kept = []

    def wrapper(job, name, dialog):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"alcd:{job}")
        kept.extend((algorithm, dialog))
        return factory.create_wrapper(algorithm.parameterDefinition(name), dialog)

    yield wrapper
    plugin.unload()
    sys.path.remove(PLUGINS)


@pytest.mark.parametrize("kind", [AlgorithmDialog, BatchAlgorithmDialog])
def test_a_choice_is_shown_as_text_and_returned_as_its_value(make, kind):
    wrapper, context = make("train", "method", kind()), QgsProcessingContext()
    box = wrapper.createWrappedWidget(context)
    assert (wrapper.parameterValue(), box.currentText()[:17]) == ("mcbn", "MCBN: one network")
    changed = []
    wrapper.widgetValueHasChanged.connect(changed.append)
    box.setCurrentIndex(0)
    assert (wrapper.parameterValue(), box.currentText()[:9], len(changed)) == ("ensemble", "Ensemble:", 1)
    wrapper.setParameterValue("mcbn", context)  # from QGIS's history
    assert box.currentText().startswith("MCBN")


def test_an_optional_choice_can_be_unset_again(make):
    wrapper, context = make("train", "fusion", AlgorithmDialog()), QgsProcessingContext()
    box = wrapper.createWrappedWidget(context)
    assert (wrapper.parameterValue(), box.currentText()) == (None, "Automatic")
    wrapper.setParameterValue("concatenation", context)
    assert wrapper.parameterValue() == "concatenation"
    wrapper.setParameterValue(None, context)
    assert wrapper.parameterValue() is None


def test_several_choices_are_checked_by_their_texts(make):
    wrapper, context = make("simulate", "method", AlgorithmDialog()), QgsProcessingContext()
    box = wrapper.createWrappedWidget(context)
    assert wrapper.parameterValue() is None
    wrapper.setParameterValue("single,mcbn", context)
    assert wrapper.parameterValue() == ["mcbn", "single"]
    items = [box.item(number) for number in range(box.count())]
    ticked = [item.text().split(":")[0] for item in items if item.checkState() == Qt.CheckState.Checked]
    assert ticked == ["MCBN", "Single"]


def test_the_model_designer_keeps_its_own_widget_and_the_value(make):
    wrapper = make("train", "method", ModelerParametersDialog())
    assert isinstance(wrapper, QgsProcessingModelerParameterWidget)
    assert wrapper.value().staticValue() == "mcbn"
