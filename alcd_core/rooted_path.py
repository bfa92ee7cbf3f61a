"""Absolute forms of file names and GDAL data source names, valid in any working folder."""

from __future__ import annotations

import os
import re

_ARCHIVE = re.compile(r"(/vsi(?:zip|tar|gzip|7z|rar)/\{?)(?!/)(.+)")
_CONNECTION = re.compile(r"/vsisubfile/|[A-Za-z0-9_]{2,}:(?!//)")


def rooted(path: str) -> str:
    """The absolute form of ``path``, valid in any working folder.

    A file's absolute path, without resolving links. File names inside GDAL's data source names
    (``/vsizip/a.zip/b.tif``, ``GPKG:a.gpkg:table``, ``NETCDF:"a.nc":band``) and before QGIS's suffixes
    (``a.gpkg|layername=b``) become absolute as well. Other names are returned unchanged.
    """
    if os.path.exists(path):  # noqa: PTH110  # a file may be called anything
        return os.path.abspath(path)  # noqa: PTH100  # resolve() would follow links
    head, bar, words = path.partition("|")
    archive = _ARCHIVE.fullmatch(head)
    if archive:
        return f"{archive[1]}{_rooted_start(archive[2])}{bar}{words}"
    if _CONNECTION.match(head):
        return _rooted_connection(head) + bar + words
    return rooted(head) + bar + words if bar else path


def _rooted_connection(name: str) -> str:
    """The name of something in a file, with the first part that is a file made absolute."""
    pieces = re.split(r"([:,\"])", name)
    for index, piece in enumerate(pieces):
        if os.path.isfile(piece):  # noqa: PTH113
            pieces[index] = os.path.abspath(piece)  # noqa: PTH100
            break
    return "".join(pieces)


def _rooted_start(inside: str) -> str:
    """A path into an archive, with the archive's own file made absolute."""
    steps = inside.split("/")
    for count in range(1, len(steps) + 1):
        file = "/".join(steps[:count])
        if os.path.isfile(file.rstrip("}")):  # noqa: PTH113
            return "/".join([os.path.abspath(file), *steps[count:]])  # noqa: PTH100
    return inside
