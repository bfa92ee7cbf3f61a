"""A small line plot in the colours of the user's theme."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from .figures import rounded

TICKS = 4
TICK_DIGITS = 6
MARK = 3.0  # radius of a point, pixels
LINES = 8  # height of the plot, in lines of text


@dataclass(frozen=True)
class Series:
    """A line: its name in the legend, its points (x, y), its colour; ``marks``: a dot at each point."""

    name: str
    points: Sequence[Tuple[float, float]]
    colour: QColor
    marks: bool = True


class LinePlot(QLabel):
    """Lines over one pair of axes. ``x_title``: under the axis. ``top``: fixed upper end of y, which starts at 0.

    A QLabel, since QGIS's themes set the text colour of labels but not of plain widgets.
    """

    def __init__(self, x_title: str, top: Optional[float] = None, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._x_title, self._top = x_title, top
        self._series: List[Series] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_series(self, series: Sequence[Series]) -> None:
        """Plot these lines."""
        self._series = [one for one in series if one.points]
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        line = self.fontMetrics().height()
        return QSize(28 * line, LINES * line)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        line = self.fontMetrics().height()
        return QSize(12 * line, LINES * line)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._series:
            self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        xs = [x for one in self._series for x, _ in one.points]
        ys = [y for one in self._series for _, y in one.points]
        y_ticks = ticks(0.0, self._top or max(ys))
        x_ticks = [x for x in ticks(min(xs), max(xs)) if min(xs) <= x <= max(xs) and x == int(x)]
        metrics = self.fontMetrics()
        line = metrics.height()
        left = max(metrics.horizontalAdvance(rounded(tick, TICK_DIGITS)) for tick in y_ticks) + 8
        area = QRectF(left, 1.4 * line, self.width() - left - 10, self.height() - 3.9 * line)
        to_screen = _Scale(area, (min(xs), max(xs)), (0.0, max(y_ticks[-1], self._top or 0.0)))
        self._paint_grid(painter, area, to_screen, x_ticks, y_ticks)
        for one in self._series:
            _paint_series(painter, one, to_screen)
        self._paint_legend(painter, left)

    def _paint_grid(
        self, painter: QPainter, area: QRectF, scale: _Scale, x_ticks: Sequence[float], y_ticks: Sequence[float]
    ) -> None:
        text = self.palette().color(self.foregroundRole())
        faint = QColor(text)
        faint.setAlpha(50)
        line = self.fontMetrics().height()
        for tick in y_ticks:
            y = scale(scale.x_low, tick).y()
            painter.setPen(QPen(faint, 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(text)
            box = QRectF(0, y - line / 2, area.left() - 6, line)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, rounded(tick, TICK_DIGITS)
            )
        for tick in x_ticks:
            x = scale(tick, 0).x()
            box = QRectF(x - 40, area.bottom() + 3, 80, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, rounded(tick, TICK_DIGITS))
        box = QRectF(area.left(), area.bottom() + 3 + line, area.width(), line)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._x_title)

    def _paint_legend(self, painter: QPainter, left: float) -> None:
        metrics = self.fontMetrics()
        named = [one for one in self._series if one.name]
        total = sum(metrics.horizontalAdvance(one.name) + 32 for one in named)
        x, y = max(0.0, min(left, self.width() - total)), metrics.height() * 0.6  # further left if it is too wide
        for one in named:
            painter.setPen(QPen(one.colour, 2.5))
            painter.drawLine(QPointF(x, y), QPointF(x + 16, y))
            painter.setPen(self.palette().color(self.foregroundRole()))
            width = metrics.horizontalAdvance(one.name)
            painter.drawText(QRectF(x + 20, 0, width + 4, 2 * y), Qt.AlignmentFlag.AlignVCenter, one.name)
            x += width + 32


class _Scale:
    """Converts values to positions on the screen."""

    def __init__(self, area: QRectF, x: Tuple[float, float], y: Tuple[float, float]) -> None:
        self._area, self._x, self._y = area, x, y
        self.x_low = x[0]

    def __call__(self, x: float, y: float) -> QPointF:
        return QPointF(
            self._area.left() + self._area.width() * _share(x, self._x),
            self._area.bottom() - self._area.height() * _share(y, self._y),
        )


def _share(value: float, span: Tuple[float, float]) -> float:
    low, high = span
    return 0.5 if high <= low else (value - low) / (high - low)


def _paint_series(painter: QPainter, series: Series, scale: _Scale) -> None:
    points = [scale(x, y) for x, y in series.points]
    painter.setPen(QPen(series.colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    if series.marks or len(points) == 1:
        painter.setBrush(series.colour)
        for point in points:
            painter.drawEllipse(point, MARK, MARK)


def ticks(low: float, high: float, count: int = TICKS) -> List[float]:
    """About ``count`` round numbers from ``low`` (or just below) to ``high`` (or just above)."""
    if high <= low:
        return [low] if low else [0.0, 1.0]
    rough = (high - low) / count
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 10) for number in range(first, last + 1)]
