"""Runs ``estimate``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timezone
from typing import Any

import numpy as np

from ...audit.figures import Cells, Estimated, error_matrix, estimate, intervals
from ...audit.sentences import estimate_lines, report_sentence
from ...campaign.audits import KNOWN_STRATUM, Audit, AuditStratum, AuditTile
from ...campaign.campaign import Campaign
from ...campaign.tiles import LABELLED, SKIPPED, Tile
from ...errors import CampaignError, InputError
from ...imagery.output_file import publish, writing
from ...progress import Reporter
from ...temporary_files import scratch_folder
from ..estimate import Estimate
from ..helpers.audited_cells import measured_cells
from ..helpers.audited_map import audited_map
from ..helpers.outputs import check_output, known_maps
from ..helpers.session import working_on


def run(parameters: Estimate, reporter: Reporter) -> dict[str, Any]:
    """Measure the audit's cells, estimate, keep the result with the campaign and write it."""
    with working_on(parameters.campaign, "estimate") as campaign:
        check_output(campaign, parameters.output, (".json",), [parameters.map, *known_maps(campaign)])
        audit = campaign.latest_audit()
        if audit is None:
            raise InputError("The campaign has no audit.", "Draw one with audit, and label its tiles.")
        drawn, known, stratum_of = _tiles(campaign, audit)
        probability, of_round = audited_map(campaign, parameters.map, audit, drawn, reporter)
        cells = measured_cells(campaign, [*drawn, *known], probability, parameters.threshold, reporter)
        result = {
            "campaign": parameters.campaign,
            "audit": audit.audit,
            "round": of_round,
            "created": datetime.now(timezone.utc).isoformat(timespec="seconds"),
            "map": None if probability is None else probability.path,
            "threshold": parameters.threshold,
            "confidence": parameters.confidence,
            "labelled_before": len(known),
            "population": sum(one.tiles for one in audit.strata),
            "output": parameters.output,
            **_figures(audit, drawn, stratum_of, cells, parameters.confidence, probability is not None),
        }
        result["sentence"] = report_sentence(result)
        result["summary"] = "\n".join(estimate_lines(result))
        campaign.keep_estimate(result)
        if parameters.output:
            _write(parameters.output, result)
    return result


def _tiles(campaign: Campaign, audit: Audit) -> tuple[list[Tile], list[Tile], Mapping[int, int]]:
    """The drawn tiles, the tiles labelled before the draw, and the stratum of each. Raises InputError if labels are
    missing."""
    rows = campaign.audit_tiles(audit.audit)
    tiles = {tile.tile_id: tile for tile in campaign.tiles(tile_ids=[row.tile_id for row in rows])}
    _require_whole(audit, rows, tiles)
    drawn = [tiles[row.tile_id] for row in rows if row.position is not None]
    known = [tiles[row.tile_id] for row in rows if row.position is None]
    left = [tile for tile in drawn if tile.state not in (LABELLED, SKIPPED)]
    if left:
        raise InputError(
            f"Audit {audit.audit} is not finished: {len(left)} of its {len(drawn)} tiles left to label.",
            "Label them first; skip those that cannot be decided.",
        )
    lost = [tile for tile in known if tile.state != LABELLED]
    if lost:
        raise InputError(
            f"Tiles that were labelled when audit {audit.audit} was drawn and no longer are: {len(lost)}, the first is"
            f" tile {lost[0].tile_id}.",
            "Label them again, or draw a new audit.",
        )
    if drawn and not any(tile.state == LABELLED for tile in drawn):
        raise InputError(
            f"All tiles of audit {audit.audit} were skipped.", "Label those that can be decided, or draw a new audit."
        )
    return drawn, known, {row.tile_id: row.stratum for row in rows}


def _require_whole(audit: Audit, rows: Sequence[AuditTile], tiles: Mapping[int, Tile]) -> None:
    """Raise CampaignError if tiles of the draw are missing: the estimate would silently be another."""
    present = Counter(row.stratum for row in rows if row.tile_id in tiles)
    if len(rows) != present.total() or present != Counter({one.stratum: one.drawn for one in audit.strata}):
        raise CampaignError(
            f"The campaign is damaged: the tiles of audit {audit.audit} are not those that were drawn.",
            "Restore campaign.gpkg from a backup, or draw a new audit.",
        )


def _answered_strata(
    strata: Sequence[AuditStratum], places: Sequence[Sequence[int]], skipped: np.ndarray
) -> tuple[list[int], list[list[int]]]:
    """Sizes of the strata and the places of their labelled tiles. A stratum of which all tiles were skipped counts as
    part of the one below it, the lowest as part of the next."""
    sizes: list[int] = []
    answered: list[list[int]] = []
    for one, mine in zip(strata, places):
        labelled = [place for place in mine if not skipped[place]]
        if answered and not (labelled and answered[-1]):
            sizes[-1] += one.tiles
            answered[-1] += labelled
        else:
            sizes.append(one.tiles)
            answered.append(labelled)
    return sizes, answered


def _figures(
    audit: Audit,
    drawn: Sequence[Tile],
    stratum_of: Mapping[int, int],
    cells: Cells,
    confidence: float,
    with_map: bool,
) -> dict[str, Any]:
    """Figures, error matrix, and what the skipped tiles could change about them."""
    known = cells.take(np.arange(len(drawn), len(cells.valid)))
    strata = [one for one in audit.strata if one.stratum != KNOWN_STRATUM and one.tiles]
    sizes = [one.tiles for one in strata]
    places = [[place for place, tile in enumerate(drawn) if stratum_of[tile.tile_id] == one.stratum] for one in strata]
    skipped = np.array([tile.state == SKIPPED for tile in drawn], bool)
    answered_sizes, labelled = _answered_strata(strata, places, skipped)
    answered = [cells.take(np.array(mine, int)) for mine in labelled]
    figures = estimate(answered, answered_sizes, known, confidence, with_map)
    found = cells.take(np.flatnonzero(~skipped))
    return {
        "drawn": len(drawn),
        "skipped": int(skipped.sum()),
        "found_in_audit": int((found.is_changed & ~found.is_marked).sum()) if with_map else int(found.is_changed.sum()),
        "smallest_change_m2": float(cells.smallest.max(initial=0.0)),
        "figures": {name: asdict(one) for name, one in figures.items()},
        "matrix": error_matrix(answered, answered_sizes, known) if with_map else {},
        "skipped_bounds": _bounds(cells, skipped, places, sizes, known, confidence, figures) if skipped.any() else {},
    }


def _bounds(
    cells: Cells,
    skipped: np.ndarray,
    places: Sequence[Sequence[int]],
    sizes: Sequence[int],
    known: Cells,
    confidence: float,
    figures: Mapping[str, Estimated],
) -> dict[str, dict[str, list[float]]]:
    """The limits of each figure if every skipped tile were changed as a whole, and if none were changed at all."""
    all_of_them = np.pad(skipped, (0, len(cells.valid) - len(skipped)))
    bounds = {}
    for name, change in (("all_changed", cells.valid), ("none_changed", np.zeros_like(cells.valid))):
        supposed = replace(
            cells,
            change=np.where(all_of_them, change, cells.change),
            both=np.where(all_of_them, np.minimum(change, cells.marked), cells.both),
        )
        sampled = [supposed.take(np.array(mine, int)) for mine in places]
        limits = intervals(sampled, sizes, known, confidence)
        bounds[name] = {figure: [float(limit) for limit in limits[figure]] for figure in figures}
    return bounds


def _write(output: str, result: dict[str, Any]) -> None:
    with scratch_folder(output) as folder, writing(output):
        (folder / "figures.json").write_text(json.dumps(result, indent=2, allow_nan=False), encoding="utf-8")
        publish(folder / "figures.json", output)
