"""A tiny network and made-up tiles, quick enough for tests."""

from pathlib import Path

import numpy as np
import torch

from alcd_core.learning.model_training import ModelPlan, train_model
from alcd_core.learning.presets import TrainingSettings
from alcd_core.learning.tiles import ArrayTiles
from alcd_core.network.model import TrainedModel
from alcd_core.network.siamese import SiameseUNet
from alcd_core.progress import Reporter

CPU = torch.device("cpu")
MEAN = ((100.0, 110.0, 120.0), (90.0, 100.0, 130.0))
STD = ((30.0, 40.0, 50.0), (35.0, 45.0, 55.0))


def tiny_network(seed: int = 0, bands: int = 3, fusion: str = "difference") -> SiameseUNet:
    """ResNet18 to stride 8 with seeded random weights, and running statistics as if it had been trained."""
    torch.manual_seed(seed)
    network = SiameseUNet("resnet18", 3, bands, fusion)
    network.set_normalisation(torch.full((2, bands), 100.0), torch.full((2, bands), 40.0))
    return network.eval()


def made_up_tiles(count: int = 6, size: int = 64, seed: int = 0, bands: int = 3) -> ArrayTiles:
    """Noisy ground with a new bright square on every second tile. A strip of the last tile has no data."""
    rng = np.random.default_rng(seed)
    before = rng.integers(60, 140, size=(count, bands, size, size))
    after = np.clip(before + rng.integers(-15, 15, size=before.shape), 0, 255)
    labels = np.zeros((count, size, size), dtype=np.uint8)
    for tile in range(0, count, 2):
        x, y = rng.integers(0, size // 2, size=2)
        after[tile, :, y : y + size // 3, x : x + size // 3] = 240
        labels[tile, y : y + size // 3, x : x + size // 3] = 1
    valid = np.ones((count, size, size), dtype=bool)
    valid[-1, :, : size // 4] = False
    labels[~valid] = 255
    images = np.stack([before, after]).astype(np.uint8)
    images[:, -1, :, :, : size // 4] = 0
    return ArrayTiles(images, valid, labels)


def tiny_settings(**changes: object) -> TrainingSettings:
    """Two epochs of two batches."""
    values = dict(preset="fast", epochs=2, learning_rate=1e-3, batch_size=3, schedule="one-cycle")
    return TrainingSettings(**{**values, **changes})


def tiny_plan(**changes: object) -> ModelPlan:
    """A plan for two members of the tiny network."""
    values = dict(
        mean=MEAN,
        std=STD,
        gsd=0.5,
        encoder="resnet18",
        encoder_depth=3,
        encoder_weights="none",
        method="mcbn",
        members=2,
        seed=7,
    )
    return ModelPlan(**{**values, **changes})


def tiny_model(folder: Path, **changes: object) -> TrainedModel:
    """A model of the tiny plan, trained on six tiles."""
    source = made_up_tiles()
    return train_model(
        folder,
        source,
        list(source.tile_ids),
        tiny_settings(),
        tiny_plan(**changes),
        device=CPU,
        dtype=torch.float32,
        reporter=Reporter(),
    )
