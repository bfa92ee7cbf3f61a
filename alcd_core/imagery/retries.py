"""Reading again what a web server sent only in part."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from ..web_address import is_on_web_server, raster_name
from .gdal_library import gdal

DELAYS = (1.0, 2.0, 4.0)
"""Seconds to wait before each further attempt."""

T = TypeVar("T")


def read_again(path: str, read: Callable[[], T]) -> T:
    """What ``read`` returns. If the raster is on a web server, it is called up to three times more: GDAL repeats
    requests that were answered with an error, but not those that were cut.

    Raises GDAL's RuntimeError of the last attempt.
    """
    for delay in DELAYS:
        try:
            return read()
        except RuntimeError:
            if not is_on_web_server(path):
                raise
        time.sleep(delay)
        # GDAL keeps the part that came, and takes its end for the file's.
        gdal.VSICurlPartialClearCache(raster_name(path))
    return read()
