"""Imports the checkout as the package ``alcd``, as QGIS does."""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def load_plugin():
    """Import the checkout as ``alcd``, whatever its folder is called; returns the package."""
    if "alcd" not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            "alcd", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
        )
        module = importlib.util.module_from_spec(spec)
        sys.modules["alcd"] = module
        spec.loader.exec_module(module)
    return sys.modules["alcd"]
