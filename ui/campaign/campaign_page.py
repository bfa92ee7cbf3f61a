"""The page Campaign: new, open, recent, and the overview of the open campaign."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QListWidgetItem, QWidget

from ...alcd_core.errors import AlcdError
from ...bridge.texts import tr
from ..widgets.messages import Messages
from ..widgets.tab_order import set_tab_order
from .campaign_form import CampaignForm
from .campaign_overview import CampaignOverview
from .example_town import ExampleTown
from .map_place import zoom_to_grid
from .recent import recent_campaigns, remember


class CampaignPage(QWidget):
    """Three views: start (no campaign is open), new (the form), overview (the open campaign)."""

    wanted = pyqtSignal(str)  # the page to show next: an action of ``next_step``
    close_wanted = pyqtSignal()

    def __init__(self, session: Any, iface: Any, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session, self._iface, self._messages = session, iface, messages
        self.form = CampaignForm(self, iface, messages)
        self.overview = CampaignOverview(self, session, messages)
        self.example = ExampleTown(self, session, messages)
        self._created = ""
        self.new_button.clicked.connect(self.begin_new)
        self.open_button.clicked.connect(self._choose)
        self.recent_list.itemActivated.connect(lambda item: self.open(item.data(Qt.ItemDataRole.UserRole)))
        self.back_button.clicked.connect(self._show)
        self.create_button.clicked.connect(self._create)
        self.close_button.clicked.connect(self.close_wanted)
        self.folder_button.clicked.connect(self._show_folder)
        session.opened.connect(self._opened)
        session.closed.connect(self._show)
        session.changed.connect(self.overview.refresh)
        session.queue.counted.connect(self.overview.refresh)
        session.job_started.connect(lambda *_: self._enable(False))
        session.job_ended.connect(self._ended)
        set_tab_order(self)
        self._show()

    @property
    def is_free(self) -> bool:
        """Whether no campaign is open and the form for a new one is not in use."""
        return self.stack.currentWidget() is self.start_page

    def begin_new(self) -> None:
        """Show the form for a new campaign."""
        self.stack.setCurrentWidget(self.new_page)
        self.form.begin()

    def open(self, folder: str) -> None:
        """Open a campaign; if that fails, the message bar shows why."""
        try:
            self._session.open(Path(folder))
        except AlcdError as error:
            self._messages.error(error)
            self._show_recent()
            return
        zoom_to_grid(self._iface.mapCanvas(), self._session.campaign.description.grid)

    def showEvent(self, event: Any) -> None:  # noqa: N802
        self.overview.refresh()
        super().showEvent(event)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Open Campaign (Folder NAME.alcd)"))
        if folder:
            self.open(folder)

    def _opened(self) -> None:
        remember(self._session.campaign.folder)
        self._show()

    def _show(self, *_: Any) -> None:
        self.form.end()
        if self._session.campaign is None:
            self._show_recent()
            self.stack.setCurrentWidget(self.start_page)
        else:
            self.stack.setCurrentWidget(self.overview_page)
            self.overview.refresh()

    def _show_recent(self) -> None:
        self.recent_list.clear()
        for folder in recent_campaigns():
            item = QListWidgetItem(folder.stem)
            item.setToolTip(str(folder))
            item.setData(Qt.ItemDataRole.UserRole, str(folder))
            self.recent_list.addItem(item)
        self.recent_label.setVisible(self.recent_list.count() > 0)
        self.recent_list.setVisible(self.recent_list.count() > 0)

    def _create(self) -> None:
        try:
            values = self.form.create_values()
            self._session.start_job("create", values)
        except AlcdError as error:
            self._messages.error(error)
            return
        self._created = values["campaign"]

    def _ended(self, name: str, outcome: Any) -> None:
        self._enable(self._session.job is None)
        if name == "create" and self._created:
            folder, self._created = self._created, ""
            self._messages.outcome(name, outcome)
            if outcome.finished and self._session.campaign is not None:
                self._messages.success(tr("{} was created and can be opened.").format(Path(folder).stem))
            elif outcome.finished:
                self.open(folder)
                self.form.remove_added_layers()
        elif name in ("suggest", "label") and not self._is_of_another(outcome):
            self.overview.ended(name, outcome)
            if outcome.finished and name == "suggest":
                self.wanted.emit("label")

    def _is_of_another(self, outcome: Any) -> bool:
        """Whether the job that ended belongs to a campaign that is no longer open."""
        folder = outcome.result.get("campaign") if outcome.finished else None
        return folder is not None and (self._session.campaign is None or Path(folder) != self._session.campaign.folder)

    def _enable(self, free: bool) -> None:
        for button in (self.create_button, self.import_button, self.example_button):
            button.setEnabled(free)
        self.overview.refresh()

    def _show_folder(self) -> None:
        if self._session.campaign is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.campaign.folder)))
