"""Choices in words, in the dialogs of Processing; the values behind them stay what scripts and models write."""

from __future__ import annotations

from typing import Any, List

from qgis.core import NULL, QgsProcessingContext, QgsProcessingParameterDefinition
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsGui, QgsProcessingGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QListWidget, QListWidgetItem

from ...toolbox.parameters import choice_words
from .choice_box import choice_box


class ChoiceWidget:
    """What Processing makes the widget of a parameter with, named in the parameter's metadata.

    A class, since Processing calls nothing else; it gives a wrapper of QGIS's. The model designer, where a value may
    also come from an input or an expression, keeps QGIS's own widget with the plain values, and so do the narrow cells
    of a batch where several may be chosen.
    """

    def __new__(cls, parameter: QgsProcessingParameterDefinition, dialog: QDialog, *_: int) -> Any:
        registry, kinds, window = QgsGui.processingGuiRegistry(), QgsProcessingGui.WidgetType, type(dialog).__name__
        kind = kinds.Batch if window == "BatchAlgorithmDialog" else kinds.Standard
        if window == "ModelerParametersDialog":
            made = registry.createModelerParameterWidget(dialog.model, dialog.childId, parameter, dialog.context)
        elif not parameter.allowMultiple():
            made = OneChoice(parameter, kind)
        elif kind == kinds.Standard:
            made = SeveralChoices(parameter, kind)
        else:
            made = registry.createParameterWidgetWrapper(parameter, kind)
        made.setDialog(dialog)
        return made


class OneChoice(QgsAbstractProcessingParameterWidgetWrapper):
    """A combo box."""

    def createWidget(self) -> QComboBox:  # noqa: N802
        parameter = self.parameterDefinition()
        optional = bool(parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)
        box = choice_box(choice_words(parameter), or_none=optional)
        box.currentIndexChanged.connect(lambda *_: self.widgetValueHasChanged.emit(self))
        return box

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:  # noqa: ARG002, N802
        value = self.parameterDefinition().defaultValue() if value == NULL else value
        box = self.wrappedWidget()  # what Python made is not valid any more: the dialog owns it
        box.setCurrentIndex(max(box.findData(value), 0))

    def widgetValue(self) -> Any:  # noqa: N802
        return self.wrappedWidget().currentData()


class SeveralChoices(QgsAbstractProcessingParameterWidgetWrapper):
    """A list with a tick before each choice; None where none is ticked."""

    def createWidget(self) -> QListWidget:  # noqa: N802
        box = QListWidget()
        for value, words in choice_words(self.parameterDefinition()).items():
            item = QListWidgetItem(words, box)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setCheckState(Qt.CheckState.Unchecked)
        box.setFixedHeight(box.sizeHintForRow(0) * box.count() + 2 * box.frameWidth())
        box.itemChanged.connect(lambda *_: self.widgetValueHasChanged.emit(self))
        return box

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:  # noqa: ARG002, N802
        chosen = value.split(",") if isinstance(value, str) else value or []
        for item in self._items():
            ticked = item.data(Qt.ItemDataRole.UserRole) in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def widgetValue(self) -> Any:  # noqa: N802
        ticked = [item for item in self._items() if item.checkState() == Qt.CheckState.Checked]
        return [item.data(Qt.ItemDataRole.UserRole) for item in ticked] or None

    def _items(self) -> List[QListWidgetItem]:
        box = self.wrappedWidget()
        return [box.item(number) for number in range(box.count())]
