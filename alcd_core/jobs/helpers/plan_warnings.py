"""Warnings of create and preview about the imagery."""

from __future__ import annotations

from ...campaign.description import DATES
from ...imagery.constant_blocks import ConstantBlocks, constant_blocks
from ...progress import Reporter
from .planning import CampaignPlan, share

MOST_WARNINGS = 3


def gap_warnings(plan: CampaignPlan, reporter: Reporter) -> list[str]:
    """One sentence for each date and value of its orthophoto that looks like a collar or gap without a nodata value."""
    found = constant_blocks(plan.pair, plan.windows, reporter)[:MOST_WARNINGS]
    return [_words(plan, one) for one in found]


def _words(plan: CampaignPlan, one: ConstantBlocks) -> str:
    date, other = DATES[one.date], DATES[1 - one.date]
    path = (plan.before, plan.after)[one.date][0].path
    if one.nodata is None:
        value = f"{', '.join(f'{value:g}' for value in one.value)} in its bands"
        remedy = "add a mask or an alpha band to the raster"
    else:
        value = f"{one.nodata:g} in all bands"
        remedy = f"use --nodata-{date} {one.nodata:g}"
    return (
        f"{path} is {value} on about {share(one.share)} of the area, in whole blocks where the {other} raster is "
        f"not. If this is a collar or a gap, {remedy}; otherwise it is taken for change."
    )
