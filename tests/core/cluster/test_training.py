"""Networks trained on a cluster are those trained alone."""

import shapely
import torch

from alcd_core.cluster.crew import Crew
from alcd_core.cluster.duties import assignment
from alcd_core.cluster.training import train_on
from alcd_core.imagery.raster_tiles import RasterTiles
from alcd_core.learning.model_training import train_model
from alcd_core.progress import Reporter
from tests.core.cluster.crews import connecting, threads_as_workers, tiles_of_a_pair
from tests.core.network.tiny import CPU, tiny_plan, tiny_settings


def test_an_ensemble_trained_on_a_cluster_has_the_same_weights(tmp_path):
    plain = tiles_of_a_pair(tmp_path / "pair")
    left, bottom, right, top = plain.pair.grid.window_bounds(plain.windows[9])
    square = shapely.box(left, bottom, (left + right) / 2, top)
    tiles = RasterTiles(plain.pair, plain.windows, [(square, "change")])
    heard = []
    reporter = Reporter(lambda event: heard.append(event["event"]))

    def model(name, **options):
        return train_model(
            tmp_path / name,
            tiles,
            [8, 9, 10],
            tiny_settings(),
            tiny_plan(method="ensemble"),
            device=CPU,
            dtype=torch.float32,
            reporter=reporter,
            **options,
        )

    with threads_as_workers(2) as cluster:

        def hire(source, trainings):
            return Crew(connecting(cluster), "here", assignment(source, "cpu", trainings), reporter)

        together = model("together", train=lambda work: train_on(hire, tiles, work))
    alone = model("alone")
    assert together.card.files == alone.card.files
    assert together.card.losses == alone.card.losses
    assert heard.count("metric") >= 2 * alone.card.members
