"""The rounds of a campaign: how each model was trained and how well it performed."""

from __future__ import annotations

import sqlite3
from dataclasses import astuple, dataclass, replace
from numbers import Integral, Real
from typing import Any, List, Optional

from ..errors import CampaignError
from .validation import require_sensible_rounds


@dataclass(frozen=True)
class Round:
    """One round. Fields are None if not known (yet).

    ``created``: ISO time. ``labelled``: training tiles, of which ``changed``, ``unchanged``, ``ambiguous``.
    ``model``: its folder, relative to the campaign's. ``probability_map``: path of the last map made with it.
    ``queried``: how many tiles it queried. ``auc`` to ``ece``: 0 to 1, on the test tiles. ``seconds``: of training.
    """

    round: int
    created: str
    method: Optional[str] = None
    members: Optional[int] = None
    acquisition: Optional[str] = None
    encoder: Optional[str] = None
    preset: Optional[str] = None
    labelled: Optional[int] = None
    changed: Optional[int] = None
    unchanged: Optional[int] = None
    ambiguous: Optional[int] = None
    loss: Optional[float] = None
    model: Optional[str] = None
    probability_map: Optional[str] = None
    queried: Optional[int] = None
    auc: Optional[float] = None
    average_precision: Optional[float] = None
    f1: Optional[float] = None
    iou: Optional[float] = None
    ece: Optional[float] = None
    seconds: Optional[float] = None


def read_rounds(connection: sqlite3.Connection) -> List[Round]:
    """All rounds in order. Raises CampaignError if one is invalid."""
    require_sensible_rounds(connection)
    rows = connection.execute(
        "SELECT round, created, method, members, acquisition, encoder, preset, labelled, changed, unchanged, ambiguous,"
        " loss, model, probability_map, queried, auc, average_precision, f1, iou, ece, seconds"
        " FROM rounds ORDER BY round"
    ).fetchall()
    return [Round(*row) for row in rows]


def insert_round(connection: sqlite3.Connection, new: Round) -> None:
    """Write a round. Raises CampaignError if its number is taken."""
    if any(present.round == new.round for present in read_rounds(connection)):
        raise CampaignError(f"The campaign already has a round {new.round}.", "Run the job again.")
    connection.execute(
        "INSERT INTO rounds (round, created, method, members, acquisition, encoder, preset, labelled, changed,"
        " unchanged, ambiguous, loss, model, probability_map, queried, auc, average_precision, f1, iou, ece, seconds)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        astuple(_plain(new)),
    )


def change_round(connection: sqlite3.Connection, number: int, **values: Any) -> None:
    """Change columns of a round by name. Raises CampaignError for an unknown round, TypeError for an unknown column."""
    for present in read_rounds(connection):
        if present.round == number:
            break
    else:
        raise CampaignError(f"The campaign has no round {number}.", "Train first.")
    changed = _plain(replace(present, **values))
    connection.execute(
        "UPDATE rounds SET round = ?, created = ?, method = ?, members = ?, acquisition = ?, encoder = ?, preset = ?,"
        " labelled = ?, changed = ?, unchanged = ?, ambiguous = ?, loss = ?, model = ?, probability_map = ?,"
        " queried = ?, auc = ?, average_precision = ?, f1 = ?, iou = ?, ece = ?, seconds = ? WHERE round = ?",
        (*astuple(changed), number),
    )


def _plain(row: Round) -> Round:
    """The round with Python's own numbers: SQLite would store numpy's as raw bytes."""
    return Round(*(_plain_value(value) for value in astuple(row)))


def _plain_value(value: Any) -> Any:
    if isinstance(value, Integral):
        return int(value)
    return float(value) if isinstance(value, Real) else value
