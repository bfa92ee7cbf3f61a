"""File paths in a campaign: relative where possible, and never outside its folder.

- A round's model always lies inside the campaign's folder (``safe_path``), because it is loaded.
- A map lies where the user put it. Inside the folder its path is relative and, like a model's, must not leave the
  folder; elsewhere it is absolute. It is only shown or read as a raster, never overwritten or deleted.
- Rasters usually lie outside. Both their relative and their absolute path are stored, and the relative one is tried
  first: so campaign and rasters can be moved together, and the campaign can be moved alone.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Dict

from ..errors import CampaignError
from ..rooted_path import rooted

# /vsicurl/..., https://..., NETCDF:"file":variable, <GDAL_WMS>; but not C:\file.
_REMOTE = re.compile(r"/vsi|[A-Za-z][A-Za-z0-9+.-]*://|[A-Za-z0-9_]{2,}:|<")


def is_remote(path: str) -> bool:
    """Whether only GDAL, not the file system, can resolve this path; such a path is stored unchanged."""
    return _REMOTE.match(path) is not None


def safe_path(folder: Path, relative: str) -> Path:
    """The absolute path of something inside ``folder``. Raises CampaignError if it would lie outside."""
    windows = PureWindowsPath(relative)
    absolute = PurePosixPath(relative).is_absolute() or windows.drive or windows.root
    root = folder.resolve()
    inside = root.joinpath(relative).resolve() if relative and "\0" not in relative and not absolute else root
    if root not in inside.parents:
        raise CampaignError(
            f"The campaign {folder} refers to a file outside its own folder: {relative!r}.",
            "Use campaigns only from people you trust, or restore campaign.gpkg from a backup.",
        )
    return inside


def is_own_file(folder: Path, path: str) -> bool:
    """Whether a file lies among the campaign's own files, where users do not write; ``maps/`` belongs to the user."""
    root, place = folder.resolve(), Path(path).resolve()
    return root in place.parents and root / "maps" not in place.parents


def stored_path(folder: Path, path: str) -> str:
    """A map's path as stored in the database: relative inside the campaign's folder, absolute elsewhere."""
    if is_remote(path) and not os.path.exists(path):  # noqa: PTH110
        return path
    root, file = folder.resolve(), _located(path)
    return file.relative_to(root).as_posix() if root in file.parents else file.as_posix()


def map_path(folder: Path, stored: str) -> str:
    """The path of a map. Raises CampaignError if a relative path leads out of the campaign's folder."""
    if is_remote(stored) or Path(stored).is_absolute():
        return stored
    return str(safe_path(folder, stored))


def raster_to_stored(path: str, folder: Path) -> Dict[str, str]:
    """A raster's path relative to the campaign's folder, and its absolute path."""
    if is_remote(path) and not os.path.exists(path):  # noqa: PTH110
        return {"path": rooted(path), "absolute": rooted(path)}
    file = _located(path)
    try:
        relative = Path(os.path.relpath(file, folder.resolve())).as_posix()
    except ValueError:  # on another drive of Windows
        relative = file.as_posix()
    if is_remote(relative):  # a file in the folder whose name looks like a connection
        relative = f"./{relative}"
    return {"path": relative, "absolute": file.as_posix()}


def raster_from_stored(relative: str, absolute: str, folder: Path) -> str:
    """The current path of a raster; the relative path, made absolute, if it exists nowhere."""
    if is_remote(relative):
        return relative
    beside = Path(os.path.normpath(folder.resolve() / relative))
    if not beside.exists() and Path(absolute).exists():
        return str(Path(absolute))
    return str(beside)


def _located(path: str) -> Path:
    """The absolute path with links resolved in its folders, but not in the file's own name."""
    file = Path(path).absolute()
    return file.parent.resolve() / file.name
