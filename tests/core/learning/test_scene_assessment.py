import numpy as np
import pytest
import torch
from sklearn.metrics import average_precision_score

from alcd_core.learning.labelled_tiles import TileGround, labelled_tiles
from alcd_core.learning.scene_assessment import assess_scenes
from alcd_core.learning.scoring import Scorer
from alcd_core.progress import Reporter
from tests.core.network.tiny import CPU, made_up_tiles, tiny_model

LEFT, RIGHT = (slice(0, 64), slice(0, 32)), (slice(0, 64), slice(32, 64))
STRIP = (slice(0, 16), slice(0, 64))


@pytest.fixture(scope="module")
def scorer(tmp_path_factory):
    model = tiny_model(tmp_path_factory.mktemp("model") / "model")
    return Scorer(model, made_up_tiles(5), CPU, torch.float32)


@pytest.fixture(scope="module")
def tiles(scorer):
    """Every tile shows the scene west on its left and east on its right; tile 1 shows quiet, which has no change. The
    upper strip of tile 0 is covered by tile 2 as well, that of tile 2 by tile 4."""
    both = [("west", LEFT), ("east", RIGHT)]
    grounds = {
        0: TileGround(both, [(2, STRIP)]),
        1: TileGround([("quiet", LEFT)]),
        2: TileGround(both, [(4, STRIP)]),
        3: TileGround(both),
        4: TileGround(both),
    }
    return labelled_tiles(scorer.source, grounds)


def pixels(scorer, tile_id, cell):
    (tile,) = scorer.predict([tile_id])
    return tile.probability[cell], tile.labels[cell]


def test_every_scene_is_measured_on_its_own_pixels_and_the_whole_on_all(scorer, tiles):
    result = assess_scenes(scorer, tiles, [0, 1, 2], (), Reporter())
    assert list(result.scenes) == ["east", "quiet", "west"]
    for scene, cell in (("west", LEFT), ("east", RIGHT)):
        probability, truth = (np.concatenate(one) for one in zip(*(pixels(scorer, tile, cell) for tile in (0, 2))))
        expected = average_precision_score(truth.ravel() == 1, probability.ravel())
        assert result.scenes[scene].average_precision == pytest.approx(expected, abs=1e-3)
        assert result.scenes[scene].changed_pixels == np.count_nonzero(truth == 1)
    assert result.scenes["quiet"].average_precision is None
    assert result.scenes["quiet"].unchanged_pixels == 64 * 32
    assert result.whole.changed_pixels + result.whole.unchanged_pixels == 64 * (64 + 32 + 64)


def test_pixels_that_another_tile_covers_do_not_count(scorer, tiles):
    result = assess_scenes(scorer, tiles, [0, 2], (4,), Reporter())
    counted = result.whole.changed_pixels + result.whole.unchanged_pixels
    assert counted == 64 * 64 + 48 * 64  # tile 2 shares its strip with tile 4, tile 0 only with tile 2
    truth = [pixels(scorer, 0, (slice(0, 64), slice(0, 64)))[1], pixels(scorer, 2, (slice(16, 64), slice(0, 64)))[1]]
    assert result.whole.changed_pixels == sum(np.count_nonzero(one == 1) for one in truth)
