"""The start model: a small network that learnt change from painted towns, and comes with ALCD."""

from __future__ import annotations

from pathlib import Path

START = "start"
"""Its name among the encoder weights."""
ENCODER = "resnet18"
ENCODER_DEPTH = 4
FUSION = "difference"
FILE = Path(__file__).with_name("start_model.safetensors")
"""All weights and statistics of its network for three bands, as float16; ``scripts/start_model.py`` makes it."""
