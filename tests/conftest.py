"""What all tests share."""

import os
import subprocess
import sys
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


@pytest.fixture(scope="session")
def qt6_python() -> str:
    """The Python of the environment that has PyQt6, flake8 and detect-secrets. scripts/test passes its path; a bare
    pytest sets it up."""
    named = os.environ.get("ALCD_QT6_PYTHON")
    if named:
        return named
    script = ["bash", str(ROOT / "scripts" / "setup_qt6")]
    return subprocess.run(script, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session):
    """After the summary, end the process before Python clears up: QGIS's objects are then destroyed in any order, which
    now and then crashes, and passed tests would count as failed. How QGIS itself ends is seen in tests/desktop."""
    outcome = yield
    if "qgis.core" in sys.modules:
        session.config.get_terminal_writer().flush()
        sys.stderr.flush()
        os._exit(session.exitstatus)
    return outcome
