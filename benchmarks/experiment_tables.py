"""Markdown tables from a simulation's results: mean and spread over runs, by learner and number of labels.

python benchmarks/experiment_tables.py docs/experiments/selection/results.csv
python benchmarks/experiment_tables.py docs/experiments/selection/results.csv --figure changed
python benchmarks/experiment_tables.py recipes/*/results.csv          # several tables, named by their folders
"""

from __future__ import annotations

import argparse
import csv
import statistics
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=Path, nargs="+")
    parser.add_argument("--figure", default="average_precision", help="a column of the table")
    options = parser.parse_args()
    rows = [row for path in options.tables for row in read(path, named=len(options.tables) > 1)]
    print(table(rows, options.figure))


def read(path: Path, named: bool) -> list[dict[str, str]]:
    """The rows of a table. ``named``: prefix the learners with the name of the table's folder."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [row | {"learner": f"{path.parent.name}: {row['learner']}"} if named else row for row in rows]


def table(rows: list[dict[str, str]], figure: str) -> str:
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


def cell(values: list[str]) -> str:
    """Mean, with the standard deviation if there are several values."""
    known = [float(value) for value in values if value]
    if not known:
        return ""
    digits = 1 if max(known) > 1 else 3
    spread = f" ± {statistics.stdev(known):.{digits}f}" if len(known) > 1 else ""
    return f"{statistics.fmean(known):.{digits}f}{spread}"


if __name__ == "__main__":
    main()
