"""The initial weights: ImageNet, the built-in network, none or a file. Weights that cannot be loaded are an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import segmentation_models_pytorch as smp
import torch
from huggingface_hub import try_to_load_from_cache
from torch import Tensor, nn

from ..errors import BUILT_IN_HINT, NO_ENCODER_WEIGHTS_HINT, OTHER_ENCODER_HINT, ModelError
from ..initial_weights import BUILT_IN, BUILT_IN_DEPTH, BUILT_IN_ENCODER, BUILT_IN_FUSION, IMAGENET, NONE
from .checkpoint import load_network_state, load_tensors
from .siamese import SiameseUNet, create_encoder

BUILT_IN_FILE = Path(__file__).with_name("built_in.safetensors")
"""The built-in network: its weights and running statistics for three bands, as float16."""
ENCODER_PREFIX = "encoder."
NORMALISATION = ("mean", "std")
"""Buffers that are each campaign's own."""
CLASSIFIERS = {"fc", "classifier", "head", "last_linear"}
"""Names of the final layers of ImageNet networks, which encoders do not have."""
RGB = 3


def load_encoder_weights(network: SiameseUNet, choice: str, allow_download: bool = False) -> None:
    """Set the encoder's weights, and with ``built-in`` those of the decoder as well.

    ``choice``: ``imagenet`` (from the library's cache, or downloaded if ``allow_download``), ``built-in`` (those of
    the network that comes with ALCD), ``none`` (they stay random), or a safetensors file with the names of torchvision
    or segmentation_models_pytorch. The first three bands keep the weights of red, green and blue; each further one
    starts with their mean ("cross modality pre-training", Wang et al. 2016, Temporal Segment Networks, section 3.2).
    For one or two bands the first convolution is adapted as ``set_in_channels`` of segmentation_models_pytorch does.

    Raises ModelError if the weights are unavailable or belong to a different network.
    """
    if choice == NONE:
        return
    if choice == IMAGENET:
        reference = _imagenet_encoder(network, allow_download)
    elif choice == BUILT_IN:
        _load_built_in_decoder(network)
        reference = _file_encoder(network, BUILT_IN_FILE)
    else:
        reference = _file_encoder(network, Path(choice))
    own = network.encoder.state_dict()
    weights = {
        name: _with_further_bands(tensor, own[name]) for name, tensor in reference.state_dict().items() if name in own
    }
    network.encoder.load_state_dict(weights)


def _with_further_bands(weights: Tensor, own: Tensor) -> Tensor:
    """The weights of a layer, with those of the bands after the colours if it is one that the images enter by."""
    if weights.shape == own.shape:
        return weights
    further = own.shape[1] - RGB
    return torch.cat([weights, weights.mean(1, keepdim=True).repeat_interleave(further, 1)], 1)


def _load_built_in_decoder(network: SiameseUNet) -> None:
    """Set what follows the encoder. Raises ModelError if the built-in network is another one."""
    names = "{} to depth {} that combines the dates by {}"
    wanted = names.format(BUILT_IN_ENCODER, BUILT_IN_DEPTH, BUILT_IN_FUSION)
    own = names.format(network.encoder_name, network.encoder_depth, network.fusion)
    if own != wanted:
        raise ModelError(f"The built-in network is a {wanted}, not a {own}.", BUILT_IN_HINT)
    tensors, state = load_tensors(BUILT_IN_FILE)[0], network.state_dict()
    decoder = {name: tensor for name, tensor in tensors.items() if not name.startswith(ENCODER_PREFIX)}
    kept = {name: tensor for name, tensor in state.items() if name.startswith((ENCODER_PREFIX, *NORMALISATION))}
    load_network_state(network, {**kept, **decoder}, BUILT_IN_FILE)


def _imagenet_encoder(network: SiameseUNet, allow_download: bool) -> Any:
    name = network.encoder_name
    settings = smp.encoders.encoders.get(name, {}).get("pretrained_settings", {}).get(IMAGENET)
    if settings is None:
        raise _unavailable(f"The library has no ImageNet weights for the encoder {name}.")
    files = ("config.json", "model.safetensors")
    cached = all(
        isinstance(try_to_load_from_cache(settings["repo_id"], file, revision=settings["revision"]), str)
        for file in files
    )
    if not cached and not allow_download:
        raise _unavailable(f"The ImageNet weights of {name} are not on this machine, and downloading was not allowed.")
    try:
        return smp.encoders.get_encoder(
            name, in_channels=min(network.bands, RGB), depth=network.encoder_depth, weights=IMAGENET
        )
    except (OSError, RuntimeError, ValueError) as error:
        # These three include the errors of huggingface_hub and of the connection.
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise _unavailable(f"The ImageNet weights of {name} could not be downloaded: {reason}") from error


def _unavailable(message: str) -> ModelError:
    return ModelError(message, NO_ENCODER_WEIGHTS_HINT)


def _file_encoder(network: SiameseUNet, path: Path) -> Any:
    if not path.is_file():
        raise _unavailable(f"There is no file with encoder weights at {path}.")
    encoder = create_encoder(network.encoder_name, network.encoder_depth, RGB)
    weights = _without_prefix(load_tensors(path)[0])
    _check_fit(encoder, weights, path, network.encoder_name)
    own = encoder.state_dict()
    encoder.load_state_dict({name: weights.get(name, tensor) for name, tensor in own.items()})
    if network.bands < RGB:
        encoder.set_in_channels(network.bands, pretrained=True)
    return encoder


def _without_prefix(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Only the encoder's weights if those of a whole segmentation_models_pytorch network are given."""
    encoder = {
        name.removeprefix(ENCODER_PREFIX): tensor for name, tensor in weights.items() if name.startswith(ENCODER_PREFIX)
    }
    return encoder or weights


def _check_fit(encoder: nn.Module, weights: dict[str, Tensor], path: Path, encoder_name: str) -> None:
    own = encoder.state_dict()
    # Files from before PyTorch 0.4.1 lack this counter, and nothing reads it.
    missing = [name for name in own if name not in weights and not name.endswith("num_batches_tracked")]
    unknown = [name for name in weights if name not in own and not _is_unused(encoder, name)]
    misshapen = [name for name in own if name in weights and weights[name].shape != own[name].shape]
    for fault, names in (("lacks", missing), ("has an unknown", unknown), ("has a different shape of", misshapen)):
        if names:
            raise ModelError(
                f"{path} contains the weights of another network, not of {encoder_name}: it {fault} {names[0]}"
                f"{f' and {len(names) - 1} more' if len(names) > 1 else ''}.",
                OTHER_ENCODER_HINT,
            )


def _is_unused(encoder: nn.Module, name: str) -> bool:
    """Whether a name belongs to the classifier or to a stage beyond the encoder's depth."""
    stage = name.split(".")[0]
    return stage in CLASSIFIERS or isinstance(getattr(encoder, stage, None), nn.Identity)
