"""Sentences for faults that lie not in a raster itself, but in a web server or in a file that the raster refers to."""

from __future__ import annotations

import os
import re

from ..errors import InputError
from ..service_file import service_title
from ..web_address import LOGIN_HINT, is_on_web_server, raster_name
from .gdal_library import gdal, quiet
from .service_description import without_login

_HTTP_STATUS = re.compile(r"(?:HTTP[^0-9]{0,40}|response_code=)([45]\d\d)")
_STATUS_OF_TILE = re.compile(r"HTTP status code: (\d+)")
_NOT_FOUND = ("Could not resolve", "Couldn't resolve", "Failed to connect", "Couldn't connect")
_NO_ANSWER = ("timed out", "too slow", "Empty reply", "reset by peer", "transfer closed", "Recv failure")
_LOGIN_HINT = f"Check the credentials. {LOGIN_HINT}"
_HINTS = {401: _LOGIN_HINT, 403: _LOGIN_HINT, 404: "Check the address."}
LATER_HINT = "Try again later, or download the file and give its path."
SNIFFED_BYTES = 64
_DESCRIPTION = re.compile(r"<(GDAL_WMT?S)>.*</\1>'?:?\s*", re.DOTALL)


def fault_elsewhere(path: str, error: Exception) -> InputError | None:
    """The error for GDAL's message if the fault lies in a web server, or in a file that the raster refers to; otherwise
    None."""
    reason = first_line(error)
    if not is_on_web_server(path):
        return _server_fault(path, str(error)) or _missing_part(path, reason)
    return (
        _server_fault(path, str(error))
        or _server_fault(path, _fault_now(path))
        or InputError(f"{path} cannot be read ({reason}).", LATER_HINT)
    )


def service_words(error: Exception) -> str:
    """A few words on why a tile of a service did not come, from GDAL's message."""
    message = _DESCRIPTION.sub("", str(error))
    status = _STATUS_OF_TILE.search(message)
    if status and status.group(1) != "0":
        return f"HTTP status {status.group(1)}"
    reason = re.search(r"URL: ([A-Z][^\n]*)", message)
    if reason:
        return reason.group(1)
    is_image_fault = "ReadBlockFromFile" in message or "unknown exception" in message
    return "no image" if is_image_fault else first_line(RuntimeError(message))


def is_absent(error: Exception) -> bool:
    """Whether a service has no such tile."""
    return service_words(error) in ("HTTP status 404", "HTTP status 410")


def is_busy(error: Exception) -> bool:
    """Whether a service was asked too often, or is overloaded."""
    return service_words(error) in ("HTTP status 429", "HTTP status 503")


def is_timeout(error: Exception) -> bool:
    """Whether a service did not answer in time."""
    return "timed out" in service_words(error)


def is_refusal(error: Exception) -> bool:
    """Whether a service demands a login, or refuses the one that it was given."""
    return service_words(error) in ("HTTP status 401", "HTTP status 403")


def service_fault(path: str, error: Exception) -> InputError:
    """The error for a service that cannot be read at all."""
    reason, title = without_login(path, service_words(error)), service_title(path)
    if is_refusal(error):
        return InputError(f"The service {title} demands a login ({reason}).", _LOGIN_HINT)
    if reason == "no image":
        return InputError(
            f"The service {title} sends something else than images.",
            "Open its address in a browser: it may ask for a login there.",
        )
    return InputError(f"The service {title} cannot be read ({reason}).", "Check the network, and try again later.")


def _server_fault(path: str, message: str) -> InputError | None:
    reason, status = message.strip().split("\n", maxsplit=1)[0], _HTTP_STATUS.search(message)
    if status:
        code = int(status.group(1))
        return InputError(f"The server of {path} responded with HTTP status {code}.", _HINTS.get(code, LATER_HINT))
    if any(words in reason for words in _NOT_FOUND):
        return InputError(f"The server of {path} cannot be reached ({reason}).", "Check the address and the network.")
    if any(words in reason for words in _NO_ANSWER):
        return InputError(f"The server of {path} stopped answering ({reason.split('. ')[0]}).", LATER_HINT)
    if "Range downloading not supported" in reason:
        return InputError(
            f"The server of {path} cannot send parts of a file, so that each read would download all of it.",
            "Download the file and give its path.",
        )
    if "not recognized" in reason and is_on_web_server(path) and _begins_like_a_page(path):
        return InputError(
            f"The server of {path} sent a web page instead of a raster.",
            "Open the address in a browser: it may ask for a login there, or offer the file under another address.",
        )
    return None


def _missing_part(path: str, reason: str) -> InputError | None:
    if "No such file" in reason and os.path.exists(path):  # noqa: PTH110
        return InputError(
            f"{path} refers to another file that is missing ({reason}).",
            "Put that file back, or build the virtual raster again.",
        )
    return None


def _fault_now(path: str) -> str:
    """GDAL's message when the raster is opened anew, empty if that works: when pixels cannot be read, it does not say
    what the server answered."""
    name = raster_name(path)
    gdal.VSICurlPartialClearCache(name)
    try:
        with quiet():
            gdal.OpenEx(name, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    except RuntimeError as error:
        return str(error)
    return ""


def _begins_like_a_page(path: str) -> bool:
    with quiet():
        file = gdal.VSIFOpenL(raster_name(path), "rb")
        if file is None:
            return False
        beginning = bytes(gdal.VSIFReadL(1, SNIFFED_BYTES, file) or b"")
        gdal.VSIFCloseL(file)
    return beginning.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def first_line(error: Exception) -> str:
    """The first line of GDAL's message."""
    return str(error).strip().split("\n", maxsplit=1)[0]
