"""What pip is called with, and what the user reads if it fails."""

from pathlib import Path

import pytest
from alcd.bridge.environment.environment import Environment
from alcd.bridge.environment.interpreter import Versions
from alcd.bridge.environment.pip_calls import all_packages, pip_error, torch_alone

from tests.qgis.bridge.support import ROOT

WORKER = ROOT / "requirements" / "worker.txt"
INDEX = "https://packages.example/cpu"


@pytest.fixture
def environment(tmp_path):
    return Environment(tmp_path, WORKER, Versions("3.12.1", "3.10.0", "1.26.0"))


def hint(environment, log, wheels=None):
    return pip_error(log, environment, wheels).hint


def test_pip_compiles_nothing_and_uses_no_registry_if_there_are_wheels(tmp_path):
    with_wheels = all_packages(tmp_path / "r.txt", tmp_path / "c.txt", tmp_path / "wheels")
    assert "--no-index" in with_wheels
    assert f"--constraint={tmp_path / 'c.txt'}" in with_wheels
    without = all_packages(tmp_path / "r.txt", tmp_path / "c.txt", None)
    assert "--no-index" not in without
    assert "--only-binary=:all:" in without


def test_only_pytorch_comes_from_its_index():
    arguments = torch_alone(WORKER, INDEX)
    assert f"--index-url={INDEX}" in arguments
    assert {"--no-deps", "--only-binary=:all:"} < set(arguments)
    assert sorted(one.partition("==")[0] for one in arguments if "==" in one) == ["torch", "torchvision"]
    assert not any("index" in one for one in all_packages(WORKER, Path("c.txt"), None))


NONE = "ERROR: No matching distribution found for torch==2.15.0"
OPEN = "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: 'torch_cpu.dll'"
LONG = "HINT: This error might have occurred since this system does not have Windows Long Path support enabled."
SOCKS = "ERROR: Could not install packages due to an OSError: Missing dependencies for SOCKS support."


@pytest.mark.parametrize(
    ("log", "words"),
    [
        (NONE, "Macs need an Apple processor"),
        (OPEN, "virus scanner"),
        (f"ERROR: Could not install packages due to an OSError: [Errno 2]\n{LONG}", "long paths"),
        (SOCKS, "HTTP proxy"),
        ("ERROR: OSError: [Errno 28] No space left on device", "About 10 GB are needed"),
        ("WARNING: Retrying after connection broken", "internet connection"),
        ("", "See the log"),
    ],
)
def test_each_failure_has_its_remedy(environment, log, words):
    assert words in hint(environment, log)


def test_an_index_without_a_suitable_pytorch_is_named(environment):
    own = Environment(environment.folder, WORKER, environment.versions, INDEX)
    assert hint(own, NONE).startswith(f"{INDEX} has no PyTorch")


def test_missing_wheels_go_into_their_folder(environment, tmp_path):
    assert str(tmp_path / "wheels") in hint(environment, NONE, tmp_path / "wheels")


def test_the_space_needed_is_that_of_the_build(environment):
    cpu = Environment(environment.folder, WORKER, environment.versions, INDEX)
    assert hint(cpu, "Errno 28").startswith("About 2 GB are needed")
