"""A Markdown table of means of columns of a CSV file, by the values of others.

python benchmarks/column_means.py ROWS.csv --by network first_tiles --figures changed_found average_precision
python benchmarks/column_means.py ROWS.csv --by trained_on --figures average_precision --across scene

One line per value of --by: the number of seeds, and mean and standard deviation of each figure over them. --across: of
one figure, the mean over the seeds in each value of another column; mean and standard deviation of these; and how much
more than in the first line it is, with the standard error.
"""

from __future__ import annotations

import argparse
import csv
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

Row = dict[str, str]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--by", required=True, nargs="+")
    parser.add_argument("--figures", required=True, nargs="+")
    parser.add_argument("--across")
    options = parser.parse_args()
    with options.table.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    if options.across:
        lines = lines_across(rows, options.by, options.figures[0], options.across)
    else:
        lines = lines_of(rows, options.by, options.figures)
    head, *rest = [" | ".join(cells) for cells in lines]
    columns = head.count(" | ") + 1
    print("\n".join([f"| {head.replace('_', ' ')} |", "|" + "---|" * columns, *(f"| {line} |" for line in rest)]))


def lines_of(rows: Sequence[Row], by: Sequence[str], figures: Sequence[str]) -> Iterator[list[str]]:
    """The heading, then a line for each group."""
    yield [*by, "seeds", *figures]
    for name, own in groups(rows, by):
        yield [*name, seeds(own), *(spread([float(row[figure]) for row in own if row[figure]]) for figure in figures)]


def lines_across(rows: Sequence[Row], by: Sequence[str], figure: str, across: str) -> Iterator[list[str]]:
    """The heading, then a line for each group with one cell per value of ``across``."""
    places = sorted({row[across] for row in rows})
    yield [*by, "seeds", *(f"{across} {place}" for place in places), "mean", "more than in the first line"]
    first: list[float] = []
    for name, own in groups(rows, by):
        cells = [statistics.fmean(float(row[figure]) for row in own if row[across] == place) for place in places]
        gain = standard_error([one - other for one, other in zip(cells, first)]) if first else ""
        first = first or cells
        yield [*name, seeds(own), *(f"{cell:.3f}" for cell in cells), spread(cells), gain]


def groups(rows: Sequence[Row], by: Sequence[str]) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """The rows with equal values of ``by``, in the order of the file."""
    for name in dict.fromkeys(tuple(row[column] for column in by) for row in rows):
        yield name, [row for row in rows if tuple(row[column] for column in by) == name]


def seeds(rows: Sequence[Row]) -> str:
    """How many seeds the rows are of."""
    return str(len({row["seed"] for row in rows}))


def spread(values: Sequence[float]) -> str:
    """Mean and standard deviation; the number itself where all are the same whole number."""
    if not values:
        return ""
    if len(set(values)) == 1 and values[0] == round(values[0]):
        return f"{values[0]:.0f}"
    digits = 1 if all(value == round(value) for value in values) else 3
    deviation = f" ± {statistics.stdev(values):.{digits}f}" if len(values) > 1 else ""
    return f"{statistics.fmean(values):.{digits}f}{deviation}"


def standard_error(values: Sequence[float]) -> str:
    """Mean and standard error."""
    return f"{statistics.fmean(values):+.3f} ± {statistics.stdev(values) / len(values) ** 0.5:.3f}"


if __name__ == "__main__":
    main()
