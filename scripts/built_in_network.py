"""Makes the network that comes with ALCD: a small one that learnt to detect change in painted towns.

PYTHONPATH=. python scripts/built_in_network.py FOLDER [--towns 48] [--steps 1200] [--seed 0]

The towns are painted into FOLDER, unless they are there, and the network is written to FOLDER/built_in.safetensors.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from painted_towns import MERGED, write_town
from torch import Tensor, optim

from alcd_core.initial_weights import BUILT_IN_DEPTH, BUILT_IN_ENCODER, BUILT_IN_FUSION
from alcd_core.learning.presets import PRESETS, learning_rate_at
from alcd_core.learning.training import weighted_cross_entropy
from alcd_core.network.checkpoint import save_tensors
from alcd_core.network.encoder_weights import NORMALISATION
from alcd_core.network.members import computing_in
from alcd_core.network.orientation import ORIENTATIONS, oriented
from alcd_core.network.precision import choose_device, choose_dtype
from alcd_core.network.siamese import SiameseUNet

BANDS = 3
CROP = 96
"""Side of a training image in pixels."""
BATCH = 12
CHANGED_SHARE = 0.01
"""A crop counts as changed from this share of its pixels."""
SHOWN_STEPS = 50


@dataclass(frozen=True)
class Town:
    """A painted town at one resolution.

    ``images``: (2, 3, H, W) uint8; ``changed``: (H, W) uint8; ``mean``, ``std``: (2, 3, 1, 1), of each date and band.
    """

    images: np.ndarray
    changed: np.ndarray
    mean: np.ndarray
    std: np.ndarray

    def crop(self, row: int, column: int) -> tuple[Tensor, Tensor]:
        """A crop (2, 3, CROP, CROP), normalised, and its labels (CROP, CROP) int64."""
        window = np.s_[..., row : row + CROP, column : column + CROP]
        pair = (self.images[window] - self.mean) / self.std
        return torch.from_numpy(pair.astype(np.float32)), torch.from_numpy(self.changed[window].astype(np.int64))


@dataclass(frozen=True)
class Crop:
    """Where a crop lies."""

    town: Town
    row: int
    column: int


def main() -> None:
    """Paint the towns and train the network."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--towns", type=int, default=48)
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    paths = [options.folder / f"town-{seed:03}.npz" for seed in range(options.towns)]
    for seed, path in enumerate(paths):
        if not path.is_file():
            write_town(path, seed)
    network = train([crops_of(paths, merged) for merged in MERGED], options.steps, options.seed)
    save_tensors(options.folder / "built_in.safetensors", half_precision(network))


def half_precision(network: SiameseUNet) -> dict[str, Tensor]:
    """The network's tensors as float16, without the normalisation, which is each campaign's own."""
    tensors = {name: tensor for name, tensor in network.state_dict().items() if name not in NORMALISATION}
    return {name: tensor.half() if tensor.is_floating_point() else tensor for name, tensor in tensors.items()}


def crops_of(paths: Sequence[Path], merged: int) -> tuple[list[Crop], list[Crop]]:
    """All crops of the towns at one resolution, half overlapping: those with change, and the others."""
    with_change, without = [], []
    for path in paths:
        town = read_town(path, merged)
        height, width = town.changed.shape
        for row in range(0, height - CROP + 1, CROP // 2):
            for column in range(0, width - CROP + 1, CROP // 2):
                share = town.changed[row : row + CROP, column : column + CROP].mean()
                (with_change if share >= CHANGED_SHARE else without).append(Crop(town, row, column))
    return with_change, without


def read_town(path: Path, merged: int) -> Town:
    """A town from its file."""
    with np.load(path) as file:
        images, changed = file[f"images_{merged}"], file[f"changed_{merged}"]
    mean, std = images.mean((2, 3), keepdims=True), images.std((2, 3), keepdims=True)
    return Town(images, changed, mean.astype(np.float32), std.astype(np.float32))


def train(resolutions: Sequence[tuple[list[Crop], list[Crop]]], steps: int, seed: int) -> SiameseUNet:
    """Train from random weights; each step sees one resolution, and as many crops with change as without."""
    torch.manual_seed(seed)
    rng, device = np.random.default_rng(seed), choose_device("auto")
    dtype = choose_dtype(device)
    network = SiameseUNet(BUILT_IN_ENCODER, BUILT_IN_DEPTH, BANDS, BUILT_IN_FUSION).to(device).train()
    settings = PRESETS["fast"]
    optimiser = optim.AdamW(network.parameters(), lr=settings.learning_rate)
    losses = []
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = learning_rate_at(settings, step, steps)
        images, labels = batch(resolutions[step % len(resolutions)], rng)
        with computing_in(device, dtype):
            logits = network(images.to(device))
        loss, weight = weighted_cross_entropy(logits, labels.to(device), settings.change_weight)
        optimiser.zero_grad()
        torch.autograd.backward(loss / weight)
        optimiser.step()
        losses.append(loss.item() / weight.item())
        if len(losses) % SHOWN_STEPS == 0:
            print(f"step {step + 1} of {steps}: loss {np.mean(losses[-SHOWN_STEPS:]):.3f}", flush=True)  # noqa: T201
    return network.cpu().eval()


def batch(crops: tuple[list[Crop], list[Crop]], rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Images (2, BATCH, 3, CROP, CROP) and labels (BATCH, CROP, CROP), each crop in other colours, another light at
    each date, another orientation, and in any order of the dates."""
    pairs, targets = [], []
    for kind in crops:
        for index in rng.integers(len(kind), size=BATCH // 2):
            crop = kind[index]
            pair, labels = crop.town.crop(crop.row, crop.column)
            orientation = int(rng.integers(ORIENTATIONS))
            pair = oriented(relit(recoloured(pair, rng), rng), orientation)
            pairs.append(pair.flip(0) if rng.random() < 0.5 else pair)
            targets.append(oriented(labels, orientation))
    return torch.stack(pairs, dim=1), torch.stack(targets)


def recoloured(pair: Tensor, rng: np.random.Generator) -> Tensor:
    """Both dates (2, 3, H, W) with the same other hue and saturation: the colours turned about the grey axis."""
    angle, saturation = rng.uniform(-np.pi / 2, np.pi / 2), rng.uniform(0.0, 1.3)
    grey = np.full((3, 3), 1 / 3)
    sideways = np.array([[0, -1, 1], [1, 0, -1], [-1, 1, 0]]) / np.sqrt(3)
    turned = np.cos(angle) * (np.eye(3) - grey) + np.sin(angle) * sideways
    matrix = torch.from_numpy(grey + saturation * turned).float()
    return torch.einsum("ij,djhw->dihw", matrix, pair)


def relit(pair: Tensor, rng: np.random.Generator) -> Tensor:
    """Each date (2, 3, H, W) with another contrast and brightness, of all bands together and of each band."""
    gain = np.exp(rng.uniform(-0.3, 0.3, (2, 1, 1, 1)) + rng.uniform(-0.1, 0.1, (2, 3, 1, 1)))
    shift = rng.uniform(-0.4, 0.4, (2, 1, 1, 1)) + rng.uniform(-0.15, 0.15, (2, 3, 1, 1))
    return pair * torch.from_numpy(gain).float() + torch.from_numpy(shift).float()


if __name__ == "__main__":
    main()
