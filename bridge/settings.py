"""The user's settings, stored in QGIS's settings under ``alcd/``."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsSettings

GROUP = "alcd"


def _stored(key: str, default: str = "") -> Any:
    return dataclasses.field(default=default, metadata={"key": key})


@dataclass(frozen=True)
class Settings:
    """``python``: an existing Python that has everything a worker needs, instead of the environment made here;
    ``base_python``: make the environment from this Python instead of QGIS's own; ``wheels``: a folder of wheels for
    machines without internet access; ``device``: auto, cpu or cuda; ``encoder_weights``: imagenet, none or a file.
    Empty: not chosen.
    """

    python: str = _stored("environment/python")
    base_python: str = _stored("environment/base_python")
    wheels: str = _stored("environment/wheels")
    device: str = _stored("device", "auto")
    encoder_weights: str = _stored("encoder_weights", "imagenet")

    def save(self) -> None:
        """Keep what differs from the default; forget the rest."""
        settings = QgsSettings()
        for field in dataclasses.fields(self):
            key, value = f"{GROUP}/{field.metadata['key']}", getattr(self, field.name)
            if value and value != field.default:
                settings.setValue(key, value)
            else:
                settings.remove(key)


def load_settings() -> Settings:
    """The settings as they are now."""
    settings = QgsSettings()
    values = {
        field.name: str(settings.value(f"{GROUP}/{field.metadata['key']}", field.default) or field.default)
        for field in dataclasses.fields(Settings)
    }
    return Settings(**values)
