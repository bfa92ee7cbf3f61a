"""A trained model on disk: a folder with a card, networks and drawn statistics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from ..errors import ModelError
from .batch_statistics import Statistics, current_statistics
from .card import CARD_FILE, ModelCard, load_card, network_file, network_files, statistics_file, statistics_files
from .checkpoint import file_hash, load_network_state, load_tensors, replace_safely, save_tensors
from .members import MEMBER_KINDS, Member, prepared
from .orientation import ORIENTATIONS
from .siamese import SiameseUNet


@dataclass(frozen=True)
class TrainedModel:
    """A model's folder and card. The weights are read from disk when they are needed."""

    folder: Path
    card: ModelCard

    def network(self, index: int) -> SiameseUNet:
        """One trained network in evaluation mode on the CPU."""
        network = SiameseUNet(self.card.encoder, self.card.encoder_depth, self.card.bands, self.card.fusion)
        path = self.folder / network_files(self.card)[index]
        load_network_state(network, load_tensors(path)[0], path)
        return network.eval()

    def statistics(self) -> list[Statistics]:
        """The drawn statistics; empty for an ensemble."""
        return [self._read_statistics(name) for name in statistics_files(self.card)]

    def members(self, device: torch.device, dtype: torch.dtype) -> list[Member]:
        """The M members, ready to predict on ``device`` in ``dtype`` (float32 or bfloat16)."""
        networks = [prepared(self.network(index), device, dtype) for index in range(len(network_files(self.card)))]
        statistics = self.statistics()
        if statistics:
            self._check_statistics(networks[0], statistics)
        assembled = MEMBER_KINDS[self.card.method].assemble(networks, statistics)
        own = self.card.orientations == "own"
        return [
            Member(logits, device, dtype, index % ORIENTATIONS if own else 0) for index, logits in enumerate(assembled)
        ]

    def _read_statistics(self, name: str) -> Statistics:
        return load_tensors(self.folder / name)[0]

    def _check_statistics(self, network: SiameseUNet, statistics: Sequence[Statistics]) -> None:
        expected = {name: tensor.shape for name, tensor in current_statistics(network).items()}
        for one in statistics:
            if {name: tensor.shape for name, tensor in one.items()} != expected:
                raise ModelError(
                    f"The statistics in {self.folder} belong to another network.", "Train the model again."
                )


def save_model(
    folder: Path, card: ModelCard, networks: Sequence[SiameseUNet], statistics: Sequence[Statistics]
) -> TrainedModel:
    """Write a model's files into an existing folder. The card, completed with their hashes, is written last."""
    for index, network in enumerate(networks):
        save_tensors(folder / network_file(index), network.state_dict())
    for index, one in enumerate(statistics):
        save_tensors(folder / statistics_file(index), one)
    names = [*network_files(card), *statistics_files(card)]
    card = replace(card, files={name: file_hash(folder / name) for name in names})
    temporary = folder / (CARD_FILE + ".writing")
    temporary.write_text(card.to_json(), encoding="utf-8")
    replace_safely(temporary, folder / CARD_FILE)
    return TrainedModel(folder, card)


def load_model(folder: Path) -> TrainedModel:
    """The model in a folder. Raises ModelError if it is missing, damaged or of a newer version."""
    model = TrainedModel(folder, load_card(folder))
    for name, expected in model.card.files.items():
        if not (folder / name).is_file() or file_hash(folder / name) != expected:
            raise ModelError(
                f"The model in {folder} is damaged: {name} is missing or has changed since it was trained.",
                "Copy the model again, or train it again.",
            )
    return model
