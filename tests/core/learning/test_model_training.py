from dataclasses import replace

import numpy as np
import pytest
import torch

from alcd_core.errors import Cancelled, InputError, ModelError
from alcd_core.learning.model_training import _statistics_batches, remove_checkpoints, reopen_training, train_model
from alcd_core.network.card import read_card
from alcd_core.network.model import load_model
from alcd_core.progress import Reporter
from tests.core.network.tiny import CPU, MEAN, made_up_tiles, tiny_model, tiny_network, tiny_plan, tiny_settings


def train(folder, plan=None, reporter=None, **changes):
    source = made_up_tiles()
    return train_model(
        folder,
        source,
        list(source.tile_ids),
        tiny_settings(),
        plan or tiny_plan(),
        device=CPU,
        dtype=torch.float32,
        reporter=reporter or Reporter(),
        **changes,
    )


def test_the_folder_contains_the_card_and_its_files_and_nothing_else(tmp_path):
    model = tiny_model(tmp_path / "round-001", members=3)
    remove_checkpoints(model.folder)
    names = {path.name for path in (tmp_path / "round-001").iterdir()}
    assert names == {"card.json", "network-0.safetensors", *(f"statistics-{n}.safetensors" for n in range(3))}
    assert [path.name for path in tmp_path.iterdir()] == ["round-001"]
    card = read_card((tmp_path / "round-001" / "card.json").read_text())
    assert card == model.card
    assert (card.method, card.members, card.tile_ids, card.mean) == ("mcbn", 3, (0, 1, 2, 3, 4, 5), MEAN)
    assert len(card.losses) == 1
    assert len(card.losses[0]) == card.settings["epochs"] == 2


def test_an_ensemble_trains_one_network_per_member_from_different_seeds(tmp_path):
    model = tiny_model(tmp_path / "round-001", method="ensemble")
    assert set(model.card.files) == {"network-0.safetensors", "network-1.safetensors"}
    assert len(set(model.card.files.values())) == 2
    assert model.card.losses[0] != model.card.losses[1]


@pytest.mark.parametrize("method", ["ensemble", "mcbn"])
def test_the_same_seed_gives_the_same_files(tmp_path, method):
    files = [tiny_model(tmp_path / name, method=method).card.files for name in ("a", "b")]
    assert files[0] == files[1]
    assert tiny_model(tmp_path / "c", method=method, seed=8).card.files != files[0]


def test_a_finished_network_is_not_trained_again_after_a_stop(tmp_path):
    plan, folder = tiny_plan(method="ensemble"), tmp_path / "round-001"
    calls = []
    # Two epochs of two batches per network: the sixth batch is in the second network.
    with pytest.raises(Cancelled):
        train(folder, plan, Reporter(cancelled=lambda: calls.append(1) or len(calls) > 6))
    assert not folder.exists()
    events = []
    model = train(folder, plan, Reporter(events.append))
    assert len([event for event in events if event["event"] == "metric"]) == 1  # the second network's second epoch
    assert model.card.files == train(tmp_path / "whole", plan).card.files


def test_a_finished_model_whose_training_is_reopened_is_not_trained_again(tmp_path):
    plan, folder, events = tiny_plan(method="ensemble"), tmp_path / "round-001", []
    first = train(folder, plan)
    reopen_training(folder)
    again = train(folder, plan, Reporter(events.append))
    assert not [event for event in events if event["event"] == "metric"]
    assert again.card.files == first.card.files
    reopen_training(folder)
    assert train(folder, tiny_plan(method="ensemble", seed=9)).card.files != first.card.files
    remove_checkpoints(folder)
    assert load_model(folder).card.seed == 9


def test_leftovers_of_another_attempt_do_not_get_into_the_model(tmp_path):
    partial = tmp_path / "round-001.partial"
    partial.mkdir()
    (partial / "network-4.safetensors").write_bytes(b"old")
    (partial / "checkpoint-0.safetensors").write_bytes(b"damaged")
    train(tmp_path / "round-001")
    assert not (tmp_path / "round-001" / "network-4.safetensors").exists()


def test_training_starts_from_the_weights_of_another_model(tmp_path):
    start = tiny_model(tmp_path / "first")
    goes_on = train(tmp_path / "second", start_from=start)
    assert goes_on.card.encoder_weights == "model first"
    assert goes_on.card.losses[0][0] < start.card.losses[0][0]


def test_an_incompatible_start_model_is_refused(tmp_path):
    start = tiny_model(tmp_path / "first")
    with pytest.raises(ModelError, match=r"depth 3 with 3 bands(.|\n)*this one would be resnet18 to depth 2"):
        train(tmp_path / "second", tiny_plan(encoder_depth=2), start_from=start)


def test_an_existing_model_is_not_overwritten(tmp_path):
    tiny_model(tmp_path / "first")
    with pytest.raises(ModelError, match="already"):
        train(tmp_path / "first")


def test_impossible_plans_are_refused():
    with pytest.raises(InputError, match="ensemble, mcbn"):
        tiny_plan(method="dropout")
    with pytest.raises(InputError, match="not 0"):
        tiny_plan(members=0)


def test_statistics_come_from_batches_like_those_of_training(tmp_path):
    """One changed tile of eight makes up half of every balanced batch; half of all tiles have their dates exchanged."""
    tiles = made_up_tiles(8)
    labels = np.zeros_like(tiles.labels)
    labels[2, :20, :20] = 1
    tiles, network = replace(tiles, labels=labels), tiny_network()
    seen = {}
    for name, settings in (
        ("plain", tiny_settings(batch_size=4)),
        ("balanced", tiny_settings(batch_size=4, balance=True)),
        ("exchanged", tiny_settings(batch_size=4, exchange_dates=True)),
    ):
        made = _statistics_batches(network, tiles, list(tiles.tile_ids), settings, tiny_plan(members=40))
        assert [images.shape[1] for images, _ in made] == [4] * 40
        # The brightness identifies the tiles and their dates in any orientation.
        means = torch.cat([images.mean(dim=(2, 3, 4)).T for images, _ in made])
        seen[name] = means.round(decimals=2).tolist()
    own = torch.from_numpy(tiles.images).float().mean(dim=(2, 3, 4)).T.round(decimals=2).tolist()
    assert seen["plain"].count(own[2]) == pytest.approx(20, abs=8)
    assert seen["balanced"].count(own[2]) == pytest.approx(80, abs=12)
    assert all(dates in own for dates in seen["plain"] + seen["balanced"])
    assert sum(dates not in own for dates in seen["exchanged"]) == pytest.approx(80, abs=20)
