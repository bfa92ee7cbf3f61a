"""What the scheduler has to load of ALCD."""

import subprocess
import sys
from pathlib import Path

from distributed.protocol.pickle import dumps

from alcd_core.cluster.calls import attempt, check
from alcd_core.cluster.scene import scene_of

ROOT = Path(__file__).resolve().parents[3]
LOAD = "import pickle, sys; pickle.load(sys.stdin.buffer); print('alcd_core' in sys.modules, 'torch' in sys.modules)"


def test_a_scheduler_that_unpickles_the_calls_does_not_load_pytorch(tiles):
    calls = dumps([(attempt, "score", tiles.windows, {}), (check, "cpu", scene_of(tiles))])
    loaded = subprocess.run([sys.executable, "-c", LOAD], input=calls, capture_output=True, cwd=ROOT, check=True)
    assert loaded.stdout.split() == [b"True", b"False"]
