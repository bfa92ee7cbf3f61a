from dataclasses import replace

import numpy as np
import pytest
import torch
from sklearn.metrics import average_precision_score

from alcd_core.errors import InputError
from alcd_core.learning.learner import Learner
from alcd_core.learning.simulation import Setting, Simulation, balanced_start, labelled_tiles
from alcd_core.network.model import load_model
from alcd_core.progress import Reporter
from tests.core.network.tiny import CPU, made_up_tiles, tiny_plan, tiny_settings


@pytest.fixture(scope="module")
def setting():
    return Setting(
        pool=labelled_tiles(made_up_tiles(20), {}),
        test=labelled_tiles(made_up_tiles(4, seed=1), dict.fromkeys(range(4), (slice(0, 56), slice(8, 64)))),
        plan=tiny_plan(),
        training=tiny_settings(epochs=1),
        continuing=tiny_settings(epochs=2),
        initial=2,
        labels=9,
        members=2,
        device=CPU,
        dtype=torch.float32,
    )


def simulated(setting, folder, learner, seed=3):
    return list(Simulation(setting, seed, folder).run(learner, Reporter()))


def test_a_balanced_start_has_equally_many_changed_and_unchanged_tiles(setting):
    start = balanced_start(setting.pool, 4, seed=1)
    classes = [setting.pool.classes[tile] for tile in start]
    assert classes == ["changed"] * 4 + ["unchanged"] * 4
    assert len(set(start)) == 8
    assert start == balanced_start(setting.pool, 4, seed=1) != balanced_start(setting.pool, 4, seed=2)


def test_a_start_with_more_changed_tiles_than_the_pool_has_is_refused(setting):
    with pytest.raises(InputError, match="10 changed tiles, but the start needs 11"):
        balanced_start(setting.pool, 11, seed=1)


@pytest.mark.parametrize(
    "learner",
    [
        Learner("mcbn", "variance", 2),
        Learner("ensemble", "entropy", 2),
        Learner("single", "random", 2),
        Learner("mcbn", "predicted-change", 2),
        Learner("mcbn", "variance", 2, warm=True),
    ],
    ids=lambda learner: learner.name,
)
def test_a_learner_queries_until_enough_tiles_are_labelled(setting, tmp_path, learner):
    results = simulated(setting, tmp_path, learner)
    assert [result.round for result in results] == [0, 1, 2, 3]
    assert [result.labels for result in results] == [4, 6, 8, 9]
    for result in results:
        assert result.changed + result.unchanged + result.ambiguous == result.labels
        assert result.found == result.changed / 10
    models = sorted(map(load_model, tmp_path.iterdir()), key=lambda model: len(model.card.tile_ids))
    first, last = (set(model.card.tile_ids) for model in models)  # the models in between are not kept
    assert (len(first), len(last)) == (4, 9)
    assert first < last
    for model, result in zip(models, (results[0], results[-1])):
        assert result.metrics.average_precision == pytest.approx(slow_precision(model, setting.test), abs=0.005)


def slow_precision(model, test):
    """Average precision of the members' mean over all pixels in the core cells that have a label."""
    source = test.source
    batch = source.read(source.tile_ids)
    images, valid = torch.from_numpy(batch.images.astype(np.float32)), torch.from_numpy(batch.valid)
    probability = np.mean([member(images, valid).numpy() for member in model.members(CPU, torch.float32)], axis=0)
    in_core = np.zeros_like(batch.valid)
    for number, tile_id in enumerate(batch.tile_ids):
        in_core[number][test.cells[tile_id]] = True
    known = in_core & (batch.labels != 255)
    return average_precision_score(batch.labels[known], probability[known])


def test_learners_of_one_seed_begin_with_the_same_tiles_and_those_of_one_method_with_the_same_model(setting, tmp_path):
    simulation = Simulation(setting, 3, tmp_path)
    first = [
        next(simulation.run(learner, Reporter()))
        for learner in (
            Learner("mcbn", "variance", 2),
            Learner("mcbn", "entropy", 3),
            Learner("ensemble", "variance", 2),
        )
    ]
    assert first[0].metrics == first[1].metrics != first[2].metrics
    assert first[0].training_minutes == first[1].training_minutes
    assert {path.name for path in tmp_path.iterdir()} == {"mcbn", "ensemble"}
    cards = [load_model(path).card for path in tmp_path.iterdir()]
    assert cards[0].tile_ids == cards[1].tile_ids == tuple(sorted(balanced_start(setting.pool, 2, 3)))


def test_the_same_seed_gives_the_same_results(setting, tmp_path):
    first = simulated(setting, tmp_path / "1", Learner("mcbn", "variance", 3))
    again = simulated(setting, tmp_path / "2", Learner("mcbn", "variance", 3))
    timeless = [[replace(one, training_minutes=0, scoring_minutes=0) for one in run] for run in (first, again)]
    assert timeless[0] == timeless[1]


def test_the_upper_bound_learns_once_from_all_changed_tiles_and_as_many_unchanged_ones(setting, tmp_path):
    (result,) = simulated(setting, tmp_path, Learner("supervised", "", 2))
    assert (result.changed, result.unchanged, result.found) == (10, 10, 1.0)


def test_random_among_predicted_changes_adds_other_tiles_if_these_are_too_few(setting, tmp_path, monkeypatch):
    asked = []

    def predict(scorer, ids, **options):
        asked.append(list(ids))
        return iter(())

    simulation = Simulation(setting, 3, tmp_path)
    run = simulation.run(Learner("mcbn", "predicted-change", 3), Reporter())
    monkeypatch.setattr(simulation, "_assess", lambda model, reporter: None)
    monkeypatch.setattr("alcd_core.learning.scoring.Scorer.predict", predict)
    next(run)
    assert next(run).labels == 7
    assert len(asked[0]) == 16


def test_a_single_network_has_no_variance():
    with pytest.raises(InputError, match="single network"):
        Learner("single", "variance", 2)


def test_a_warm_start_continues_from_the_previous_rounds_weights_with_its_own_settings(setting, tmp_path):
    simulated(setting, tmp_path, Learner("mcbn", "random", 5, warm=True))
    first, later = load_model(tmp_path / "mcbn"), load_model(tmp_path / "mcbn random warm by 5, round 1")
    assert later.card.encoder_weights == "model mcbn"
    assert (first.card.settings["epochs"], later.card.settings["epochs"]) == (1, 2)


def test_a_cold_start_trains_every_round_the_same_way(setting, tmp_path):
    simulated(setting, tmp_path, Learner("mcbn", "random", 5))
    later = load_model(tmp_path / "mcbn random by 5, round 1")
    assert (later.card.encoder_weights, later.card.settings["epochs"]) == ("none", 1)
