"""Coverages of a WCS: described to GDAL's WMS driver as tiles of the coverage's own pixels, which it fetches one by one
and keeps, as those of the other services. GDAL's WCS driver keeps nothing between two jobs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree import ElementTree  # XML is only written here; GDAL reads it  # nosec B405

from ..errors import InputError
from ..service_source import ServiceSource
from .gdal_library import gdal, quiet
from .service_elements import add_element, add_window, with_pixels
from .service_requests import fetched, with_query
from .xml_tree import Node, attribute, children, descendant, own_text, parsed, text_of

BLOCK = 512
"""Side of the tiles that are requested, in pixels."""
_SAMPLE = 2
_FLOATS = (gdal.GDT_Float32, gdal.GDT_Float64, gdal.GDT_Int16, gdal.GDT_Int32)
_TILE = "BBOX=${minx},${miny},${maxx},${maxy}&WIDTH=${width}&HEIGHT=${height}"


@dataclass(frozen=True)
class Coverage:
    """``crs``: as the service names it. ``left``, ``top``: upper left corner, ``across``, ``down``: size of a pixel, in
    its units. ``width``, ``height``: in pixels. ``format``: the name of a GeoTIFF."""

    crs: str
    left: float
    top: float
    across: float
    down: float
    width: int
    height: int
    format: str


def coverage_connection(source: ServiceSource) -> ElementTree.Element:
    """How GDAL reads a coverage: north-up, with all bands, losslessly. Asks the service for its description and for a
    few pixels.

    Tiles that do not come are transparent if the coverage has three bands of 8 bits; otherwise they have its nodata
    value, which is 0 (-9999 of signed and floating-point numbers) if it has none.
    Raises InputError if the service does not answer, or has no such coverage.
    """
    coverage = _described(source)
    request = with_query(source.url, _query(source, coverage))
    bands, kind, nodata = _sample(source, coverage, request)
    has_alpha = bands == 3 and kind == gdal.GDT_Byte and nodata is None
    root = ElementTree.Element("GDAL_WMS")
    service = ElementTree.SubElement(root, "Service", name="OGCAPICoverage")  # it fills in any address
    add_element(service, "ServerUrl", f"{request}&{_TILE}")
    corners = {
        "UpperLeftX": coverage.left,
        "UpperLeftY": coverage.top,
        "LowerRightX": coverage.left + coverage.width * coverage.across,
        "LowerRightY": coverage.top - coverage.height * coverage.down,
    }
    add_window(root, corners, SizeX=coverage.width, SizeY=coverage.height)
    with_pixels(root, coverage.crs, BLOCK, bands + has_alpha)
    add_element(root, "DataType", gdal.GetDataTypeName(kind))
    if not has_alpha:
        value = nodata if nodata is not None else -9999.0 if kind in _FLOATS else 0.0
        ElementTree.SubElement(root, "DataValues", NoData=repr(value))
    return root


def _query(source: ServiceSource, coverage: Coverage) -> str:
    time = source.dimension_values.get("time", "")
    return (
        f"SERVICE=WCS&VERSION=1.0.0&REQUEST=GetCoverage&COVERAGE={quote(source.layers)}"
        f"&CRS={coverage.crs}&FORMAT={quote(coverage.format, safe='/')}" + (f"&TIME={quote(time)}" if time else "")
    )


def _described(source: ServiceSource) -> Coverage:
    query = f"SERVICE=WCS&VERSION=1.0.0&REQUEST=DescribeCoverage&COVERAGE={quote(source.layers)}"
    content = fetched(with_query(source.url, query), source.authcfg).decode("utf-8", errors="replace")
    root = parsed(content, "CoverageDescription") or []
    for offering in children(root, "CoverageOffering"):
        if text_of(offering, "name") == source.layers:
            return _coverage(source, offering)
    raise InputError(
        f"The WCS does not describe a coverage {source.layers} in version 1.0.0.",
        "Check its name, or save the area as a GeoTIFF.",
    )


def _coverage(source: ServiceSource, offering: Node) -> Coverage:
    domain = descendant(offering, "domainSet", "spatialDomain")
    envelope, grid = descendant(domain, "Envelope"), descendant(domain, "RectifiedGrid")
    try:
        (left, bottom), (right, top) = (_numbers(one) for one in children(envelope, "pos"))
        (across, turn), (other_turn, down) = (_numbers(one) for one in children(grid, "offsetVector"))
    except ValueError:
        left = bottom = right = top = across = down = turn = other_turn = 0.0
    across, down = abs(across), abs(down)
    if turn or other_turn or not (across and down and left < right and bottom < top):
        raise InputError(
            f"The WCS does not say where the pixels of {source.layers} lie, or they are not north-up.",
            "Save the area as a GeoTIFF.",
        )
    name = attribute(grid, "srsName") or attribute(envelope, "srsName")
    code = re.search(r"EPSG(?:/\d+/|:[\d.]*:|:|/0/)(\d+)$", name)
    width, height = round((right - left) / across), round((top - bottom) / down)
    formats = [own_text(one) for one in children(descendant(offering, "supportedFormats"), "formats")]
    tiff = next((one for one in " ".join(formats).split() if "tif" in one.lower()), source.format)
    return Coverage(f"EPSG:{code.group(1)}" if code else name, left, top, across, down, width, height, tiff)


def _numbers(node: Node) -> tuple[float, float]:
    first, second, *_ = map(float, own_text(node).replace(",", " ").split())
    return first, second


def _sample(source: ServiceSource, coverage: Coverage, request: str) -> tuple[int, int, float | None]:
    """Number of bands, data type and nodata value of the coverage's first pixels."""
    right, bottom = coverage.left + _SAMPLE * coverage.across, coverage.top - _SAMPLE * coverage.down
    corner = f"BBOX={coverage.left!r},{bottom!r},{right!r},{coverage.top!r}&WIDTH={_SAMPLE}&HEIGHT={_SAMPLE}"
    content, name = fetched(f"{request}&{corner}", source.authcfg), "/vsimem/coverage-sample"
    gdal.FileFromMemBuffer(name, content)
    try:
        with quiet():
            dataset = gdal.Open(name)
            band = dataset.GetRasterBand(1)
            return dataset.RasterCount, band.DataType, band.GetNoDataValue()
    except RuntimeError as error:
        raise InputError(
            f"The WCS sends something else than a GeoTIFF of {source.layers}.", "Choose another service or format."
        ) from error
    finally:
        gdal.Unlink(name)
