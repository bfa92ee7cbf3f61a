"""A building map, read and measured for a campaign."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from ...buildings.footprint_store import FootprintStore, footprint_store
from ...buildings.tolerance import SAMPLE, Tolerance, measured_tolerance
from ...campaign.campaign import Campaign
from ...imagery.grid import Window
from ...progress import Reporter
from .session import aligned_pair


@contextmanager
def building_map(
    campaign: Campaign, path: str, id_field: str | None, folder: Path, reporter: Reporter
) -> Iterator[FootprintStore]:
    """The footprints on the campaign's grid, kept in ``folder``; what the user should know about them is reported.

    Raises InputError like ``footprint_store``.
    """
    with footprint_store(path, campaign.description.grid, id_field, folder, reporter) as store:
        for sentence in store.sentences():
            reporter.message(sentence)
        yield store


def building_tolerance(campaign: Campaign, store: FootprintStore, given: float | None, reporter: Reporter) -> Tolerance:
    """The tolerance that the user gave, or else the one measured on the before image, which is reported."""
    tolerance = Tolerance(given, "given") if given is not None else _measured(campaign, store, reporter)
    reporter.message(tolerance.sentence())
    return tolerance


def _measured(campaign: Campaign, store: FootprintStore, reporter: Reporter) -> Tolerance:
    pair = aligned_pair(campaign)

    def read(window: Window) -> tuple[np.ndarray, np.ndarray]:
        reporter.progress(0.5, "Comparing footprints with the before image")
        images, valid = pair.read(window)
        return images[0, : pair.photo_bands].mean(axis=0, dtype=np.float64), valid

    footprints = [footprint.pixels for footprint in store.sample(SAMPLE)]
    return measured_tolerance(footprints, campaign.description.grid, read)
