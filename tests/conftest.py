"""What all tests share."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real orthophoto pairs, kept beside the checkout; tests that want it skip where it is missing."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"no real imagery at {folder}")
    return folder


@pytest.fixture(scope="session")
def shared_weights() -> Path:
    """ImageNet weights of a ResNet18 up to layer3; tests that want them skip where they are missing."""
    file = ROOT.parent / "shared" / "weights" / "resnet18_imagenet_to_layer3.safetensors"
    if not file.is_file():
        pytest.skip(f"no encoder weights at {file}")
    return file
