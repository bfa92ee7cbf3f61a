"""The builds of PyTorch to choose from: which index they come from, and how large the environment becomes.

The sizes are those of torch 2.15.0 with all other packages of requirements/worker.txt, in gigabytes, rounded. Read from
the registry and from installed environments; the CPU-only build for Linux was that of torch 2.13.0.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from typing import Optional
from urllib.parse import urlsplit

from ...alcd_core.errors import WorkerError
from ..texts import tr

CPU_INDEX = "https://download.pytorch.org/whl/cpu"
OWN_COMPUTER = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Size:
    """To download, and on disk, in GB."""

    download: float
    disk: float


STANDARD_SIZES = {"linux": Size(3.0, 5.5), "win32": Size(0.2, 0.7), "darwin": Size(0.2, 0.8)}
CPU_SIZES = {**STANDARD_SIZES, "linux": Size(0.3, 1.0)}
"""Elsewhere PyPI has no other build either."""


def size_of(index: str, platform: str = sys.platform) -> Optional[Size]:
    """The size with PyTorch from this index, or from PyPI if it is empty; None if it is not known."""
    sizes = CPU_SIZES if is_cpu_only(index) else {} if index else STANDARD_SIZES
    return sizes.get(platform)


def needed_gigabytes(index: str, platform: str = sys.platform) -> int:
    """The free space that an installation needs. Every package is on disk packed as well until it is installed."""
    size = size_of(index, platform) or STANDARD_SIZES["linux"]
    return math.ceil(1.1 * (size.download + size.disk))


def is_cpu_only(index: str) -> bool:
    """Whether this is PyTorch's index of CPU-only builds, or a copy that is named like it."""
    return index.rstrip("/").endswith("/cpu")


def checked_index(address: str) -> str:
    """The address of an index. Raises WorkerError if it is none, or not a safe one."""
    address = address.strip()
    try:
        parts = urlsplit(address)
        login, host = parts.username or parts.password, parts.hostname
    except ValueError:  # [ without ]
        raise _not_an_index(address) from None
    if login is not None:
        raise WorkerError(
            tr("The address of the PyTorch index contains a user name or a password."),
            tr("It would be stored as plain text: put it into pip's configuration or a .netrc file instead."),
        )
    is_web = host and (parts.scheme == "https" or (parts.scheme == "http" and host in OWN_COMPUTER))
    is_file = parts.scheme == "file" and parts.path
    if not (is_web or is_file) or len(address.split()) != 1:
        raise _not_an_index(address)
    return address


def _not_an_index(address: str) -> WorkerError:
    return WorkerError(
        tr('"{}" is not the address of a PyTorch index.').format(address), tr("It begins with https:// or file://.")
    )
