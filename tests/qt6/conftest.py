"""Runs the programs in this folder in the Python that has QGIS, or in the one that has PyQt6."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def asked(qt6_python):
    """Runs a program in this folder under PyQt6, or with QGIS; returns its answer."""

    def ask(program, *arguments, of_qgis=False, given=None):
        python = sys.executable if of_qgis else qt6_python
        done = subprocess.run(
            [python, str(HERE / program), *map(str, arguments)],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return ask
