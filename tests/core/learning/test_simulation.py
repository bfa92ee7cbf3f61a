from dataclasses import replace

import numpy as np
import pytest
import torch
from sklearn.metrics import average_precision_score

from alcd_core.errors import InputError
from alcd_core.learning.labelled_tiles import TileGround, labelled_tiles
from alcd_core.learning.learner import Learner
from alcd_core.learning.scoring import Scorer
from alcd_core.learning.simulated_tiles import balanced_start, reserved_tiles, suggested_start
from alcd_core.learning.simulation import SceneTiles, Setting, Simulation
from alcd_core.network.model import load_model
from alcd_core.progress import Reporter
from tests.core.network.tiny import CPU, made_up_tiles, tiny_plan, tiny_settings

CORE = (slice(0, 56), slice(8, 64))
SEAM = (slice(0, 64), slice(0, 20))


@pytest.fixture(scope="module")
def setting():
    """A pool of 20 tiles, of which 4 are reserved, in the scenes a and b; each shares a strip with the next one. And 4
    test tiles, whose left halves show the scene c and whose right halves d."""
    halves = [("c", (slice(0, 56), slice(8, 32))), ("d", (slice(0, 56), slice(32, 64)))]
    return Setting(
        pool=labelled_tiles(
            made_up_tiles(20),
            {tile: TileGround([("a" if tile < 10 else "b", CORE)], [((tile + 1) % 20, SEAM)]) for tile in range(20)},
        ),
        test=labelled_tiles(made_up_tiles(4, seed=1), dict.fromkeys(range(4), TileGround(halves))),
        plan=tiny_plan(),
        training=tiny_settings(epochs=1),
        continuing=tiny_settings(epochs=2),
        reserve=5,
        suggest=False,
        initial=2,
        labels=9,
        scored=None,
        members=2,
        device=CPU,
        dtype=torch.float32,
    )


def simulated(setting, folder, learner, seed=3):
    return list(Simulation(setting, seed, folder).run(learner, Reporter()))


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
    reserved = reserved_tiles(setting.pool, 5, 3)
    for result in results:
        assert result.changed + result.unchanged + result.ambiguous == result.labels
        assert result.found == result.changed / 8
    models = sorted(map(load_model, tmp_path.iterdir()), key=lambda model: len(model.card.tile_ids))
    first, last = (set(model.card.tile_ids) for model in models)  # the models in between are not kept
    assert (len(first), len(last)) == (4, 9)
    assert first < last < set(range(20)).difference(reserved)
    for model, result in zip(models, (results[0], results[-1])):
        within, transfer = result.within.whole, result.transfer.whole
        assert within.average_precision == pytest.approx(slow_precision(model, setting.pool, reserved), abs=0.005)
        assert transfer.average_precision == pytest.approx(slow_precision(model, setting.test, range(4)), abs=0.005)


def slow_precision(model, tiles, tile_ids):
    """Average precision of the members' mean over all pixels in the core cells that have a label and that no tile of
    the pool beside the measured ones covers."""
    batch = tiles.source.read(list(tile_ids))
    images, valid = torch.from_numpy(batch.images.astype(np.float32)), torch.from_numpy(batch.valid)
    probability = np.mean([member(images, valid).numpy() for member in model.members(CPU, torch.float32)], axis=0)
    counts = np.zeros_like(batch.valid)
    counts[:, CORE[0], CORE[1]] = True
    for number, tile_id in enumerate(batch.tile_ids):
        for other, _ in tiles.grounds[tile_id].shared:
            if other not in tile_ids:
                counts[number][SEAM] = False
    known = counts & (batch.labels != 255)
    return average_precision_score(batch.labels[known], probability[known])


def test_every_round_says_how_many_changed_tiles_of_each_scene_are_found(setting, tmp_path):
    results = simulated(setting, tmp_path, Learner("mcbn", "random", 5))
    labelled = load_model(tmp_path / "mcbn random by 5, round 1").card.tile_ids
    queryable = set(range(0, 20, 2)).difference(reserved_tiles(setting.pool, 5, 3))
    assert results[-1].scene_tiles == {
        scene: SceneTiles(len(queryable & tiles), len(queryable & tiles & set(labelled)))
        for scene, tiles in (("a", set(range(10))), ("b", set(range(10, 20))))
    }
    assert sum(scene.found for scene in results[-1].scene_tiles.values()) == results[-1].changed


def test_without_reserved_tiles_nothing_is_measured_within_the_campaign(setting, tmp_path):
    (result,) = simulated(replace(setting, reserve=0), tmp_path, Learner("supervised", "", 2))
    assert result.within is None
    assert (result.changed, result.unchanged, result.found) == (10, 10, 1.0)


@pytest.fixture
def taken(monkeypatch):
    """One item for each step that an optimiser takes."""
    taken, step = [], torch.optim.Adam.step
    monkeypatch.setattr(torch.optim.Adam, "step", lambda *given, **more: (taken.append(1), step(*given, **more))[1])
    return taken


@pytest.mark.parametrize(
    ("warm", "steps"), [(True, [2, 2 + 4, 2 + 4 + 6, 2 + 4 + 6 + 6]), (False, [2, 2 + 2, 2 + 2 + 3, 2 + 2 + 3 + 3])]
)
def test_the_steps_of_all_trainings_so_far_are_counted(setting, tmp_path, taken, warm, steps):
    run = Simulation(setting, 3, tmp_path).run(Learner("mcbn", "random", 2, warm), Reporter())
    assert [(result.steps, len(taken)) for result in run] == [(count, count) for count in steps]


def test_an_ensemble_takes_its_steps_with_every_network(setting, tmp_path, taken):
    results = simulated(setting, tmp_path, Learner("ensemble", "random", 5))
    assert (results[-1].steps, len(taken)) == (2 + 3, 2 * (2 + 3))


@pytest.mark.parametrize(("warm", "steps"), [(True, 2 + 4 + 6 + 6), (False, 2 + 2 + 3 + 3)])
@pytest.mark.parametrize(("method", "changed", "unchanged"), [("supervised-equal", 8, 8), ("all-equal", 8, 8)])
def test_a_bound_takes_as_many_steps_as_the_rounds_in_whole_epochs(
    setting, tmp_path, taken, method, changed, unchanged, warm, steps
):
    (result,) = simulated(setting, tmp_path, Learner(method, "", 2, warm))
    assert (result.changed, result.unchanged) == (changed, unchanged)
    per_epoch = setting.training.steps_per_epoch(changed + unchanged)
    assert result.steps == len(taken) == per_epoch * -(-steps // per_epoch)


def test_a_suggested_start_is_the_choice_of_suggest_and_the_same_for_all_learners(setting, tmp_path):
    simulation = Simulation(replace(setting, suggest=True), 3, tmp_path)
    runs = [simulation.run(Learner(method, "entropy", 2), Reporter()) for method in ("mcbn", "ensemble")]
    assert {next(run).labels for run in runs} == {4}
    chosen = {load_model(path).card.tile_ids for path in tmp_path.iterdir()}
    expected = suggested_start(setting.pool, simulation.queryable, 4, tiny_plan(seed=3), CPU, torch.float32, Reporter())
    assert chosen == {tuple(sorted(expected))}


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
    assert first[0].transfer == first[1].transfer != first[2].transfer
    assert first[0].within == first[1].within != first[2].within
    assert first[0].training_minutes == first[1].training_minutes
    assert {path.name for path in tmp_path.iterdir()} == {"mcbn", "ensemble"}
    cards = [load_model(path).card for path in tmp_path.iterdir()]
    assert (
        cards[0].tile_ids
        == cards[1].tile_ids
        == tuple(sorted(balanced_start(setting.pool, simulation.queryable, 2, 3)))
    )


def test_the_same_seed_gives_the_same_results(setting, tmp_path):
    first = simulated(setting, tmp_path / "1", Learner("mcbn", "variance", 3))
    again = simulated(setting, tmp_path / "2", Learner("mcbn", "variance", 3))
    timeless = [[replace(one, training_minutes=0, scoring_minutes=0) for one in run] for run in (first, again)]
    assert timeless[0] == timeless[1]


def test_the_upper_bound_learns_once_from_all_changed_tiles_and_as_many_unchanged_ones(setting, tmp_path):
    (result,) = simulated(setting, tmp_path, Learner("supervised", "", 2))
    assert (result.changed, result.unchanged, result.found) == (8, 8, 1.0)


def test_random_among_predicted_changes_adds_other_tiles_if_these_are_too_few(setting, tmp_path, monkeypatch):
    asked = []

    def predict(scorer, ids, **options):
        asked.append(list(ids))
        return iter(())

    simulation = Simulation(setting, 3, tmp_path)
    run = simulation.run(Learner("mcbn", "predicted-change", 3), Reporter())
    monkeypatch.setattr(simulation, "_within", lambda model, reporter: None)
    monkeypatch.setattr(simulation, "_transfer", lambda model, reporter: None)
    monkeypatch.setattr("alcd_core.learning.scoring.Scorer.predict", predict)
    next(run)
    assert next(run).labels == 7
    assert len(asked[0]) == 12


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


def test_a_query_scores_as_many_tiles_as_it_is_told_to(setting, tmp_path, monkeypatch):
    scored = []
    score = Scorer.score
    monkeypatch.setattr(
        Scorer, "score", lambda self, ids, *rest, **more: scored.append(set(ids)) or score(self, ids, *rest, **more)
    )
    results = simulated(replace(setting, scored=6), tmp_path, Learner("mcbn", "single-pass", 2))
    assert [result.labels for result in results] == [4, 6, 8, 9]
    assert [len(tiles) for tiles in scored] == [6, 6, 6]
    assert not scored[0] >= scored[1]  # tiles without a score follow
    assert len(scored[0] & scored[1]) == 3
