"""Figures of a simulation: quality against labels, classes of the labelled tiles, tiles per round."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

Row = dict[str, Any]
"""One round of one run: the columns of the table."""

COLOURS = ("#0b6e8a", "#c2571a", "#3f7d3a", "#8a4fa3", "#b0892b", "#a3364b", "#4a5fa8", "#2f9c95", "#76503a", "#c46fa0")
MARKERS = "os^D"
"""The next marker is used each time the colours run out, so that no two learners look the same."""
REFERENCE_COLOUR = "#7a7f87"
DASHES = ((5, 3), (1, 1.5), (8, 2, 1, 2), (3, 1))
"""One pattern per bound."""
DRAWN = ("random", "predicted-change")
STYLE = {
    "svg.hashsalt": "alcd",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#e3e5e2",
    "axes.axisbelow": True,
}
ENDINGS = ("png", "svg")


def write_figures(rows: Sequence[Row], folder: Path) -> list[Path]:
    """Write all figures that the rows allow as PNG and SVG; returns their paths."""
    drawn: list[tuple[str, Callable[[Sequence[Row]], Figure]]] = [("quality", quality), ("classes", classes)]
    if len({row["count"] for row in rows if row["acquisition"]}) > 1:
        drawn.append(("tiles-a-round", tiles_per_round))
    paths = []
    with matplotlib.rc_context(STYLE):
        for name, draw in drawn if rows else []:
            figure = draw(rows)
            for ending in ENDINGS:
                path = folder / f"{name}.{ending}"
                metadata = {"Date": None} if ending == "svg" else None
                figure.savefig(path, dpi=150, metadata=metadata)
                paths.append(path)
    return paths


def quality(rows: Sequence[Row]) -> Figure:
    """Average precision within the campaign and on other ground against labels, one line per learner: mean and spread
    over runs."""
    figure, axes = _figure(2)
    titles = {"within_average_precision": "Within the campaign", "average_precision": "On other ground"}
    for axis, (name, title) in zip(axes, titles.items()):
        _lines(axis, _of_usual_count(rows), "labels", name)
        bounds = _groups([row for row in rows if not row["acquisition"]])
        for (learner, bound), dashes in zip(bounds.items(), DASHES):
            values = [row[name] for row in bound if row[name] is not None]
            if values:
                label = f"{learner}, {bound[0]['labels']} labels"
                axis.axhline(statistics.fmean(values), color=REFERENCE_COLOUR, dashes=dashes, label=label)
        axis.set(xlabel="labelled tiles", title=f"Average precision\n{title}")
    _legend(figure, axes[-1])
    return figure


def classes(rows: Sequence[Row]) -> Figure:
    """Share of changed tiles among the labelled ones, and share of the pool's changed tiles found, by round."""
    figure, axes = _figure(2)
    usual = _of_usual_count(rows)
    _lines(axes[0], [row | {"share": row["changed"] / row["labels"]} for row in usual], "round", "share")
    _lines(axes[1], usual, "round", "found")
    axes[0].set(xlabel="round", title="Share of changed tiles among the labelled", ylim=(0, 1))
    axes[1].set(xlabel="round", title="Share of the pool's changed tiles found", ylim=(0, 1))
    _legend(figure, axes[0])
    return figure


def tiles_per_round(rows: Sequence[Row]) -> Figure:
    """Average precision against labels, one line per number of tiles per round."""
    figure, axes = _figure(1)
    learners = {row["learner"] for row in rows if row["acquisition"]}
    several = [name for name in learners if len({row["count"] for row in rows if row["learner"] == name}) > 1]
    chosen = [
        row | {"learner": f"{row['learner']}, {row['count']} per round"} for row in rows if row["learner"] in several
    ]
    _lines(axes[0], chosen, "labels", "average_precision")
    axes[0].set(xlabel="labelled tiles", title="Average precision")
    _legend(figure, axes[0])
    return figure


def _figure(columns: int) -> tuple[Figure, list[Axes]]:
    figure = Figure(figsize=(5.2 * columns, 4.6), layout="constrained")
    return figure, [figure.add_subplot(1, columns, column + 1) for column in range(columns)]


def _lines(axis: Axes, rows: Sequence[Row], across: str, up: str) -> None:
    """One line per learner through the means, with a band of plus and minus one standard deviation over the runs."""
    axis.xaxis.set_major_locator(MaxNLocator(integer=True))
    for number, (name, group) in enumerate(_groups(rows).items()):
        places = sorted({row[across] for row in group})
        values = [[row[up] for row in group if row[across] == place and row[up] is not None] for place in places]
        known = [(place, value) for place, value in zip(places, values) if value]
        means = [statistics.fmean(value) for _, value in known]
        spreads = [statistics.stdev(value) if len(value) > 1 else 0.0 for _, value in known]
        colour = COLOURS[number % len(COLOURS)]
        dashes = "--" if group[0]["acquisition"] in DRAWN else "-"
        runs = max(map(len, values))
        label = f"{name} ({runs} {'run' if runs == 1 else 'runs'})"
        marker = MARKERS[number // len(COLOURS) % len(MARKERS)]
        axis.plot([place for place, _ in known], means, dashes, color=colour, marker=marker, markersize=4, label=label)
        axis.fill_between(
            [place for place, _ in known],
            [mean - spread for mean, spread in zip(means, spreads)],
            [mean + spread for mean, spread in zip(means, spreads)],
            color=colour,
            alpha=0.13,
            linewidth=0,
        )


def _of_usual_count(rows: Sequence[Row]) -> list[Row]:
    """The rounds of active learners with the most common number of tiles per round."""
    active = [row for row in rows if row["acquisition"]]
    usual = statistics.mode([row["count"] for row in active]) if active else 0
    return [row for row in active if row["count"] == usual]


def _groups(rows: Sequence[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["learner"], []).append(row)
    return groups


def _legend(figure: Figure, axis: Axes) -> None:
    handles, names = axis.get_legend_handles_labels()
    columns = 3 if len(figure.axes) > 1 else 1
    figure.legend(handles, names, loc="outside lower center", ncols=columns, frameon=False, fontsize=9)
