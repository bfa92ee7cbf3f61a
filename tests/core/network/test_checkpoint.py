import pytest
import torch
from torch import optim

from alcd_core.errors import InputError, ModelError
from alcd_core.network.checkpoint import load_tensors, restore_training, save_tensors, training_tensors
from tests.core.network.tiny import tiny_network


def test_tensors_and_metadata_are_read_as_they_were_written(tmp_path):
    tensors = {"a": torch.rand(2, 3, 4, 5).to(memory_format=torch.channels_last), "b": torch.tensor(3)}
    save_tensors(tmp_path / "x.safetensors", tensors, {"note": "ä"})
    loaded, metadata = load_tensors(tmp_path / "x.safetensors")
    assert metadata == {"note": "ä"}
    assert loaded.keys() == tensors.keys()
    assert all(torch.equal(loaded[name], tensors[name]) for name in tensors)
    assert [path.name for path in tmp_path.iterdir()] == ["x.safetensors"]


def test_a_failed_write_leaves_the_previous_file(tmp_path, monkeypatch):
    path = tmp_path / "x.safetensors"
    save_tensors(path, {"a": torch.ones(3)})

    def full_disk(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr("alcd_core.network.checkpoint.os.fsync", full_disk)
    with pytest.raises(InputError, match=r"x\.safetensors cannot be written .No space"):
        save_tensors(path, {"a": torch.zeros(3)})
    assert [file.name for file in tmp_path.iterdir()] == ["x.safetensors"]
    assert torch.equal(load_tensors(path)[0]["a"], torch.ones(3))


@pytest.mark.parametrize("kept", [0, 4, 100, -1])
def test_a_damaged_file_is_refused(tmp_path, kept):
    path = tmp_path / "x.safetensors"
    save_tensors(path, {"a": torch.rand(100)})
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(ModelError, match="damaged"):
        load_tensors(path)


def test_a_network_and_its_optimiser_are_restored_bit_for_bit_and_in_the_same_layout(tmp_path):
    networks = [tiny_network(seed) for seed in (1, 2)]
    optimisers = [optim.Adam(network.parameters(), lr=1e-3) for network in networks]
    networks[0](torch.rand(2, 1, 3, 32, 32) * 255).square().sum().backward()
    optimisers[0].step()
    save_tensors(tmp_path / "x.safetensors", training_tensors(networks[0], optimisers[0]))
    restore_training(networks[1], optimisers[1], load_tensors(tmp_path / "x.safetensors")[0], tmp_path)
    first, second = (training_tensors(*pair) for pair in zip(networks, optimisers))
    assert first.keys() == second.keys()
    assert any("exp_avg_sq" in name for name in first)
    for name in first:
        assert torch.equal(first[name], second[name])
        assert first[name].stride() == second[name].stride()


def test_the_state_of_another_network_is_refused(tmp_path):
    network = tiny_network()
    optimiser = optim.Adam(network.parameters())
    tensors = training_tensors(tiny_network(bands=4), optimiser)
    with pytest.raises(ModelError, match="another network"):
        restore_training(network, optimiser, tensors, tmp_path)
