"""The report's maps: caption, picture and legend."""

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
    TRUTH_COLOUR,
    UNCERTAINTY_RAMP,
    Picture,
    Ramp,
    agreement_picture,
    coloured,
    detail_grid,
    map_values,
    photographs,
    truth_picture,
    whole,
)

Reference = Sequence[tuple[BaseGeometry, str]]
MapFigure = tuple[str, Picture, Sequence[tuple[str, str]]]
AGREEMENT_CAPTION = "Prediction against the truth, at a probability of 0.5, but for what was trained on"
AGREEMENT_LEGEND = (("found", "#2ea043"), ("missed", "#1f77b4"), ("wrongly marked", "#d62728"))
UNCERTAIN_AS = 99.5
"""Percentile of the uncertainty that gets the darkest colour: a variance has no natural end."""
THRESHOLD = 0.5


@dataclass(frozen=True)
class MapSources:
    """Where the maps come from; None where there is none. ``round``: that of the map of probability;
    ``trained_on``: the ground that its model has seen, which is not compared with the reference."""

    probability: str | None
    round: int
    uncertainty: str | None
    reference: Reference | None
    trained_on: Reference = ()


def map_figures(sources: MapSources, grid: Grid) -> list[MapFigure]:
    """All maps that the sources allow."""
    figures: list[MapFigure] = []
    if sources.probability:
        picture = coloured(*map_values(sources.probability, grid), PROBABILITY_RAMP)
        figures.append((f"Probability of change, round {sources.round}", picture, _stops(PROBABILITY_RAMP, 1.0)))
    if sources.uncertainty:
        values, known = map_values(sources.uncertainty, grid)
        darkest = float(np.percentile(values[known], UNCERTAIN_AS)) if known.any() else 1.0
        picture = coloured(values / max(darkest, 1e-9), known, UNCERTAINTY_RAMP)
        figures.append(("Uncertainty: the members' variance", picture, _stops(UNCERTAINTY_RAMP, darkest)))
    if sources.reference is not None:
        labels = rasterised(sources.reference, grid)
        figures.append(("Truth: all that changed", truth_picture(labels == CHANGE), [("changed", _hex(TRUTH_COLOUR))]))
    agreement = agreement_figure(sources, grid)
    if agreement is not None:
        figures.append((AGREEMENT_CAPTION, agreement, AGREEMENT_LEGEND))
    return figures


def agreement_figure(sources: MapSources, grid: Grid) -> Picture | None:
    """The four classes on a grid, where probability and reference are known."""
    if sources.probability is None or sources.reference is None:
        return None
    values, known = map_values(sources.probability, grid)
    labels = np.where(known, rasterised([*sources.reference, *sources.trained_on], grid), IGNORE)
    return agreement_picture(confusion_classes(values, labels, THRESHOLD))


def rasterised(reference: Reference, grid: Grid) -> np.ndarray:
    """Labels (H, W) uint8 of the reference on a grid."""
    return label_index(reference).rasterise(grid, whole(grid))


def closeup(pair: AlignedPair, limits: np.ndarray, sources: MapSources, grid: Grid, window: Window) -> Closeup:
    """A window of the campaign's grid in both dates, as predicted, and against the truth."""
    detail = detail_grid(grid, window)
    before, after = photographs(pair, detail, limits)
    pictures = [("Before", before), ("After", after)]
    if sources.probability:
        pictures.append(("Probability", coloured(*map_values(sources.probability, detail), PROBABILITY_RAMP)))
    agreement = agreement_figure(sources, detail)
    if agreement is not None:
        pictures.append(("Against the truth", agreement))
    return pictures


def most_changed(
    probability: str, grid: Grid, picture: Grid, windows: Sequence[tuple[int, int, Window]], count: int
) -> list[Window]:
    """The ``count`` windows of highest mean probability, no neighbours among them. ``windows``: row, column, window."""
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
    """The ramp's colours above its start, with the values that they stand for."""
    return [(f"{stop * highest:.2g}", _hex(colour)) for stop, colour in ramp[1:]]


def _hex(colour: tuple[int, int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour[:3])
