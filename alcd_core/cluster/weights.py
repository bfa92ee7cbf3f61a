"""Weights as they travel to a worker: the bytes of safetensors files, never pickled objects."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load, save

from ..imagery.grid import Window
from ..learning.presets import TrainingSettings
from ..network.card import CARD_FILE
from ..network.checkpoint import load_network_state
from ..network.members import Member
from ..network.model import TrainedModel, load_model
from ..network.siamese import SiameseUNet


@dataclass(frozen=True)
class ModelFiles:
    """A model's card and the bytes of its files by name."""

    card: str
    files: Mapping[str, bytes]

    @property
    def hash(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        return content_hash([self.card.encode(), *(part for name in sorted(self.files) for part in self._part(name))])

    def _part(self, name: str) -> tuple[bytes, bytes]:
        return name.encode(), self.files[name]

    def members(self, device: torch.device, dtype: torch.dtype) -> list[Member]:
        """The members, ready to predict. Raises ModelError if a file does not have the hash in the card."""
        with tempfile.TemporaryDirectory(prefix="alcd-") as name:
            folder = Path(name)
            (folder / CARD_FILE).write_text(self.card, encoding="utf-8")
            for file, content in self.files.items():
                (folder / Path(file).name).write_bytes(content)
            return load_model(folder).members(device, dtype)


def model_files(model: TrainedModel) -> ModelFiles:
    """The files of a model."""
    return ModelFiles(
        (model.folder / CARD_FILE).read_text(encoding="utf-8"),
        {name: (model.folder / name).read_bytes() for name in model.card.files},
    )


@dataclass(frozen=True)
class NetworkFile:
    """A network that is not part of a model: what it is, and its tensors as the bytes of a safetensors file."""

    encoder: str
    encoder_depth: int
    bands: int
    fusion: str
    tensors: bytes

    @property
    def hash(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        kind = f"{self.encoder} {self.encoder_depth} {self.bands} {self.fusion}"
        return content_hash([kind.encode(), self.tensors])

    def network(self) -> SiameseUNet:
        """The network on the CPU. Raises ModelError if the tensors belong to another one."""
        network = SiameseUNet(self.encoder, self.encoder_depth, self.bands, self.fusion)
        load_network_state(network, load(self.tensors), Path("the network that was sent"))
        return network


def network_file(network: SiameseUNet) -> NetworkFile:
    """A network as it travels."""
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in network.state_dict().items()}
    return NetworkFile(network.encoder_name, network.encoder_depth, network.bands, network.fusion, save(tensors))


@dataclass(frozen=True)
class Trainings:
    """The networks to train, their seeds and checkpoints (empty if there is none), the tiles to train on, and how."""

    networks: tuple[NetworkFile, ...]
    seeds: tuple[int, ...]
    checkpoints: tuple[bytes, ...]
    windows: Mapping[int, Window]
    settings: TrainingSettings

    @property
    def hash(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        facts = repr((self.seeds, self.windows, self.settings)).encode()
        return content_hash([facts, *(network.hash.encode() for network in self.networks), *self.checkpoints])


Weights = ModelFiles | NetworkFile | Trainings


def content_hash(parts: Sequence[bytes]) -> str:
    """SHA-256 of the parts and their lengths, in hexadecimal."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()
