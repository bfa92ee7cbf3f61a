"""The file that describes a layer of a service to GDAL, and the name by which GDAL opens it.

The file contains neither a login nor a path: the cache lies beside it, in a folder with the file's name, and both are
added only when GDAL opens it. So a campaign with its imagery can be moved, copied and passed on.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from html import escape
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree  # XML is only written here; GDAL reads it  # nosec B405

import numpy as np

from ..errors import InputError, cannot_write
from ..rooted_path import rooted
from ..service_file import is_service
from ..service_source import FINEST_ZOOM, WMS, WMTS, XYZ, ServiceSource
from ..web_address import raster_name, refuse_login
from .gdal_library import osr, spatial_reference
from .ground import pixel_length
from .service_capabilities import kept_capabilities
from .service_coverage import coverage_connection
from .service_elements import add_element, add_window, with_pixels
from .service_requests import fetched, login_of, with_query

MERCATOR = 20037508.342789244
"""Half the side of the square of all XYZ tiles, in metres of EPSG:3857."""
CONNECTIONS = 4
"""Requests at a time to one service."""
TIMEOUT = 30
"""Seconds for one tile."""
_is_offline: ContextVar[bool] = ContextVar("offline", default=False)
_ROOTS = ("GDAL_WMS", "GDAL_WMTS")
_LARGEST_SIDE = 2**30
_WMS_BLOCK = 512


def gdal_name(path: str) -> str:
    """The name by which GDAL opens a raster: for a described service the description, with its cache and its login.

    Raises InputError if an address contains a login, a key or a token.
    """
    if not is_service(path):
        return raster_name(rooted(path))
    file = Path(path).absolute()
    text = file.read_text(encoding="utf-8")
    refuse_login(text)
    return openable(file, text)


def openable(file: Path, text: str) -> str:
    """The text of a description in ``file``, an absolute path, with its cache and its login."""
    capabilities = file.with_name(f"{file.stem}-capabilities.xml")
    text = text.replace(f">{capabilities.name}<", f">{escape(str(capabilities))}<")
    only_cached = "<OfflineMode>true</OfflineMode>" if _is_offline.get() else ""
    return with_elements(text, f"{_cache(file)}{_login(text)}{only_cached}")


@contextmanager
def offline() -> Iterator[None]:
    """Within the block, described services are opened so that they send no request: tiles that are not in the cache are
    transparent."""
    token = _is_offline.set(True)
    try:
        yield
    finally:
        _is_offline.reset(token)


def without_login(path: str, message: str) -> str:
    """GDAL's message about a service, without the login that GDAL was given to open it."""
    if not is_service(path):
        return message
    login = _login(Path(path).read_text(encoding="utf-8"))
    secret = login.removeprefix("<UserPwd>").removesuffix("</UserPwd>")
    return message.replace(secret, "...") if secret else message


def cache_folder(path: str) -> Path:
    """Where the tiles of a described service are kept."""
    return Path(path).absolute().with_suffix("")


def write_description(source: ServiceSource, file: Path, gsd: float | None) -> str:
    """Describe a layer of a service in ``file``; returns its path. ``gsd``: wanted pixel size in metres on the ground.

    Raises InputError if the layer has no pixel size of its own and none is given, or if the service does not answer.
    """
    root = _connection(source, file, gsd)
    layer = f"{source.layers} of " if source.layers else ""
    for name, value in (
        ("Title", f"{source.kind} {layer}{urlsplit(source.url).hostname}"),
        ("MaxConnections", str(CONNECTIONS)),
        ("Timeout", os.environ.get("GDAL_HTTP_TIMEOUT", str(TIMEOUT))),
        ("ZeroBlockHttpCodes", "204"),
        ("Referer", source.referer),
        ("Authcfg", source.authcfg),
        ("QgisSource", source.qgis_source),
        ("QgisProvider", source.qgis_provider),
    ):
        if value:
            add_element(root, name, value)
    write_file(file, ElementTree.tostring(root, encoding="unicode"))
    return str(file)


def _connection(source: ServiceSource, file: Path, gsd: float | None) -> ElementTree.Element:
    """How GDAL reads the layer."""
    if source.kind == XYZ:
        return _xyz(source, gsd)
    if source.kind == WMS:
        return _wms(source, gsd)
    return _wmts(source, file) if source.kind == WMTS else coverage_connection(source)


def _xyz(source: ServiceSource, gsd: float | None) -> ElementTree.Element:
    if source.zoom is None and gsd is None:
        raise InputError(
            f"The tiles {source.url} have no pixel size of their own.",
            "Give the pixel size in metres, as in --gsd 0.5, or the finest zoom level, as in "
            "type=xyz&zmax=18&url=ADDRESS.",
        )
    root = ElementTree.Element("GDAL_WMS")
    service = ElementTree.SubElement(root, "Service", name="TMS")
    url = re.sub(r"\{(?:-?)(x|y|z)\}", r"${\1}", source.url)
    add_element(service, "ServerUrl", url)
    corners = {"UpperLeftX": -MERCATOR, "UpperLeftY": MERCATOR, "LowerRightX": MERCATOR, "LowerRightY": -MERCATOR}
    add_window(
        root,
        corners,
        TileLevel=FINEST_ZOOM if source.zoom is None else source.zoom,
        TileCountX=1,
        TileCountY=1,
        YOrigin="bottom" if "{-y}" in source.url else "top",
    )
    return with_pixels(root, "EPSG:3857", source.tile_side)


def _wms(source: ServiceSource, gsd: float | None) -> ElementTree.Element:
    if gsd is None:
        raise InputError(
            f"The WMS layer {source.layers} has no pixel size of its own.",
            "Give the pixel size in metres, as in --gsd 0.5.",
        )
    crs = source.crs or "EPSG:3857"
    left, bottom, right, top = source.extent or _area_of_use(crs)
    reference = spatial_reference(crs)
    step = (right - left) / 1e6
    edges = np.array([step, 0.0]), np.array([0.0, -step])
    pixel = gsd * step / pixel_length(reference, (left + right) / 2, (bottom + top) / 2, *edges)
    width, height = (min(_LARGEST_SIDE, max(1, round(side / pixel))) for side in (right - left, top - bottom))
    root = ElementTree.Element("GDAL_WMS")
    service = ElementTree.SubElement(root, "Service", name="WMS")
    image = source.format or "image/jpeg"
    for name, value in (
        ("Version", "1.1.1"),
        ("ServerUrl", with_query(source.url, "")),
        ("SRS", crs),
        ("ImageFormat", image),
        ("Transparent", "TRUE" if "png" in image else "FALSE"),
        ("Layers", source.layers),
        ("Styles", source.styles),
    ):
        add_element(service, name, value)
    corners = {"UpperLeftX": left, "UpperLeftY": top, "LowerRightX": left + width * pixel}
    add_window(root, {**corners, "LowerRightY": top - height * pixel}, SizeX=width, SizeY=height)
    return with_pixels(root, crs, _WMS_BLOCK)


def _wmts(source: ServiceSource, file: Path) -> ElementTree.Element:
    """GDAL reads the capabilities; they are fetched once, and kept beside the description."""
    capabilities = file.with_name(f"{file.stem}-capabilities.xml")
    kept = kept_capabilities(_capabilities(source), source.layers, source.matrix_set, source.dimension_values)
    write_file(capabilities, kept.text)
    root = ElementTree.Element("GDAL_WMTS")
    for name, value in (
        ("GetCapabilitiesUrl", capabilities.name),
        ("Layer", source.layers),
        ("Style", source.styles),
        ("TileMatrixSet", source.matrix_set),
        ("ZoomLevel", str(kept.finest)),
        ("Format", source.format),
        ("BandsCount", "4"),
        ("TileWidth", str(kept.tile_width)),
        ("TileHeight", str(kept.tile_height)),
    ):
        if value:
            add_element(root, name, value)
    return root


def _capabilities(source: ServiceSource) -> str:
    url = source.url
    if "request=getcapabilities" not in url.lower() and not url.lower().split("?")[0].endswith(".xml"):
        url = with_query(url, "SERVICE=WMTS&REQUEST=GetCapabilities&VERSION=1.0.0")
    return fetched(url, source.authcfg).decode("utf-8", errors="replace")


def _area_of_use(crs: str) -> tuple[float, float, float, float]:
    area = spatial_reference(crs).GetAreaOfUse()
    if area is None:
        raise InputError(
            f"The CRS {crs} says nothing about its extent.", "Give it, as in extent=LEFT,BOTTOM,RIGHT,TOP."
        )
    to_crs = osr.CoordinateTransformation(spatial_reference("EPSG:4326"), spatial_reference(crs))
    west, south, east, north = area.west_lon_degree, area.south_lat_degree, area.east_lon_degree, area.north_lat_degree
    return to_crs.TransformBounds(west, south, east, north, 21)


def _cache(file: Path) -> str:
    """GDAL's cache, which never expires: orthophotos of a date do not change. Its size is limited by
    ``service_cache``."""
    path = escape(str(cache_folder(str(file))))
    return f"<Cache><Path>{path}</Path><Expires>2000000000</Expires><CleanTimeout>0</CleanTimeout></Cache>"


def _login(text: str) -> str:
    found = re.search(r"<Authcfg>([A-Za-z0-9]{7})</Authcfg>", text)
    login = login_of(found.group(1)) if found else ""
    return f"<UserPwd>{escape(login)}</UserPwd>" if login else ""


def with_elements(text: str, more: str) -> str:
    """A description with further elements."""
    for root in _ROOTS:
        text = text.replace(f"</{root}>", f"{more}</{root}>")
    return text


def write_file(file: Path, text: str) -> None:
    """Write beside and rename. Raises OutputError."""
    beside = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        beside.replace(file)
    except OSError as error:
        raise cannot_write(file, error) from error
