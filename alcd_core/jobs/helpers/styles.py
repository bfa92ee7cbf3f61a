"""The styles that exported layers are saved with."""

from __future__ import annotations

from pathlib import Path

STYLES = Path(__file__).resolve().parents[3] / "resources" / "styles"
FILES = {"changes": "polygons.qml", "buildings": "buildings.qml"}
"""The style of each layer of the change polygons' file."""


def layer_styles() -> dict[str, str]:
    """The style (QML text) of each layer of the change polygons' file."""
    return {layer: (STYLES / name).read_text(encoding="utf-8") for layer, name in FILES.items()}


def object_style() -> str:
    """The style (QML text) of the layer of found, missed and false buildings."""
    return (STYLES / "objects.qml").read_text(encoding="utf-8")
