"""Runs ``preview``."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...imagery.radiometry import band_statistics
from ...imagery.registration import Shift, measured_shift
from ...progress import Reporter
from ..helpers.plan_warnings import gap_warnings
from ..helpers.planning import CampaignPlan, plan_campaign
from ..preview import Preview

NOTABLE_SHIFT = 1.5
"""Pixels; good orthophotos are registered better than this."""
NOTABLE_SPREAD = 3.0
"""Pixels; with a larger spread the sample places disagree, and their median means nothing."""
NOTABLE_DIFFERENCE = 1.0
"""Difference of the dates' mean brightness, in standard deviations."""


def run(parameters: Preview, reporter: Reporter) -> dict[str, Any]:
    """Plan the campaign, then compare both dates at sample places."""
    plan = plan_campaign(parameters, reporter.part(0.0, 0.4))
    pair, windows = plan.pair, plan.windows
    mean, std = band_statistics(pair, windows, reporter.part(0.4, 0.6))
    difference = ((mean[1] - mean[0]) / np.maximum(std[0], std[1])).tolist()
    shift = measured_shift(pair, windows, reporter.part(0.6, 0.8))
    gaps = gap_warnings(plan, reporter.part(0.8, 1.0))
    size = plan.tiling.tile_size
    megabytes = len(windows) * pair.read(windows[0])[0].nbytes / 1e6
    warnings = [*plan.aoi_words, *gaps, *_shift_warnings(plan, shift), *_radiometry_warnings(difference)]
    words = f"{plan.words()} {megabytes:,.0f} MB to read."
    return {
        "summary": "\n".join([words, *warnings]),
        "warnings": warnings,
        "tiles": len(windows),
        "tile_metres": size * plan.grid.gsd,
        "width": plan.grid.width,
        "height": plan.grid.height,
        "gsd": plan.grid.gsd,
        "crs": plan.grid.crs,
        "bounds": plan.grid.bounds,
        "megabytes": megabytes,
        "no_data": plan.no_data,
        "no_data_by": list(plan.reasons),
        "aoi_covered": plan.covered,
        "shift_pixels": None if shift is None else {"x": shift.x, "y": shift.y, "spread": shift.spread},
        "radiometry": difference,
        "tile_bounds": [plan.grid.window_bounds(window) for window in windows] if len(windows) <= 10_000 else [],
    }


def _shift_warnings(plan: CampaignPlan, shift: Shift | None) -> list[str]:
    if shift is None or shift.spread > NOTABLE_SPREAD or np.hypot(shift.x, shift.y) < NOTABLE_SHIFT:
        return []
    metres = float(np.hypot(shift.x, shift.y)) * plan.grid.gsd
    return [
        f"The dates appear shifted against each other by {metres:.1f} m ({shift.x:+.1f}, {shift.y:+.1f} pixels at "
        f"{shift.places} places): unchanged buildings will seem to have moved."
    ]


def _radiometry_warnings(difference: list[float]) -> list[str]:
    if max(map(abs, difference)) < NOTABLE_DIFFERENCE:
        return []
    return ["The dates differ greatly in brightness or colour; check that their bands correspond."]
