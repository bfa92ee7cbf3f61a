"""One-to-one matching of two sets of outlines by their overlap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Reporter

CHUNK = 2000
"""Number of polygons that are intersected with the reference in one call."""


@dataclass(frozen=True)
class Pairs:
    """Pairs of a reference outline and a polygon, by index, (P,) each, with their intersection over union, above 0."""

    reference: np.ndarray
    polygon: np.ndarray
    iou: np.ndarray

    def at_least(self, iou: float) -> Pairs:
        """The pairs with at least this intersection over union."""
        return self._chosen(self.iou >= iou)

    def _chosen(self, which: np.ndarray) -> Pairs:
        return Pairs(self.reference[which], self.polygon[which], self.iou[which])


def matched_pairs(reference: np.ndarray, polygons: np.ndarray, reporter: Reporter) -> Pairs:
    """Match outlines one to one: of all pairs that overlap, the one with the highest intersection over union is taken
    first, then the highest among those whose outlines are both still free, and so on. Of equal ones the first counts.

    ``reference``, ``polygons``: (N,) and (M,) valid outlines in the same CRS, in units of which areas are compared.
    Outlines that share nothing but an edge or a corner do not overlap. Those of the result's pairs that have at least
    some intersection over union are also what would be matched if there were no other pairs, so one matching serves any
    criterion. Above 0.5 there is only one: outlines that do not overlap their neighbours leave no choice (Kirillov et
    al. 2019, Panoptic Segmentation, section 4.1). Below, the order decides, and a second polygon on a building stays
    without a partner.
    """
    pairs = _overlapping(reference, polygons, reporter)
    order = np.lexsort([pairs.polygon, pairs.reference, -pairs.iou])
    is_taken = [np.zeros(len(reference), bool), np.zeros(len(polygons), bool)]
    kept = []
    for index in order:
        one, other = pairs.reference[index], pairs.polygon[index]
        if not (is_taken[0][one] or is_taken[1][other]):
            is_taken[0][one] = is_taken[1][other] = True
            kept.append(index)
    return pairs._chosen(np.array(kept, int))


def _overlapping(reference: np.ndarray, polygons: np.ndarray, reporter: Reporter) -> Pairs:
    """All pairs that share an area."""
    tree, areas = shapely.STRtree(reference), shapely.area(reference)
    found = [Pairs(np.empty(0, int), np.empty(0, int), np.empty(0))]
    for start in range(0, len(polygons), CHUNK):
        reporter.progress(start / len(polygons), "Matching buildings")
        chunk = polygons[start : start + CHUNK]
        index, near = tree.query(chunk, predicate="intersects")
        shared = shapely.area(shapely.intersection(chunk[index], reference[near]))
        together = shapely.area(chunk[index]) + areas[near] - shared
        has_area = shared > 0
        found.append(
            Pairs(near[has_area], start + index[has_area], (shared[has_area] / together[has_area]).clip(max=1.0))
        )
    return Pairs(*(np.concatenate(arrays) for arrays in zip(*((one.reference, one.polygon, one.iou) for one in found))))
