"""The card on the page Results that draws audits and shows what they say about the map."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, Mapping, Optional

from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGroupBox, QMessageBox, QWidget

from ...alcd_core.campaign.audits import Audit, AuditProgress
from ...alcd_core.errors import AlcdError, WorkerError
from ...alcd_core.jobs.registry import jobs
from ...bridge.process.outcome import JobOutcome
from ...bridge.texts import tr
from ...bridge.worker_setup import require_worker
from ..session.next_step import AUDIT
from ..session.preview import Preview
from ..widgets.figures import figure
from ..widgets.messages import Messages
from .completeness_texts import promise_text, result_html, sentence_text


class CompletenessCard(QGroupBox):
    """Leads from drawing an audit over labelling it to its result. ``threshold``: the one that is chosen for the map.

    ``wanted``: the action of ``next_step`` that labels the audit's tiles.
    """

    wanted = pyqtSignal(str)

    def __init__(self, session: Any, messages: Messages, threshold: Callable[[], float]) -> None:
        super().__init__()
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session, self._messages, self._threshold = session, messages, threshold
        self._job = ""  # name of the job that was started here
        self._preview = Preview("audit", self)
        self._promise: Mapping[str, Any] = {}  # the result of the last preview
        self.count_box.setValue(jobs()["audit"].default("count"))
        self._connect()

    def refresh(self) -> None:
        """Show how far the audit is, and the last result."""
        campaign = self._session.campaign
        if campaign is None:
            return
        try:
            audit, result = campaign.latest_audit(), campaign.last_estimate()
            progress = None if audit is None else campaign.audit_progress(audit.audit)
            latest = max((one.round for one in campaign.rounds() if one.model), default=0)
        except AlcdError as error:
            self._messages.error(error)
            return
        self.state_label.setText(state_text(audit, progress))
        self._show_actions(audit, progress)
        self.result_label.setVisible(result is not None)
        if result is not None:
            self.result_label.setText(shown_result(result, latest))
        self._request_promise()

    def _connect(self) -> None:
        session = self._session
        self.draw_button.clicked.connect(lambda: self._start("audit", {"count": self.count_box.value()}))
        self.label_button.clicked.connect(lambda: self.wanted.emit(AUDIT))
        self.estimate_button.clicked.connect(lambda: self._start("estimate", {"threshold": self._threshold()}))
        self.release_button.clicked.connect(self._release)
        self.count_box.valueChanged.connect(self._request_promise)
        self._preview.started.connect(lambda: self._forget_promise(tr("Calculating…")))
        self._preview.ready.connect(self._show_promise)
        self._preview.failed.connect(lambda message, _hint: self._forget_promise(message))
        session.queue.counted.connect(self._show_pace)
        session.changed.connect(self._preview.cancel)  # labels or scores have changed: ``refresh`` requests it again
        session.closed.connect(self._close)
        session.job_ended.connect(self._end)

    def _show_actions(self, audit: Optional[Audit], progress: Optional[AuditProgress]) -> None:
        is_open = audit is not None and audit.spent is None
        left = progress.left if is_open and progress is not None else 0
        free = self._session.job is None
        self.draw_part.setVisible(not left)
        self.label_button.setVisible(left > 0)
        for button in (self.estimate_button, self.release_button):
            button.setVisible(is_open and not left)
            button.setEnabled(free)
        self.draw_button.setEnabled(free)

    def _close(self) -> None:
        self._preview.cancel()
        self._forget_promise("")

    def _request_promise(self, *_: Any) -> None:
        if self._session.campaign is None or self._session.job is not None or not self.draw_part.isVisible():
            return
        try:
            require_worker()
        except WorkerError:
            return  # starting a job reports it
        values = {"campaign": str(self._session.campaign.folder), "count": self.count_box.value(), "preview": True}
        self._preview.request(values)

    def _show_promise(self, result: Mapping[str, Any]) -> None:
        self._promise = result
        self._show_pace()

    def _forget_promise(self, text: str) -> None:
        self._promise = {}
        self.promise_label.setText(text)

    def _show_pace(self) -> None:
        if self._promise:
            self.promise_label.setText(promise_text(self._promise, self._session.queue.minutes_per_tile))

    def _release(self) -> None:
        if may_release(self):
            self._start("audit", {"release": True})

    def _start(self, job: str, values: Dict[str, Any]) -> None:
        self._preview.cancel()
        try:
            self._session.start_job(job, values)
        except AlcdError as error:
            self._messages.error(error)
            return
        self._job = job

    def _end(self, name: str, outcome: JobOutcome) -> None:
        if name != self._job:
            return
        self._job = ""
        self._messages.outcome(name, outcome)
        campaign, result = self._session.campaign, outcome.result
        if not outcome.finished or campaign is None or str(campaign.folder) != str(result.get("campaign")):
            return
        if name == "estimate":
            self._messages.success(sentence_text(result))
        elif result.get("spent"):
            self._messages.success(tr("The audit's {} labelled tiles are now trained on.").format(result["labelled"]))
        else:
            self._messages.success(tr("{} tiles were drawn for the audit.").format(figure(result["count"])))
            if self.isVisible():
                self.wanted.emit(AUDIT)


def state_text(audit: Optional[Audit], progress: Optional[AuditProgress]) -> str:
    """What an audit is, or how far the last one is."""
    if audit is None or progress is None:
        return tr(
            "Find out by an audit: label tiles drawn by chance, without seeing what the network thinks of them."
            " They are never trained on."
        )
    if audit.spent is not None:
        words = tr("Audit {} is spent: its tiles were opened to training. To check later maps, draw a new one.")
        return words.format(audit.audit)
    if progress.left:
        words = tr("Audit {}: {} of {} tiles are done.")
        done = progress.labelled + progress.skipped
        return words.format(audit.audit, figure(done), figure(done + progress.left))
    words = tr("Audit {} is done: {} tiles labelled, {} skipped. It can check the maps of all rounds.")
    return words.format(audit.audit, figure(progress.labelled), figure(progress.skipped))


def shown_result(result: Mapping[str, Any], latest_round: int) -> str:
    """The last estimate as rich text. It comes from a file, so it may lack anything."""
    try:
        return result_html(result, latest_round)
    except (KeyError, TypeError, ValueError, AttributeError):
        return tr("The last estimate cannot be read. Estimate again.")


def may_release(parent: QWidget) -> bool:
    """Ask before an audit is spent, which cannot be undone."""
    words = [
        tr("The audit's tiles become training tiles. The network learns from them in the next round."),
        tr("The audit can then no longer check maps of later rounds. This cannot be undone."),
    ]
    buttons = QMessageBox.StandardButton
    question = QMessageBox(
        QMessageBox.Icon.Question, tr("Open the audit to training"), "\n\n".join(words), parent=parent
    )
    question.setStandardButtons(buttons.Ok | buttons.Cancel)
    question.setDefaultButton(buttons.Cancel)
    question.button(buttons.Ok).setText(tr("Open to training"))
    return question.exec() == buttons.Ok
