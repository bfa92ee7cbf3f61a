"""What the processes that compute nothing themselves load of ALCD."""

import subprocess
import sys
from pathlib import Path

from distributed.protocol.pickle import dumps

from alcd_core.cluster.calls import attempt, check
from alcd_core.cluster.scene import scene_of

ROOT = Path(__file__).resolve().parents[3]


def loaded_after(statement, given=b""):
    """Whether ALCD and PyTorch are loaded after a statement in a new process."""
    code = f"import sys; {statement}; print('alcd_core' in sys.modules, 'torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], input=given, capture_output=True, cwd=ROOT, check=True)
    return tuple(done.stdout.decode().split())


def test_a_scheduler_that_unpickles_the_calls_does_not_load_pytorch(tiles):
    calls = dumps([(attempt, "score", tiles.windows, {}), (check, "cpu", scene_of(tiles))])
    assert loaded_after("import pickle; pickle.load(sys.stdin.buffer)", calls) == ("True", "False")


def test_the_process_that_looks_after_a_worker_does_not_load_pytorch():
    assert loaded_after("import alcd_core.jobs.runners.worker") == ("True", "False")
