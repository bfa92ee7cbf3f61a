"""File paths in a campaign: relative where possible, and never outside its folder.

- A round's model lies inside the campaign's folder, always (``safe_path``): what it names is loaded.
- A map lies where the user wanted it. Inside the folder its path is relative and held to the folder like a model's;
  elsewhere it is absolute. It is only ever shown or read as a raster, never overwritten or deleted.
- Rasters lie outside as a rule. Both their relative and their absolute path are kept, and the relative one is tried
  first: so campaign and rasters can move together, and the campaign can move alone.
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
    """Whether GDAL, rather than the file system, knows what this is; such a path is kept as it is."""
    return _REMOTE.match(path) is not None


def safe_path(folder: Path, relative: str) -> Path:
    """The absolute path of something inside ``folder``. Raises CampaignError where it would lie outside of it."""
    windows = PureWindowsPath(relative)
    absolute = PurePosixPath(relative).is_absolute() or windows.drive or windows.root
    root = folder.resolve()
    inside = root.joinpath(relative).resolve() if relative and "\0" not in relative and not absolute else root
    if root not in inside.parents:
        raise CampaignError(
            f"The campaign {folder} names a file outside of its own folder: {relative!r}.",
            "Use campaigns only from people whom you trust; take campaign.gpkg from a backup.",
        )
    return inside


def is_own_file(folder: Path, path: str) -> bool:
    """Whether a file lies among the campaign's own, where users write nothing; its ``maps/`` are theirs."""
    root, place = folder.resolve(), Path(path).resolve()
    return root in place.parents and root / "maps" not in place.parents


def stored_path(folder: Path, path: str) -> str:
    """How a map's path is written to the database: relative inside the campaign's folder, absolute elsewhere."""
    if is_remote(path) and not os.path.exists(path):  # noqa: PTH110
        return path
    root, file = folder.resolve(), _located(path)
    return file.relative_to(root).as_posix() if root in file.parents else file.as_posix()


def map_path(folder: Path, stored: str) -> str:
    """Where a map lies. Raises CampaignError where a relative path leads out of the campaign's folder."""
    if is_remote(stored) or Path(stored).is_absolute():
        return stored
    return str(safe_path(folder, stored))


def raster_to_stored(path: str, folder: Path) -> Dict[str, str]:
    """A raster's path as seen from the campaign's folder, and its absolute path."""
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
    """Where a raster lies now; the path beside the campaign where it is to be found nowhere."""
    if is_remote(relative):
        return relative
    beside = Path(os.path.normpath(folder.resolve() / relative))
    if not beside.exists() and Path(absolute).exists():
        return str(Path(absolute))
    return str(beside)


def _located(path: str) -> Path:
    """Absolute, with the links among its folders resolved; but not a link that is the file's own name."""
    file = Path(path).absolute()
    return file.parent.resolve() / file.name
