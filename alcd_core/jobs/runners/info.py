"""Runs ``info``."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from ...campaign.campaign import Campaign, open_campaign
from ...campaign.description import DATES
from ...campaign.rounds import Round
from ...campaign.tiles import TileCounts
from ...errors import InputError
from ...imagery.gdal_library import spatial_reference
from ...progress import Reporter
from ..info import Info


def run(parameters: Info, reporter: Reporter) -> dict[str, Any]:
    """Report the campaign's state in words and figures. Takes no lock: another job may be running."""
    reporter.check()
    campaign = open_campaign(Path(parameters.campaign), to_read=True)
    counts, rounds = campaign.counts(), campaign.rounds()
    rasters = {date: _raster(campaign, date) for date in DATES}
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
    }


def _raster(campaign: Campaign, date: str) -> dict[str, Any]:
    raster = campaign.description.raster(date)
    try:
        campaign.raster_path(date)
        missing = False
    except InputError:
        missing = True
    taken = campaign.description.taken(date)
    return {"path": raster.path, "bands": list(raster.bands), "date": taken, "missing": missing}


def _lines(
    campaign: Campaign, counts: TileCounts, rounds: list[Round], rasters: dict[str, dict[str, Any]]
) -> list[str]:
    grid = campaign.description.grid
    size = campaign.description.tile_size * grid.gsd
    lines = [f"{campaign.description.name}, created {campaign.description.created}"]
    for date, raster in rasters.items():
        where = f"{raster['path']} is missing: relocate --{date} FILE" if raster["missing"] else raster["path"]
        taken = f", {raster['date']}" if raster["date"] else ""
        lines.append(f"  {date + ':':8} {where} (bands {', '.join(map(str, raster['bands']))}{taken})")
    crs = spatial_reference(grid.crs).GetName()
    lines.append(f"  grid:    {grid.width:,} x {grid.height:,} pixels of {grid.gsd:.3g} m, {crs}")
    states = ", ".join(f"{number:,} {state}" for state, number in counts.states.items() if number)
    lines.append(f"  tiles:   {counts.total:,} of {size:.3g} m: {states}")
    if any(counts.classes.values()):
        lines.append("  labels:  " + ", ".join(f"{number:,} {name}" for name, number in counts.classes.items()))
    return lines + [f"  {_round_words(one)}" for one in rounds]


def _round_words(one: Round) -> str:
    trained = f"{one.method} of {one.members} on {one.labelled} tiles ({one.changed} changed)"
    queried = f", queried {one.queried} by {one.acquisition}" if one.queried else ""
    figures = {"AUC": one.auc, "AP": one.average_precision}
    quality = "".join(f", {name} {value:.3f}" for name, value in figures.items() if value is not None)
    return f"round {one.round}: {trained}{queried}{quality}"
