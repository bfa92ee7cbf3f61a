"""Runs ``estimate``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timezone
from typing import Any

import numpy as np

from ...audit.figures import Cells, Estimated, error_matrix, estimate, intervals
from ...audit.sentences import estimate_lines, report_sentence
from ...campaign.audits import KNOWN_STRATUM, Audit
from ...campaign.campaign import Campaign
from ...campaign.tiles import LABELLED, SKIPPED, Tile
from ...errors import InputError
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
    drawn = [tiles[row.tile_id] for row in rows if row.position is not None]
    known = [tiles[row.tile_id] for row in rows if row.position is None]
    left = [tile for tile in drawn if tile.state not in (LABELLED, SKIPPED)]
    if left:
        raise InputError(
            f"{len(left)} of the {len(drawn)} tiles of audit {audit.audit} are not labelled yet.",
            "Label them first; skip those that cannot be decided.",
        )
    lost = [tile for tile in known if tile.state != LABELLED]
    if lost:
        raise InputError(
            f"{len(lost)} tiles that were labelled when audit {audit.audit} was drawn no longer are.",
            f"Label them again (tile {lost[0].tile_id} is one), or draw a new audit.",
        )
    stratum_of = {row.tile_id: row.stratum for row in rows}
    for one in audit.strata:
        mine = [tile for tile in drawn if stratum_of[tile.tile_id] == one.stratum]
        if one.stratum != KNOWN_STRATUM and not any(tile.state == LABELLED for tile in mine):
            raise InputError(
                f"All tiles drawn from stratum {one.stratum} of audit {audit.audit} were skipped.",
                "Label at least one of them, or draw a new audit with more tiles.",
            )
    return drawn, known, stratum_of


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
    answered = [cells.take(np.array([place for place in mine if not skipped[place]], int)) for mine in places]
    figures = estimate(answered, sizes, known, confidence, with_map)
    found = cells.take(np.flatnonzero(~skipped))
    return {
        "drawn": len(drawn),
        "skipped": int(skipped.sum()),
        "found_in_audit": int((found.is_changed & ~found.is_marked).sum()) if with_map else int(found.is_changed.sum()),
        "smallest_change_m2": float(cells.smallest.max(initial=0.0)),
        "figures": {name: asdict(one) for name, one in figures.items()},
        "matrix": error_matrix(answered, sizes, known) if with_map else {},
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
        (folder / "figures.json").write_text(json.dumps(result, indent=2), encoding="utf-8")
        publish(folder / "figures.json", output)
