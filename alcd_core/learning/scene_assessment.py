"""Assessment of a model scene by scene: a scene is the unit over which results spread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ..progress import Reporter
from .labelled_tiles import LabelledTiles
from .metrics import Metrics, PixelScores
from .scoring import Scorer


@dataclass(frozen=True)
class Assessment:
    """The metrics of all pixels together, and of every scene by name."""

    whole: Metrics
    scenes: Mapping[str, Metrics]


def assess_scenes(
    scorer: Scorer, tiles: LabelledTiles, tile_ids: Sequence[int], others: Collection[int], reporter: Reporter
) -> Assessment:
    """Compare the members' mean with the labels on the core cells of ``tile_ids``, without any pixel that one of the
    ``others`` covers: these may be trained on. Every pixel counts once, in the scene that it shows.

    Memory grows with the number of scenes, by a megabyte each. Raises InputError, ModelError and Cancelled.
    """
    scenes: dict[str, PixelScores] = defaultdict(PixelScores)
    for tile in scorer.predict(tile_ids, reporter=reporter):
        labels = tiles.own_labels(tile, others)
        for scene, cell in tiles.grounds[tile.tile_id].parts:
            scenes[scene].add(tile.probability[cell], labels[cell])
    whole = PixelScores()
    for scores in scenes.values():
        whole.include(scores)
    return Assessment(whole.metrics(), {scene: scenes[scene].metrics() for scene in sorted(scenes)})
