"""The page Results: learning curve, maps, change polygons, review and export."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Callable, Dict

from qgis.core import QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from ...alcd_core.campaign.paths import is_own_file
from ...alcd_core.errors import AlcdError
from ...bridge.process.outcome import JobOutcome
from ...bridge.settings import load_settings
from ...bridge.texts import tr
from ..session.campaign_layers import MAP, REVIEW
from ..widgets.figures import figure
from ..widgets.messages import Messages
from ..widgets.tab_order import set_tab_order
from .building_options import BuildingOptions
from .change_review import ChangeReview, judged_tiles, write_accepted
from .change_review_widget import ChangeReviewWidget
from .change_table import export_table
from .completeness_card import CompletenessCard
from .export import WHICH, export_polygons
from .kind_texts import kinds_text
from .learning_curve import LearningCurve
from .map_origin import map_titles, name_maps
from .result_files import free_file, latest_file, latest_round

NOISE_PIXELS = 16  # default minimum area of a polygon, in pixels
MAP_PIXELS = 160  # minimum width of the map around a polygon


class ResultsPage(QWidget):
    """Shows what the campaign's models found."""

    wanted = pyqtSignal(str)  # the page to show next: an action of ``next_step``

    def __init__(self, session: Any, iface: Any, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session, self._messages = session, messages
        self._job = ""  # name of the job that was started here
        self._temporary: Any = None  # temporary folder with the accepted polygons while a job reads them
        self.review = ChangeReview(self)
        self.review_widget = ChangeReviewWidget(self.review, iface, messages)
        self.curve = LearningCurve()
        self.completeness = CompletenessCard(session, messages, self.threshold_box.value)
        for place, widget, layout in (
            (self.curve_place, self.curve, self.curve_layout),
            (self.review_place, self.review_widget, self.polygons_layout),
        ):
            layout.replaceWidget(place, widget)
            place.deleteLater()
        self.contents_layout.insertWidget(self.contents_layout.indexOf(self.export_group), self.completeness)
        names = {"accepted": tr("Accepted only"), "not rejected": tr("All except rejected"), "all": tr("All")}
        for which in WHICH:
            self.which_combo.addItem(names[which], which)
        self.which_combo.setCurrentIndex(WHICH.index("not rejected"))
        self.kinds_combo.addItem(tr("In a column"), False)
        self.kinds_combo.addItem(tr("As layers"), True)
        self.buildings = BuildingOptions(self, session)
        self._connect()
        set_tab_order(self)
        self.refresh()

    def refresh(self, *_: Any) -> None:
        """Show the results that exist."""
        campaign = self._session.campaign
        try:
            rounds = campaign.rounds() if campaign is not None else []
            has_audit = campaign is not None and campaign.latest_audit() is not None
        except AlcdError as error:
            self._messages.error(error)
            return
        trained = latest_round(rounds) is not None
        self.empty_label.setVisible(not trained)
        self.empty_label.setText(tr("There are no results yet. Train the network first (page Learn)."))
        for group in (self.curve_group, self.map_group, self.export_group):
            group.setVisible(trained)
        self.completeness.setVisible(trained or has_audit)
        self.completeness.refresh()
        self.curve.set_rounds(rounds)
        self.curve_label.setText(curve_text(rounds))
        free = self._session.job is None
        for button in (self.map_button, self.polygons_button, self.report_button):
            button.setEnabled(free)
        self.export_button.setEnabled(self.review.layer is not None)

    def unload(self) -> None:
        """The plugin is unloaded."""
        self.review_widget.unload()

    def showEvent(self, event: Any) -> None:  # noqa: N802
        self.refresh()
        if self.review.layer is not None and not event.spontaneous():
            self._session.layers.arrange(REVIEW)
        super().showEvent(event)

    def _connect(self) -> None:
        session = self._session
        self.map_button.clicked.connect(self._map)
        self.polygons_button.clicked.connect(self._draw_polygons)
        self.export_button.clicked.connect(self._export)
        self.report_button.clicked.connect(self._report)
        self.review_widget.labels_wanted.connect(self._label)
        self.completeness.wanted.connect(self.wanted)
        self.review.moved.connect(lambda: self.export_button.setEnabled(self.review.layer is not None))
        session.opened.connect(self._open)
        session.closing.connect(self.review_widget.save_shape)
        session.closed.connect(lambda: self.review.set_layer(None))
        session.changed.connect(self.refresh)
        session.changed.connect(self._name_maps)
        session.job_started.connect(self.refresh)
        session.job_ended.connect(self._end)

    def _open(self) -> None:
        """Another campaign was opened: show its polygons, if there are any in the project or in its folder."""
        grid = self._session.campaign.description.grid
        self.crs_widget.setCrs(self._session.layers.crs)
        self.buildings.exclude_own_layers()
        self.area_box.setValue(NOISE_PIXELS * grid.gsd**2)
        self.review_widget.least_width = MAP_PIXELS * grid.pixel_size
        self._name_maps()
        layer = self._session.layers.layer("polygons")
        file = latest_file(self._session.campaign.folder / "maps", "changes-*.gpkg")
        if layer is not None and layer.isValid():
            self.review.set_layer(layer)
        elif file is not None:
            self._show_polygons(str(file))
        else:
            self.review.set_layer(None)
        self.refresh()

    def _map(self) -> None:
        self._start(
            "predict",
            lambda: {"output": self._file("probability", ".tif"), "uncertainty": self._file("uncertainty", ".tif")},
        )

    def _draw_polygons(self) -> None:
        values = {"threshold": self.threshold_box.value(), "min_area": self.area_box.value()}
        self._start("polygons", lambda: {"output": self._file("changes", ".gpkg"), **values, **self.buildings.values()})

    def _report(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save Report"), "", "HTML (*.html)")
        path = with_ending(self, path, ".html")
        if path:
            self._start("report", lambda: {"output": path}, device=False)

    def _label(self) -> None:
        """Label the tiles whose polygons all have a verdict."""
        campaign, layer = self._session.campaign, self.review.layer
        if campaign is None or layer is None or not self.review_widget.save_shape():
            return
        try:
            bounds = campaign.description.grid.window_bounds
            open_tiles = campaign.open_tiles()
            tiles = judged_tiles(
                layer, [(number, QgsRectangle(*bounds(window))) for number, window in open_tiles.items()]
            )
            if not tiles:
                self._messages.info(tr("There is no unlabelled tile in which every polygon has a verdict."))
                return
            if not may_label(self, len(tiles), self.review.counts.accepted):
                return
            self._temporary = tempfile.TemporaryDirectory(prefix="alcd-")
            accepted = Path(self._temporary.name) / "accepted.gpkg"
            write_accepted(layer, accepted)
        except AlcdError as error:
            self._messages.error(error)
            return
        values = {"reference": str(accepted), "tiles": ",".join(map(str, sorted(tiles)))}
        self._start("label", lambda: values, device=False)

    def _file(self, stem: str, suffix: str) -> str:
        campaign = self._session.campaign
        number = latest_round(campaign.rounds()) or 0
        return str(free_file(campaign.folder / "maps", f"{stem}-round-{number:03}", suffix))

    def _is_campaigns_own(self, path: str) -> bool:
        """Whether the file would overwrite the campaign's own; if so, a warning is shown."""
        own = is_own_file(self._session.campaign.folder, path)
        if own:
            self._messages.warning(
                tr("{} would be saved among the campaign's own files. Choose another folder.").format(Path(path).name)
            )
        return own

    def _start(self, job: str, values: Callable[[], Dict[str, Any]], device: bool = True) -> None:
        more = {"device": load_settings().device} if device else {}
        try:
            self._session.start_job(job, {**values(), **more})
        except AlcdError as error:
            self._messages.error(error)
            return
        self._job = job

    def _end(self, name: str, outcome: JobOutcome) -> None:
        self.refresh()
        if name != self._job:
            return
        self._job = ""
        if self._temporary is not None:
            self._temporary.cleanup()
            self._temporary = None
        self._messages.outcome(name, outcome)
        if outcome.finished:
            self._show_result(name, outcome.result)

    def _show_result(self, name: str, result: Dict[str, Any]) -> None:
        campaign = self._session.campaign
        if name == "report":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(result["output"])))
        elif campaign is None or str(campaign.folder) != str(result.get("campaign")):
            return  # it was closed in the meantime; the files are in its folder
        elif name == "predict":
            for role, path in (("probability", result["output"]), ("uncertainty", result["uncertainty"])):
                self._session.layers.add_result(QgsRasterLayer(path, map_titles()[role]), role, campaign)
            self._session.layers.arrange(MAP)
            if self._name_maps():
                self._messages.success(tr("The probability of change and the uncertainty were added to the map."))
        elif name == "polygons":
            self._show_polygons(result["output"])
            self._session.layers.arrange(REVIEW)
            self._messages.success(polygons_text(result))
            for text in result.get("warnings", []):
                self._messages.warning(tr(text))
        elif name == "label":
            self._messages.success(tr("{} tiles were labelled from your verdicts.").format(figure(result["labelled"])))

    def _name_maps(self) -> bool:
        """Name the maps after the round whose model made them, and warn of maps from other campaigns' models. Returns
        whether there were none of those."""
        campaign = self._session.campaign
        try:
            foreign = name_maps(self._session.layers, campaign) if campaign is not None else []
        except AlcdError as error:
            self._messages.error(error)
            return False
        for name in foreign:
            text = tr("The map {} was made with a model that does not belong to this campaign. Create a new map.")
            self._messages.warning(text.format(name))
        return not foreign

    def _show_polygons(self, path: str) -> None:
        layer = QgsVectorLayer(f"{path}|layername=changes", tr("Change polygons"), "ogr")
        if not layer.isValid():
            self._messages.warning(tr("{} cannot be read.").format(path))
            return
        if not self.review_widget.save_shape():
            return
        self._session.layers.add_result(layer, "polygons", self._session.campaign)
        buildings = QgsVectorLayer(f"{path}|layername=buildings", tr("Buildings"), "ogr")
        if buildings.isValid():
            self._session.layers.add_result(buildings, "buildings", self._session.campaign)
        else:
            self._session.layers.remove("buildings")
        self.buildings.exclude_own_layers()
        self.review.set_layer(layer)
        if self.review_widget.isVisible():
            self.review_widget.show_on_map()

    def _export(self) -> None:
        layer = self.review.layer
        if not self.review_widget.save_shape():
            return
        endings = {
            "GeoPackage (*.gpkg)": ".gpkg",
            "GeoJSON (*.geojson)": ".geojson",
            f"{tr('Change table')} (*.csv)": ".csv",
        }
        path, chosen = QFileDialog.getSaveFileName(self, tr("Export Change Polygons"), "", ";;".join(endings))
        if not path.lower().endswith(tuple(endings.values())):
            path = with_ending(self, path, endings.get(chosen, ".gpkg"))
        if not path or layer is None or self._is_campaigns_own(path):
            return
        which = self.which_combo.currentData()
        ends = {
            "done": lambda: self._messages.success(tr("The polygons were saved to {}.").format(Path(path).name)),
            "failed": lambda words: self._messages.warning(tr("{} cannot be written: {}").format(path, words)),
        }
        if path.lower().endswith(".csv"):
            description = self._session.campaign.description
            export_table(layer, path, which, (description.date_before, description.date_after), **ends)
        else:
            by_kind = self.kinds_combo.currentData()
            export_polygons(layer, path, self.crs_widget.crs(), which, by_kind=by_kind, **ends)


def polygons_text(result: Dict[str, Any]) -> str:
    """The result of the job ``polygons`` as text."""
    words = [tr("{} change polygons to review.").format(figure(result["polygons"]))]
    if result.get("buildings"):
        words.append(kinds_text(result.get("kinds", {}), figure) + ".")
        words.append(tr("Tolerance: {} m.").format(figure(result["buildings"]["tolerance_m"], 1)))
    return " ".join(words)


def with_ending(parent: QWidget, path: str, ending: str) -> str:
    """The path with its ending; empty if the dialog was cancelled or an existing file is not to be replaced."""
    if not path or path.lower().endswith(ending):
        return path
    path += ending
    if not Path(path).exists():
        return path
    buttons = QMessageBox.StandardButton
    words = tr("{} already exists. Replace it?").format(Path(path).name)
    answer = QMessageBox.question(parent, tr("Replace File"), words, buttons.Yes | buttons.No, buttons.No)
    return path if answer == buttons.Yes else ""


def may_label(parent: QWidget, tiles: int, accepted: int) -> bool:
    """Ask before verdicts become labels, since only accepted polygons then count as changes."""
    words = [
        tr("In {} tiles, every polygon has a verdict. They become labelled tiles for training.").format(figure(tiles)),
        tr("The {} accepted polygons count as changes, everything else in these tiles as unchanged.").format(
            figure(accepted)
        ),
        tr("If the network missed a change in a tile, label that tile by hand instead."),
    ]
    buttons = QMessageBox.StandardButton
    question = QMessageBox(
        QMessageBox.Icon.Question, tr("Label tiles from verdicts"), "\n\n".join(words), parent=parent
    )
    question.setStandardButtons(buttons.Ok | buttons.Cancel)
    question.setDefaultButton(buttons.Ok)
    question.button(buttons.Ok).setText(tr("Label tiles"))
    return question.exec() == buttons.Ok


def curve_text(rounds: Any) -> str:
    """The latest figures as text, or how to get some."""
    known = [one for one in rounds if one.average_precision is not None]
    if not known:
        return tr("Label test tiles (page Campaign) to measure how good the network is.")
    last = known[-1]
    words = tr("Round {}, {} tiles: average precision {}")
    return words.format(last.round, figure(last.labelled or 0), figure(last.average_precision, 3))
