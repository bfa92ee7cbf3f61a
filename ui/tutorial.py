"""A window that shows the tutorial beside the map. It is part of the plugin and works offline."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QImage, QTextTable
from qgis.PyQt.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ..bridge.texts import tr

DOCS = Path(__file__).resolve().parent.parent / "docs"
FILE = DOCS / "tutorial.md"
PAGES = ("tutorial.md", "building-map.md")  # those that are part of the plugin
SIZE = 860, 900
NARROWEST = 640
FRAME = 60  # pixels for the title bar and the desktop's panels
MARGIN, PADDING = 18, 4
PAGE_NAMES = "|".join(map(re.escape, PAGES))
LINK = re.compile(rf"(?<!!)\[([^\]]+)\]\((?!https?:|(?:{PAGE_NAMES})\))[^)]*\)")  # to another file of the repository


class TutorialWindow(QDialog):
    """Stays open beside QGIS's window while the user follows the steps."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ALCD Tutorial"))
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint, True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.page = TutorialPage(self)
        layout.addWidget(self.page)
        screen = self.screen().availableGeometry()
        self.resize(min(SIZE[0], max(screen.width() // 2, NARROWEST)), min(SIZE[1], screen.height() - FRAME))

    def bring_forward(self) -> None:
        """Show the window in front of all others."""
        self.show()
        self.raise_()
        self.activateWindow()


class TutorialPage(QTextBrowser):
    """The text, with pictures scaled down to the window's width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        # So that the width for pictures does not change.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSearchPaths([str(DOCS)])
        self.anchorClicked.connect(self._follow)
        self._file = FILE
        self._shown_width = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._fit)

    def loadResource(self, kind: int, name: QUrl) -> Any:  # noqa: N802
        """Called by Qt for each picture."""
        found = super().loadResource(kind, name)
        image, width = QImage.fromData(found) if found else QImage(), self._picture_width()
        if image.isNull() or image.width() <= width:
            return found
        pixels = min(round(width * self.devicePixelRatioF()), image.width())  # sharp on a high-resolution screen, too
        scaled = image.scaledToWidth(pixels, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(pixels / width)
        return scaled

    def resizeEvent(self, event: Any) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._timer.start()  # once per series of resize events, since all pictures are scaled again

    def _follow(self, address: QUrl) -> None:
        """Open another page here, and anything else outside."""
        if address.toString() not in PAGES:
            QDesktopServices.openUrl(address)
            return
        self._file = DOCS / address.toString()
        self._show()
        self.verticalScrollBar().setValue(0)

    def _picture_width(self) -> int:
        return max(self.viewport().width() - 2 * MARGIN, 1)

    def _fit(self) -> None:
        if self._picture_width() == self._shown_width:
            return
        bar = self.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        self._show()
        bar.setValue(round(place * bar.maximum()))

    def _show(self) -> None:
        self._shown_width = self._picture_width()
        self.setMarkdown(LINK.sub(r"\1", self._file.read_text("utf-8")))
        self.document().setDocumentMargin(MARGIN)
        for table in self.document().rootFrame().childFrames():
            if isinstance(table, QTextTable):
                _space_out(table)


def _space_out(table: QTextTable) -> None:
    style = table.format()
    style.setCellPadding(PADDING)
    style.setCellSpacing(0)
    table.setFormat(style)
