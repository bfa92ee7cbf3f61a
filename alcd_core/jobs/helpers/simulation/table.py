"""The results tables of simulations: a CSV file with one row per round, and one with a row per round and scene."""

from __future__ import annotations

import csv
import json
import os
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ....errors import InputError
from ....learning.learner import Learner
from ....learning.simulation import RoundResult
from ....renaming import rename

TABLE_FILE, SCENES_FILE, SETTING_FILE = "results.csv", "scenes.csv", "setting.json"
METRICS = ("auc", "average_precision", "f1", "iou", "ece")
"""On the test tiles: transfer. With ``within_`` before them, on the reserved tiles of the pool."""
WITHIN = "within_"
ROUND = ("learner", "method", "acquisition", "count", "seed", "round", "labels")
COUNTS = ("changed", "unchanged", "ambiguous", "steps", "scenes", "within_scenes")
NUMBERS = ("found", *METRICS, *(WITHIN + name for name in METRICS), "training_minutes", "scoring_minutes")
COLUMNS = (*ROUND, *COUNTS, *NUMBERS)
SCENE_COUNTS = ("changed_pixels", "unchanged_pixels", "changed_tiles", "found_tiles")
SCENE_COLUMNS = (*ROUND, "ground", "scene", "average_precision", *SCENE_COUNTS)
TEXTS = ("learner", "method", "acquisition", "ground", "scene")
FRACTIONS = (*NUMBERS, "average_precision")

Row = dict[str, Any]
"""One round of one run, or one scene of it, by column; None where a figure is not defined."""


@dataclass(frozen=True)
class FinalLine:
    """A learner's last round: mean AP and its spread over the runs, within the campaign and on other ground."""

    name: str
    within: str
    transfer: str
    found: float
    runs: int


@dataclass
class SimulationTable:
    """``path``: the CSV file of the rounds. ``rows``: one dictionary per round, by column; ``scenes``: one per round
    and scene with change, in ``scenes_path``."""

    path: Path
    rows: list[Row]
    scenes_path: Path
    scenes: list[Row]

    @classmethod
    def open(cls, folder: Path, description: dict[str, Any]) -> SimulationTable:
        """The folder's table; empty if there is none yet. ``description``: the settings that all its rows share.

        Raises InputError if the table was started with another description, or is damaged.
        """
        setting, path, scenes_path = folder / SETTING_FILE, folder / TABLE_FILE, folder / SCENES_FILE
        try:
            known = dict(json.loads(setting.read_text(encoding="utf-8"))) if setting.is_file() else None
            rows = _read(path, COLUMNS) if path.is_file() else []
            runs = {_run(row) for row in rows}
            scenes = _read(scenes_path, SCENE_COLUMNS) if scenes_path.is_file() else []
            scenes = [row for row in scenes if _run(row) in runs]
        except (ValueError, KeyError, TypeError, OSError, csv.Error) as error:
            raise InputError(
                f"{folder} contains a damaged table, or one of an older version ({error}).", "Choose another folder."
            ) from error
        if known is None or not rows:
            _write(setting, json.dumps(description, indent=2) + "\n")
        elif changed := _first_difference(known, json.loads(json.dumps(description))):
            raise InputError(
                f"{folder} contains results with a different setting: {changed.replace('_', ' ')} was "
                f"{known.get(changed)}.",
                "Choose another folder, or the same parameters.",
            )
        return cls(path, rows, scenes_path, scenes)

    def has(self, learner: Learner, seed: int) -> bool:
        """Whether this run is in the table already."""
        wanted = (learner.name, learner.count, seed)
        return any((row["learner"], row["count"], row["seed"]) == wanted for row in self.rows)

    def add(self, learner: Learner, seed: int, results: Sequence[RoundResult]) -> None:
        """Add a whole run. Each file is replaced at once, so it is never incomplete; scenes without their run, if the
        second one is not, are dropped when the table is opened."""
        for result in results:
            start = _round(learner, seed, result)
            self.rows.append(start | _figures(result))
            self.scenes += [start | scene for scene in _scenes(result)]
        _write_rows(self.scenes_path, SCENE_COLUMNS, self.scenes)
        _write_rows(self.path, COLUMNS, self.rows)

    def final(self) -> list[FinalLine]:
        """The last round of every learner, best within the campaign first."""
        last = max((row["labels"] for row in self.rows if row["acquisition"]), default=0)
        groups: dict[str, list[Row]] = {}
        for row in self.rows:
            if row["labels"] == last or not row["acquisition"]:
                rate = f", {row['count']} per round" if row["acquisition"] else ""
                groups.setdefault(f"{row['learner']}{rate}", []).append(row)
        ranked = sorted(groups.items(), key=lambda item: -_rank(item[1]))
        return [
            FinalLine(
                name,
                _spread(_known(rows, WITHIN + "average_precision")),
                _spread(_known(rows, "average_precision")),
                statistics.fmean(row["found"] for row in rows),
                len(rows),
            )
            for name, rows in ranked
        ]


def _first_difference(known: dict[str, Any], wanted: dict[str, Any]) -> str | None:
    """The first setting in which a table differs from ``wanted``; older tables did not record all settings."""
    return next((key for key in wanted if key in known and known[key] != wanted[key]), None)


def _known(rows: Sequence[Row], name: str) -> list[float]:
    return [row[name] for row in rows if row[name] is not None]


def _rank(rows: Sequence[Row]) -> float:
    known = _known(rows, WITHIN + "average_precision") or _known(rows, "average_precision")
    return statistics.fmean(known) if known else 0.0


def _spread(values: Sequence[float]) -> str:
    if not values:
        return "not defined"
    return f"{statistics.fmean(values):.3f} +- {statistics.stdev(values) if len(values) > 1 else 0.0:.3f}"


def _run(row: Row) -> tuple[Any, ...]:
    return row["learner"], row["count"], row["seed"]


def _round(learner: Learner, seed: int, result: RoundResult) -> Row:
    return {
        "learner": learner.name,
        "method": learner.method,
        "acquisition": learner.acquisition,
        "count": learner.count,
        "seed": seed,
        "round": result.round,
        "labels": result.labels,
    }


def _figures(result: RoundResult) -> Row:
    within = result.within
    return {
        **{name: getattr(result, name) for name in ("changed", "unchanged", "ambiguous", "found", "steps")},
        "scenes": len(result.transfer.scenes),
        "within_scenes": len(within.scenes) if within else 0,
        **{name: getattr(result.transfer.whole, name) for name in METRICS},
        **{WITHIN + name: getattr(within.whole, name) if within else None for name in METRICS},
        "training_minutes": result.training_minutes,
        "scoring_minutes": result.scoring_minutes,
    }


def _scenes(result: RoundResult) -> Iterator[Row]:
    """A row for each scene with change: those of the pool, whether measured or to be found, then those of the test."""
    within = result.within.scenes if result.within else {}
    for ground, metrics, tiles in (("within", within, result.scene_tiles), ("transfer", result.transfer.scenes, {})):
        for scene in sorted({*metrics, *tiles}):
            own, found = metrics.get(scene), tiles.get(scene)
            if found or (own and own.changed_pixels):
                yield {
                    "ground": ground,
                    "scene": scene,
                    "average_precision": own.average_precision if own else None,
                    "changed_pixels": own.changed_pixels if own else 0,
                    "unchanged_pixels": own.unchanged_pixels if own else 0,
                    "changed_tiles": found.changed if found else 0,
                    "found_tiles": found.found if found else 0,
                }


def _text(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _read(path: Path, columns: Sequence[str]) -> list[Row]:
    with path.open(newline="", encoding="utf-8") as file:
        return [{name: _value(name, line[name]) for name in columns} for line in csv.DictReader(file)]


def _value(name: str, text: str) -> Any:
    if name in TEXTS:
        return text
    if name in FRACTIONS:
        return float(text) if text else None
    return int(text)


def _write_rows(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> None:
    beside = path.with_suffix(".writing")
    with beside.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows({name: _text(row[name]) for name in columns} for row in rows)
        file.flush()
        os.fsync(file.fileno())
    rename(beside, path)


def _write(path: Path, text: str) -> None:
    beside = path.with_suffix(".writing")
    beside.write_text(text, encoding="utf-8")
    rename(beside, path)
