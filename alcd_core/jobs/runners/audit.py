"""Runs ``audit``."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ...audit.precision import Precision, expected_precision
from ...audit.sample import Draw, draw_sample
from ...audit.sentences import percent
from ...campaign.audits import KNOWN_STRATUM, Audit, AuditStratum, AuditTile
from ...campaign.campaign import Campaign, open_campaign
from ...campaign.tiles import LABELLED, Tile
from ...errors import InputError
from ...learning.acquisition_names import RANDOM
from ...progress import Reporter
from ..audit import DrawAudit
from ..helpers.session import working_on

CONFIDENCE = 0.95
FIRST = 10


def run(parameters: DrawAudit, reporter: Reporter) -> dict[str, Any]:
    """Draw a stratified sample of the tiles that are not labelled, and hold it out; or end the last audit."""
    if parameters.preview:  # takes no lock: another job may be running
        return _draw(open_campaign(Path(parameters.campaign), to_read=True), parameters, reporter)
    with working_on(parameters.campaign, "audit") as campaign:
        if parameters.release:
            return _release(campaign, parameters)
        _require_none_open(campaign)
        return _draw(campaign, parameters, reporter)


def _draw(campaign: Campaign, parameters: DrawAudit, reporter: Reporter) -> dict[str, Any]:
    while True:
        reporter.progress(0.0, "Drawing tiles")
        known, pool = campaign.tiles(state=LABELLED), campaign.unlabelled_tiles()
        if not pool:
            raise InputError("All tiles are labelled.", "There is nothing left to estimate.")
        draw = draw_sample(pool.tile_ids, pool.change_probability, parameters.count, parameters.seed)
        audit = _audit(campaign, parameters, draw, len(known))
        if parameters.preview or _write(campaign, audit, draw, known):
            break  # otherwise the analyst has labelled a tile meanwhile
    buys = expected_precision(draw.strata, sum(tile.tile_class == "changed" for tile in known))
    return {
        "summary": _summary(parameters, audit, draw, buys, _on_scores(campaign)),
        "campaign": parameters.campaign,
        "audit": None if parameters.preview else audit.audit,
        "count": len(draw.tiles),
        "population": len(pool),
        "strata": [vars(one) for one in audit.strata],
        "first": [] if parameters.preview else [tile for tile, _ in draw.tiles[:FIRST]],
        "buys": {**vars(buys), "confidence": CONFIDENCE},
    }


def _require_none_open(campaign: Campaign) -> None:
    latest = campaign.latest_audit()
    if latest is None or latest.spent is not None:
        return
    progress = campaign.audit_progress(latest.audit)
    if progress.left:
        raise InputError(
            f"Audit {latest.audit} is not finished: {progress.left} of its {latest.count} tiles left to label.",
            "Label them first. A sample that grows until its result pleases is not a sample.",
        )


def _audit(campaign: Campaign, parameters: DrawAudit, draw: Draw, known: int) -> Audit:
    rounds, latest = campaign.rounds(), campaign.latest_audit()
    scored = [one.round for one in rounds if one.acquisition not in (None, RANDOM)]
    has_scores = any(one.lowest is not None for one in draw.strata)
    strata = [
        AuditStratum(one.number, one.lowest, one.highest, one.tiles, one.drawn, one.inclusion_probability)
        for one in draw.strata
    ]
    return Audit(
        1 if latest is None else latest.audit + 1,
        datetime.now(timezone.utc).isoformat(timespec="seconds"),
        max((one.round for one in rounds), default=0),
        max(scored, default=None) if has_scores else None,
        parameters.seed,
        len(draw.tiles),
        None,
        (AuditStratum(KNOWN_STRATUM, None, None, known, known, 1.0), *strata),
    )


def _write(campaign: Campaign, audit: Audit, draw: Draw, known: list[Tile]) -> bool:
    drawn = [AuditTile(tile, stratum, place) for place, (tile, stratum) in enumerate(draw.tiles, start=1)]
    whole = [AuditTile(tile.tile_id, KNOWN_STRATUM, None) for tile in known]
    return campaign.write_audit(audit, [*drawn, *whole], {tile.tile_id for tile in known})


def _release(campaign: Campaign, parameters: DrawAudit) -> dict[str, Any]:
    """End the last audit, and earlier ones whose tiles are still held out."""
    latest = campaign.latest_audit()
    if latest is None or latest.spent is not None:
        raise InputError("There is no audit that could be opened to training.", "Draw one first.")
    when = datetime.now(timezone.utc).isoformat(timespec="seconds")
    labelled = campaign.spend_audit(latest.audit, when)
    return {
        "summary": f"Audit {latest.audit} has ended. Labelled audit tiles that can now be trained on: {labelled}."
        " Models trained with them cannot be checked by it; draw a new audit for these.",
        "campaign": parameters.campaign,
        "audit": latest.audit,
        "spent": when,
        "labelled": labelled,
    }


def _on_scores(campaign: Campaign) -> str:
    """A warning if the last query scored only some of the tiles. Whatever the strata, the estimates are unbiased."""
    last = campaign.last_scoring()
    if last is None or last.scored >= last.tiles:
        return ""
    return (
        f"\nThe last query scored {last.scored:,} of {last.tiles:,} tiles, so the strata mix scores of several rounds."
        " The estimate holds all the same, but its intervals may be wider than if all tiles were scored first."
    )


def _summary(parameters: DrawAudit, audit: Audit, draw: Draw, buys: Precision, on_scores: str) -> str:
    count = len(draw.tiles)
    start = f"With {count:,} {'tile' if count == 1 else 'tiles'}"
    if buys.completeness_points is not None:
        start += f" the completeness is expected to be known to within {buys.completeness_points:.0f} points, and"
    promise = (
        f"{start} none missed among them would mean at most {buys.missed_at_most_if_none:,} changed tiles missed"
        f" ({percent(CONFIDENCE)})."
    )
    if parameters.preview:
        return promise + on_scores
    strata = f"{len(draw.strata)} strata" if len(draw.strata) > 1 else "one stratum"
    return (
        f"Audit {audit.audit}: {count:,} of {sum(one.tiles for one in draw.strata):,} tiles drawn from {strata}.\n"
        f"{promise}{on_scores}\nNext: label them, then estimate."
    )
