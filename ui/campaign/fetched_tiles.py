"""The tiles of imagery services that the open campaign keeps on disk: their size, and a button to remove them."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...alcd_core.errors import cannot_write
from ...alcd_core.service_cache import cache_size, empty_cache, has_services
from ...bridge.texts import tr
from ..widgets.figures import figure
from ..widgets.messages import Messages


class FetchedTiles(QObject):
    """Controls ``fetched_label`` and ``fetched_button`` of ``page``. Counts and removes in a thread: there may be
    hundreds of thousands of files."""

    measured = pyqtSignal(str, int, float)  # the campaign's folder, tiles, bytes
    failed = pyqtSignal(str, str)  # message, hint

    def __init__(self, page: Any, session: Any, messages: Messages) -> None:
        super().__init__(page)
        self._page, self._session, self._messages = page, session, messages
        self._busy = False
        self._outdated = False  # something changed while the cache was measured
        page.fetched_button.clicked.connect(self._empty)
        session.opened.connect(self._hide)
        session.closed.connect(self._hide)
        self.measured.connect(self._show)
        self.failed.connect(self._report)
        self._hide()

    def refresh(self) -> None:
        """Measure the cache of the open campaign, and show it."""
        campaign = self._session.campaign
        if campaign is None or not has_services(campaign.folder):
            self._hide()
        else:
            self._page.fetched_button.setEnabled(False)  # until it is measured
            self._begin(campaign.folder, empty=False)

    def _empty(self) -> None:
        if self._session.campaign is not None and self._session.job is None:
            self._page.fetched_button.setEnabled(False)
            self._begin(self._session.campaign.folder, empty=True)

    def _begin(self, folder: Path, *, empty: bool) -> None:
        if self._busy:
            self._outdated = True
        else:
            self._busy = True
            threading.Thread(target=self._work, args=(folder, empty), name="fetched", daemon=True).start()

    def _work(self, folder: Path, empty: bool) -> None:
        try:
            if empty:
                empty_cache(folder)
            found = cache_size(folder)
            self.measured.emit(str(folder), found.tiles, float(found.size))
        except OSError as error:
            fault = cannot_write(folder, error)
            self.failed.emit(fault.message, fault.hint)

    def _show(self, folder: str, tiles: int, size: float) -> None:
        self._busy = False
        if self._outdated:
            self._outdated = False
            self.refresh()
            return
        campaign = self._session.campaign
        if campaign is None or str(campaign.folder) != folder:
            return
        text = tr("Fetched from services: {} tiles, {} MB").format(figure(tiles), figure(size / 1e6))
        self._page.fetched_label.setText(text)
        self._page.fetched_label.show()
        self._page.fetched_button.show()
        self._page.fetched_button.setEnabled(self._session.job is None and tiles > 0)

    def _report(self, message: str, hint: str) -> None:
        self._busy = False
        self._messages.problem(message, hint)

    def _hide(self) -> None:
        self._page.fetched_label.hide()
        self._page.fetched_button.hide()
