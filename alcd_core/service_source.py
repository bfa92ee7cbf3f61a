"""What a user or QGIS writes to name a layer of an imagery service: XYZ, WMS, WMTS or WCS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, Optional, Tuple
from urllib.parse import quote, unquote

from .errors import InputError
from .web_address import refuse_login

XYZ, WMS, WMTS, WCS = "XYZ", "WMS", "WMTS", "WCS"
FINEST_ZOOM = 22
"""Zoom level that tiles are requested at if only the pixel size says which one is needed."""

_TEMPLATE = re.compile(r"https?://.*\{[xyzq]\}", re.IGNORECASE)
_QGIS = re.compile(r"(?:^|&)url=", re.IGNORECASE)
_UNSUPPORTED = re.compile(r"\{(?!x\}|y\}|-y\}|z\})[^}]*\}")
_AUTHCFG = re.compile(r"[A-Za-z0-9]{7}")


@dataclass(frozen=True)
class ServiceSource:
    """One layer of a service. ``url``: of the tiles with {x}, {y} and {z} (XYZ), of the capabilities (WMTS), otherwise
    of the service.

    ``zoom``: finest level of XYZ tiles, None if unknown. ``extent``: left, bottom, right, top in ``crs``.
    ``dimensions``: of a WMTS or WCS, as in ``Time=2012;Elevation=0``. ``authcfg``: identifier of the login in QGIS's
    authentication store, which is not secret.
    """

    kind: str
    url: str
    layers: str = ""
    styles: str = ""
    format: str = ""
    crs: str = ""
    matrix_set: str = ""
    dimensions: str = ""
    zoom: Optional[int] = None
    tile_side: int = 256
    extent: Optional[Tuple[float, float, float, float]] = None
    authcfg: str = ""
    referer: str = ""

    @property
    def dimension_values(self) -> Dict[str, str]:
        """The values of the dimensions by name."""
        parts = (part.partition("=") for part in self.dimensions.split(";") if part)
        return {name: value for name, _, value in parts}

    @property
    def qgis_provider(self) -> str:
        """QGIS's provider for this kind of service."""
        return "wcs" if self.kind == WCS else "wms"

    @property
    def qgis_source(self) -> str:
        """The same layer as QGIS's provider names it."""
        values = {"authcfg": self.authcfg, "url": quote(self.url, safe="/:?{}")}
        if self.kind == XYZ:
            ratio = "2" if self.tile_side == 512 else ""
            zoom = FINEST_ZOOM if self.zoom is None else self.zoom
            values = {"type": "xyz", "zmin": "0", "zmax": str(zoom), "tilePixelRatio": ratio, **values}
        elif self.kind == WCS:
            time = self.dimension_values.get("time", "")
            own = {"crs": self.crs, "format": self.format, "identifier": quote(self.layers), "time": quote(time)}
            values = {**own, **values}
        else:
            own = {
                "crs": self.crs,
                "format": self.format,
                "layers": quote(self.layers),
                "tileMatrixSet": self.matrix_set,
                "tileDimensions": quote(self.dimensions),
            }
            values = {**own, **values}
        given = [f"{name}={value}" for name, value in values.items() if value]
        return "&".join([*given, *([] if self.kind in (XYZ, WCS) else [f"styles={quote(self.styles)}"])])


def service_source(text: str) -> Optional[ServiceSource]:
    """The layer that a text names: an address with {z}, {x} and {y}, or the source of a QGIS layer of a service
    (``type=xyz&url=...``, ``layers=...&url=...``); None if it names something else, such as a file.

    Raises InputError if it contains a login, a key or a token, or something that only QGIS can use.
    """
    if _TEMPLATE.match(text):
        refuse_login(text)
        return _xyz(text, {})
    if not _QGIS.search(text) or "://" not in unquote(text):
        return None
    refuse_login(text)
    values = _values(text)
    if values.get("type", "") == "xyz":
        return _xyz(values["url"], values)
    if values.get("type", ""):
        raise InputError(
            f"Layers of the type {values['type']} show drawings, not imagery.", "Choose a layer of orthophotos."
        )
    kind = WCS if "identifier" in values else WMTS if values.get("tilematrixset") else WMS
    layers = values.get("identifier" if kind == WCS else "layers", "")
    if not layers:
        raise InputError(f"The {kind} source names no layer.", "Add layers=NAME to it.")
    return ServiceSource(
        kind,
        values["url"],
        layers,
        values.get("styles", ""),
        values.get("format", ""),
        values.get("crs", ""),
        values.get("tilematrixset", ""),
        _dimensions(kind, values),
        extent=_extent(values.get("extent", "")),
        authcfg=_authcfg(values),
        referer=values.get("referer", ""),
    )


def _xyz(url: str, values: Dict[str, str]) -> ServiceSource:
    odd = _UNSUPPORTED.search(url)
    if odd or not all(part in url for part in ("{x}", "{z}")) or not re.search(r"\{-?y\}", url):
        what = f"contains {odd.group(0)}" if odd else "lacks {x}, {y} or {z}"
        raise InputError(f"The address {url} of the tiles {what}.", "Write it as in https://host/{z}/{x}/{y}.png.")
    zoom = values.get("zmax", "")
    if zoom and not (zoom.isdigit() and int(zoom) <= FINEST_ZOOM):
        raise InputError(f"The zoom level {zoom} is not a number up to {FINEST_ZOOM}.", "Write it as in zmax=18.")
    side = 512 if values.get("tilepixelratio", "") == "2" else 256
    return ServiceSource(
        XYZ,
        url,
        zoom=int(zoom) if zoom else None,
        tile_side=side,
        authcfg=_authcfg(values),
        referer=values.get("referer", values.get("http-header:referer", "")),
    )


def _dimensions(kind: str, values: Dict[str, str]) -> str:
    time = values.get("time", "")
    return values.get("tiledimensions", "") if kind != WCS else f"time={time}" if time else ""


def _values(text: str) -> Dict[str, str]:
    """The source's values by name in lower case; of several with one name the first."""
    values: Dict[str, str] = {}
    for part in text.split("&"):
        name, _, value = part.partition("=")
        values.setdefault(unquote(name).lower(), unquote(value))
    return values


def _authcfg(values: Dict[str, str]) -> str:
    found = values.get("authcfg", "")
    if found and not _AUTHCFG.fullmatch(found):
        raise InputError("The login named by the layer has no valid identifier.", "Choose it again in QGIS.")
    return found


def _extent(text: str) -> Optional[Tuple[float, float, float, float]]:
    if not text:
        return None
    try:
        left, bottom, right, top = (float(part) for part in text.split(","))
    except ValueError:
        left, bottom, right, top = 0.0, 0.0, 0.0, 0.0
    if not (left < right and bottom < top):
        raise InputError(f"The extent {text} is not left,bottom,right,top.", "Write four numbers in the layer's CRS.")
    return left, bottom, right, top
