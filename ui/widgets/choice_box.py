"""A combo box whose choices are shown in words, however narrow it is."""

from __future__ import annotations

from typing import Mapping

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from ...bridge.texts import tr

LETTERS = 10  # that a narrow box shows at least


def choice_box(choices: Mapping[str, str], or_none: bool) -> QComboBox:
    """A box with these values (its items' data) and their words; ``or_none``: also one for "Automatic", None."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(LETTERS)
    if or_none:
        box.addItem(tr("Automatic"), None)
    for value, words in choices.items():
        box.addItem(words, value)
        box.setItemData(box.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
    view = box.view()
    view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * view.frameWidth())  # the list is as wide as its words
    return box
