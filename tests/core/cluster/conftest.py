"""Tiles of a small pair, and a model to predict them with."""

import pytest
import torch

from alcd_core.cluster import duties
from tests.core.cluster.crews import tiles_of_a_pair
from tests.core.network.tiny import tiny_model


@pytest.fixture(scope="module")
def tiles(tmp_path_factory):
    return tiles_of_a_pair(tmp_path_factory.mktemp("pair"))


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return tiny_model(tmp_path_factory.mktemp("models") / "round-001", method="mcbn")


@pytest.fixture(autouse=True)
def float32(monkeypatch):
    """Workers compute as these tests do alone, also where the processor multiplies bfloat16."""
    monkeypatch.setattr(duties, "choose_dtype", lambda _device: torch.float32)
