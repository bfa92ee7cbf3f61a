"""Parts of the descriptions of services, for GDAL's WMS driver."""

from __future__ import annotations

from xml.etree import ElementTree  # XML is only written here; GDAL reads it  # nosec B405


def add_element(parent: ElementTree.Element, name: str, value: str) -> None:
    """Add an element with a text."""
    ElementTree.SubElement(parent, name).text = value


def add_window(root: ElementTree.Element, corners: dict[str, float], **more: object) -> None:
    """Add the extent."""
    window = ElementTree.SubElement(root, "DataWindow")
    for name, value in {**corners, **more}.items():
        add_element(window, name, repr(value) if isinstance(value, float) else str(value))


def with_pixels(root: ElementTree.Element, crs: str, side: int, bands: int = 4) -> ElementTree.Element:
    """With CRS, size of the tiles and number of bands. Of four, the last one is alpha: GDAL makes it if the images have
    three."""
    for name, value in (("Projection", crs), ("BlockSizeX", side), ("BlockSizeY", side), ("BandsCount", bands)):
        add_element(root, name, str(value))
    return root
