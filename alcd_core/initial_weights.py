"""What a network can start from besides a file, and which network comes with ALCD."""

from __future__ import annotations

IMAGENET = "imagenet"
BUILT_IN = "built-in"
NONE = "none"
WORDS = (IMAGENET, BUILT_IN, NONE)
"""Every other value is the path of a safetensors file."""

BUILT_IN_ENCODER = "resnet18"
BUILT_IN_DEPTH = 4
BUILT_IN_FUSION = "difference"
