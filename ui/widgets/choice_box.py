"""A combo box that shows its choices as readable text, even in a narrow form."""

from __future__ import annotations

from typing import Mapping

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from ...bridge.texts import tr

LETTERS = 10  # minimum number of letters shown in a narrow box


def choice_box(choices: Mapping[str, str], or_none: bool) -> QComboBox:
    """A box with these values (as item data) and their texts; ``or_none`` adds "Automatic" with the value None."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(LETTERS)
    if or_none:
        box.addItem(tr("Automatic"), None)
    for value, words in choices.items():
        box.addItem(words, value)
        box.setItemData(box.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
    view = box.view()
    view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * view.frameWidth())  # the list is as wide as its texts
    return box
