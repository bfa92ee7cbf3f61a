"""Simple line and bar charts as inline SVG. Colours are classes of the page's style sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 520, 300
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 16, 44
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
BAR, GAP, NAME_WIDTH = 26, 22, 190


@dataclass(frozen=True)
class Line:
    """One line: its name in the legend, its points (x, share from 0 to 1) and a style sheet class."""

    name: str
    points: Sequence[tuple[float, float]]
    style: str


@dataclass(frozen=True)
class Bar:
    """One bar: its name, a note under it, its length from 0 to 1 (None: not measured) and a style sheet class."""

    name: str
    note: str
    value: float | None
    style: str


def line_chart(lines: Sequence[Line], x_title: str, title: str) -> str:
    """Shares (0 to 1) against a count; each point is drawn as a dot. ``title``: description for screen readers."""
    lines = [line for line in lines if line.points]
    counts = sorted({x for line in lines for x, _ in line.points})
    low, high = (counts[0], counts[-1]) if counts else (0.0, 1.0)
    span = high - low or 1.0

    def place(x: float, y: float) -> tuple[float, float]:
        across = 0.5 if high == low else (x - low) / span
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - y * (HEIGHT - TOP - BOTTOM)

    parts = [_start(WIDTH, HEIGHT, title)]
    for tick in TICKS:
        _, y = place(low, tick)
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{tick:g}</text>')
    for count in _spread(counts):
        x, _ = place(count, 0)
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{count:g}</text>')
    parts.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.0f}" y="{HEIGHT - 6}" text-anchor="middle">{escape(x_title)}</text>'
    )
    for line in lines:
        places = [place(*point) for point in sorted(line.points)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline class="line {line.style}" points="{path}"/>')
        parts += [f'<circle class="dot {line.style}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in places]
    return "".join([*parts, "</svg>"]) + _legend(lines)


def bar_chart(bars: Sequence[Bar], title: str) -> str:
    """Horizontal bars from 0 to 1, labelled with their values."""
    height = len(bars) * (BAR + GAP) + 6
    parts = [_start(WIDTH, height, title)]
    room = WIDTH - NAME_WIDTH - 60
    for number, bar in enumerate(bars):
        y = number * (BAR + GAP) + 6
        length = room * min(max(bar.value or 0.0, 0.0), 1.0)
        words = "not measured" if bar.value is None else f"{bar.value:.2f}"
        parts += [
            f'<text class="name" x="0" y="{y + 12}">{escape(bar.name)}</text>',
            f'<text x="0" y="{y + 27}">{escape(bar.note)}</text>',
            f'<rect class="rail" x="{NAME_WIDTH}" y="{y}" width="{room}" height="{BAR}" rx="3"/>',
            f'<rect class="bar {bar.style}" x="{NAME_WIDTH}" y="{y}" width="{length:.1f}" height="{BAR}" rx="3"/>',
            f'<text class="name" x="{NAME_WIDTH + room + 8}" y="{y + 18}">{words}</text>',
        ]
    return "".join([*parts, "</svg>"])


def _start(width: int, height: int, title: str) -> str:
    return f'<svg class="chart" viewBox="0 0 {width} {height}" role="img"><title>{escape(title)}</title>'


def _spread(counts: Sequence[float], most: int = 8) -> Sequence[float]:
    """At most ``most`` of the counts, evenly spread and always including the last."""
    step = -(-len(counts) // most) or 1
    return counts[::-1][::step][::-1]


def _legend(lines: Sequence[Line]) -> str:
    keys = "".join(f'<li class="{line.style}">{escape(line.name)}</li>' for line in lines)
    return f'<ul class="legend">{keys}</ul>'
