"""The building map to compare the change polygons with, and how the outlines are drawn."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import QgsMapLayerProxyModel

from ...bridge.texts import tr
from ...toolbox.building_layers import building_values
from ..session.campaign_layers import VECTORS
from ..widgets.selected_only import SelectedOnlyBox


class BuildingOptions:
    """Controls the widgets of ``page`` (a ResultsPage) above the button for change polygons."""

    def __init__(self, page: Any, session: Any) -> None:
        self._page, self._session = page, session
        page.buildings_combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        page.buildings_combo.setAllowEmptyLayer(True, tr("None"))
        page.buildings_combo.setLayer(None)
        self._selected_only = SelectedOnlyBox(page.buildings_combo, page.buildings_form)
        page.id_combo.setAllowEmptyFieldName(True)
        page.tolerance_box.setSpecialValueText(tr("Measured"))
        page.tolerance_box.setClearValue(page.tolerance_box.minimum(), tr("Measured"))
        page.tolerance_box.setValue(page.tolerance_box.minimum())
        page.buildings_combo.layerChanged.connect(self._change_layer)
        self._change_layer(None)

    def exclude_own_layers(self) -> None:
        """Exclude the campaign's own layers from the building maps."""
        layers = self._session.layers
        own = [layers.layer(role) for role in (*VECTORS, "polygons", "buildings")]
        self._page.buildings_combo.setExceptedLayerList([layer for layer in own if layer is not None])

    def values(self) -> Dict[str, Any]:
        """Parameters of the job ``polygons``. Raises InputError if the layer cannot be used."""
        page = self._page
        values: Dict[str, Any] = {"right_angles": True} if page.right_angles_box.isChecked() else {}
        layer = page.buildings_combo.currentLayer()
        if layer is None:
            return values
        values.update(building_values(layer, page.id_combo.currentField(), self._selected_only.isChecked()))
        if page.tolerance_box.value() > page.tolerance_box.minimum():
            values["tolerance"] = page.tolerance_box.value()
        return values

    def _change_layer(self, layer: Any) -> None:
        page = self._page
        page.id_combo.setLayer(layer)
        for widget in (page.id_label, page.id_combo, page.tolerance_label, page.tolerance_box):
            widget.setVisible(layer is not None)
