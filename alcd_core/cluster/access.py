"""Where a Dask scheduler is, and how the connection to it is secured."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from distributed import Security

from ..errors import InputError

TLS_HINT = "Give --tls-ca-file, --tls-cert and --tls-key; docs/cluster.md shows how to make them."
CONFIGURATION = {
    "distributed.worker.profile.enabled": False,
    "distributed.scheduler.http.routes": [],
    "distributed.scheduler.active-memory-manager.start": False,
    "distributed.worker.http.routes": [],
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
    "distributed.admin.tick.interval": "500ms",
    "distributed.admin.system-monitor.interval": "5s",
}
"""Neither profiles nor pages of status: nobody looks at them, and the pages are not encrypted. Nor Dask's setting for
memory: with it each layer of a network gets new pages from the system, which took two thirds more CPU time. Nor Dask's
manager of memory: it takes the model from workers that have no work for two seconds, and it is sent again. And less
watching of itself: by default each process, at rest, takes 1 to 2 % of a core that workers compute on."""
STATUS_ADDRESS = "127.0.0.1:0"
"""Dask opens a port for pages of status even if there are none; this one is out of the network's reach."""


@dataclass(frozen=True)
class Access:
    """The address of a scheduler, ``tls://HOST:PORT`` or ``tcp://HOST:PORT``, and the files for TLS.

    Whoever reaches a Dask scheduler can run any code on its workers, and a worker can run code in its clients. So an
    address on the network needs TLS, unless ``allow_unencrypted``. Raises InputError if the address is not valid, TLS
    files are missing, or the connection would be open to others.
    """

    address: str
    tls_ca_file: str | None = None
    tls_cert: str | None = None
    tls_key: str | None = None
    allow_unencrypted: bool = False

    def __post_init__(self) -> None:
        files = (self.tls_ca_file, self.tls_cert, self.tls_key)
        if not self.address:
            raise InputError(
                "A Dask cluster was chosen, but not the address of its scheduler.",
                "Give --scheduler ADDRESS, or enter it in QGIS under Settings > Options > ALCD.",
            )
        if self._scheme not in ("tcp", "tls") or not self._has_host_and_port():
            raise InputError(
                f"{self.address} is not the address of a Dask scheduler.", "It looks like tls://HOST:8786."
            )
        if self._scheme == "tls":
            if not all(files):
                raise InputError(f"The connection to {self.address} needs three TLS files.", TLS_HINT)
            for file in files:
                if file and not Path(file).is_file():
                    raise InputError(f"{file} does not exist.", TLS_HINT)
        elif any(files):
            raise InputError(f"TLS files were given, but {self.address} is not encrypted.", "Write tls:// for tcp://.")
        elif not self.is_loopback and not self.allow_unencrypted:
            raise InputError(
                f"The connection to {self.address} would not be encrypted: anyone on the network could run programs "
                "on this machine and on the workers.",
                f"{TLS_HINT} In a network that you trust, give --allow-unencrypted.",
            )

    @property
    def is_loopback(self) -> bool:
        """Whether the scheduler is on this machine and can be reached from it alone."""
        host = urlsplit(self.address).hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    def security(self) -> Security:
        """The connection's certificates, for clients and workers alike."""
        if self._scheme == "tcp":
            return Security(require_encryption=False)
        pair = {
            f"tls_{role}_{part}": file
            for role in ("client", "worker", "scheduler")
            for part, file in (("cert", self.tls_cert), ("key", self.tls_key))
        }
        return Security(tls_ca_file=self.tls_ca_file, require_encryption=True, **pair)

    @property
    def _scheme(self) -> str:
        return self.address.partition("://")[0]

    def _has_host_and_port(self) -> bool:
        try:
            parts = urlsplit(self.address)
            return bool(parts.hostname and parts.port)
        except ValueError:
            return False
