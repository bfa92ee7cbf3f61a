"""Trains a tiny network and dies abruptly just before a given batch. Run by test_training.py."""

import os
import signal
import sys
from pathlib import Path

import torch

from alcd_core.learning.training import train_network
from alcd_core.progress import Reporter
from tests.core.network.tiny import CPU, made_up_tiles, tiny_network, tiny_settings


def train(path: Path, fatal_batch: int, dtype: torch.dtype) -> tuple[list[float], dict, list[str]]:
    """Losses, weights and messages of five epochs of two batches."""
    batches, messages = 0, []

    def receive(event: dict) -> None:
        nonlocal batches
        batches += event["event"] == "progress"
        if event["event"] == "message":
            messages.append(event["message"])
        if batches == fatal_batch:
            os.kill(os.getpid(), signal.SIGKILL)

    torch.set_num_threads(1)
    network, source = tiny_network(), made_up_tiles()
    losses = train_network(
        network,
        source,
        list(source.tile_ids),
        tiny_settings(epochs=5),
        seed=3,
        device=CPU,
        dtype=dtype,
        checkpoint_path=path,
        reporter=Reporter(receive),
    )
    return losses, network.state_dict(), messages


if __name__ == "__main__":
    train(Path(sys.argv[1]), int(sys.argv[2]), getattr(torch, sys.argv[3]))
