"""Tensors in safetensors files, written under a temporary name and then renamed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn, optim

from ..errors import ModelError, cannot_write
from ..renaming import rename

NETWORK = "network."
OPTIMISER = "optimiser."


def save_tensors(path: Path, tensors: Mapping[str, Tensor], metadata: Mapping[str, str] | None = None) -> None:
    """Write named tensors and text metadata to a safetensors file. An existing file is replaced atomically.

    Raises InputError if the disk is full or not writable; nothing is left of the new file then.
    """
    temporary = path.with_name(path.name + ".writing")
    own = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    try:
        save_file(own, temporary, dict(metadata or {}))
        replace_safely(temporary, path)
    except (SafetensorError, OSError) as error:
        temporary.unlink(missing_ok=True)
        raise cannot_write(path, error) from error


def load_tensors(path: Path) -> tuple[dict[str, Tensor], dict[str, str]]:
    """Tensors and text metadata of a safetensors file. Raises ModelError if it is missing or damaged."""
    try:
        with safe_open(path, framework="pt", device="cpu") as file:
            return {name: file.get_tensor(name) for name in file.keys()}, file.metadata() or {}  # noqa: SIM118
    except FileNotFoundError as error:
        raise ModelError(f"There is no file {path}.") from error
    except (SafetensorError, OSError, ValueError) as error:
        raise ModelError(
            f"{path} is not a safetensors file, or it is damaged: {error}", "Copy it or train it again."
        ) from error


def replace_safely(temporary: Path, path: Path) -> None:
    """Rename ``temporary`` to ``path`` once its bytes are on the disk."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    rename(temporary, path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


def file_hash(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def load_network_state(network: nn.Module, tensors: Mapping[str, Tensor], origin: Path) -> None:
    """Set all weights and buffers of a network. Raises ModelError if they belong to a different network."""
    try:
        network.load_state_dict(dict(tensors))
    except RuntimeError as error:
        raise ModelError(f"{origin} contains the weights of another network.", str(error).splitlines()[0]) from error


def training_tensors(network: nn.Module, optimiser: optim.Optimizer) -> dict[str, Tensor]:
    """Weights, buffers and optimiser state under distinct names, for ``save_tensors``."""
    tensors = {NETWORK + name: tensor for name, tensor in network.state_dict().items()}
    for index, state in optimiser.state_dict()["state"].items():
        for name, tensor in state.items():
            tensors[f"{OPTIMISER}{index}.{name}"] = tensor
    return tensors


def restore_training(
    network: nn.Module, optimiser: optim.Optimizer, tensors: Mapping[str, Tensor], origin: Path
) -> None:
    """Restore a network and its optimiser from ``training_tensors``. Raises ModelError if they do not fit."""
    own = {name.removeprefix(NETWORK): tensor for name, tensor in tensors.items() if name.startswith(NETWORK)}
    load_network_state(network, own, origin)
    parameters = [parameter for group in optimiser.param_groups for parameter in group["params"]]
    states: dict[int, dict[str, Tensor]] = {}
    for key, tensor in tensors.items():
        if not key.startswith(OPTIMISER):
            continue
        index, name = key.removeprefix(OPTIMISER).split(".")
        states.setdefault(int(index), {})[name] = _in_layout_of(parameters[int(index)], tensor)
    optimiser.load_state_dict({**optimiser.state_dict(), "state": states})


def _in_layout_of(parameter: Tensor, tensor: Tensor) -> Tensor:
    # The same numbers in a different memory layout would be computed in a different order: no longer bit-equal.
    if tensor.shape != parameter.shape:
        return tensor
    return parameter.detach().clone().copy_(tensor)
