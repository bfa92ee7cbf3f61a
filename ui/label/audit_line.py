"""The line on the page Label that leads into an open audit and back."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ...alcd_core.errors import AlcdError
from ..session.label_queue import QueueCounts
from .label_texts import audit_text


class AuditLine(QWidget):
    """Shows how far the campaign's audit is; hidden if none is open.

    ``chosen``: continue with the audit of this number, or with the queried tiles if it is None.
    """

    chosen = pyqtSignal(object)

    def __init__(self, session: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.audit: Optional[int] = None  # the open audit
        self.label, self.button = QLabel(), QPushButton()
        self.label.setWordWrap(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the canvas keeps the keyboard focus
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 0)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        self.button.clicked.connect(self._choose)
        self.hide()

    @property
    def is_auditing(self) -> bool:
        """Whether the audit's tiles are shown."""
        return self._session.queue.audit is not None

    def refresh(self) -> None:
        """Read the audit from the campaign."""
        campaign = self._session.campaign
        try:
            audit = campaign.latest_audit() if campaign is not None else None
            progress = campaign.audit_progress(audit.audit) if audit is not None else None
        except AlcdError as error:
            self._session.problem_occurred.emit(error.message, error.hint)
            audit = None
        self.audit = audit.audit if audit is not None and audit.spent is None else None
        self.setVisible(self.audit is not None)
        if self.audit is not None:
            self._show(progress.labelled + progress.skipped, progress.labelled + progress.skipped + progress.left)

    def show_counts(self, counts: QueueCounts) -> None:
        """Show how far the audit is, while its tiles are in the queue."""
        if self.is_auditing:
            self._show(counts.done, counts.total)

    def _show(self, done: int, total: int) -> None:
        self.label.setText(audit_text(self.is_auditing, done, total))
        words = self.tr("Back to the queried tiles") if self.is_auditing else self.tr("Label audit tiles")
        self.button.setText(words)

    def _choose(self) -> None:
        self.chosen.emit(None if self.is_auditing else self.audit)
