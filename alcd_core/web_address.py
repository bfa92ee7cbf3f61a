"""Addresses of rasters on web servers: how GDAL reads them in parts, and the logins that they must not contain."""

from __future__ import annotations

import os
import re
from urllib.parse import unquote

from .errors import InputError

LOGIN_HINT = (
    "Give the login to GDAL instead: in the environment variable GDAL_HTTP_USERPWD (USER:PASSWORD) or in a .netrc "
    "file; a token in GDAL_HTTP_HEADERS (Authorization: Bearer TOKEN)."
)

_WHOLE_FILE = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_LOGIN = re.compile(r"://[^/?#\s]*@")
_SECRET = re.compile(
    r"(?:^|[?&;\s])(?:[\w.:-]*(?:token|secret|passw\w*|credential|signature|authorization|key)|x-(?:amz|goog)-[\w-]+"
    r"|sig|pwd|auth|sas|userpwd)\s*=|<userpwd>",
    re.IGNORECASE,
)
_HOST = re.compile(r"://(?:[^/?#\s]*@)?([^/?#&\s<]+)")


def raster_name(path: str) -> str:
    """The name by which GDAL reads a raster; for an address https://... the one with which it reads only the parts that
    it needs (``/vsicurl/``), since it would download the whole file by the address itself.

    Raises InputError if the address contains a login, a key or a token.
    """
    if os.path.exists(path):  # noqa: PTH110  # a file may be called anything
        return path
    refuse_login(path)
    return f"/vsicurl/{path}" if _WHOLE_FILE.match(path) else path


def is_on_web_server(path: str) -> bool:
    """Whether a raster is read from a web server."""
    return "/vsicurl" in path or _WHOLE_FILE.match(path) is not None


def refuse_login(path: str) -> None:
    """Raise InputError if an address contains a login, a key or a token: it would be stored with the campaign, and
    shown in messages and logs."""
    plain = unquote(unquote(path))
    if "://" not in plain or not (_LOGIN.search(plain) or _SECRET.search(plain)):
        return
    host = _HOST.search(plain)
    raise InputError(
        f"The address at {host.group(1) if host else 'a server'} contains a login, a key or a token, "
        "which a campaign must not store.",
        LOGIN_HINT,
    )
