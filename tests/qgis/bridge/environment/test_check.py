"""The check distinguishes a Python that can run jobs from one that cannot, and an unusable GPU from a missing one."""

import sys

import pytest
from alcd.bridge.environment.check import EnvironmentCheck, reason_words
from alcd.bridge.environment.interpreter import candidates, this_host

from tests.qgis.bridge.support import commands_with, wait_until
from tests.qgis.bridge.wheels import FAKE_TORCH, PACKAGES


def check(python):
    return EnvironmentCheck(python).run(lambda event: None)


@pytest.fixture
def python(tmp_path):
    """A Python whose packages are read from a folder."""
    packages = tmp_path / "packages"
    packages.mkdir()
    for name, source in PACKAGES.items():
        (packages / f"{name}.py").write_text(source)
    file = tmp_path / "python"
    file.write_text(f'#!/bin/sh\nPYTHONPATH={packages} exec {candidates(this_host())[0]} "$@"\n')
    file.chmod(0o755)
    return file


@pytest.fixture
def with_card(tmp_path, monkeypatch):
    """The driver's own program reports a card."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "nvidia-smi").write_text("#!/bin/sh\necho 'Quadro 9000, 470.10'\n")
    (folder / "nvidia-smi").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_the_environment_of_these_tests_works_for_real():
    outcome = check(sys.executable)
    assert outcome.finished, outcome.message
    assert outcome.result["devices"][0] == {"name": "cpu", "usable": True, "reason": ""}
    assert outcome.result["packages"]["torch"]


def test_a_card_that_pytorch_cannot_use_comes_with_the_reason(python, with_card):
    devices = check(str(python)).result["devices"]
    reason = "The driver is too old (found version 470)."
    assert devices[1] == {"name": "cuda", "usable": False, "card": "Quadro 9000, 470.10", "reason": reason}


def test_a_pytorch_without_cuda_is_reported(python, with_card, tmp_path):
    (tmp_path / "packages" / "torch.py").write_text(FAKE_TORCH.replace('cuda = "13.0"', "cuda = None"))
    reason = check(str(python)).result["devices"][1]["reason"]
    assert reason_words(reason) == "this PyTorch was built without CUDA"


UNUSABLE_CARD = """
cuda.is_available = lambda: True
cuda.get_device_name = lambda number: "Card"
def ones(*sizes, device, **options):
    if device == "cuda": raise RuntimeError("no kernel image")
    return Tensor()
"""


def test_a_card_that_fails_at_the_convolution_is_not_usable(python, tmp_path):
    (tmp_path / "packages" / "torch.py").write_text(FAKE_TORCH + UNUSABLE_CARD)
    device = check(str(python)).result["devices"][1]
    assert (device["usable"], device["reason"], device["card"]) == (False, "no kernel image", "Card")


def test_a_missing_card_is_not_an_error(python):
    assert [device["name"] for device in check(str(python)).result["devices"]] == ["cpu"]


def test_an_apple_gpu_is_tried_and_named(python, tmp_path):
    (tmp_path / "packages" / "torch.py").write_text(FAKE_TORCH + "backends.mps.is_available = lambda: True\n")
    device = check(str(python)).result["devices"][1]
    assert device == {"name": "mps", "usable": True, "reason": "", "card": "Apple GPU"}


def test_an_apple_gpu_that_pytorch_cannot_use_comes_with_the_reason(python, tmp_path):
    (tmp_path / "packages" / "torch.py").write_text(FAKE_TORCH + "backends.mps.is_built = lambda: True\n")
    device = check(str(python)).result["devices"][1]
    assert (device["card"], device["usable"]) == ("Apple GPU", False)
    assert reason_words(device["reason"]) == "PyTorch finds no usable card"


@pytest.mark.parametrize(
    ("error", "hint"),
    [
        (r"OSError('[WinError 1114] A DLL initialization routine failed. Error loading c10.dll')", "Visual C++"),
        ("ImportError('mapping process and mapped file (non-platform) have different Team IDs')", "choose a Python"),
        ("ImportError('no module named mkl')", "Repair"),
    ],
)
def test_a_pytorch_that_the_system_does_not_load_comes_with_a_remedy(python, tmp_path, error, hint):
    (tmp_path / "packages" / "torch.py").write_text(f"raise {error}")
    outcome = check(str(python))
    assert "torch: " in outcome.message
    assert hint in outcome.hint


def test_missing_packages_are_reported():
    outcome = check(candidates(this_host())[0])
    assert outcome.status == "failed"
    assert "torch: ModuleNotFoundError" in outcome.message


def test_a_shapely_with_the_wrong_major_version_is_rejected(python, tmp_path):
    (tmp_path / "packages" / "shapely.py").write_text('__version__ = "1.8.5"')
    assert "shapely: 1.8.5 < 2" in check(str(python)).message


def test_a_crashing_package_is_reported(python, tmp_path):
    (tmp_path / "packages" / "torch.py").write_text("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    assert "crashed" in check(str(python)).message


def test_packages_that_print_do_not_disturb(python, tmp_path):
    (tmp_path / "packages" / "torch.py").write_text("print('welcome to torch')\n" + FAKE_TORCH)
    assert check(str(python)).finished


def test_a_program_that_cannot_be_started_is_reported():
    assert "/nowhere cannot be started" in check("/nowhere").message


def test_a_check_is_cancelled(python, tmp_path):
    (tmp_path / "packages" / "torch.py").write_text("import time; time.sleep(600)")
    job = EnvironmentCheck(str(python))
    outcome = job.run(lambda event: job.cancel())
    assert outcome.status == "cancelled"
    assert wait_until(lambda: commands_with(str(tmp_path)) == [])
