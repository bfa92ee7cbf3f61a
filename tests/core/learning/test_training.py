import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from alcd_core.errors import Cancelled, InputError
from alcd_core.learning.training import balanced, planned_epoch, train_network, weighted_cross_entropy
from alcd_core.network.checkpoint import load_tensors
from alcd_core.progress import Reporter
from tests.core.learning.interrupted_training import train as train_five_epochs
from tests.core.network.tiny import CPU, made_up_tiles, tiny_network, tiny_settings

ROOT = Path(__file__).resolve().parents[3]


def train(tmp_path, source=None, settings=None, network=None, tile_ids=None, reporter=None, **changes):
    network, source = network or tiny_network(), source or made_up_tiles()
    values = {"seed": 1, "device": CPU, "dtype": torch.float32, "checkpoint_path": tmp_path / "c.safetensors"}
    ids = list(source.tile_ids) if tile_ids is None else tile_ids
    losses = train_network(
        network, source, ids, settings or tiny_settings(), reporter=reporter or Reporter(), **{**values, **changes}
    )
    return losses, network


def messages_of(tmp_path, **changes):
    heard = []
    train(tmp_path, reporter=Reporter(lambda event: heard.append(event.get("message", ""))), **changes)
    return [text for text in heard if "resumes" in text or "again" in text]


def test_the_loss_is_the_weighted_mean_over_pixels_that_count():
    rng = torch.Generator().manual_seed(0)
    logits = torch.randn(2, 2, 5, 7, generator=rng)
    labels = torch.tensor([0, 1, 255])[torch.randint(3, (2, 5, 7), generator=rng)]
    expected_loss = expected_weight = 0.0
    for n in range(2):
        for y in range(5):
            for x in range(7):
                label = int(labels[n, y, x])
                if label == 255:
                    continue
                pair = logits[n, :, y, x].double()
                weight = 3.0 if label == 1 else 1.0
                expected_loss += weight * float(pair.exp().sum().log() - pair[label])
                expected_weight += weight
    loss, weight = weighted_cross_entropy(logits, labels, 3.0)
    assert float(loss) == pytest.approx(expected_loss, rel=1e-5)
    assert float(weight) == expected_weight


def test_ignored_pixels_do_not_affect_the_weights():
    labels = torch.full((1, 4, 4), 255)
    logits = torch.randn(1, 2, 4, 4, requires_grad=True)
    loss, weight = weighted_cross_entropy(logits, labels, 3.0)
    (loss / weight.clamp(min=1.0)).backward()
    assert loss.item() == weight.item() == 0.0
    assert not logits.grad.any()


def test_training_learns_and_reports_every_epoch(tmp_path):
    events = []
    losses, _ = train(tmp_path, settings=tiny_settings(epochs=12), reporter=Reporter(events.append))
    assert losses[-1] < 0.6 * losses[0]
    metrics = [event for event in events if event["event"] == "metric"]
    assert [event["value"] for event in metrics] == losses
    assert [event["epoch"] for event in metrics] == list(range(1, 13))
    assert sum(event["event"] == "progress" for event in events) == 12 * 2


def test_rare_changed_tiles_are_seen_as_often_as_the_others_in_a_balanced_epoch():
    ids, changed = list(range(40)), {3, 8, 30}
    drawn = balanced(ids, changed, np.random.default_rng(0))
    times = {tile: drawn.count(tile) for tile in ids}
    assert len(drawn) == 40
    assert sum(times[tile] for tile in changed) == 20
    assert {times[tile] for tile in changed} == {6, 7}
    assert all(times[tile] <= 1 for tile in ids if tile not in changed)
    seen = {tile for seed in range(10) for tile in balanced(ids, changed, np.random.default_rng(seed))}
    assert seen == set(ids)


@pytest.mark.parametrize("changed", [set(), set(range(20)), set(range(33)), set(range(40))])
def test_tiles_are_seen_once_if_half_of_them_or_none_are_changed(changed):
    assert balanced(range(40), changed, np.random.default_rng(0)) == list(range(40))


def tiles_read(folder, labels):
    """The tiles that a balanced training of five epochs reads, after first reading each once."""
    tiles, read = replace(made_up_tiles(len(labels)), labels=labels), []

    class Source:
        tile_ids, bands = tiles.tile_ids, tiles.bands

        def read(self, ids):
            read.extend(ids)
            return tiles.read(ids)

    train(folder, source=Source(), settings=tiny_settings(epochs=5, batch_size=4, balance=True))
    return read


def test_training_balances_by_the_tiles_labels(tmp_path):
    labels = np.zeros((8, 64, 64), np.uint8)
    labels[2, :20, :20] = 1
    read = tiles_read(tmp_path, labels)
    assert [read.count(tile) for tile in (2,)] == [1 + 5 * 4]


@pytest.mark.parametrize("tiles", [2, 3, 7, 8, 41])
def test_at_least_half_of_a_balanced_epoch_is_changed_tiles(tiles):
    drawn = balanced(range(tiles), {1}, np.random.default_rng(0))
    assert len(drawn) == tiles
    assert drawn.count(1) >= tiles / 2


def test_an_ambiguous_tile_does_not_count_as_changed_in_balancing(tmp_path):
    labels = np.zeros((8, 64, 64), np.uint8)
    labels[2, :20, :20] = 1
    labels[5, :8, :10] = 1  # 2 % of its pixels
    read = tiles_read(tmp_path, labels)
    assert read.count(2) == 1 + 5 * 4
    assert read.count(5) <= 1 + 5


def test_the_class_of_a_masked_tile_depends_on_its_remaining_labels(tmp_path):
    labels = np.zeros((8, 64, 64), np.uint8)
    labels[2, :20, :20] = 1
    labels[5, :20, :20] = 1
    labels[5, :, :22] = 255  # masked: the change is inside a test tile
    read = tiles_read(tmp_path, labels)
    assert (read.count(2), read.count(5) <= 6) == (1 + 5 * 4, True)


def test_half_of_the_tiles_are_seen_with_their_dates_exchanged_if_the_settings_say_so():
    ids = range(400)
    exchanging = [tile for batch in planned_epoch(ids, (), tiny_settings(exchange_dates=True), 1, 0) for tile in batch]
    plain = [tile for batch in planned_epoch(ids, (), tiny_settings(), 1, 0) for tile in batch]
    assert 160 < sum(tile.exchanged for tile in exchanging) < 240
    assert not any(tile.exchanged for tile in plain)
    assert [tile[:2] for tile in exchanging] == [tile[:2] for tile in plain]


def test_a_network_trained_on_new_buildings_with_exchanged_dates_finds_those_torn_down(tmp_path):
    tiles = made_up_tiles(12)
    mirrored = replace(tiles, images=tiles.images[::-1].copy())
    found = []
    for number, exchange in enumerate((False, True)):
        (tmp_path / str(number)).mkdir()
        settings = tiny_settings(epochs=25, exchange_dates=exchange)
        _, network = train(tmp_path / str(number), source=tiles, settings=settings)
        batch = mirrored.read(list(mirrored.tile_ids))
        with torch.inference_mode():
            logits = network(torch.from_numpy(batch.images).float(), torch.from_numpy(batch.valid))
        probability = torch.softmax(logits, dim=1)[:, 1].numpy()
        found.append(probability[batch.labels == 1].mean() - probability[batch.labels == 0].mean())
    assert found[1] > found[0] + 0.2


def test_equal_seeds_give_equal_weights_and_different_seeds_do_not(tmp_path):
    results = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        (tmp_path / name).mkdir()
        results.append(train(tmp_path / name, seed=seed)[1].state_dict())
    assert all(torch.equal(results[0][name], results[1][name]) for name in results[0])
    assert not torch.equal(results[0]["head.0.weight"], results[2]["head.0.weight"])


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a POSIX signal")
@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_a_killed_training_resumes_and_ends_bit_equal_to_an_uninterrupted_one(tmp_path, dtype):
    threads = torch.get_num_threads()
    try:
        expected, weights, _ = train_five_epochs(tmp_path / "whole.safetensors", -1, getattr(torch, dtype))
        path = tmp_path / "killed.safetensors"
        command = [sys.executable, "-m", "tests.core.learning.interrupted_training", str(path), "8", dtype]
        assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL
        assert any("exp_avg_sq" in name for name in load_tensors(path)[0])
        losses, resumed, messages = train_five_epochs(path, -1, getattr(torch, dtype))
    finally:
        torch.set_num_threads(threads)
    assert messages == ["Training resumes after epoch 3 of 5."]
    assert losses == expected
    assert all(torch.equal(weights[name], resumed[name]) for name in weights)


def test_a_finished_training_is_not_repeated_and_keeps_no_optimiser(tmp_path):
    losses, network = train(tmp_path)
    events = []
    again, other = train(tmp_path, reporter=Reporter(events.append))
    assert again == losses
    assert not [event for event in events if event["event"] == "progress"]
    assert all(torch.equal(tensor, other.state_dict()[name]) for name, tensor in network.state_dict().items())
    assert all(name.startswith("network.") for name in load_tensors(tmp_path / "c.safetensors")[0])


def test_a_checkpoint_of_another_training_is_not_used(tmp_path):
    source = made_up_tiles()
    train(tmp_path, source)
    assert messages_of(tmp_path, source=source) == ["Training resumes after epoch 2 of 2."]
    relabelled = replace(source, labels=source.labels.copy())
    relabelled.labels[0, 0, 0] ^= 1
    side_by_side = tiny_network(fusion="concatenation")  # the same weights, used differently
    others = [
        {"source": relabelled},
        {"tile_ids": [0, 1, 2, 3]},
        {"seed": 2},
        {"settings": tiny_settings(learning_rate=1e-4)},
        {"network": tiny_network(seed=5)},
        {"network": side_by_side},
        {"dtype": torch.bfloat16},
    ]
    assert all(map(torch.equal, side_by_side.state_dict().values(), tiny_network().state_dict().values()))
    kept = (tmp_path / "c.safetensors").read_bytes()
    for other in others:
        (tmp_path / "c.safetensors").write_bytes(kept)
        assert messages_of(tmp_path, **{"source": source, **other}) == []


def test_training_starts_again_if_the_checkpoint_is_damaged(tmp_path):
    losses, _ = train(tmp_path)
    path = tmp_path / "c.safetensors"
    path.write_bytes(path.read_bytes()[:1000])
    assert messages_of(tmp_path)[0].startswith("Training starts again from the beginning.")
    assert train(tmp_path)[0] == losses


def test_cancelling_raises_and_keeps_the_last_finished_epoch(tmp_path):
    calls = []
    with pytest.raises(Cancelled):
        train(tmp_path, reporter=Reporter(cancelled=lambda: calls.append(1) or len(calls) > 3))
    assert messages_of(tmp_path) == ["Training resumes after epoch 1 of 2."]


@pytest.mark.parametrize("tiles", [1, 4, 5])
def test_any_number_of_tiles_can_be_trained_on(tmp_path, tiles):
    losses, network = train(tmp_path, tile_ids=list(range(tiles)), settings=tiny_settings(epochs=1))
    assert np.isfinite(losses).all()
    assert all(torch.isfinite(tensor).all() for tensor in network.state_dict().values())


@pytest.mark.parametrize(("label", "message"), [(255, "no labelled tiles"), (0, "changed"), (1, "unchanged")])
def test_labels_without_both_classes_are_refused(tmp_path, label, message):
    source = made_up_tiles()
    source.labels[:] = label
    with pytest.raises(InputError, match=message):
        train(tmp_path, source)


def test_training_without_tiles_is_refused(tmp_path):
    with pytest.raises(InputError, match="no labelled tiles"):
        train(tmp_path, tile_ids=[])


def test_an_epoch_sees_every_tile_once_in_its_own_order():
    ids = list(range(100, 119))
    first, second = (planned_epoch(ids, (), tiny_settings(batch_size=8), 5, epoch) for epoch in (0, 1))
    for epoch in (first, second):
        assert sorted(tile.tile_id for batch in epoch for tile in batch) == ids
        assert {tile.orientation for batch in epoch for tile in batch} <= set(range(8))
    assert first != second
    assert first == planned_epoch(ids, (), tiny_settings(batch_size=8), 5, 0)
