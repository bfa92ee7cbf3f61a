"""The initial weights: ImageNet, the start model, none or a file. Weights that cannot be loaded are an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import segmentation_models_pytorch as smp
import torch
from huggingface_hub import try_to_load_from_cache
from torch import Tensor, nn

from ..errors import NO_ENCODER_WEIGHTS_HINT, OTHER_ENCODER_HINT, ModelError
from . import start_model
from .checkpoint import load_tensors
from .siamese import SiameseUNet, create_encoder

IMAGENET = "imagenet"
NONE = "none"
ENCODER_PREFIX = "encoder."
CLASSIFIERS = {"fc", "classifier", "head", "last_linear"}
"""Names of the final layers of ImageNet networks, which encoders do not have."""
RGB = 3


def load_encoder_weights(network: SiameseUNet, choice: str, allow_download: bool = False) -> None:
    """Set the encoder's weights, and with ``start`` those of the decoder as well.

    ``choice``: ``imagenet`` (from the library's cache, or downloaded if ``allow_download``), ``start`` (those of the
    start model), ``none`` (they stay random), or a safetensors file with the names of torchvision or
    segmentation_models_pytorch. The first three bands keep the weights of red, green and blue; each further one starts
    with their mean ("cross modality pre-training", Wang et al. 2016, Temporal Segment Networks, section 3.2). For one
    or two bands the first convolution is adapted as ``set_in_channels`` of segmentation_models_pytorch does.

    Raises ModelError if the weights are unavailable or belong to a different network.
    """
    if choice == NONE:
        return
    if choice == IMAGENET:
        reference = _imagenet_encoder(network, allow_download)
    elif choice == start_model.START:
        _load_start_decoder(network)
        reference = _file_encoder(network, start_model.FILE)
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


def _load_start_decoder(network: SiameseUNet) -> None:
    """Set what follows the encoder. Raises ModelError if the start model is another network."""
    names = "{} to depth {} that combines the dates by {}"
    wanted = names.format(start_model.ENCODER, start_model.ENCODER_DEPTH, start_model.FUSION)
    own = names.format(network.encoder_name, network.encoder_depth, network.fusion)
    if own != wanted:
        raise ModelError(f"The start model is a {wanted}, not a {own}.", OTHER_ENCODER_HINT)
    tensors = load_tensors(start_model.FILE)[0]
    decoder = {name: tensor for name, tensor in tensors.items() if not name.startswith(ENCODER_PREFIX)}
    network.load_state_dict(decoder, strict=False)


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
