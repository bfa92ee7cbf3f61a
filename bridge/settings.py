"""The user's settings, stored in QGIS's settings under ``alcd/``."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Dict

from qgis.core import QgsSettings

from .environment.torch_build import CPU_INDEX

GROUP = "alcd"
THIS_COMPUTER, CLUSTER = "this computer", "cluster"


def _stored(key: str, default: str = "") -> Any:
    return dataclasses.field(default=default, metadata={"key": key})


@dataclass(frozen=True)
class Settings:
    """The settings; an empty text means not chosen.

    ``python``: an existing Python with everything the worker needs, instead of the plugin's own environment;
    ``base_python``: create the environment from this Python instead of QGIS's own; ``wheels``: a folder of wheels for
    machines without internet access; ``device``: auto, cpu, cuda or mps; ``encoder_weights``: imagenet, built-in,
    none or a file; ``torch_build``: standard (from the registry) or index; ``torch_index``: the address of that index.
    ``compute_on``: this computer or a Dask cluster; ``scheduler``: the address of the cluster's scheduler; ``tls_``...:
    its TLS files; ``allow_unencrypted``: yes, or empty.
    """

    python: str = _stored("environment/python")
    base_python: str = _stored("environment/base_python")
    wheels: str = _stored("environment/wheels")
    device: str = _stored("device", "auto")
    encoder_weights: str = _stored("encoder_weights", "imagenet")
    torch_build: str = _stored("environment/torch_build", "standard")
    torch_index: str = _stored("environment/torch_index", CPU_INDEX)
    compute_on: str = _stored("cluster/compute_on", THIS_COMPUTER)
    scheduler: str = _stored("cluster/scheduler")
    tls_ca_file: str = _stored("cluster/tls_ca_file")
    tls_cert: str = _stored("cluster/tls_cert")
    tls_key: str = _stored("cluster/tls_key")
    allow_unencrypted: str = _stored("cluster/allow_unencrypted")

    def cluster_values(self) -> Dict[str, Any]:
        """The jobs' parameters for the chosen cluster; empty if jobs compute on this computer."""
        if self.compute_on != CLUSTER:
            return {}
        return {
            "scheduler": self.scheduler,  # if it is empty, the job says so and does not compute here
            "tls_ca_file": self.tls_ca_file or None,
            "tls_cert": self.tls_cert or None,
            "tls_key": self.tls_key or None,
            "allow_unencrypted": bool(self.allow_unencrypted),
        }

    def save(self) -> None:
        """Store the values that differ from the defaults; remove the others."""
        settings = QgsSettings()
        for field in dataclasses.fields(self):
            key, value = f"{GROUP}/{field.metadata['key']}", getattr(self, field.name)
            if value and value != field.default:
                settings.setValue(key, value)
            else:
                settings.remove(key)


def load_settings() -> Settings:
    """The current settings."""
    settings = QgsSettings()
    values = {
        field.name: str(settings.value(f"{GROUP}/{field.metadata['key']}", field.default) or field.default)
        for field in dataclasses.fields(Settings)
    }
    return Settings(**values)
