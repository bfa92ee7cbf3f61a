"""The maps of the report, each with caption, picture and legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from shapely.geometry.base import BaseGeometry

from ..imagery.confusion_map import confusion_classes
from ..imagery.grid import Grid, Window
from ..imagery.pair import AlignedPair
from ..imagery.raster_tiles import label_index
from ..learning.tiles import CHANGE, IGNORE
from .figures import Closeup
from .pictures import (
    PROBABILITY_RAMP,
    REFERENCE_COLOUR,
    UNCERTAINTY_RAMP,
    Picture,
    Ramp,
    agreement_picture,
    coloured,
    detail_grid,
    full_window,
    map_values,
    photographs,
    reference_picture,
)

Reference = Sequence[tuple[BaseGeometry, str]]
MapFigure = tuple[str, Picture, Sequence[tuple[str, str]]]
AGREEMENT_CAPTION = "Prediction compared with the reference, at a probability of 0.5, outside the training ground"
AGREEMENT_LEGEND = (("found", "#2ea043"), ("missed", "#1f77b4"), ("wrongly marked", "#d62728"))
UNCERTAIN_AS = 99.5
"""Percentile of the uncertainty that gets the darkest colour, because a variance has no natural maximum."""
THRESHOLD = 0.5


@dataclass(frozen=True)
class MapSources:
    """The sources of the maps; None if missing. ``round``: the round of the probability map; ``trained_on``: the ground
    that its model was trained on, which is not compared with the reference."""

    probability: str | None
    round: int
    uncertainty: str | None
    reference: Reference | None
    trained_on: Reference = ()


def map_figures(sources: MapSources, grid: Grid) -> list[MapFigure]:
    """All maps for which there are sources."""
    figures: list[MapFigure] = []
    if sources.probability:
        picture = coloured(*map_values(sources.probability, grid), PROBABILITY_RAMP)
        figures.append((f"Probability of change, round {sources.round}", picture, _stops(PROBABILITY_RAMP, 1.0)))
    if sources.uncertainty:
        values, known = map_values(sources.uncertainty, grid)
        darkest = float(np.percentile(values[known], UNCERTAIN_AS)) if known.any() else 1.0
        picture = coloured(values / max(darkest, 1e-9), known, UNCERTAINTY_RAMP)
        figures.append(("Uncertainty: variance between the members", picture, _stops(UNCERTAINTY_RAMP, darkest)))
    if sources.reference is not None:
        labels = rasterised(sources.reference, grid)
        figures.append(
            (
                "Reference: everything that changed",
                reference_picture(labels == CHANGE),
                [("changed", _hex(REFERENCE_COLOUR))],
            )
        )
    agreement = agreement_figure(sources, grid)
    if agreement is not None:
        figures.append((AGREEMENT_CAPTION, agreement, AGREEMENT_LEGEND))
    return figures


def agreement_figure(sources: MapSources, grid: Grid) -> Picture | None:
    """The confusion classes on a grid, where probability and reference are known."""
    if sources.probability is None or sources.reference is None:
        return None
    values, known = map_values(sources.probability, grid)
    labels = np.where(known, rasterised([*sources.reference, *sources.trained_on], grid), IGNORE)
    return agreement_picture(confusion_classes(values, labels, THRESHOLD))


def rasterised(reference: Reference, grid: Grid) -> np.ndarray:
    """Labels (H, W) uint8 of the reference on a grid."""
    return label_index(reference).rasterise(grid, full_window(grid))


def closeup(pair: AlignedPair, limits: np.ndarray, sources: MapSources, grid: Grid, window: Window) -> Closeup:
    """A window of the campaign's grid: both dates, the prediction, and its comparison with the reference."""
    detail = detail_grid(grid, window)
    before, after = photographs(pair, detail, limits)
    pictures = [("Before", before), ("After", after)]
    if sources.probability:
        pictures.append(("Probability", coloured(*map_values(sources.probability, detail), PROBABILITY_RAMP)))
    agreement = agreement_figure(sources, detail)
    if agreement is not None:
        pictures.append(("Compared with the reference", agreement))
    return pictures


def most_changed(
    probability: str, grid: Grid, picture: Grid, windows: Sequence[tuple[int, int, Window]], count: int
) -> list[Window]:
    """The ``count`` windows with the highest mean probability, no two adjacent. ``windows``: row, column, window."""
    values, _ = map_values(probability, picture)
    scale = grid.pixel_size / picture.pixel_size

    def mean(window: Window) -> float:
        top, left = int(window.y * scale), int(window.x * scale)
        bottom, right = int((window.y + window.height) * scale), int((window.x + window.width) * scale)
        return float(values[top : max(bottom, top + 1), left : max(right, left + 1)].mean())

    chosen: list[tuple[int, int, Window]] = []
    for row, column, window in sorted(windows, key=lambda place: -mean(place[2])):
        if all(max(abs(row - other[0]), abs(column - other[1])) > 1 for other in chosen):
            chosen.append((row, column, window))
        if len(chosen) == count:
            break
    return [window for _, _, window in chosen]


def _stops(ramp: Ramp, highest: float) -> list[tuple[str, str]]:
    """The colours of the ramp except the first, with the values they represent."""
    return [(f"{stop * highest:.2g}", _hex(colour)) for stop, colour in ramp[1:]]


def _hex(colour: tuple[int, int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour[:3])
