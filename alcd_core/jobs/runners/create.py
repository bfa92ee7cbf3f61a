"""Runs ``create``."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ...campaign.campaign import create_campaign, require_new
from ...campaign.description import LARGEST_CODE, Description
from ...campaign.imagery_dates import checked_dates
from ...imagery.gdal_library import spatial_reference
from ...imagery.radiometry import band_statistics
from ...progress import Reporter
from ..create import Create
from ..helpers.plan_warnings import gap_warnings
from ..helpers.planning import plan_campaign
from ..helpers.rasters import raster_file


def run(parameters: Create, reporter: Reporter) -> dict[str, Any]:
    """Define the grid, find the tiles, measure the radiometry, and write the campaign."""
    folder = Path(parameters.campaign)
    require_new(folder)
    date_before, date_after = checked_dates(parameters.date_before, parameters.date_after)
    plan = plan_campaign(parameters, reporter.part(0.0, 0.6))
    mean, std = band_statistics(plan.pair, plan.windows, reporter.part(0.6, 0.8))
    warnings = [*plan.aoi_words, *gap_warnings(plan, reporter.part(0.8, 0.9))]
    reporter.progress(0.9, "Writing the campaign")
    authority, code = _authority(plan.grid.crs)
    description = Description(
        name=folder.stem,
        before=tuple(raster_file(source, plan.grid) for source in plan.before),
        after=tuple(raster_file(source, plan.grid) for source in plan.after),
        grid=plan.grid,
        tile_size=parameters.tile_size,
        overlap=parameters.overlap,
        created=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        mean=(tuple(mean[0]), tuple(mean[1])),
        std=(tuple(std[0]), tuple(std[1])),
        aoi_wkb=plan.aoi_wkb,
        authority=authority,
        code=code,
        date_before=date_before,
        date_after=date_after,
    )
    create_campaign(folder, description, plan.windows.rows())
    return {
        "summary": "\n".join([f"{folder}: {plan.words()}", *warnings, f"Next: suggest {folder} --count 50"]),
        "warnings": warnings,
        "campaign": parameters.campaign,
        "tiles": len(plan.windows),
        "width": plan.grid.width,
        "height": plan.grid.height,
        "gsd": plan.grid.gsd,
        "no_data": plan.no_data,
        "no_data_by": list(plan.reasons),
        "aoi_covered": plan.covered,
    }


def _authority(crs: str) -> tuple[str | None, int | None]:
    reference = spatial_reference(crs)
    name, code = reference.GetAuthorityName(None), reference.GetAuthorityCode(None)
    is_known = name and code and code.isdigit() and int(code) <= LARGEST_CODE
    return (name, int(code)) if is_known else (None, None)
