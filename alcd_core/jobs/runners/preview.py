"""Runs ``preview``."""

from __future__ import annotations

import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ...imagery.radiometry import band_statistics
from ...imagery.registration import Shift, measured_shift
from ...progress import Reporter
from ...temporary_files import PREFIX
from ..helpers.fetching import Fetching, fetching, fetching_words
from ..helpers.plan_warnings import gap_warnings
from ..helpers.planning import CampaignPlan, plan_campaign
from ..helpers.services import with_descriptions
from ..preview import Preview

NOTABLE_SHIFT = 1.5
"""Pixels; good orthophotos are registered better than this."""
NOTABLE_SPREAD = 3.0
"""Pixels; with a larger spread the sample places disagree, and their median means nothing."""
NOTABLE_DIFFERENCE = 1.0
"""Difference of the dates' mean brightness, in standard deviations."""


def run(parameters: Preview, reporter: Reporter) -> dict[str, Any]:
    """Plan the campaign, then compare both dates at sample places."""
    with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
        return _preview(with_descriptions(parameters, Path(folder)), reporter)


@dataclass(frozen=True)
class Comparison:
    """Both dates compared: their shift, the difference of their brightness by band in standard deviations (empty if not
    measured), and warnings about them."""

    shift: Shift | None
    difference: list[float]
    warnings: list[str]


def _preview(parameters: Preview, reporter: Reporter) -> dict[str, Any]:
    plan = plan_campaign(parameters, reporter.part(0.0, 0.4))
    windows, size = plan.windows, plan.tiling.tile_size
    middle = plan.pair.read(windows[len(windows) // 2])[0]
    services = fetching(plan)
    compared = _estimated(services) if services else _compared(plan, reporter.part(0.4, 1.0))
    megabytes = len(windows) * middle.nbytes / 1e6
    warnings = [*plan.aoi_words, *compared.warnings]
    words = f"{plan.words()} {megabytes:,.0f} MB to read."
    shift, difference = compared.shift, compared.difference
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
        "services": [asdict(one) for one in services],
        "tile_bounds": [plan.grid.window_bounds(window) for window in windows] if len(windows) <= 10_000 else [],
    }


def _compared(plan: CampaignPlan, reporter: Reporter) -> Comparison:
    pair, windows = plan.pair, plan.windows
    mean, std = band_statistics(pair, windows, reporter.part(0.0, 0.4))
    difference = ((mean[1] - mean[0]) / np.maximum(std[0], std[1])).tolist()
    shift = measured_shift(pair, windows, reporter.part(0.4, 0.7))
    gaps = gap_warnings(plan, reporter.part(0.7, 1.0))
    return Comparison(shift, difference, [*gaps, *_shift_warnings(plan, shift), *_radiometry_warnings(difference)])


def _estimated(services: list[Fetching]) -> Comparison:
    """Nothing is compared on services, of which hundreds of tiles would be fetched before the user agreed to it."""
    return Comparison(None, [], fetching_words(services))


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
