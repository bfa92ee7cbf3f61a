"""What the file that describes a layer of a service says, without GDAL: its title, its login's identifier, and the
source by which QGIS shows it. ``imagery.service_description`` writes these files."""

from __future__ import annotations

import os
import re
from html import unescape
from pathlib import Path
from typing import List

LOGIN_VARIABLE = "ALCD_LOGIN_"
"""Environment variable with a login as USER:PASSWORD; followed by its identifier in QGIS's authentication store."""
_LARGEST_FILE = 2**16


def is_service(path: str) -> bool:
    """Whether a path is that of a file that describes a layer of a service."""
    if not path.lower().endswith(".xml") or not os.path.isfile(path):  # noqa: PTH113
        return False
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read(16).lstrip().startswith(b"<GDAL_WM")


def service_title(path: str) -> str:
    """A described service's kind, layer and host, for messages; the path if the description has no title."""
    return description_value(path, "Title") or path


def raster_title(path: str) -> str:
    """A raster's name for the user: its file's name, or the title of a described service."""
    return service_title(path) if is_service(path) else Path(path).name


def qgis_source(path: str) -> str:
    """The source by which QGIS shows a described service; empty if it is not known."""
    return description_value(path, "QgisSource")


def qgis_provider(path: str) -> str:
    """QGIS's provider of a described service: "wms" or "wcs", whatever else somebody has written there."""
    return "wcs" if description_value(path, "QgisProvider") == "wcs" else "wms"


def login_identifiers(folder: Path) -> List[str]:
    """The identifiers of the logins of all described services in a folder."""
    found = [description_value(str(file), "Authcfg") for file in sorted(folder.glob("*.xml")) if is_service(str(file))]
    return [one for one in found if one]


def description_value(path: str, name: str) -> str:
    """The text of an element of a description; empty if there is none."""
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        found = re.search(f"<{name}>([^<]*)</{name}>", file.read(_LARGEST_FILE))
    return unescape(found.group(1)) if found else ""
