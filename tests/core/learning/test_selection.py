import math

import numpy as np
import pytest
import torch

from alcd_core.errors import InputError
from alcd_core.jobs.query import ACQUISITIONS as OFFERED
from alcd_core.learning import selection
from alcd_core.learning.acquisition import ACQUISITIONS
from alcd_core.learning.acquisition_names import NEEDS_SEVERAL_MEMBERS, RANDOM
from alcd_core.learning.scoring import BATCH_SIZES, Scorer, TileScore
from alcd_core.learning.selection import random_tiles, rescaled, select_tiles, top
from alcd_core.network.members import Member
from tests.core.network.tiny import CPU, made_up_tiles, tiny_model


def scored(values):
    return [TileScore(10 + number, value, 0.0) for number, value in enumerate(values)]


def test_the_job_offers_exactly_the_available_acquisitions():
    assert list(OFFERED) == [*ACQUISITIONS, RANDOM]


def test_top_takes_the_highest_scores():
    assert top(scored([0.1, 0.5, 0.3, 0.4]), 2) == [11, 13]


def entropy_of(q):
    return -(q * np.log(q) + (1 - q) * np.log(1 - q))


SLOW = {
    "variance": lambda p: ((p - p.mean(axis=0)) ** 2).mean(axis=0),
    "entropy": lambda p: entropy_of(p.mean(axis=0)),
    "mutual-information": lambda p: entropy_of(p.mean(axis=0)) - entropy_of(p).mean(axis=0),
    "change-probability": lambda p: p.mean(axis=0),
    "single-pass": lambda p: entropy_of(p[0]),
}
"""From the members' probabilities (M, P) to the acquisition of every pixel (P,)."""


def slow_scores(model, source, ids, name, members=None):
    """Score and change probability of every tile, from the members' predictions for its valid pixels."""
    batch = source.read(ids)
    images, valid = torch.from_numpy(batch.images.astype(np.float32)), torch.from_numpy(batch.valid)
    looking = model.members(CPU, torch.float32)[:members]
    p = np.stack([member(images, valid).numpy() for member in looking]).astype(np.float64)
    of_tiles = [p[:, number, inside] for number, inside in enumerate(batch.valid)]
    return np.array([(SLOW[name](of_tile).mean(), of_tile.mean()) for of_tile in of_tiles])


@pytest.mark.parametrize("name", ACQUISITIONS)
def test_every_acquisition_scores_all_tiles_and_chooses_the_highest(name, tmp_path):
    source = made_up_tiles(12)
    model = tiny_model(tmp_path / "round-001")
    scores, chosen = select_tiles(Scorer(model, source, CPU, torch.float32), range(12), name, 5)
    expected = slow_scores(model, source, range(12), name, 1 if name == "single-pass" else None)
    assert [score.tile_id for score in scores] == list(range(12))
    assert [score.score for score in scores] == pytest.approx(expected[:, 0], rel=1e-3)
    assert [score.change_probability for score in scores] == pytest.approx(expected[:, 1], rel=1e-4)
    assert chosen == np.argsort(-expected[:, 0])[:5].tolist()


def test_random_tiles_are_distinct_tiles_of_the_pool_and_depend_only_on_the_seed():
    pool = [3, 5, 8, 13, 21, 34, 55]
    drawn = random_tiles(pool, 4, seed=1)
    assert len(set(drawn)) == 4
    assert set(drawn) < set(pool)
    assert drawn == random_tiles(pool[::-1], 4, seed=1)
    assert drawn == random_tiles(pool, 6, seed=1)[:4]
    assert drawn != random_tiles(pool, 4, seed=2)
    assert sorted(random_tiles(pool, 9, seed=1)) == pool


def test_every_tile_is_drawn_equally_often():
    times = np.bincount([random_tiles(range(5), 1, seed)[0] for seed in range(500)], minlength=5)
    assert times.sum() == 500
    assert ((times - 100) ** 2 / 100).sum() < 18.5  # chi-squared of 4 degrees of freedom: 1 in 1,000 is beyond


def choose_two(model, source, ids, name="variance"):
    return select_tiles(Scorer(model, source, CPU, torch.float32), ids, name, 2)


@pytest.fixture(scope="module")
def model_of_four(tmp_path_factory):
    return tiny_model(tmp_path_factory.mktemp("models") / "round-001", members=4)


@pytest.mark.parametrize("name", ["variance", "entropy"])
@pytest.mark.parametrize(("share", "listed"), [(0.1, 12), (0.45, 14)])
def test_two_members_score_all_tiles_and_all_members_score_the_shortlist(
    name, share, listed, model_of_four, monkeypatch
):
    monkeypatch.setattr(selection, "SHORTLIST_SHARE", share)
    source, ids = made_up_tiles(30), range(30)
    scores, chosen = choose_two(model_of_four, source, ids, name)
    of_two, of_all = (slow_scores(model_of_four, source, ids, name, members)[:, 0] for members in (2, 4))
    shortlist = sorted(ids, key=lambda tile: -of_two[tile])[:listed]
    others = sorted(set(ids) - set(shortlist))
    assert chosen == sorted(shortlist, key=lambda tile: -of_all[tile])[:2]
    found = np.array([score.score for score in scores])
    assert [score.tile_id for score in scores] == list(ids)
    assert found[shortlist] == pytest.approx(of_all[shortlist], rel=1e-4)
    scale = of_all[shortlist].mean() / of_two[shortlist].mean()
    assert found[others] == pytest.approx(scale * of_two[others], rel=1e-4)
    assert np.abs(found[others] / of_all[others] - 1).max() > 1e-3  # so it would show if all members had scored them


def test_a_single_pass_shows_every_tile_to_the_first_member_and_no_tile_to_another(model_of_four, monkeypatch):
    source, ids, looks = made_up_tiles(30), range(30), []
    call = Member.__call__
    monkeypatch.setattr(Member, "__call__", lambda self, *tiles: looks.append(self) or call(self, *tiles))
    scores, chosen = choose_two(model_of_four, source, ids, "single-pass")
    assert {member.orientation for member in looks} == {0}
    assert len(looks) == math.ceil(30 / BATCH_SIZES["cpu"])
    monkeypatch.undo()
    expected = slow_scores(model_of_four, source, ids, "single-pass", 1)
    assert [score.score for score in scores] == pytest.approx(expected[:, 0], rel=1e-4)
    assert [score.change_probability for score in scores] == pytest.approx(expected[:, 1], rel=1e-4)
    assert chosen == np.argsort(-expected[:, 0])[:2].tolist()


@pytest.mark.parametrize("tiles", [12, 24])
def test_all_members_score_all_tiles_if_a_shortlist_would_save_nothing(tiles, model_of_four):
    source = made_up_tiles(tiles)
    scores, chosen = choose_two(model_of_four, source, range(tiles))
    assert scores == Scorer(model_of_four, source, CPU, torch.float32).score(range(tiles), "variance")
    assert chosen == top(scores, 2)


def test_scores_without_any_uncertainty_stay_zero():
    nothing, something = [TileScore(1, 0.0, 0.2), TileScore(2, 0.0, 0.1)], [TileScore(2, 0.0, 0.3)]
    assert rescaled(nothing, something) == [TileScore(1, 0.0, 0.2), TileScore(2, 0.0, 0.3)]


@pytest.mark.parametrize("name", NEEDS_SEVERAL_MEMBERS)
def test_a_single_member_is_refused_for_acquisitions_that_need_several(name, tmp_path):
    model = tiny_model(tmp_path / "round-001", members=1)
    with pytest.raises(InputError, match="single member"):
        choose_two(model, made_up_tiles(6), range(6), name)
    assert len(choose_two(model, made_up_tiles(6), range(6), "entropy")[1]) == 2
