"""Shows choices as readable text in Processing dialogs; scripts and models use the plain values."""

from __future__ import annotations

from typing import Any, List

from qgis.core import NULL, QgsProcessingContext, QgsProcessingParameterDefinition
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsGui, QgsProcessingGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QListWidget, QListWidgetItem

from ...toolbox.parameters import choice_words
from .choice_box import choice_box


class ChoiceWidget:
    """Creates the widget wrapper of a parameter; Processing finds this class through the parameter's metadata.

    Processing requires a class here. The model designer, where a value may also come from an input or an expression,
    keeps QGIS's own widget with the plain values. So do the narrow cells of a batch if several values can be chosen.
    """

    def __new__(cls, parameter: QgsProcessingParameterDefinition, dialog: QDialog, *_: int) -> Any:
        registry, kinds, window = QgsGui.processingGuiRegistry(), QgsProcessingGui.WidgetType, type(dialog).__name__
        kind = kinds.Batch if window == "BatchAlgorithmDialog" else kinds.Standard
        if window == "ModelerParametersDialog":
            wrapper = registry.createModelerParameterWidget(dialog.model, dialog.childId, parameter, dialog.context)
        elif not parameter.allowMultiple():
            wrapper = OneChoice(parameter, kind)
        elif kind == kinds.Standard:
            wrapper = SeveralChoices(parameter, kind)
        else:
            wrapper = registry.createParameterWidgetWrapper(parameter, kind)
        wrapper.setDialog(dialog)
        return wrapper


class OneChoice(QgsAbstractProcessingParameterWidgetWrapper):
    """A combo box."""

    def createWidget(self) -> QComboBox:  # noqa: N802
        parameter = self.parameterDefinition()
        optional = bool(parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)
        box = choice_box(choice_words(parameter), or_none=optional)
        box.currentIndexChanged.connect(lambda *_: self.widgetValueHasChanged.emit(self))
        self._kept = box  # the widget keeps a pointer to this Python object, until it is destroyed
        return box

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:  # noqa: ARG002, N802
        value = self.parameterDefinition().defaultValue() if value == NULL else value
        box = self.wrappedWidget()  # the dialog owns the widget that createWidget returned
        box.setCurrentIndex(max(box.findData(value), 0))

    def widgetValue(self) -> Any:  # noqa: N802
        return self.wrappedWidget().currentData()


class SeveralChoices(QgsAbstractProcessingParameterWidgetWrapper):
    """A list with a check box for each choice; the value is None if none is checked."""

    def createWidget(self) -> QListWidget:  # noqa: N802
        box = QListWidget()
        for value, words in choice_words(self.parameterDefinition()).items():
            item = QListWidgetItem(words, box)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setCheckState(Qt.CheckState.Unchecked)
        box.setFixedHeight(box.sizeHintForRow(0) * box.count() + 2 * box.frameWidth())
        box.itemChanged.connect(lambda *_: self.widgetValueHasChanged.emit(self))
        self._kept = box  # the widget keeps a pointer to this Python object, until it is destroyed
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
