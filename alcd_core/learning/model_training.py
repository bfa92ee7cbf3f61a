"""Training of a complete model: its networks, drawn statistics and card."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import NamedTuple

import segmentation_models_pytorch as smp
import torch
from torch import Tensor

from .. import __version__
from ..errors import InputError, ModelError
from ..network.card import CARD_FILE, MAXIMUM_MEMBERS, ModelCard
from ..network.encoder_weights import load_encoder_weights
from ..network.members import MEMBER_KINDS
from ..network.model import TrainedModel, load_model, save_model
from ..network.model_kinds import FUSION_NAMES, MEMBER_ORIENTATIONS, MEMBER_PARTS
from ..network.precision import dtype_name
from ..network.siamese import SiameseUNet
from ..progress import Reporter
from ..renaming import rename
from .presets import TrainingSettings
from .seeds import derived_seed
from .tiles import TileSource
from .training import changed_among, planned_epoch, read_planned, train_network

STATISTICS_STREAM = 1_000_003
"""Keeps the random numbers for drawing statistics independent of those for training."""


@dataclass(frozen=True)
class ModelPlan:
    """The model to train.

    ``encoder_weights``: ``imagenet``, ``built-in``, ``none`` or a safetensors file; downloaded only if
    ``allow_download``. ``method``: a member kind; ``members``: M. ``mean``, ``std``: (2, C), the input normalisation in
    the units of the rasters. ``gsd``: metres. ``fusion``: how the features of the two dates are combined;
    ``orientations``: whether all members see a tile in the ``same`` orientation or each in its ``own``. ``round``:
    number of the round, and ``ground``: the area whose labels the weights have seen (see ``ModelCard``), both only for
    the card.
    """

    mean: tuple[tuple[float, ...], ...]
    std: tuple[tuple[float, ...], ...]
    gsd: float
    encoder: str = "resnet34"
    encoder_depth: int = 5
    encoder_weights: str = "imagenet"
    allow_download: bool = False
    fusion: str = "difference"
    method: str = "ensemble"
    members: int = 5
    orientations: str = "own"
    round: int = 0
    ground: tuple[tuple[str, str], ...] | None = ()
    seed: int = 0

    def __post_init__(self) -> None:
        if self.method not in MEMBER_PARTS:
            raise InputError(f"There is no method called {self.method}.", f"Choose one of {', '.join(MEMBER_PARTS)}.")
        if self.fusion not in FUSION_NAMES:
            raise InputError(f"There is no fusion called {self.fusion}.", f"Choose one of {', '.join(FUSION_NAMES)}.")
        if self.orientations not in MEMBER_ORIENTATIONS:
            raise InputError(
                f"There is no choice of orientations called {self.orientations}.",
                f"Choose one of {', '.join(MEMBER_ORIENTATIONS)}.",
            )
        if not 1 <= self.members <= MAXIMUM_MEMBERS:
            raise InputError(
                f"The number of members must be between 1 and {MAXIMUM_MEMBERS}, not {self.members}.", "5 is usual."
            )


class TrainedNetwork(NamedTuple):
    """A network on the CPU after its training, the mean loss of every epoch, and what it was trained on: ``device``,
    ``precision`` and number of ``threads``."""

    network: SiameseUNet
    losses: list[float]
    device: str
    precision: str
    threads: int


@dataclass(frozen=True)
class NetworkTrainings:
    """The trainings of a model's networks, which do not depend on each other.

    ``starting``: the network with a number, before its training; ``seeds`` and ``checkpoints``: of each network.
    ``device`` and ``dtype`` are those of this process.
    """

    starting: Callable[[int], SiameseUNet]
    source: TileSource
    tile_ids: Sequence[int]
    settings: TrainingSettings
    seeds: tuple[int, ...]
    checkpoints: tuple[Path, ...]
    device: torch.device
    dtype: torch.dtype
    reporter: Reporter


def train_in_turn(work: NetworkTrainings) -> list[TrainedNetwork]:
    """Train one network after the other in this process. Raises as ``train_network`` does."""
    count = len(work.seeds)
    return [
        train_one(
            work.starting(index),
            work.source,
            work.tile_ids,
            work.settings,
            work.seeds[index],
            work.checkpoints[index],
            work.device,
            work.dtype,
            work.reporter.part(index / count, (index + 1) / count),
        )
        for index in range(count)
    ]


def train_one(
    network: SiameseUNet,
    source: TileSource,
    tile_ids: Sequence[int],
    settings: TrainingSettings,
    seed: int,
    checkpoint: Path,
    device: torch.device,
    dtype: torch.dtype,
    reporter: Reporter,
) -> TrainedNetwork:
    """Train a network in this process. Raises as ``train_network`` does."""
    losses = train_network(
        network,
        source,
        tile_ids,
        settings,
        seed=seed,
        device=device,
        dtype=dtype,
        checkpoint_path=checkpoint,
        reporter=reporter,
    )
    return TrainedNetwork(network.cpu(), losses, device.type, dtype_name(dtype), torch.get_num_threads())


def train_model(
    folder: Path,
    source: TileSource,
    tile_ids: Sequence[int],
    settings: TrainingSettings,
    plan: ModelPlan,
    *,
    device: torch.device,
    dtype: torch.dtype,
    reporter: Reporter,
    start_from: TrainedModel | None = None,
    train: Callable[[NetworkTrainings], list[TrainedNetwork]] = train_in_turn,
) -> TrainedModel:
    """Train all networks of the plan, draw their statistics, and write the model to ``folder``, which must not exist.

    Until it is complete, the model is in ``folder`` + ``.partial``. The same call resumes a training that was stopped:
    finished networks are not trained again. The checkpoints stay in the folder, so that the training can be reopened
    (``reopen_training``) until the model is final (``remove_checkpoints``). ``start_from``: a model to take the initial
    weights from, instead of the encoder weights. ``train``: what trains the networks.
    Raises InputError, ModelError and Cancelled.
    """
    if folder.exists():
        raise ModelError(f"There is already a model at {folder}.", "Choose another folder.")
    if start_from is not None:
        _check_start(plan, start_from, source.bands)
    with _partial_folder(folder) as partial:
        count = MEMBER_PARTS[plan.method].network_count(plan.members)
        trained = train(
            NetworkTrainings(
                lambda index: starting_network(plan, source.bands, index, start_from),
                source,
                tile_ids,
                settings,
                tuple(derived_seed(plan.seed, index) for index in range(count)),
                tuple(partial / checkpoint_file(index) for index in range(count)),
                device,
                dtype,
                reporter,
            )
        )
        networks = [one.network for one in trained]
        batches = _statistics_batches(networks[0], source, tile_ids, settings, plan)
        statistics = MEMBER_KINDS[plan.method].draw(networks[0], batches)
        card = _card(plan, source.bands, tile_ids, settings, trained, start_from)
        save_model(partial, card, networks, statistics)
        return _complete(partial, folder)


def reopen_training(folder: Path) -> None:
    """Turn the model in ``folder`` back into an unfinished training: ``train_model`` resumes from its checkpoints.

    For a model that was finished but never recorded in the campaign. The next training may differ from it.
    """
    partial = _partial(folder)
    if partial.is_dir():
        shutil.rmtree(partial)
    rename(folder, partial)


def remove_checkpoints(folder: Path) -> None:
    """Remove the checkpoints from the folder of a model that is final."""
    for path in folder.glob(checkpoint_file("*")):
        path.unlink()


def checkpoint_file(index: int | str) -> str:
    """File name of the checkpoint of one network's training."""
    return f"checkpoint-{index}.safetensors"


def _partial(folder: Path) -> Path:
    return folder.with_name(folder.name + ".partial")


@contextmanager
def _partial_folder(folder: Path) -> Iterator[Path]:
    """The folder of an unfinished model. It stays after a training was stopped, unless it is empty."""
    partial = _partial(folder)
    partial.mkdir(parents=True, exist_ok=True)
    try:
        yield partial
    finally:
        if partial.is_dir() and not any(partial.iterdir()):
            partial.rmdir()


def starting_network(
    plan: ModelPlan, bands: int, index: int = 0, start_from: TrainedModel | None = None
) -> SiameseUNet:
    """The plan's network number ``index`` before training, with the weights of the encoder or of another model."""
    torch.manual_seed(derived_seed(plan.seed, index))
    if start_from is not None:
        network = start_from.network(index % len(start_from.card.losses))
    else:
        network = SiameseUNet(plan.encoder, plan.encoder_depth, bands, plan.fusion)
        load_encoder_weights(network, plan.encoder_weights, plan.allow_download)
    network.set_normalisation(torch.tensor(plan.mean), torch.tensor(plan.std))
    return network


def _check_start(plan: ModelPlan, start: TrainedModel, bands: int) -> None:
    own = (plan.encoder, plan.encoder_depth, bands, plan.fusion)
    other = (start.card.encoder, start.card.encoder_depth, start.card.bands, start.card.fusion)
    if own != other:
        names = "{0} to depth {1} with {2} bands and fusion by {3}"
        raise ModelError(
            f"Training cannot start from {start.folder}: its network is {names.format(*other)}, "
            f"this one would be {names.format(*own)}.",
            "Choose the same encoder, encoder depth, number of bands and fusion.",
        )


def _statistics_batches(
    network: SiameseUNet, source: TileSource, tile_ids: Sequence[int], settings: TrainingSettings, plan: ModelPlan
) -> list[tuple[Tensor, Tensor]]:
    """A seeded mini-batch for every set of statistics, planned as in training: images and validity masks.

    Balanced and with exchanged dates if training is, because the network learnt to normalise with such batches.
    Each uses at most half of the tiles, so that the sets differ even with few tiles.
    """
    count = MEMBER_PARTS[plan.method].statistics_count(plan.members)
    changed = changed_among(source, tile_ids) if count and settings.balance else frozenset()
    sized = replace(settings, batch_size=max(1, min(settings.batch_size, len(tile_ids) // 2)))
    batches = []
    for index in range(count):
        planned = planned_epoch(tile_ids, changed, sized, derived_seed(plan.seed, STATISTICS_STREAM), index)[0]
        batch = read_planned(source, planned)
        exchanged = torch.tensor([tile.exchanged for tile in planned])
        batches.append((network.exchanged(batch.images, exchanged), batch.valid))
    return batches


def _card(
    plan: ModelPlan,
    bands: int,
    tile_ids: Sequence[int],
    settings: TrainingSettings,
    trained: Sequence[TrainedNetwork],
    start_from: TrainedModel | None,
) -> ModelCard:
    return ModelCard(
        encoder=plan.encoder,
        encoder_depth=plan.encoder_depth,
        encoder_weights=plan.encoder_weights if start_from is None else f"model {start_from.folder.name}",
        fusion=plan.fusion,
        bands=bands,
        gsd=plan.gsd,
        mean=plan.mean,
        std=plan.std,
        method=plan.method,
        members=plan.members,
        orientations=plan.orientations,
        round=plan.round,
        tile_ids=tuple(int(tile_id) for tile_id in tile_ids),
        ground=plan.ground,
        settings=asdict(settings),
        seed=plan.seed,
        threads=trained[0].threads,
        device=trained[0].device,
        precision=trained[0].precision,
        versions={"alcd": __version__, "torch": torch.__version__, "segmentation_models_pytorch": smp.__version__},
        created=datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        losses=tuple(tuple(one.losses) for one in trained),
        files={},
    )


def _complete(partial: Path, folder: Path) -> TrainedModel:
    """Give the finished model its final name, after removing leftovers of earlier attempts."""
    model = load_model(partial)
    checkpoints = {checkpoint_file(index) for index in range(len(model.card.losses))}
    for path in partial.iterdir():
        if path.name not in {*model.card.files, CARD_FILE, *checkpoints}:
            path.unlink()
    rename(partial, folder)
    return TrainedModel(folder, model.card)
