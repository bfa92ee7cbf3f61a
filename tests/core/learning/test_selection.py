import numpy as np
import pytest
import torch

from alcd_core.errors import InputError
from alcd_core.jobs.query import ACQUISITIONS as OFFERED
from alcd_core.learning.acquisition import ACQUISITIONS, COMPARING_MEMBERS
from alcd_core.learning.scoring import Scorer, TileScore
from alcd_core.learning.selection import on_one_scale, select_tiles, top
from tests.core.network.tiny import CPU, made_up_tiles, tiny_model


def scored(values):
    return [TileScore(10 + number, value, 0.0) for number, value in enumerate(values)]


def test_the_job_offers_exactly_the_acquisitions_that_there_are():
    assert list(OFFERED) == list(ACQUISITIONS)


def test_top_takes_the_highest_scores():
    assert top(scored([0.1, 0.5, 0.3, 0.4]), 2) == [11, 13]


@pytest.mark.parametrize("name", ACQUISITIONS)
def test_every_acquisition_scores_all_tiles_and_chooses_among_them(name, tmp_path):
    source = made_up_tiles(12)
    model = tiny_model(tmp_path / "round-001")
    scores, chosen = select_tiles(Scorer(model, source, CPU, torch.float32, seed=1), range(12), name, 5)
    assert [score.tile_id for score in scores] == list(range(12))
    assert len(set(chosen)) == 5
    assert set(chosen) <= set(range(12))
    if name == "variance":
        assert scores == Scorer(model, source, CPU, torch.float32).score(range(12), "variance")


def choose_two(model, source, ids, name="variance"):
    return select_tiles(Scorer(model, source, CPU, torch.float32), ids, name, 2)


@pytest.fixture(scope="module")
def model_of_four(tmp_path_factory):
    return tiny_model(tmp_path_factory.mktemp("models") / "round-001", members=4)


@pytest.mark.parametrize("name", ["variance", "entropy"])
def test_two_members_look_at_all_tiles_and_all_members_at_the_shortlist(name, model_of_four):
    source, ids = made_up_tiles(30), range(30)
    scores, chosen = choose_two(model_of_four, source, ids, name)

    def mean_scores(count):
        batch = source.read(ids)
        images, valid = torch.from_numpy(batch.images.astype(np.float32)), torch.from_numpy(batch.valid)
        members = model_of_four.members(CPU, torch.float32)[:count]
        p = np.stack([member(images, valid).numpy() for member in members]).astype(np.float64)
        q = p.mean(axis=0)
        values = ((p - q) ** 2).mean(axis=0) if name == "variance" else -(q * np.log(q) + (1 - q) * np.log(1 - q))
        return np.array([of_tile[of_tile_valid].mean() for of_tile, of_tile_valid in zip(values, batch.valid)])

    of_two, of_all = mean_scores(2), mean_scores(4)
    shortlist = sorted(ids, key=lambda tile: -of_two[tile])[:12]
    others = sorted(set(ids) - set(shortlist))
    assert chosen == sorted(shortlist, key=lambda tile: -of_all[tile])[:2]
    found = np.array([score.score for score in scores])
    assert [score.tile_id for score in scores] == list(ids)
    assert found[shortlist] == pytest.approx(of_all[shortlist], rel=1e-4)
    scale = of_all[shortlist].mean() / of_two[shortlist].mean()
    assert found[others] == pytest.approx(scale * of_two[others], rel=1e-4)
    assert np.abs(found[others] / of_all[others] - 1).max() > 1e-3  # so it would show if all members had looked


@pytest.mark.parametrize("tiles", [12, 24])
def test_all_members_look_at_all_tiles_where_a_shortlist_would_save_nothing(tiles, model_of_four):
    source = made_up_tiles(tiles)
    scores, chosen = choose_two(model_of_four, source, range(tiles))
    assert scores == Scorer(model_of_four, source, CPU, torch.float32).score(range(tiles), "variance")
    assert chosen == top(scores, 2)


def test_scores_without_any_uncertainty_stay_zero():
    nothing, something = [TileScore(1, 0.0, 0.2), TileScore(2, 0.0, 0.1)], [TileScore(2, 0.0, 0.3)]
    assert on_one_scale(nothing, something) == [TileScore(1, 0.0, 0.2), TileScore(2, 0.0, 0.3)]


@pytest.mark.parametrize("name", COMPARING_MEMBERS)
def test_one_member_cannot_be_asked_for_what_members_differ_in(name, tmp_path):
    model = tiny_model(tmp_path / "round-001", members=1)
    with pytest.raises(InputError, match="single member"):
        choose_two(model, made_up_tiles(6), range(6), name)
    assert len(choose_two(model, made_up_tiles(6), range(6), "entropy")[1]) == 2
