"""Location and state of the worker's Python environment.

Its folder (under the user's QGIS folder, outside the plugin) contains:

    env-HASH/          a virtual environment; HASH is the hash of its requirements, its versions and its index
        alcd.json      the mark: written last, with the result of the check; without it the environment is incomplete
    env-HASH.lock      see ``use_lock``
    env-HASH-before/   the previous environment while it is recreated
    env-HASH-half/     an incomplete environment
    install.log        the output of the installation
    lock               see ``folder_lock``

The name distinguishes the right environment from that of an older plugin or QGIS, which stays usable until the new one
is complete.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Dict, List, Optional

from .interpreter import Versions

MARK = "alcd.json"

_NAME = re.compile("env-[0-9a-f]{12}(-before|-half)?")


class State(Enum):
    MISSING = "missing"
    OUTDATED = "outdated"  # there is only one for other requirements or another QGIS
    BROKEN = "broken"  # incomplete or damaged
    READY = "ready"


@dataclass(frozen=True)
class Environment:
    """``folder``: the folder of all environments; ``requirements``: the pinned requirements; ``versions``: those of the
    Python to use (``qgis_versions()``, or ``probe(path)`` of the user's choice); ``index``: the address of the index
    that PyTorch comes from, empty for the registry, like all other packages."""

    folder: Path
    requirements: Path
    versions: Versions
    index: str = ""

    @property
    def home(self) -> Path:
        """The virtual environment's folder. The name is short because Windows limits paths to 260 characters."""
        content = self.requirements.read_bytes().replace(b"\r\n", b"\n") + f"{self.versions}{self.index}".encode()
        return self.folder / f"env-{hashlib.sha256(content).hexdigest()[:12]}"

    @property
    def python(self) -> str:
        """The path of the worker's Python; it may not exist."""
        return str(self.home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))

    @property
    def log_file(self) -> Path:
        return self.folder / "install.log"

    def state(self) -> State:
        """The state. Fast enough for the GUI thread: only checks a few files."""
        if self.home.is_dir():
            complete = self.mark() is not None and Path(self.python).exists()
            return State.READY if complete else State.BROKEN
        return State.OUTDATED if self.others() else State.MISSING

    def mark(self) -> Optional[Dict[str, Any]]:
        """The record written when the environment was completed: ``interpreter``, ``versions``, and the result of the
        check as ``check``."""
        return read_mark(self.home)

    def others(self) -> List[Path]:
        """Environments for other requirements or versions."""
        return [path for path in self.all() if path != self.home]

    def all(self) -> List[Path]:
        return sorted(path for path in self.folder.glob("env-*") if _NAME.fullmatch(path.name) and path.is_dir())

    @property
    def backup(self) -> Path:
        """The folder of the previous environment while it is recreated."""
        return self.home.with_name(f"{self.home.name}-before")


def read_mark(home: Path) -> Optional[Dict[str, Any]]:
    """The mark of an environment; None if it is incomplete."""
    try:
        content = json.loads((home / MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) else None
