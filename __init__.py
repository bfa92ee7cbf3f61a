"""The ALCD plugin for QGIS: finds what was built or torn down between two orthophotos."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: N802  # the name that QGIS looks for
    """The plugin. ``iface`` is None where there is no window (``qgis_process``)."""
    from .plugin import Plugin

    return Plugin(iface)
