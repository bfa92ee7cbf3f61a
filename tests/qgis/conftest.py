"""Tests of what QGIS loads: the plugin's package is importable as ``alcd``, and Qt runs without a screen."""

import os

import pytest

from tests.qgis.plugin import load_plugin

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")
load_plugin()
