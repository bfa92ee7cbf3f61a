import shutil

import pytest
import torch

from alcd_core.errors import ModelError
from alcd_core.network.batch_statistics import current_statistics
from alcd_core.network.checkpoint import file_hash, load_tensors, save_tensors
from alcd_core.network.model import load_model
from tests.core.network.tiny import CPU, tiny_model


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    return tiny_model(tmp_path_factory.mktemp("models") / "round-001")


@pytest.fixture
def folder(trained, tmp_path):
    return shutil.copytree(trained.folder, tmp_path / "moved")


def test_a_moved_model_makes_the_same_predictions(trained, folder):
    images, valid = torch.rand(2, 1, 3, 64, 64) * 255, torch.ones(1, 64, 64, dtype=torch.bool)
    moved = load_model(folder)
    assert moved.card == trained.card
    pairs = zip(trained.members(CPU, torch.float32), moved.members(CPU, torch.float32))
    assert all(torch.equal(one(images, valid), other(images, valid)) for one, other in pairs)


def test_members_differ(trained):
    images, valid = torch.rand(2, 1, 3, 64, 64) * 255, torch.ones(1, 64, 64, dtype=torch.bool)
    one, other = (member(images, valid) for member in trained.members(CPU, torch.float32))
    assert not torch.equal(one, other)


def test_the_networks_own_statistics_are_kept_beside_the_drawn_ones(trained):
    own = current_statistics(trained.network(0))
    stored = load_tensors(trained.folder / "network-0.safetensors")[0]
    assert all(torch.equal(own[name], stored[name]) for name in own)
    assert not any(torch.equal(own[name], drawn[name]) for drawn in trained.statistics() for name in own)


def test_a_folder_without_a_model_is_reported(tmp_path):
    with pytest.raises(ModelError, match="no trained model"):
        load_model(tmp_path)


@pytest.mark.parametrize("name", ["network-0.safetensors", "statistics-1.safetensors"])
def test_a_damaged_or_missing_file_is_reported(folder, name):
    data = bytearray((folder / name).read_bytes())
    data[-1] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(ModelError, match=f"damaged.*{name}"):
        load_model(folder)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"damaged.*{name}"):
        load_model(folder)


def test_a_card_that_is_not_text_is_refused(folder):
    (folder / "card.json").write_bytes(b"\xff\xfe")
    with pytest.raises(ModelError, match="card"):
        load_model(folder)


def test_statistics_of_another_network_are_refused(folder):
    path = folder / "statistics-0.safetensors"
    former = file_hash(path)
    save_tensors(path, {"encoder.bn1.running_mean": torch.ones(3)})
    card = folder / "card.json"
    card.write_text(card.read_text().replace(former, file_hash(path)))
    with pytest.raises(ModelError, match="another network"):
        load_model(folder).members(CPU, torch.float32)


@pytest.mark.parametrize(("orientations", "expected"), [("own", [*range(8), 0]), ("same", [0] * 9)])
def test_members_see_tiles_in_the_orientations_given_in_the_card(tmp_path, orientations, expected):
    model = tiny_model(tmp_path / "round-001", members=9, orientations=orientations)
    assert [member.orientation for member in model.members(CPU, torch.float32)] == expected


@pytest.mark.parametrize("fusion", ["concatenation", "difference"])
def test_a_loaded_model_has_the_fusion_it_was_trained_with(tmp_path, fusion):
    tiny_model(tmp_path / "round-001", fusion=fusion)
    assert load_model(tmp_path / "round-001").network(0).fusion == fusion
