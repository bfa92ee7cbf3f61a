import numpy as np
import pytest
import torch

from alcd_core.errors import Cancelled, InputError, ModelError
from alcd_core.learning.scoring import BATCH_SIZES, Scorer, TileScore, TileScores, most_informative
from alcd_core.network.precision import DEVICES
from alcd_core.progress import Reporter
from tests.core.network.tiny import CPU, made_up_tiles, tiny_model


@pytest.fixture(scope="module", params=["ensemble", "mcbn"])
def model(request, tmp_path_factory):
    return tiny_model(tmp_path_factory.mktemp("models") / "round-001", method=request.param)


def scorer(model, source):
    return Scorer(model, source, CPU, torch.float32)


def scores(model, ids, dtype=torch.float32, **changes):
    return Scorer(model, made_up_tiles(), CPU, dtype).score(ids, "variance", **changes)


@pytest.fixture
def scores_in_batches_of(model, monkeypatch):
    """A function that scores tiles in batches of a given size."""

    def score(size, ids, dtype=torch.float32):
        monkeypatch.setitem(BATCH_SIZES, "cpu", size)
        return scores(model, ids, dtype)

    return score


def test_every_device_has_its_batch_size():
    assert {"auto", *BATCH_SIZES} == set(DEVICES)


@pytest.mark.parametrize("threads", [1, 2])
def test_a_tile_scores_the_same_alone_and_in_any_batch(scores_in_batches_of, threads):
    former = torch.get_num_threads()
    torch.set_num_threads(threads)
    try:
        together = scores_in_batches_of(6, range(6))
        alone = scores_in_batches_of(1, range(6))
        shuffled = scores_in_batches_of(5, [5, 3, 1, 0, 2, 4])
    finally:
        torch.set_num_threads(former)
    assert together == alone
    assert sorted(shuffled) == together
    assert [score.tile_id for score in shuffled] == [5, 3, 1, 0, 2, 4]
    assert len({score.score for score in together}) == 6


def test_scores_in_bfloat16_are_close_in_any_batch(scores_in_batches_of):
    together = np.array(scores_in_batches_of(6, range(6), torch.bfloat16))
    alone = np.array(scores_in_batches_of(1, range(6), torch.bfloat16))
    assert np.abs(together - alone).max() < 1e-3


def test_scores_are_means_of_the_members_predictions_over_valid_pixels(model):
    source = made_up_tiles()
    batch = source.read(range(6))
    images = torch.from_numpy(batch.images.astype(np.float32))
    members = model.members(CPU, torch.float32)
    probabilities = np.stack([member(images, torch.from_numpy(batch.valid)).numpy() for member in members])
    for score in scores(model, range(6)):
        valid = batch.valid[score.tile_id]
        of_tile = probabilities[:, score.tile_id][:, valid].astype(np.float64)
        assert score.score == pytest.approx(of_tile.var(axis=0).mean(), rel=1e-4)
        assert score.change_probability == pytest.approx(of_tile.mean(), rel=1e-5)


def test_predictions_come_in_order_with_their_maps(model):
    made = list(scorer(model, made_up_tiles()).predict([4, 0, 5], "entropy"))
    assert [tile.tile_id for tile in made] == [4, 0, 5]
    for tile in made:
        assert tile.probability.shape == tile.uncertainty.shape == tile.valid.shape == (64, 64)
        assert tile.probability.dtype == tile.uncertainty.dtype == np.float32
    assert not made[2].valid.all()


def test_reading_stays_only_a_little_ahead(model, monkeypatch):
    source, read = made_up_tiles(12), []

    class Counted:
        bands, tile_ids = 3, source.tile_ids

        def read(self, ids):
            read.extend(ids)
            return source.read(ids)

    monkeypatch.setitem(BATCH_SIZES, "cpu", 1)
    predictions = scorer(model, Counted()).predict(range(12))
    next(predictions)
    predictions.close()
    assert len(read) <= 4


def test_a_tile_without_any_valid_pixel_scores_zero(model):
    source = made_up_tiles()
    source.valid[1] = False
    score = scorer(model, source).score([1], "entropy")[0]
    assert score == TileScore(1, 0.0, 0.0)


def test_ignored_pixels_are_seen_and_do_not_count(model):
    source, ignored = made_up_tiles(), made_up_tiles()
    ignored.labels[0, :, :40] = 255
    (whole,) = scorer(model, source).predict([0])
    (part,) = scorer(model, ignored).predict([0])
    assert np.array_equal(whole.uncertainty, part.uncertainty)
    score = scorer(model, ignored).score([0], "variance")[0]
    assert score.score == pytest.approx(whole.uncertainty[:, 40:].mean(), rel=1e-5)
    assert score.change_probability == pytest.approx(whole.probability[:, 40:].mean(), rel=1e-5)


def test_images_with_a_different_number_of_bands_are_refused(model):
    with pytest.raises(ModelError, match="takes 3 bands, but the images have 4"):
        scorer(model, made_up_tiles(bands=4)).score([0], "variance")


def test_an_unknown_acquisition_is_refused_before_anything_is_computed(model):
    with pytest.raises(InputError, match="bald"):
        scorer(model, made_up_tiles()).score([0], "bald")


def test_scoring_can_be_cancelled(model):
    with pytest.raises(Cancelled):
        scores(model, range(6), reporter=Reporter(cancelled=lambda: True))


def test_scores_read_like_a_list_and_can_be_put_into_another_order():
    made = [TileScore(3, 0.1, 0.5), TileScore(2, 1 / 3, 0.0), TileScore(9, 0.2, 1.0)]
    scores = TileScores(made)
    assert list(scores) == scores == made
    assert scores[1:] == made[1:]
    assert dict(scores.items()) == {3: (0.1, 0.5), 2: (1 / 3, 0.0), 9: (0.2, 1.0)}
    assert scores != made[:2]
    assert scores != [*made[:2], TileScore(9, 0.2, 0.9)]
    assert scores.in_order([9, 3]) == [made[2], made[0]]
    assert TileScores().in_order([]) == []
    for unknown in (1, 4, 10):
        with pytest.raises(KeyError):
            scores.in_order([3, unknown])
    with pytest.raises(KeyError):
        TileScores().in_order([3])


def test_the_most_informative_tiles_come_first_and_ties_are_sorted_by_identifier():
    made = [TileScore(3, 0.1, 0), TileScore(2, 0.5, 0), TileScore(9, 0.2, 0), TileScore(1, 0.2, 0)]
    assert [tile.tile_id for tile in most_informative(made, 3)] == [2, 1, 9]
