"""Location and state of the worker's Python environment.

In the folder that is given (under the user's QGIS folder, outside the plugin):

    env-HASH/          a virtual environment; HASH is that of its requirements and of the versions it was made for
        alcd.json      the mark: written last, holds what the check found; without it the environment is half made
    env-HASH.lock      see ``use_lock``
    env-HASH-before/   what was there before, while it is made anew; env-HASH-half/: what was not finished
    install.log        what making it said
    lock               see ``folder_lock``

So an environment of an older plugin or QGIS is told from the right one by its name, and stays usable until the new one
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
    MISSING = "missing"  # nothing there
    OUTDATED = "outdated"  # one is there, for other requirements or another QGIS
    BROKEN = "broken"  # half made, or damaged
    READY = "ready"


@dataclass(frozen=True)
class Environment:
    """``folder``: where environments lie; ``requirements``: the pinned requirements; ``versions``: of the Python to use
    (``qgis_versions()``, or ``probe(path)`` of one that the user names)."""

    folder: Path
    requirements: Path
    versions: Versions

    @property
    def home(self) -> Path:
        """The virtual environment's folder (short: Windows allows 260 characters a path)."""
        content = self.requirements.read_bytes().replace(b"\r\n", b"\n") + str(self.versions).encode()
        return self.folder / f"env-{hashlib.sha256(content).hexdigest()[:12]}"

    @property
    def python(self) -> str:
        """The path of the worker's Python, whether it is there or not."""
        return str(self.home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))

    @property
    def log_file(self) -> Path:
        return self.folder / "install.log"

    def state(self) -> State:
        """Cheap enough for a window: looks at a few files."""
        if self.home.is_dir():
            complete = self.mark() is not None and Path(self.python).exists()
            return State.READY if complete else State.BROKEN
        return State.OUTDATED if self.others() else State.MISSING

    def mark(self) -> Optional[Dict[str, Any]]:
        """What was written when the environment was complete: ``interpreter``, ``versions``, the answer of the check
        as ``check``."""
        return read_mark(self.home)

    def others(self) -> List[Path]:
        """Environments for other requirements or versions."""
        return [path for path in self.all() if path != self.home]

    def all(self) -> List[Path]:
        return sorted(path for path in self.folder.glob("env-*") if _NAME.fullmatch(path.name) and path.is_dir())

    @property
    def aside(self) -> Path:
        """Where the environment lies while it is made anew."""
        return self.home.with_name(f"{self.home.name}-before")


def read_mark(home: Path) -> Optional[Dict[str, Any]]:
    """The mark of an environment; None where it is not complete."""
    try:
        content = json.loads((home / MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) else None
