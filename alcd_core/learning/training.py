"""Training of one network, resumable after every epoch."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn, optim

from ..errors import InputError, ModelError
from ..network.checkpoint import NETWORK, load_tensors, restore_training, save_tensors, training_tensors
from ..network.members import computing_in
from ..network.orientation import ORIENTATIONS
from ..network.precision import dtype_name
from ..network.siamese import SiameseUNet
from ..progress import Reporter
from .augmentation import augmented
from .batches import TensorBatch, blocks, even_blocks, tensor_batch
from .prefetch import read_ahead
from .presets import TrainingSettings, learning_rate_at
from .seeds import derived_seed, generator
from .tile_class import tile_class
from .tiles import CHANGE, IGNORE, UNCHANGED, TileBatch, TileSource


class PlannedTile(NamedTuple):
    """A tile to train on, its orientation (0 to 7), and whether its dates are exchanged."""

    tile_id: int
    orientation: int
    exchanged: bool = False


@dataclass
class _Run:
    """The inputs and state of one training."""

    network: SiameseUNet
    optimiser: optim.Optimizer
    settings: TrainingSettings
    source: TileSource
    tile_ids: list[int]
    changed: frozenset[int]
    seed: int
    device: torch.device
    dtype: torch.dtype
    reporter: Reporter

    @property
    def steps(self) -> int:
        return self.settings.steps_per_epoch(len(self.tile_ids))

    @property
    def epochs(self) -> int:
        return self.settings.epochs_for(len(self.tile_ids))


def train_network(
    network: SiameseUNet,
    source: TileSource,
    tile_ids: Sequence[int],
    settings: TrainingSettings,
    *,
    seed: int,
    device: torch.device,
    dtype: torch.dtype,
    checkpoint_path: Path,
    reporter: Reporter,
) -> list[float]:
    """Train the network in place on ``device`` and return the mean loss of every epoch.

    After every epoch the whole state is saved to ``checkpoint_path``. A training that was stopped resumes from it if
    settings, tiles, labels, seed and number of threads are the same, and ends with bit-equal weights.
    Convolutions compute in ``dtype``; the weights stay float32. Raises InputError if the labels do not contain both
    changed and unchanged pixels, and Cancelled.
    """
    data_hash, changed = _checked(source, tile_ids)
    network.to(device).train()
    optimiser = optim.Adam(network.parameters(), lr=settings.learning_rate)
    run = _Run(network, optimiser, settings, source, list(tile_ids), changed, seed, device, dtype, reporter)
    fingerprint = _fingerprint(run, data_hash)
    losses = _resume(run, checkpoint_path, fingerprint)
    for epoch in range(len(losses), run.epochs):
        losses.append(_train_epoch(run, epoch))
        reporter.metric("loss", losses[-1], epoch=epoch + 1)
        _save_checkpoint(run, checkpoint_path, fingerprint, losses)
    network.eval()
    return losses


def planned_epoch(
    tile_ids: Sequence[int], changed: Collection[int], settings: TrainingSettings, seed: int, epoch: int
) -> list[Sequence[PlannedTile]]:
    """The batches of an epoch: tiles, their order and orientations. Depends only on the arguments.

    ``changed``: the changed ones among the tiles; drawn more often if the settings balance.
    """
    rng = generator(seed, epoch)
    if settings.balance:
        tile_ids = balanced(tile_ids, changed, rng)
    order = rng.permutation(len(tile_ids))
    orientations = rng.integers(ORIENTATIONS, size=len(tile_ids))
    exchanged = (rng.random(len(tile_ids)) < 0.5) & settings.exchange_dates
    plan = [
        PlannedTile(tile_ids[index], int(orientation), bool(swap))
        for index, orientation, swap in zip(order, orientations, exchanged)
    ]
    return list(even_blocks(plan, settings.batch_size))


def balanced(tile_ids: Sequence[int], changed: Collection[int], rng: np.random.Generator) -> list[int]:
    """As many draws as there are tiles, at least half of them from the ``changed`` ones, if there are any.

    Every changed tile is drawn, with counts that differ by at most one; the rest are drawn from the other tiles.
    """
    rare = [tile_id for tile_id in tile_ids if tile_id in changed]
    others = [tile_id for tile_id in tile_ids if tile_id not in changed]
    wanted = math.ceil(len(tile_ids) / 2)
    if not rare or len(rare) >= wanted:
        return list(tile_ids)
    rounds = math.ceil(wanted / len(rare))
    drawn = [int(tile_id) for _ in range(rounds) for tile_id in rng.permutation(rare)][:wanted]
    return [*drawn, *map(int, rng.permutation(others)[: len(tile_ids) - wanted])]


def changed_among(source: TileSource, tile_ids: Sequence[int]) -> frozenset[int]:
    """The tiles that are changed, judged by the labels that count."""
    return frozenset(tile_id for block in blocks(tile_ids, 16) for tile_id in _changed_in(source.read(block)))


def _changed_in(batch: TileBatch) -> set[int]:
    return {tile_id for tile_id, labels in zip(batch.tile_ids, batch.labels) if tile_class(labels) == "changed"}


def read_planned(source: TileSource, plan: Sequence[PlannedTile]) -> TensorBatch:
    """Read the planned tiles in their planned orientations; the dates are not exchanged yet."""
    batch = tensor_batch(source.read([tile.tile_id for tile in plan]))
    return augmented(batch, [tile.orientation for tile in plan])


def weighted_cross_entropy(logits: Tensor, labels: Tensor, change_weight: float) -> tuple[Tensor, Tensor]:
    """Sum of the weighted cross-entropies of all pixels, and the sum of their weights (0 if all pixels are IGNORE).

    ``logits``: (N, 2, H, W); ``labels``: (N, H, W) int64. Ruzicka et al. 2020, section IV-A: change has weight 3.
    """
    weights = torch.tensor([1.0, change_weight], device=logits.device)
    loss = nn.functional.cross_entropy(logits.float(), labels, weights, ignore_index=IGNORE, reduction="sum")
    weight = (labels == UNCHANGED).sum() + change_weight * (labels == CHANGE).sum()
    return loss, weight


def _train_epoch(run: _Run, epoch: int) -> float:
    # Encoders with dropout use torch's global generator: it is reseeded every epoch, so that resuming gives the same.
    torch.manual_seed(derived_seed(run.seed, epoch))
    plans = planned_epoch(run.tile_ids, run.changed, run.settings, run.seed, epoch)
    losses, weights = 0.0, 0.0
    with read_ahead(plans, lambda plan: read_planned(run.source, plan)) as batches:
        for index, (plan, batch) in enumerate(zip(plans, batches)):
            step = epoch * run.steps + index
            run.reporter.progress(step / (run.epochs * run.steps), f"Epoch {epoch + 1} of {run.epochs}")
            exchanged = torch.tensor([tile.exchanged for tile in plan])
            loss, weight = _train_step(run, batch.to(run.device), exchanged.to(run.device), step)
            losses, weights = losses + loss, weights + weight
    return losses / max(weights, 1.0)


def _train_step(run: _Run, batch: TensorBatch, exchanged: Tensor, step: int) -> tuple[float, float]:
    for group in run.optimiser.param_groups:
        group["lr"] = learning_rate_at(run.settings, step, run.epochs * run.steps)
    with computing_in(run.device, run.dtype):
        logits = run.network(run.network.exchanged(batch.images, exchanged), batch.valid)
    loss, weight = weighted_cross_entropy(logits, batch.labels, run.settings.change_weight)
    run.optimiser.zero_grad()
    torch.autograd.backward(loss / weight.clamp(min=1.0))
    run.optimiser.step()
    return loss.item(), weight.item()


def _checked(source: TileSource, tile_ids: Sequence[int]) -> tuple[str, frozenset[int]]:
    """SHA-256 of all training data, and the tiles that are changed, judged by the labels that count.

    Raises InputError if the labels do not contain both changed and unchanged pixels.
    """
    digest = hashlib.sha256()
    classes: set[int] = set()
    changed: set[int] = set()
    for block in blocks(tile_ids, 16):
        batch = source.read(block)
        classes.update(np.unique(batch.labels).tolist())
        changed |= _changed_in(batch)
        for array in (batch.images, batch.valid, batch.labels):
            digest.update(np.ascontiguousarray(array).tobytes())
    if not classes & {CHANGE, UNCHANGED}:
        raise InputError(
            "There are no labelled tiles to train on.", "Label some tiles first, both changed and unchanged ones."
        )
    for value, name in ((CHANGE, "changed"), (UNCHANGED, "unchanged")):
        if value not in classes:
            raise InputError(
                f"None of the {len(tile_ids)} labelled tiles has a single {name} pixel.",
                f"Label at least one tile with {name} ground as well: a network cannot learn from one class alone.",
            )
    return digest.hexdigest(), frozenset(changed)


def _fingerprint(run: _Run, data_hash: str) -> str:
    """A hash of everything that the result depends on."""
    start = hashlib.sha256()
    for name, tensor in run.network.state_dict().items():
        start.update(name.encode())
        start.update(tensor.cpu().contiguous().numpy().tobytes())
    facts = {
        "fusion": run.network.fusion,
        "settings": asdict(run.settings),
        "tile_ids": run.tile_ids,
        "data": data_hash,
        "start": start.hexdigest(),
        "seed": run.seed,
        "threads": torch.get_num_threads(),
        "device": run.device.type,
        "precision": dtype_name(run.dtype),
        "torch": torch.__version__,
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _save_checkpoint(run: _Run, path: Path, fingerprint: str, losses: list[float]) -> None:
    """Write the checkpoint of a finished epoch; after the last one, without the optimiser state."""
    tensors = training_tensors(run.network, run.optimiser)
    if len(losses) == run.epochs:
        tensors = {name: tensor for name, tensor in tensors.items() if name.startswith(NETWORK)}
    save_tensors(path, tensors, {"fingerprint": fingerprint, "losses": json.dumps(losses)})


def _resume(run: _Run, path: Path, fingerprint: str) -> list[float]:
    """Resume from a checkpoint of the same training. Returns the losses of its epochs; empty if there is none."""
    if not path.is_file():
        return []
    try:
        tensors, metadata = load_tensors(path)
    except ModelError as error:
        run.reporter.message(f"Training starts again from the beginning. {error.message}")
        return []
    if metadata.get("fingerprint") != fingerprint:
        return []
    restore_training(run.network, run.optimiser, tensors, path)
    losses: list[float] = json.loads(metadata["losses"])
    run.reporter.message(f"Training resumes after epoch {len(losses)} of {run.epochs}.")
    return losses
