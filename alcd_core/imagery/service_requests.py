"""Single requests to services, for what describes their layers."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from ..errors import InputError
from ..service_file import LOGIN_VARIABLE
from .gdal_library import gdal, quiet

_LARGEST = 2**26


def login_of(authcfg: str) -> str:
    """A login as USER:PASSWORD from the environment; empty if there is none."""
    return os.environ.get(f"{LOGIN_VARIABLE}{authcfg}", "") if authcfg else ""


def with_query(url: str, query: str) -> str:
    """An address with a further part of its query."""
    if "?" not in url:
        return f"{url}?{query}"
    return f"{url}{'' if url.endswith(('?', '&')) or not query else '&'}{query}"


def fetched(url: str, authcfg: str) -> bytes:
    """What a service sends. Raises InputError if it sends nothing, or an error."""
    login = login_of(authcfg)
    option = "GDAL_HTTP_USERPWD"
    former = gdal.GetThreadLocalConfigOption(option)
    if login:
        gdal.SetThreadLocalConfigOption(option, login)
    try:
        with quiet():
            content = _read(f"/vsicurl_streaming/{url}")
    except RuntimeError:
        content = b""
    finally:
        gdal.SetThreadLocalConfigOption(option, former)
    if not content:
        raise InputError(
            f"The service at {urlsplit(url).hostname} does not describe its layers.",
            "Check the address, the network and the login.",
        )
    return content


def _read(name: str) -> bytes:
    file = gdal.VSIFOpenL(name, "rb")
    if file is None:
        return b""
    try:
        return bytes(gdal.VSIFReadL(1, _LARGEST, file) or b"")
    finally:
        gdal.VSIFCloseL(file)
