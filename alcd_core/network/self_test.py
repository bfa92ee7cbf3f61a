"""A small training step on a device, compared with the CPU's."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn, optim

from .siamese import SiameseUNet

TOLERANCE = 0.01
"""Norm of the difference from the CPU's numbers, relative to the norm of those."""


def device_fault(device: torch.device) -> str | None:
    """Why the network cannot be trained on the device; None if it computes what the CPU computes."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        network = SiameseUNet("resnet18", 3, 3)
        images, valid = torch.rand(2, 2, 3, 64, 64), torch.ones(2, 64, 64, dtype=torch.bool)
        labels = torch.randint(2, (2, 64, 64))
    valid[:, :16] = False
    expected = _training_step(copy.deepcopy(network), images, valid, labels, torch.device("cpu"))
    try:
        computed = _training_step(network, images, valid, labels, device)
    except (RuntimeError, TypeError) as error:  # TypeError: no float64 on Apple GPUs
        return str(error).splitlines()[0]
    if all(_alike(one, other) for one, other in zip(computed, expected)):
        return None
    return "it computes wrong results."


def _training_step(
    network: SiameseUNet, images: Tensor, valid: Tensor, labels: Tensor, device: torch.device
) -> tuple[Tensor, ...]:
    """Logits, and all gradients in one vector; then a step of the optimiser, and the logits in evaluation mode."""
    network.to(device).train()
    optimiser = optim.Adam(network.parameters(), lr=1e-6)
    logits = network(images.to(device), valid.to(device))
    weights = torch.tensor([1.0, 3.0], device=device)
    torch.autograd.backward(nn.functional.cross_entropy(logits, labels.to(device), weights))
    gradients = torch.cat([one.grad.flatten() for one in network.parameters() if one.grad is not None])
    optimiser.step()
    network.eval()
    with torch.inference_mode():
        later = network(images.to(device), valid.to(device))
    return tuple(tensor.detach().cpu() for tensor in (logits, gradients, later))


def _alike(computed: Tensor, expected: Tensor) -> bool:
    return bool((computed - expected).norm() <= TOLERANCE * expected.norm())
