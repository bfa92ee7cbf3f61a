"""Monte Carlo batch normalisation: members that differ only in their batch normalisation statistics.

Teye, Azizpour, Smith 2018, "Bayesian Uncertainty Estimation for Batch Normalized Deep Networks", algorithm 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from .siamese import SiameseUNet

Statistics = dict[str, Tensor]
"""Mean and biased variance of every batch normalisation layer: ``LAYER.running_mean``, ``LAYER.running_var``."""


def normalisation_layers(network: nn.Module) -> dict[str, nn.BatchNorm2d]:
    """All batch normalisation layers by name."""
    return {name: module for name, module in network.named_modules() if isinstance(module, nn.BatchNorm2d)}


def current_statistics(network: nn.Module) -> Statistics:
    """A copy of the statistics that the network normalises with in evaluation mode."""
    return {name: tensor.detach().clone() for name, tensor in _running_statistics(network).items()}


def set_statistics(network: nn.Module, statistics: Statistics) -> None:
    """Make the network normalise with these statistics. Raises KeyError if those of a layer are missing."""
    with torch.inference_mode():
        for name, tensor in _running_statistics(network).items():
            tensor.copy_(statistics[name])


def _running_statistics(network: nn.Module) -> dict[str, Tensor]:
    """The running means and variances (not copies), by layer and name."""
    return {
        f"{layer_name}.{name}": tensor
        for layer_name, layer in normalisation_layers(network).items()
        for name, tensor in layer.named_buffers()
        if name in ("running_mean", "running_var")
    }


def draw_statistics(network: SiameseUNet, images: Tensor, valid: Tensor) -> Statistics:
    """The statistics of one mini-batch passed through the whole network, every layer normalising with that batch.

    ``images``: (2, N, C, H, W); ``valid``: (N, H, W). The variance is the biased one, as batch normalisation uses it in
    training; both dates are pooled. The network's own statistics and mode are restored afterwards.
    """
    own, training = current_statistics(network), network.training
    network.eval()
    try:
        with _normalising_with_the_batch(network), torch.inference_mode():
            network(images, valid)
        return current_statistics(network)
    finally:
        set_statistics(network, own)
        network.train(training)


@contextmanager
def _normalising_with_the_batch(network: nn.Module) -> Iterator[None]:
    """Make every layer adopt the statistics of its input just before it normalises."""

    def adopt(layer: Any, inputs: tuple[Any, ...]) -> None:
        variance, mean = torch.var_mean(inputs[0].float(), dim=(0, 2, 3), correction=0)
        layer.running_mean.copy_(mean)
        layer.running_var.copy_(variance)

    handles = [layer.register_forward_pre_hook(adopt) for layer in normalisation_layers(network).values()]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


@dataclass(frozen=True)
class _FixedStatistics:
    """A network with one set of statistics. All members share the network; setting 40 small vectors is cheap."""

    network: SiameseUNet
    statistics: Statistics

    def __call__(self, images: Tensor, valid: Tensor) -> Tensor:
        set_statistics(self.network, self.statistics)
        return self.network(images, valid)


class MonteCarloBatchNormalisation:
    """Member kind: one network and M sets of statistics drawn after its training."""

    def draw(self, network: SiameseUNet, batches: Iterable[tuple[Tensor, Tensor]], /) -> list[Statistics]:
        """One set of statistics from each mini-batch of images and validity masks."""
        return [draw_statistics(network, images, valid) for images, valid in batches]

    def assemble(self, networks: Sequence[SiameseUNet], statistics: Sequence[Statistics], /) -> list[_FixedStatistics]:
        """The members: the one network with each set of statistics in turn."""
        device = networks[0].mean.device
        placed = [{name: tensor.to(device) for name, tensor in one.items()} for one in statistics]
        return [_FixedStatistics(networks[0], one) for one in placed]
