"""The Siamese U-Net, with one encoder for both dates."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any

import segmentation_models_pytorch as smp
import torch
from segmentation_models_pytorch.base import SegmentationHead, initialization
from segmentation_models_pytorch.decoders.unet.decoder import UnetDecoder
from torch import Tensor, nn

from ..errors import InputError

DECODER_CHANNELS = (256, 128, 64, 32, 16)
CLASSES = 2
"""Unchanged (0) and change (1), as in the labels."""


def concatenation(before: Tensor, after: Tensor) -> Tensor:
    """Features of both dates, each (N, C, h, w), concatenated: (N, 2 C, h, w) (Ruzicka et al. 2020, section III-A)."""
    return torch.cat([before, after], dim=1)


def difference(before: Tensor, after: Tensor) -> Tensor:
    """The difference between the features of both dates, each (N, C, h, w), and its absolute value: (N, 2 C, h, w).

    The sign shows what was added or removed, the absolute value how much changed either way (the latter: Daudt et al.
    2018, FC-Siam-diff, section 3.2).
    """
    change = after - before
    return torch.cat([change, change.abs()], dim=1)


FUSIONS: dict[str, Callable[[Tensor, Tensor], Tensor]] = {"concatenation": concatenation, "difference": difference}
"""How the features of both dates are combined at every scale."""


class SiameseUNet(nn.Module):
    """U-Net with one encoder for both dates (Ruzicka et al. 2020, section III-A).

    Both dates pass through the encoder in one batch, so that its batch normalisation sees them jointly; their features
    are combined at every scale before the decoder. ``encoder_name``: any encoder of segmentation_models_pytorch;
    ``encoder_depth``: number of stages used, 1 to 5 (the deepest features have stride 2 ** depth); ``bands``: per date;
    ``fusion``: how the features are combined, a name in ``FUSIONS``.

    Weights are drawn from torch's global generator. Raises InputError for an unknown encoder or an invalid depth.
    """

    mean: Tensor
    std: Tensor

    def __init__(self, encoder_name: str, encoder_depth: int, bands: int, fusion: str = "difference") -> None:
        super().__init__()
        self.encoder_name = encoder_name
        self.encoder_depth = encoder_depth
        self.bands = bands
        self.fusion = fusion
        self.encoder = create_encoder(encoder_name, encoder_depth, bands)
        decoder_channels = DECODER_CHANNELS[-encoder_depth:]
        self.decoder = UnetDecoder(
            encoder_channels=[2 * channels for channels in self.encoder.out_channels],
            decoder_channels=decoder_channels,
            n_blocks=encoder_depth,
        )
        self.head = SegmentationHead(decoder_channels[-1], CLASSES, kernel_size=3)
        initialization.initialize_decoder(self.decoder)
        initialization.initialize_head(self.head)
        self.register_buffer("mean", torch.zeros(2, bands))
        self.register_buffer("std", torch.ones(2, bands))
        self.to(memory_format=torch.channels_last)

    def set_normalisation(self, mean: Tensor, std: Tensor) -> None:
        """Store the input's mean and standard deviation, both (2, C), per date and band in the units of the rasters."""
        self.mean.copy_(mean)
        self.std.copy_(std)

    def exchanged(self, images: Tensor, which: Tensor) -> Tensor:
        """Images (2, N, C, H, W) with the dates of the chosen tiles (N,) bool exchanged.

        Each image gets the brightness and contrast of the date whose place it takes.
        """
        mean, std = self.mean[:, None, :, None, None], self.std[:, None, :, None, None]
        return torch.where(which[:, None, None, None], ((images - mean) / std).flip(0) * std + mean, images)

    def forward(self, images: Tensor, valid: Tensor | None = None) -> Tensor:
        """Logits (N, 2, H, W) of the two classes.

        ``images``: (2, N, C, H, W) float, before and after in the units of the rasters; H and W multiples of 32.
        ``valid``: (N, H, W) bool; where it is false both dates are set to their mean, so that the edge of the data
        shows neither change nor contrast.
        """
        fuse = FUSIONS[self.fusion]
        joint = [fuse(*feature.chunk(2)) for feature in self.features(images, valid)]
        return self.head(self.decoder(joint))

    def features(self, images: Tensor, valid: Tensor | None = None) -> list[Tensor]:
        """The encoder's features, full resolution to deepest, each (2 N, channels, h, w): N before, then N after."""
        images = (images - self.mean[:, None, :, None, None]) / self.std[:, None, :, None, None]
        if valid is not None:
            images = torch.where(valid[None, :, None], images, 0.0)
        both_dates = images.flatten(0, 1).contiguous(memory_format=torch.channels_last)
        return self.encoder(both_dates)


def create_encoder(name: str, depth: int, bands: int) -> Any:
    """An encoder of segmentation_models_pytorch with random weights, without the stages beyond ``depth``.

    Raises InputError for an unknown name or a depth that the encoder does not support.
    """
    if not name.startswith("tu-") and name not in smp.encoders.get_encoder_names():
        raise _unknown_encoder(name)
    if not 1 <= depth <= len(DECODER_CHANNELS):
        raise InputError(f"The encoder depth {depth} is not between 1 and {len(DECODER_CHANNELS)}.", "5 is usual.")
    try:
        encoder = smp.encoders.get_encoder(name, in_channels=bands, depth=depth, weights=None)
        drop_unused_stages(encoder, bands)
    except (KeyError, ValueError, RuntimeError, AssertionError) as error:  # some accept images of one size only
        if name.startswith("tu-") and "nknown model" in str(error):
            raise _unknown_encoder(name) from error
        raise InputError(
            f"The encoder {name} cannot be created with depth {depth}: {error}", "Choose another."
        ) from error
    return encoder


def drop_unused_stages(encoder: nn.Module, bands: int) -> None:
    """Remove the parts of the encoder beyond its depth: they would be stored but never trained."""
    ran: set[nn.Module] = set()
    handles = [module.register_forward_hook(lambda module, *_: ran.add(module)) for module in encoder.modules()]
    encoder.eval()
    with torch.no_grad():
        encoder(torch.zeros(1, bands, 64, 64))
    encoder.train()
    for handle in handles:
        handle.remove()
    for name, child in encoder.named_children():
        if ran.isdisjoint(child.modules()):
            setattr(encoder, name, nn.Identity())


def _unknown_encoder(name: str) -> InputError:
    alike = difflib.get_close_matches(name, smp.encoders.get_encoder_names(), n=3)
    return InputError(
        f"There is no encoder called {name}.",
        f"Did you mean {', '.join(alike) or 'resnet34'}? All names: python -c "
        '"import segmentation_models_pytorch as smp; print(smp.encoders.get_encoder_names())"',
    )
