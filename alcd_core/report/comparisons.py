"""Baselines measured on the same test tiles, read from and written to JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..errors import InputError
from .figures import Comparison, Measure

LARGEST_FILE = 1_000_000


def read_comparison(path: str) -> Comparison:
    """The comparison in a JSON file: ``{"text": ..., "measures": [{"name", "note", "average_precision", "own"}]}``.

    ``average_precision``: 0 to 1 or null. ``own``: whether it is the campaign's own result. Raises InputError.
    """
    try:
        if Path(path).stat().st_size > LARGEST_FILE:
            raise ValueError("it is too large")
        values = json.loads(Path(path).read_text(encoding="utf-8"))
        return Comparison(str(values["text"]), [_measure(one) for one in values["measures"]])
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Check the path of the comparisons.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"{path} does not contain comparisons ({type(error).__name__}: {error}).",
            'Write {"text": "...", "measures": [{"name": "...", "note": "...", "average_precision": 0.9}]}.',
        ) from error


def write_comparison(path: Path, comparison: Comparison) -> None:
    """Write a file for ``read_comparison``."""
    measures = [
        {"name": one.name, "note": one.note, "average_precision": one.average_precision, "own": one.own}
        for one in comparison.measures
    ]
    path.write_text(json.dumps({"text": comparison.text, "measures": measures}, indent=1), encoding="utf-8")


def _measure(values: dict[str, Any]) -> Measure:
    precision = values["average_precision"]
    if precision is not None and not 0.0 <= float(precision) <= 1.0:
        raise ValueError(f"the average precision {precision} is not between 0 and 1")
    return Measure(
        name=str(values["name"]),
        note=str(values.get("note", "")),
        average_precision=None if precision is None else float(precision),
        own=values.get("own") is True,
    )
