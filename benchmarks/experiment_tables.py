"""Markdown tables from a simulation's results: mean and spread over runs, by learner and number of labels.

python benchmarks/experiment_tables.py docs/experiments/selection/results.csv
python benchmarks/experiment_tables.py docs/experiments/selection/results.csv --figure changed
python benchmarks/experiment_tables.py recipes/*/results.csv          # several tables, named by their folders
python benchmarks/experiment_tables.py docs/experiments/honest/varied/results.csv --main --labels 20 40 60
python benchmarks/experiment_tables.py docs/experiments/honest/varied/results.csv --against "mcbn random warm"
python benchmarks/experiment_tables.py docs/experiments/honest/varied/results.csv --goals "supervised-equal warm"

--learners: only those whose names contain one of the texts, beside the one that is compared with.
--main: both measures, within the campaign and on other ground, over runs and over scenes. A scene counts with its mean
over the runs in which it was measured; scenes without change have no AP and do not count.
--against: the differences from another learner in the same run, at the same number of labels, or the bounds from its
last round. Each run measures other tiles within the campaign, so the differences spread less than the figures. Over
scenes: of each scene the mean difference over the runs in which it was measured, with the standard error.
--goals: for each run, the labels after which nine of ten changed tiles were found, and those after which the AP within
the campaign was no more than 0.01 below that of the given bound.
"""

from __future__ import annotations

import argparse
import csv
import statistics
from collections import defaultdict
from pathlib import Path

Row = dict[str, str]
MEASURES = {"within": "within_average_precision", "transfer": "average_precision"}
FOUND = 0.9
BELOW_BOUND = 0.01


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=Path, nargs="+")
    parser.add_argument("--figure", default="average_precision", help="a column of the table")
    parser.add_argument("--main", action="store_true", help="both measures, over runs and over scenes")
    parser.add_argument("--labels", type=int, nargs="+", help="numbers of labels; by default all")
    parser.add_argument("--learners", nargs="+", metavar="TEXT", help="parts of the names of the learners to show")
    parser.add_argument("--against", metavar="LEARNER", help="differences from this learner")
    parser.add_argument("--goals", metavar="BOUND", help="labels that it took to reach the goals, by run")
    options = parser.parse_args()
    several = len(options.tables) > 1
    rows = [row for path in options.tables for row in read(path, several)]
    scenes = [row for path in options.tables for row in read(path.with_name("scenes.csv"), several)]
    rows, scenes = (chosen(table, options) for table in (rows, scenes))
    if options.main:
        print(main_table(rows, scenes))
    elif options.against:
        print(differences(rows, scenes, options.against))
    elif options.goals:
        print(goals(rows, options.goals))
    else:
        print(table(rows, options.figure))


def read(path: Path, named: bool) -> list[Row]:
    """The rows of a table. ``named``: prefix the learners with the name of the table's folder."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [row | {"learner": f"{path.parent.name}: {row['learner']}"} if named else row for row in rows]


def chosen(rows: list[Row], options: argparse.Namespace) -> list[Row]:
    """The rows of the learners and numbers of labels to show. Bounds are shown with any number."""
    if options.labels:
        rows = [row for row in rows if not row["acquisition"] or int(row["labels"]) in options.labels]
    if options.learners:
        names = [*options.learners, *([options.against] if options.against else [])]
        rows = [row for row in rows if any(name in row["learner"] for name in names)]
    return rows


def table(rows: list[Row], figure: str) -> str:
    """One line per learner and number of tiles per round, one column per number of labels."""
    active = [row for row in rows if row["acquisition"]]
    labels = sorted({int(row["labels"]) for row in active})
    lines = [
        "| learner | tiles per round | runs | " + " | ".join(f"{count} labels" for count in labels) + " |",
        "|" + "---|" * (3 + len(labels)),
    ]
    for learner, count in dict.fromkeys((row["learner"], row["count"]) for row in active):
        own = [row for row in active if (row["learner"], row["count"]) == (learner, count)]
        cells = [cell([row[figure] for row in own if int(row["labels"]) == number]) for number in labels]
        lines.append(f"| {learner} | {count} | {len({row['seed'] for row in own})} | " + " | ".join(cells) + " |")
    for learner in dict.fromkeys(row["learner"] for row in rows if not row["acquisition"]):
        own = [row for row in rows if row["learner"] == learner]
        number = statistics.fmean(int(row["labels"]) for row in own)
        lines.append(f"| {learner}: {number:.0f} labels | | {len(own)} | {cell([row[figure] for row in own])} |")
    return "\n".join(lines)


def main_table(rows: list[Row], scenes: list[Row]) -> str:
    """One line per learner and round: labels, steps, changed tiles, and each measure over runs and over scenes."""
    lines = [
        "| learner | runs | labels | steps | changed tiles found | within: AP, over runs | over scenes "
        "| transfer: AP, over runs | over scenes |",
        "|" + "---|" * 9,
    ]
    for learner, number in dict.fromkeys((row["learner"], row["round"]) for row in rows):
        own = [row for row in rows if (row["learner"], row["round"]) == (learner, number)]
        measured = [row for row in scenes if (row["learner"], row["round"]) == (learner, number)]
        cells = [
            *(f"{statistics.fmean(int(row[name]) for row in own):.0f}" for name in ("labels", "steps")),
            f"{cell([row['changed'] for row in own])} ({statistics.fmean(float(row['found']) for row in own):.0%})",
        ]
        for ground, figure in MEASURES.items():
            cells += [cell([row[figure] for row in own]), over_scenes(measured, ground)]
        lines.append(f"| {learner} | {len(own)} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def over_scenes(scenes: list[Row], ground: str) -> str:
    """Mean and spread over the scenes of their mean AP over the runs, and the number of scenes."""
    precisions: dict[str, list[float]] = defaultdict(list)
    for row in scenes:
        if row["ground"] == ground and row["average_precision"]:
            precisions[row["scene"]].append(float(row["average_precision"]))
    means = [str(statistics.fmean(values)) for values in precisions.values()]
    return f"{cell(means)} ({len(means)} scenes)" if means else ""


def differences(rows: list[Row], scenes: list[Row], other: str) -> str:
    """One line per learner and round: the AP by each measure less that of the other learner in the same run."""
    head = " | ".join(f"{ground}: AP, over runs | over scenes, ± standard error" for ground in MEASURES)
    lines = [
        f"| learner, less {other} | runs | labels | changed tiles found | {head} |",
        "|" + "---|" * (4 + 2 * len(MEASURES)),
    ]
    last = max(int(row["labels"]) for row in rows if row["learner"] == other)
    for learner, number in dict.fromkeys((row["learner"], row["round"]) for row in rows if row["learner"] != other):
        pairs = pairs_of(rows, (learner, number), other, last)
        if pairs:
            cells = [cell([less(one, two, "changed") for one, two in pairs if one["acquisition"]], digits=1)]
            for ground, figure in MEASURES.items():
                cells.append(cell([less(one, two, figure) for one, two in pairs]))
                measured = [row for row in scenes if row["ground"] == ground]
                by_scene = pairs_of(measured, (learner, number), other, last)
                cells.append(mean_by_scene(by_scene))
            count = statistics.fmean(int(row["labels"]) for row, _ in pairs)
            lines.append(f"| {learner} | {len(pairs)} | {count:.0f} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def pairs_of(rows: list[Row], wanted: tuple[str, str], other: str, last: int) -> list[tuple[Row, Row]]:
    """The rows of a learner and round, each with the other learner's row of the same run, scene and number of labels.
    A bound is compared with the other's ``last`` number."""
    known = {(row["seed"], row.get("scene"), int(row["labels"])): row for row in rows if row["learner"] == other}
    own = [row for row in rows if (row["learner"], row["round"]) == wanted]
    keys = [(row["seed"], row.get("scene"), int(row["labels"]) if row["acquisition"] else last) for row in own]
    return [(row, known[key]) for row, key in zip(own, keys) if key in known]


def mean_by_scene(pairs: list[tuple[Row, Row]]) -> str:
    """Mean and standard error of the differences, after the mean of each scene, and the number of scenes."""
    found: dict[str, list[float]] = defaultdict(list)
    for one, two in pairs:
        if one["average_precision"] and two["average_precision"]:
            found[one["scene"]].append(float(less(one, two, "average_precision")))
    means = [statistics.fmean(values) for values in found.values()]
    if len(means) < 2:
        return ""
    return f"{statistics.fmean(means):.3f} ± {statistics.stdev(means) / len(means) ** 0.5:.3f} ({len(means)} scenes)"


def goals(rows: list[Row], bound: str) -> str:
    """Two lines per learner: labels by run until the changed tiles were found, and until the bound was reached."""
    seeds = sorted({row["seed"] for row in rows})
    bounds = {row["seed"]: float(row["within_average_precision"]) for row in rows if row["learner"] == bound}
    lines = [
        "| learner | goal | " + " | ".join(f"run {seed}" for seed in seeds) + " |",
        "|" + "---|" * (2 + len(seeds)),
    ]
    for learner in dict.fromkeys(row["learner"] for row in rows if row["acquisition"]):
        own = [row for row in rows if row["learner"] == learner]
        found = [first(own, seed, "found", FOUND) for seed in seeds]
        reached = [first(own, seed, "within_average_precision", bounds[seed] - BELOW_BOUND) for seed in seeds]
        lines.append(f"| {learner} | {FOUND:.0%} of the changed tiles | " + " | ".join(found) + " |")
        lines.append(f"| {learner} | AP of {bound}, less {BELOW_BOUND} | " + " | ".join(reached) + " |")
    return "\n".join(lines)


def first(rows: list[Row], seed: str, figure: str, limit: float) -> str:
    """The smallest number of labels with which a figure reached a limit in a run."""
    own = [row for row in rows if row["seed"] == seed]
    reached = [int(row["labels"]) for row in own if float(row[figure]) >= limit]
    return str(min(reached)) if reached else "not reached" if own else "not run"


def less(row: Row, other: Row, figure: str) -> str:
    """The difference, empty where one of both is not defined."""
    return str(float(row[figure]) - float(other[figure])) if row[figure] and other[figure] else ""


def cell(values: list[str], digits: int | None = None) -> str:
    """Mean, with the standard deviation if there are several values. ``digits``: by default 1 for numbers of tiles."""
    known = [float(value) for value in values if value]
    if not known:
        return ""
    if digits is None:
        digits = 1 if max(known) > 1 else 3
    spread = f" ± {statistics.stdev(known):.{digits}f}" if len(known) > 1 else ""
    return f"{statistics.fmean(known):.{digits}f}{spread}"


if __name__ == "__main__":
    main()
