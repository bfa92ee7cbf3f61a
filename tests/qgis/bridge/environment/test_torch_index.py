"""PyTorch from an index of its own, everything else from the registry: both are real ones on this computer."""

import functools
import http.server
import os
import subprocess
import threading

import pytest
from alcd.bridge.environment.environment import Environment, State
from alcd.bridge.environment.installation import Installation, InstallationOptions
from alcd.bridge.environment.interpreter import qgis_versions

from tests.qgis.bridge.wheels import FAKE_TORCH, PACKAGES, REQUIREMENTS, make_wheel

FOREIGN = "raise ImportError('this package is from the wrong index')"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, whose listings are what pip expects of an index, and notes what was asked for."""

    def do_GET(self):
        self.server.asked.append(self.path)
        super().do_GET()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def server(tmp_path):
    folder = tmp_path / "served"
    folder.mkdir()
    handler = functools.partial(Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        running.asked = []
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running, folder
        running.shutdown()
        thread.join()


@pytest.fixture
def address(server, monkeypatch):
    """The address of both: ``/registry`` has everything, ``/cpu`` PyTorch and other packages that nobody wants."""
    running, folder = server

    def put(index, name, *wheel, **more):
        (folder / index / name.replace("_", "-")).mkdir(parents=True)
        make_wheel(folder / index / name.replace("_", "-"), name, *wheel, **more)

    for name, source in PACKAGES.items():
        put("registry", name, FOREIGN if "torch" in name and "seg" not in name else source)
    put("registry", "helper", "", "1.0")
    put("cpu", "torch", FAKE_TORCH.replace('"2.0"', '"2.0+cpu"'), "1.0+cpu", requires="helper")
    put("cpu", "torchvision", PACKAGES["torchvision"], "1.0+cpu")
    for name in ("helper", "shapely"):
        put("cpu", name, FOREIGN, "9.0")
    root = f"http://127.0.0.1:{running.server_port}"
    for name in ("PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", f"{root}/registry")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    return root


@pytest.fixture
def make(tmp_path):
    """Installs with an index; returns the environment, the outcome and the events."""
    requirements = tmp_path / "requirements.txt"
    requirements.write_text(REQUIREMENTS)

    def install(index):
        environment, events = Environment(tmp_path / "user folder", requirements, qgis_versions(), index), []
        outcome = Installation(environment, InstallationOptions()).run(events.append)
        return environment, outcome, events

    return install


def test_only_pytorch_comes_from_its_index(address, make, server):
    environment, outcome, events = make(f"{address}/cpu")
    assert outcome.finished, outcome.log_tail
    assert environment.state() is State.READY
    assert environment.mark()["check"]["packages"]["torch"] == "2.0+cpu"
    program = "import importlib.metadata as m; print([m.version(one) for one in ('torch', 'torchvision', 'helper')])"
    done = subprocess.run([environment.python, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['1.0+cpu', '1.0+cpu', '1.0']"
    asked = [path.split("/")[1:3] for path in server[0].asked]
    assert {name for index, name in asked if index == "cpu"} == {"torch", "torchvision"}
    assert {name for index, name in asked if index == "registry"} == {
        "segmentation-models-pytorch",
        "shapely",
        "helper",
    }
    fractions = [event["fraction"] for event in events]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_an_index_without_pytorch_leaves_nothing_and_is_named(address, make, server):
    environment, outcome, _ = make(f"{address}/cpu/helper")
    assert outcome.status == "failed"
    assert outcome.hint.startswith(f"{address}/cpu/helper has no PyTorch")
    assert environment.state() is State.MISSING
    assert not [path for path in server[0].asked if path.startswith("/registry")]
