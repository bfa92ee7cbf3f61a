"""The results table of simulations: a CSV file with one row per round."""

from __future__ import annotations

import csv
import json
import os
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ....errors import InputError
from ....learning.learner import Learner
from ....learning.simulation import RoundResult
from ....renaming import rename

TABLE_FILE, SETTING_FILE = "results.csv", "setting.json"
FIGURES = ("auc", "average_precision", "f1", "iou", "ece")
TEXTS = ("learner", "method", "acquisition")
COUNTS = ("seed", "count", "round", "labels", "changed", "unchanged", "ambiguous")
NUMBERS = ("found", *FIGURES, "training_minutes", "scoring_minutes")
COLUMNS = (*TEXTS, *COUNTS, *NUMBERS)

Row = dict[str, Any]
"""One round of one run, by column; None where a figure is not defined."""


@dataclass
class SimulationTable:
    """``path``: the CSV file. ``rows``: one dictionary per round, by column."""

    path: Path
    rows: list[Row]

    @classmethod
    def open(cls, folder: Path, description: dict[str, Any]) -> SimulationTable:
        """The folder's table; empty if there is none yet. ``description``: the settings that all its rows share.

        Raises InputError if the table was started with another description, or is damaged.
        """
        setting, path = folder / SETTING_FILE, folder / TABLE_FILE
        try:
            known = dict(json.loads(setting.read_text(encoding="utf-8"))) if setting.is_file() else None
            rows = _read(path) if path.is_file() else []
        except (ValueError, KeyError, TypeError, OSError, csv.Error) as error:
            raise InputError(f"{folder} contains a damaged table ({error}).", "Choose another folder.") from error
        if known is None or not rows:
            _write(setting, json.dumps(description, indent=2) + "\n")
        elif changed := _first_difference(known, json.loads(json.dumps(description))):
            raise InputError(
                f"{folder} contains results with a different setting: {changed.replace('_', ' ')} was "
                f"{known.get(changed)}.",
                "Choose another folder, or the same parameters.",
            )
        return cls(path, rows)

    def has(self, learner: Learner, seed: int) -> bool:
        """Whether this run is in the table already."""
        wanted = (learner.name, learner.count, seed)
        return any((row["learner"], row["count"], row["seed"]) == wanted for row in self.rows)

    def add(self, learner: Learner, seed: int, results: Sequence[RoundResult]) -> None:
        """Add a whole run. The file is replaced at once, so it is never incomplete."""
        self.rows += [_row(learner, seed, result) for result in results]
        lines = [dict.fromkeys(COLUMNS, "") | {key: _text(value) for key, value in row.items()} for row in self.rows]
        beside = self.path.with_suffix(".writing")
        with beside.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(lines)
            file.flush()
            os.fsync(file.fileno())
        rename(beside, self.path)

    def final(self) -> list[tuple[str, float | None, float, float, int]]:
        """For every learner: name, mean AP of the last round (None if not defined), standard deviation over the runs,
        share of the changed tiles found, number of runs. Best first."""
        last = max((row["labels"] for row in self.rows if row["method"] != "supervised"), default=0)
        groups: dict[str, list[Row]] = {}
        for row in self.rows:
            if row["labels"] == last or row["method"] == "supervised":
                rate = "" if row["method"] == "supervised" else f", {row['count']} per round"
                groups.setdefault(f"{row['learner']}{rate}", []).append(row)
        lines = []
        for name, rows in groups.items():
            values = [row["average_precision"] for row in rows if row["average_precision"] is not None]
            spread = statistics.stdev(values) if len(values) > 1 else 0.0
            found = statistics.fmean(row["found"] for row in rows)
            lines.append((name, statistics.fmean(values) if values else None, spread, found, len(rows)))
        return sorted(lines, key=lambda line: -(line[1] or 0.0))


def _first_difference(known: dict[str, Any], wanted: dict[str, Any]) -> str | None:
    """The first setting in which a table differs from ``wanted``; older tables did not record all settings."""
    return next((key for key in wanted if key in known and known[key] != wanted[key]), None)


def _row(learner: Learner, seed: int, result: RoundResult) -> Row:
    return {
        "learner": learner.name,
        "method": learner.method,
        "acquisition": learner.acquisition,
        "count": learner.count,
        "seed": seed,
        **{name: getattr(result, name) for name in ("round", "labels", "changed", "unchanged", "ambiguous", "found")},
        **{name: getattr(result.metrics, name) for name in FIGURES},
        "training_minutes": result.training_minutes,
        "scoring_minutes": result.scoring_minutes,
    }


def _text(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _read(path: Path) -> list[Row]:
    with path.open(newline="", encoding="utf-8") as file:
        return [
            {name: line[name] for name in TEXTS}
            | {name: int(line[name]) for name in COUNTS}
            | {name: float(line[name]) if line[name] else None for name in NUMBERS}
            for line in csv.DictReader(file)
        ]


def _write(path: Path, text: str) -> None:
    beside = path.with_suffix(".writing")
    beside.write_text(text, encoding="utf-8")
    rename(beside, path)
