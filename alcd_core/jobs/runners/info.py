"""Runs ``info``."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from ...campaign.audits import Audit
from ...campaign.campaign import Campaign, open_campaign
from ...campaign.description import DATES
from ...campaign.rounds import Round
from ...campaign.stopping import advice, expected_finds, round_gains
from ...campaign.tiles import TileCounts
from ...errors import InputError
from ...imagery.gdal_library import spatial_reference
from ...progress import Reporter
from ...service_cache import IMAGERY, cache_size, has_services
from ..info import Info


def run(parameters: Info, reporter: Reporter) -> dict[str, Any]:
    """Report the campaign's state in words and figures. Takes no lock: another job may be running."""
    reporter.check()
    campaign = open_campaign(Path(parameters.campaign), to_read=True)
    counts, rounds = campaign.counts(), campaign.rounds()
    rasters = {date: _raster(campaign, date) for date in DATES}
    scoring = campaign.last_scoring()
    return {
        "summary": "\n".join(_lines(campaign, counts, rounds, rasters)),
        "campaign": parameters.campaign,
        "name": campaign.description.name,
        "rasters": rasters,
        "grid": asdict(campaign.description.grid),
        "tiles": counts.total,
        "states": dict(counts.states),
        "splits": dict(counts.splits),
        "classes": dict(counts.classes),
        "rounds": [asdict(one) for one in rounds],
        "fetched": asdict(cache_size(campaign.folder)) if has_services(campaign.folder) else None,
        "audits": [asdict(one) for one in campaign.audits()],
        "scoring": None if scoring is None else asdict(scoring),
        "stopping": _stopping(campaign),
    }


def _stopping(campaign: Campaign) -> dict[str, Any]:
    """What speaks for or against another round."""
    expected = expected_finds(campaign)
    return {
        "gains": [asdict(one) for one in round_gains(campaign)],
        "expected": None if expected is None else asdict(expected),
        "advice": asdict(advice(campaign)),
    }


def _raster(campaign: Campaign, date: str) -> dict[str, Any]:
    """The date's orthophoto, when it was taken, and the date's further rasters."""
    first, *more = (_file(campaign, date, number) for number in range(len(campaign.description.rasters(date))))
    return {**first, "date": campaign.description.taken(date), "more": more}


def _file(campaign: Campaign, date: str, number: int) -> dict[str, Any]:
    raster = campaign.description.rasters(date)[number]
    try:
        campaign.raster_path(date, number)
        missing = False
    except InputError:
        missing = True
    return {"path": raster.path, "bands": list(raster.bands), "missing": missing}


def _lines(
    campaign: Campaign, counts: TileCounts, rounds: list[Round], rasters: dict[str, dict[str, Any]]
) -> list[str]:
    grid = campaign.description.grid
    size = campaign.description.tile_size * grid.gsd
    lines = [f"{campaign.description.name}, created {campaign.description.created}"]
    for date, raster in rasters.items():
        for number, file in enumerate([raster, *raster["more"]]):
            relocate = campaign.relocate_command(date, number)
            where = f"{file['path']} is missing: {relocate}" if file["missing"] else file["path"]
            taken = f", {raster['date']}" if raster["date"] and number == 0 else ""
            title = "" if number else f"{date}:"
            lines.append(f"  {title:8} {where} (bands {', '.join(map(str, file['bands']))}{taken})")
    crs = spatial_reference(grid.crs).GetName()
    lines.append(f"  grid:    {grid.width:,} x {grid.height:,} pixels of {grid.gsd:.3g} m, {crs}")
    if has_services(campaign.folder):
        fetched = cache_size(campaign.folder)
        lines.append(f"  fetched: {fetched.tiles:,} tiles of services, {fetched.size / 1e6:,.0f} MB in {IMAGERY}/")
    states = ", ".join(f"{number:,} {state}" for state, number in counts.states.items() if number)
    lines.append(f"  tiles:   {counts.total:,} of {size:.3g} m: {states}")
    if any(counts.classes.values()):
        lines.append("  labels:  " + ", ".join(f"{number:,} {name}" for name, number in counts.classes.items()))
    lines += [f"  {words}" for words in _scoring_words(campaign)]
    lines += [f"  {_round_words(one)}" for one in rounds]
    latest = campaign.latest_audit()
    if latest is not None:
        lines.append(f"  audit {latest.audit}: {_audit_words(campaign, latest)}")
    return lines + ([f"  {advice(campaign).reason}"] if rounds else [])


def _scoring_words(campaign: Campaign) -> list[str]:
    """How many tiles have no score of the last query, if it did not score all."""
    last = campaign.last_scoring()
    if last is None or last.scored >= last.tiles:
        return []
    by = "another campaign's model" if last.round is None else f"the model of round {last.round}"
    return [f"scores:  {last.scored:,} of {last.tiles:,} tiles by {by}, the others older or without"]


def _audit_words(campaign: Campaign, latest: Audit) -> str:
    progress = campaign.audit_progress(latest.audit)
    words = f"{latest.count} tiles drawn, {progress.labelled} labelled, {progress.skipped} skipped"
    return f"{words}, open to training since {latest.spent}" if latest.spent else words


def _round_words(one: Round) -> str:
    trained = f"{one.method} of {one.members} on {one.labelled} tiles ({one.changed} changed)"
    queried = f", queried {one.queried} by {one.acquisition}" if one.queried else ""
    figures = {"AUC": one.auc, "AP": one.average_precision}
    quality = "".join(f", {name} {value:.3f}" for name, value in figures.items() if value is not None)
    return f"round {one.round}: {trained}{queried}{quality}"
