"""The bridge's tests run in the test environment's Python, which is QGIS's own with packages added."""

import os
import sys

import pytest

from tests.qgis.bridge.support import WORKERS

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def worker_command():
    """The command of one of the small workers."""
    return lambda name: [sys.executable, str(WORKERS), name]
