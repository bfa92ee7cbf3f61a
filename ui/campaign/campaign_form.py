"""The form for a new campaign; previews its tiles on the map."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsProviderRegistry, QgsRasterLayer, QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QFileDialog

from ...alcd_core.campaign.imagery_dates import checked_dates
from ...alcd_core.errors import AlcdError, WorkerError
from ...alcd_core.jobs.example import proposed_settings
from ...alcd_core.jobs.registry import jobs
from ...bridge.texts import tr
from ...bridge.worker_setup import require_worker
from ..session.preview import Preview
from ..widgets.figures import figure, rounded
from ..widgets.messages import Messages
from ..widgets.parameter_form import ParameterForm
from ..widgets.selected_only import SelectedOnlyBox
from .grid_band import GridBand
from .new_campaign import campaign_folder, grid_values, suggested_folder, suggested_name

ADVANCED = (
    "more_before",
    "more_after",
    "tile_size",
    "overlap",
    "gsd",
    "crs",
    "bands",
    "bands_before",
    "bands_after",
    "mask",
    "nodata",
    "nodata_before",
    "nodata_after",
)
FOLDER_KEY = "alcd/campaigns_folder"


class CampaignForm:
    """Controls the widgets of ``page`` (a CampaignPage) that belong to the new campaign."""

    def __init__(self, page: Any, iface: Any, messages: Messages) -> None:
        self._page, self._iface, self._messages = page, iface, messages
        self._band = GridBand(iface.mapCanvas())
        self._preview = Preview("preview", page)
        self._more = ParameterForm(page.advanced_form, self._update_preview)
        self._more.add(jobs()["create"], ADVANCED)
        self._named_by_user = False
        self._active = False
        self._proposed: Dict[str, Any] = {}  # settings that come with the imagery; see the job ``example``
        self._added: List[str] = []  # ids of the layers that were added from files here
        page.before_combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        page.after_combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        page.aoi_combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        page.aoi_combo.setAllowEmptyLayer(True, tr("Area covered by both dates"))
        page.aoi_combo.setLayer(None)
        self._selected_only = SelectedOnlyBox(page.aoi_combo, page.new_form)
        page.folder_file.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        page.warning_label.hide()
        self._connect()

    def begin(self) -> None:
        """The form is shown."""
        self._active = True
        self._named_by_user = False
        self._page.date_before_edit.clear()
        self._page.date_after_edit.clear()
        self._page.folder_file.setFilePath(QgsSettings().value(FOLDER_KEY, "") or QgsProject.instance().homePath())
        self._choose_two_layers()
        self._change_layers()

    def fill(self, before: str, after: str, name: str) -> None:
        """Fill in these two raster files, and the folder that contains them as the parent folder."""
        page = self._page
        page.folder_file.setFilePath(str(Path(after).parent))
        page.name_edit.setText(name)
        self._named_by_user = True
        for path, combo in ((before, page.before_combo), (after, page.after_combo)):
            self._add_raster(path, combo)
        layer, canvas = page.after_combo.currentLayer(), self._iface.mapCanvas()
        canvas.setExtent(canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent()))
        canvas.refresh()

    def end(self) -> None:
        """The form is hidden."""
        self._active = False
        self._preview.cancel()
        self._band.clear()

    def remove_added_layers(self) -> None:
        """Remove the layers added here, since the campaign has its own now. Layers that were in the project stay."""
        project, added = QgsProject.instance(), self._added
        self._added = []
        project.removeMapLayers([identifier for identifier in added if project.mapLayer(identifier) is not None])

    def create_values(self) -> Dict[str, Any]:
        """Parameters of the job ``create``. Raises InputError."""
        folder = self._page.folder_file.filePath()
        path = campaign_folder(folder, self._page.name_edit.text())
        values = {"campaign": str(path), **self._grid_values(), **self._dates()}
        jobs()["create"].parse(values)
        QgsSettings().setValue(FOLDER_KEY, folder)
        return values

    def _connect(self) -> None:
        page = self._page
        for combo in (page.before_combo, page.after_combo):
            combo.layerChanged.connect(self._change_layers)
        page.aoi_combo.layerChanged.connect(self._update_preview)
        self._selected_only.changed.connect(self._update_preview)
        page.before_file_button.clicked.connect(lambda: self._add_file(page.before_combo))
        page.after_file_button.clicked.connect(lambda: self._add_file(page.after_combo))
        page.name_edit.textEdited.connect(self._note_name)
        self._preview.started.connect(lambda: page.plan_label.setText(tr("Comparing the two dates…")))
        self._preview.ready.connect(self._show_plan)
        self._preview.failed.connect(self._show_problem)

    def _choose_two_layers(self) -> None:
        """Choose the top two rasters: QGIS preselects the same one in both boxes."""
        before, after = self._page.before_combo, self._page.after_combo
        if before.currentLayer() is not None and before.currentLayer() == after.currentLayer() and after.count() > 1:
            after.setCurrentIndex(1 if before.currentIndex() == 0 else 0)

    def _add_file(self, combo: Any) -> None:
        filters = QgsProviderRegistry.instance().fileRasterFilters()
        path, _ = QFileDialog.getOpenFileName(self._page, tr("Choose an Orthophoto"), "", filters)
        if path:
            self._add_raster(path, combo)

    def _add_raster(self, path: str, combo: Any) -> None:
        layer = QgsRasterLayer(path, Path(path).stem)
        if not layer.isValid():
            self._messages.warning(tr("{} cannot be read as a raster.").format(path))
            return
        QgsProject.instance().addMapLayer(layer)
        QgsProject.instance().layerTreeRoot().findLayer(layer.id()).setExpanded(False)
        self._added.append(layer.id())
        combo.setLayer(layer)

    def _note_name(self, *_: Any) -> None:
        self._named_by_user = True

    def _change_layers(self, *_: Any) -> None:
        if not self._named_by_user:
            page = self._page
            page.name_edit.setText(suggested_name(page.before_combo.currentLayer(), page.after_combo.currentLayer()))
        if not self._page.folder_file.filePath():
            self._page.folder_file.setFilePath(suggested_folder(self._page.after_combo.currentLayer()))
        self._take_proposal()
        self._update_preview()

    def _take_proposal(self) -> None:
        """Apply the settings that come with the imagery, if any. What the user chose for other imagery stays."""
        layer = self._page.after_combo.currentLayer()
        proposed = proposed_settings(layer.source()).get("create", {}) if layer is not None else {}
        if proposed != self._proposed:
            job = jobs()["create"]
            defaults = {name: job.default(name) for name in self._proposed}
            self._proposed = proposed
            for name, value in {**defaults, **proposed}.items():
                self._more.choose(name, value)

    def _grid_values(self) -> Dict[str, Any]:
        page = self._page
        layers = (page.before_combo.currentLayer(), page.after_combo.currentLayer(), page.aoi_combo.currentLayer())
        return grid_values(*layers, self._more.values(jobs()["preview"]), self._selected_only.isChecked())

    def _dates(self) -> Dict[str, Any]:
        """When the imagery was taken, as far as the user entered it. Raises InputError."""
        entered = checked_dates(self._page.date_before_edit.text(), self._page.date_after_edit.text())
        return {name: text for name, text in zip(("date_before", "date_after"), entered) if text}

    def _update_preview(self, *_: Any) -> None:
        """Request a preview of the campaign if the form is complete enough."""
        if not self._active:
            return
        self._page.warning_label.hide()
        try:
            values = self._grid_values()
            jobs()["preview"].parse(values)
            require_worker()
        except AlcdError as error:
            self._preview.cancel()
            self._show_problem(error.message, error.hint)
            if isinstance(error, WorkerError):
                self._messages.error(error)  # offers to open the settings
        else:
            self._preview.request(values)

    def _show_plan(self, plan: Dict[str, Any]) -> None:
        self._page.plan_label.setText(plan_text(plan))
        warnings = plan.get("warnings", [])
        self._page.warning_label.setText("\n".join(f"⚠ {tr(text)}" for text in warnings))
        self._page.warning_label.setVisible(bool(warnings))
        self._page.create_button.setEnabled(True)
        self._band.show(plan)

    def _show_problem(self, message: str, hint: str) -> None:
        self._band.clear()
        self._page.plan_label.setText(f"{tr(message)} {tr(hint) if hint else ''}".strip())
        self._page.create_button.setEnabled(False)


def plan_text(plan: Dict[str, Any]) -> str:
    """A description of the planned campaign, from the result of the job ``preview``."""
    text = tr("{tiles} tiles of {metres} m, {megabytes} MB to read, {no_data} % nodata.").format(
        tiles=figure(plan["tiles"]),
        metres=rounded(plan["tile_metres"], 4),
        megabytes=figure(plan["megabytes"]),
        no_data=figure(100 * plan["no_data"]),
    )
    grid = tr("Grid of {width} × {height} pixels of {gsd} m.").format(
        width=figure(plan["width"]), height=figure(plan["height"]), gsd=rounded(plan["gsd"], 3)
    )
    lines = [text, grid]
    if plan.get("aoi_covered") is not None:
        covered = figure(100 * plan["aoi_covered"], 1)
        lines.append(tr("The tiles cover {covered} % of the area of interest.").format(covered=covered))
    reasons = [tr(reason) for reason in plan.get("no_data_by", [])]
    return "\n".join([*lines, *reasons])
