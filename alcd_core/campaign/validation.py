"""Validation of a campaign's tables, which may come from an untrusted source and can be edited by hand in QGIS."""

from __future__ import annotations

import math
import sqlite3
from typing import Any, Optional, Tuple

from ..errors import CampaignError
from .tile_selection import Selection, selection

_ODD_TILE = """
SELECT fid, CASE
    WHEN typeof(tile_id) <> 'integer' OR tile_id < 0 THEN 'tile_id'
    WHEN typeof("row") <> 'integer' OR "row" NOT BETWEEN 0 AND :rows - 1 THEN 'row'
    WHEN typeof(col) <> 'integer' OR col NOT BETWEEN 0 AND :columns - 1 THEN 'col'
    WHEN state IS NULL OR state NOT IN ('unlabelled', 'queried', 'labelled', 'skipped') THEN 'state'
    WHEN split IS NULL OR split NOT IN ('pool', 'train', 'test', 'audit') THEN 'split'
    WHEN tile_class NOT IN ('changed', 'unchanged', 'ambiguous') THEN 'tile_class'
    WHEN typeof(score) NOT IN ('real', 'integer', 'null') THEN 'score'
    WHEN typeof(rank) NOT IN ('integer', 'null') THEN 'rank'
    WHEN typeof(change_probability) NOT IN ('real', 'integer', 'null') THEN 'change_probability'
    WHEN typeof(round_queried) NOT IN ('integer', 'null') THEN 'round_queried'
    WHEN typeof(round_labelled) NOT IN ('integer', 'null') THEN 'round_labelled'
    WHEN typeof(round_scored) NOT IN ('integer', 'null') THEN 'round_scored'
END AS odd FROM tiles
WHERE SELECTION AND odd IS NOT NULL LIMIT 1"""

_ODD_ROUND = """
SELECT fid, CASE
    WHEN typeof(round) <> 'integer' OR round < 1 THEN 'round'
    WHEN typeof(created) <> 'text' THEN 'created'
    WHEN typeof(method) NOT IN ('text', 'null') THEN 'method'
    WHEN typeof(members) NOT IN ('integer', 'null') THEN 'members'
    WHEN typeof(acquisition) NOT IN ('text', 'null') THEN 'acquisition'
    WHEN typeof(encoder) NOT IN ('text', 'null') THEN 'encoder'
    WHEN typeof(preset) NOT IN ('text', 'null') THEN 'preset'
    WHEN typeof(labelled) NOT IN ('integer', 'null') THEN 'labelled'
    WHEN typeof(changed) NOT IN ('integer', 'null') THEN 'changed'
    WHEN typeof(unchanged) NOT IN ('integer', 'null') THEN 'unchanged'
    WHEN typeof(ambiguous) NOT IN ('integer', 'null') THEN 'ambiguous'
    WHEN typeof(loss) NOT IN ('real', 'integer', 'null') THEN 'loss'
    WHEN typeof(model) NOT IN ('text', 'null') THEN 'model'
    WHEN typeof(probability_map) NOT IN ('text', 'null') THEN 'probability_map'
    WHEN typeof(queried) NOT IN ('integer', 'null') THEN 'queried'
    WHEN typeof(auc) NOT IN ('real', 'integer', 'null') THEN 'auc'
    WHEN typeof(average_precision) NOT IN ('real', 'integer', 'null') THEN 'average_precision'
    WHEN typeof(f1) NOT IN ('real', 'integer', 'null') THEN 'f1'
    WHEN typeof(iou) NOT IN ('real', 'integer', 'null') THEN 'iou'
    WHEN typeof(ece) NOT IN ('real', 'integer', 'null') THEN 'ece'
    WHEN typeof(seconds) NOT IN ('real', 'integer', 'null') THEN 'seconds'
END AS odd FROM rounds WHERE odd IS NOT NULL LIMIT 1"""

_ODD_AUDIT = """
SELECT fid, CASE
    WHEN typeof(audit) <> 'integer' OR audit < 1 THEN 'audit'
    WHEN typeof(created) <> 'text' THEN 'created'
    WHEN typeof(round) <> 'integer' OR round < 0 THEN 'round'
    WHEN typeof(scored_by) NOT IN ('integer', 'null') THEN 'scored_by'
    WHEN typeof(seed) <> 'integer' THEN 'seed'
    WHEN typeof(count) <> 'integer' OR count < 1 THEN 'count'
    WHEN typeof(spent) NOT IN ('text', 'null') THEN 'spent'
END AS odd FROM audits WHERE odd IS NOT NULL LIMIT 1"""

_ODD_AUDIT_STRATUM = """
SELECT fid, CASE
    WHEN typeof(audit) <> 'integer' THEN 'audit'
    WHEN typeof(stratum) <> 'integer' OR stratum < 0 THEN 'stratum'
    WHEN typeof(lowest) NOT IN ('real', 'integer', 'null') THEN 'lowest'
    WHEN typeof(highest) NOT IN ('real', 'integer', 'null') THEN 'highest'
    WHEN typeof(tiles) <> 'integer' OR tiles < 0 THEN 'tiles'
    WHEN typeof(drawn) <> 'integer' OR drawn NOT BETWEEN 0 AND tiles THEN 'drawn'
    WHEN typeof(inclusion_probability) NOT IN ('real', 'integer')
        OR inclusion_probability NOT BETWEEN 0 AND 1 THEN 'inclusion_probability'
END AS odd FROM audit_strata WHERE odd IS NOT NULL LIMIT 1"""

_ODD_AUDIT_TILE = """
SELECT fid, CASE
    WHEN typeof(audit) <> 'integer' THEN 'audit'
    WHEN typeof(tile_id) <> 'integer' THEN 'tile_id'
    WHEN typeof(stratum) <> 'integer' THEN 'stratum'
    WHEN typeof(position) NOT IN ('integer', 'null') THEN 'position'
END AS odd FROM audit_tiles WHERE odd IS NOT NULL LIMIT 1"""


def require_sensible_tiles(
    connection: sqlite3.Connection, rows: int, columns: int, chosen: Optional[Selection] = None
) -> None:
    """Raise CampaignError if one of the chosen tiles (None: any tile) has invalid values or lies outside the tiling."""
    chosen = chosen or selection()
    values = {**chosen.values, "rows": rows, "columns": columns}
    _require(connection.execute(chosen.of(_ODD_TILE), values).fetchone(), "tiles")


def require_sensible_rounds(connection: sqlite3.Connection) -> None:
    """Raise CampaignError if a round has invalid values."""
    _require(connection.execute(_ODD_ROUND).fetchone(), "rounds")


def require_sensible_audits(connection: sqlite3.Connection) -> None:
    """Raise CampaignError if an audit has invalid values."""
    _require(connection.execute(_ODD_AUDIT).fetchone(), "audits")
    _require(connection.execute(_ODD_AUDIT_STRATUM).fetchone(), "audit_strata")
    _require(connection.execute(_ODD_AUDIT_TILE).fetchone(), "audit_tiles")


def damaged_row(table: str, fid: int, column: str) -> CampaignError:
    """The error for one invalid value."""
    return CampaignError(
        f"The campaign is damaged: in row {fid} of the table {table}, the value of {column} is invalid.",
        "Fix it in the layer's attribute table, or restore campaign.gpkg from a backup.",
    )


def text(value: Any) -> str:
    """The value, which must be a string. Raises ValueError."""
    if not isinstance(value, str) or "\0" in value:
        raise ValueError(f"{value!r} is not text")
    return value


def integer(value: Any, minimum: int, maximum: int) -> int:
    """The value, which must be an integer in this range. Raises ValueError."""
    if type(value) is not int or not minimum <= value <= maximum:
        raise ValueError(f"{value!r} is not an integer from {minimum} to {maximum}")
    return value


def numbers(values: Any, count: int) -> Tuple[float, ...]:
    """The values, which must be a list of ``count`` finite numbers. Raises ValueError."""
    if not isinstance(values, list) or len(values) != count or not all(map(is_number, values)):
        raise ValueError(f"{values!r} are not {count} numbers")
    return tuple(values)


def is_number(value: Any) -> bool:
    """Whether the value is a finite number and not a bool."""
    return type(value) in (int, float) and math.isfinite(value)


def _require(odd: Any, table: str) -> None:
    if odd is not None:
        raise damaged_row(table, *odd)
