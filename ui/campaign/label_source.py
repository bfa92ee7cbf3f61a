"""Where labels are imported from: polygons of the changes, or two states of a building map."""

from __future__ import annotations

from typing import Any, Dict, List

from qgis.core import QgsMapLayerProxyModel

from ...alcd_core.errors import InputError
from ...bridge.texts import tr
from ...toolbox.layers import vector_file
from ..widgets.selected_only import SelectedOnlyBox

CHANGES, BUILDINGS = "changes", "buildings"


class LabelSource:
    """Controls the widgets of ``page`` (a CampaignPage) that choose the layers to label from."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._combos = {
            "reference": page.reference_combo,
            "buildings_before": page.map_before_combo,
            "buildings_after": page.map_after_combo,
        }
        for combo in self._combos.values():
            combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self._selected = {name: SelectedOnlyBox(combo, page.import_form) for name, combo in self._combos.items()}
        for text, source in ((tr("Polygons of change"), CHANGES), (tr("Two building maps"), BUILDINGS)):
            page.source_combo.addItem(text, source)
        box = page.map_tolerance_box
        box.setSpecialValueText(tr("Automatic"))
        box.setClearValue(box.minimum(), tr("Automatic"))
        box.setValue(box.minimum())
        page.source_combo.currentIndexChanged.connect(self._show)
        page.import_group.collapsedStateChanged.connect(self._show)  # expanding it shows everything in it
        self._show()

    def exclude(self, layers: List[Any]) -> None:
        """Exclude the campaign's own layers."""
        for combo in self._combos.values():
            combo.setExceptedLayerList(layers)

    def values(self) -> Dict[str, Any]:
        """Parameters of the job ``label``. Raises InputError if a layer is missing or cannot be used."""
        names = [name for name in self._combos if self._is_used(name)]
        layers = {name: self._combos[name].currentLayer() for name in names}
        if None in layers.values():
            raise InputError(tr("Choose a polygon layer."), tr("Add one to the project first."))
        if len({layer.id() for layer in layers.values()}) < len(layers):
            raise InputError(tr("Both building maps are the same layer."), tr("Choose two different layers."))
        box = self._page.map_tolerance_box
        is_given = self._page.source_combo.currentData() == BUILDINGS and box.value() > box.minimum()
        tolerance = {"tolerance": box.value()} if is_given else {}
        files = {name: vector_file(layer, self._selected[name].isChecked()) for name, layer in layers.items()}
        return {**files, **tolerance}

    def _is_used(self, name: str) -> bool:
        return (name == "reference") == (self._page.source_combo.currentData() == CHANGES)

    def _show(self, *_: Any) -> None:
        page = self._page
        labels = (page.reference_label, page.map_before_label, page.map_after_label)
        for (name, combo), label in zip(self._combos.items(), labels):
            for widget in (combo, label):
                widget.setVisible(self._is_used(name))
            self._selected[name].set_used(self._is_used(name))
        for widget in (page.map_tolerance_label, page.map_tolerance_box):
            widget.setVisible(self._is_used("buildings_before"))
