"""The panel: a dock with the pages Campaign, Label, Learn and Results."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.gui import QgsDockWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QWidget

from ..alcd_core.errors import AlcdError
from ..bridge.texts import tr
from .campaign.campaign_page import CampaignPage
from .label.label_page import LabelPage
from .learn.learn_page import LearnPage
from .results.results_page import ResultsPage
from .session.next_step import AUDIT, LABEL, LEARN, RESULTS, SUGGEST
from .tutorial import TutorialWindow
from .widgets.failure_box import FailureBox
from .widgets.figures import figure
from .widgets.focus_return import FocusReturn
from .widgets.job_bar import JobBar
from .widgets.messages import Messages
from .widgets.page_keys import PageKeys
from .widgets.tab_order import first_field

NARROWEST = 390  # pixels


class Panel(QgsDockWidget):
    """The dock. ``session``: the state that the pages share; ``iface``: QGIS's window."""

    def __init__(self, session: Any, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__("ALCD", parent)
        self.setObjectName("AlcdPanel")
        self._session = session
        contents = QWidget(self)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), contents)
        self.setWidget(contents)
        self.setMinimumWidth(NARROWEST)
        self.title_label, self.summary_label, self.pages = contents.title_label, contents.summary_label, contents.pages
        self.help_button = contents.help_button
        self.tutorial = TutorialWindow(self)
        self.messages = Messages(iface)
        self.failure_box = FailureBox(self.messages, contents)
        contents.layout().insertWidget(1, self.failure_box)
        self._focus_return = FocusReturn(session, self, self._focus_page)
        self.campaign_page = CampaignPage(session, iface, self.messages, contents)
        self.label_page = LabelPage(session, iface, contents)
        self.learn_page = LearnPage(session, self.messages, contents)
        self.results_page = ResultsPage(session, iface, self.messages, contents)
        self.pages.addTab(self.campaign_page, tr("Campaign"))
        self.pages.addTab(self.label_page, tr("Label"))
        self.pages.addTab(self.learn_page, tr("Learn"))
        self.pages.addTab(self.results_page, tr("Results"))
        job_bar = JobBar(session, contents)
        job_bar.cancel_button.clicked.connect(self._focus_return.note)
        contents.layout().addWidget(job_bar)
        self._iface = iface
        self._page_keys = PageKeys(iface.mainWindow(), self.go)
        self._connect()
        self._show_campaign()

    def show_page(self, action: str) -> None:
        """Show a page: LABEL, AUDIT, LEARN or RESULTS of ``next_step``; any other value shows Campaign.

        LABEL and AUDIT also choose the tiles, and SUGGEST starts the job.
        """
        if action == SUGGEST:
            self.campaign_page.overview.suggest()
        if action == LABEL and self.pages.currentWidget() is self.label_page:
            self._reload_if_changed()  # it was empty until now
        if action in (LABEL, AUDIT):
            self.label_page.audit(self.label_page.audit_line.audit if action == AUDIT else None)
        pages = {LABEL: self.label_page, AUDIT: self.label_page, LEARN: self.learn_page, RESULTS: self.results_page}
        self.pages.setCurrentWidget(pages.get(action, self.campaign_page))

    def go(self, number: int) -> None:
        """Show the page whose shortcut was pressed, and move the keyboard focus to it."""
        self.setUserVisible(True)
        if self.pages.isTabEnabled(number):
            self.pages.setCurrentIndex(number)
        self._focus_page()

    def _focus_page(self, last: Optional[QWidget] = None) -> None:
        """Focus the map on the page Label; elsewhere the widget that was used last, if it is still usable, or the first
        field."""
        page = self.pages.currentWidget()
        if page is self.label_page:
            field = self._iface.mapCanvas()
        elif last is not None and page.isAncestorOf(last) and last.isVisible() and last.isEnabled():
            field = last
        else:
            field = first_field(page)
        if field is not None and self.isVisible():
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_campaign(self) -> None:
        """Save the edits, then close the campaign."""
        if not self.results_page.review_widget.save_shape():
            return
        if self.label_page.labelling.saver.flush():
            self._session.close()
        else:
            self.messages.warning(tr("Your last labels could not be saved yet, so the campaign stays open. Try again."))

    def unload(self) -> None:
        """The plugin is unloaded: release the map canvas, the shortcuts and the project."""
        self.results_page.unload()
        self.campaign_page.form.end()
        self.label_page.unload()
        self._session.unload()
        self._page_keys.unregister()

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._open)
        session.closed.connect(self._close)
        session.changed.connect(self._show_campaign)
        session.queue.counted.connect(self._show_queue)
        self.help_button.clicked.connect(self.tutorial.bring_forward)
        session.problem_occurred.connect(self.messages.problem)
        self.campaign_page.wanted.connect(self.show_page)
        self.campaign_page.close_wanted.connect(self.close_campaign)
        self.label_page.wanted.connect(self.show_page)
        self.learn_page.wanted.connect(self.show_page)
        self.results_page.wanted.connect(self.show_page)
        self.pages.currentChanged.connect(self._activate_label_page)
        self.visibilityChanged.connect(self._activate_label_page)

    def _open(self) -> None:
        self._show_campaign()
        self.show_page(LABEL if self._session.queue.counts.left else "campaign")

    def _close(self) -> None:
        self._show_campaign()
        self.show_page("campaign")

    def _show_campaign(self) -> None:
        campaign = self._session.campaign
        for number in range(1, self.pages.count()):
            self.pages.setTabEnabled(number, campaign is not None)
            key = self._page_keys.key_texts()[number]
            self.pages.setTabToolTip(number, key if campaign else tr("Open or create a campaign first"))
        self.title_label.setText(campaign.description.name if campaign else tr("No campaign is open"))
        self.title_label.setToolTip(self.title_label.text())
        self.summary_label.setText(self._summary() if campaign else "")
        self._show_queue()

    def _summary(self) -> str:
        campaign = self._session.campaign
        try:
            total = campaign.counts().total
            number = max((one.round for one in campaign.rounds()), default=0)
        except AlcdError as error:
            self.messages.error(error)
            return ""
        tiles = tr("{} tiles").format(figure(total))
        return tr("{}, round {}").format(tiles, number) if number else tiles

    def _show_queue(self) -> None:
        counts = self._session.queue.counts if self._session.campaign else None
        title = tr("Label")
        if counts is not None and counts.total:
            title = f"{title} {figure(counts.done)}/{figure(counts.total)}"
        self.pages.setTabText(self.pages.indexOf(self.label_page), title)

    def _activate_label_page(self, *_: Any) -> None:
        active = self.isUserVisible() and self.pages.currentWidget() is self.label_page
        if active:
            self._reload_if_changed()
        self.label_page.set_active(active)

    def _reload_if_changed(self) -> None:
        """Another program or a job of the toolbox may have queried tiles in the meantime."""
        if not self.label_page.labelling.saver.is_waiting:
            self._session.reload_if_changed()
