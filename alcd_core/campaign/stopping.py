"""Whether another round pays: what the rounds found, what the model expects of the next queries, what an audit says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Sequence, Tuple

from .campaign import Campaign
from .tiles import LABELLED, QUERIED, Tile

FEWEST_FOR_CALIBRATION = 10
ENOUGH = 0.95
"""A map that surely has this share of the changed tiles is complete enough for most purposes."""
_HALF = 0.03
"""A tile with this mean change probability is as likely changed as not: the share from which a tile is changed."""


@dataclass(frozen=True)
class RoundGain:
    """What labelling brought before a round was trained: tiles labelled since the round before, and the changed ones
    among them."""

    round: int
    labelled: int
    changed: int


@dataclass(frozen=True)
class ExpectedFinds:
    """How many of the queried ``tiles`` the model expects to be changed: its own guess, not an estimate with a known
    error. ``calibrated_on``: labelled tiles whose classes the guess was adjusted to; 0 if there were too few."""

    tiles: int
    finds: float
    calibrated_on: int


@dataclass(frozen=True)
class Advice:
    """``another_round``: whether it pays; None if that cannot be said. ``reason``: one sentence; ``key`` and ``values``
    of it, for translation."""

    another_round: Optional[bool]
    key: str
    reason: str
    values: Dict[str, Any]


REASONS = {
    "no_round": "Nothing has been trained yet.",
    "complete": "Another round hardly pays: by the audit the map surely has {low} % of the changed tiles.",
    "missed": "Another round pays: by the audit about {missed} changed tiles are missing from the map ({low} to"
    " {high}), and the model expects {finds} among the {tiles} that it queried.",
    "unsure": "Another round may pay: the audit found none missing, but up to {high} changed tiles could be. Label a"
    " larger audit to know.",
    "finds": "Another round pays: the model expects about {finds} changed tiles among the {tiles} that it queried.",
    "dry": "Another round hardly pays for what it finds: the model expects {finds} changed tiles among the {tiles} that"
    " it queried. Draw an audit to learn what it does not expect.",
    "query_first": "Query the next tiles, then the model can say what it expects of them.",
}
"""The sentences, with the names of their values."""


def round_gains(campaign: Campaign) -> List[RoundGain]:
    """What labelling brought, round by round."""
    gains, before = [], (0, 0)
    for one in campaign.rounds():
        now = (one.labelled or 0, one.changed or 0)
        gains.append(RoundGain(one.round, now[0] - before[0], now[1] - before[1]))
        before = now
    return gains


def expected_finds(campaign: Campaign) -> Optional[ExpectedFinds]:
    """What the model expects of the queried tiles; None if none of them has a score.

    The guess is multiplied by what the same guess was worth for tiles labelled after they were scored: the test tiles
    if ten of them have a score, or else all labelled ones.
    """
    queried = [tile for tile in campaign.tiles(state=QUERIED) if tile.change_probability is not None]
    if not queried:
        return None
    factor, calibrated_on = _calibration(campaign.tiles(state=LABELLED))
    guess = sum(_chance(tile) for tile in queried)
    return ExpectedFinds(len(queried), min(guess * factor, float(len(queried))), calibrated_on)


def advice(campaign: Campaign) -> Advice:
    """One sentence on whether another round pays, and why."""
    if not any(one.model for one in campaign.rounds()):
        return _advice(None, "no_round")
    expected, estimate = expected_finds(campaign), _current_estimate(campaign)
    guess = {} if expected is None else {"finds": round(expected.finds), "tiles": expected.tiles}
    if estimate is not None:
        missed, complete = estimate
        limits = {"missed": round(missed["value"]), "low": round(missed["low"]), "high": round(missed["high"])}
        if complete["low"] >= ENOUGH:
            return _advice(False, "complete", low=int(100 * complete["low"]))
        if limits["missed"] == 0:
            return _advice(None, "unsure", high=limits["high"])
        if expected is not None:
            return _advice(True, "missed", **limits, **guess)
    if expected is None:
        return _advice(None, "query_first")
    return _advice(expected.finds >= 1, "finds" if expected.finds >= 1 else "dry", **guess)


def _advice(another_round: Optional[bool], key: str, **values: Any) -> Advice:
    return Advice(another_round, key, REASONS[key].format(**values), values)


def _current_estimate(campaign: Campaign) -> Optional[Tuple[Dict[str, Any], Dict[str, Any]]]:
    """Missed tiles and completeness in tiles by the last estimate, if it is of the latest round's map."""
    kept = campaign.last_estimate()
    rounds = campaign.rounds()
    if kept is None or not rounds or kept.get("round") != rounds[-1].round:
        return None
    try:
        missed, complete = kept["figures"]["missed_cells"], kept["figures"]["completeness_cells"]
        sensible = all(isinstance(one[name], (int, float)) for one in (missed, complete) for name in ("low", "high"))
        return (missed, complete) if sensible and isinstance(missed["value"], (int, float)) else None
    except (KeyError, TypeError):
        return None  # without a map, or not written by this version


def _calibration(labelled: Sequence[Tile]) -> Tuple[float, int]:
    """By how much to multiply the guess, and the number of tiles behind it."""
    scored = [tile for tile in labelled if tile.change_probability is not None and tile.tile_class is not None]
    tests = [tile for tile in scored if tile.split == "test"]
    used = tests if len(tests) >= FEWEST_FOR_CALIBRATION else [tile for tile in scored if tile.split != "audit"]
    if len(used) < FEWEST_FOR_CALIBRATION:
        return 1.0, 0
    found = sum(tile.tile_class == "changed" for tile in used)
    return (found + 0.5) / (sum(_chance(tile) for tile in used) + 0.5), len(used)


def _chance(tile: Tile) -> float:
    probability = min(max(tile.change_probability or 0.0, 0.0), 1.0)  # the table can be edited by hand
    return probability / (probability + _HALF)
