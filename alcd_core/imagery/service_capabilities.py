"""The part of a WMTS's capabilities that describes one layer, as it is kept with a campaign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import InputError
from ..web_address import refuse_login
from .gdal_library import gdal
from .xml_tree import Node, children, is_element, parsed, text_of


@dataclass(frozen=True)
class KeptCapabilities:
    """``text``: capabilities with one layer and one tile matrix set, whose matrices come from the coarsest to the
    finest. ``finest``: index of the last one. ``tile_width``, ``tile_height``: in pixels, the same in all matrices."""

    text: str
    finest: int
    tile_width: int
    tile_height: int


def kept_capabilities(content: str, layer: str, matrix_set: str, dimensions: Mapping[str, str]) -> KeptCapabilities:
    """What is needed of the capabilities for a layer.

    ``dimensions``: values in place of the defaults, such as a year. GDAL would take the matrices in the order in which
    they are listed, also those for which the layer has no tiles, and the defaults of all dimensions.
    Raises InputError if the service has no such layer, tile matrix set or dimension, or if an address in the
    capabilities contains a login, a key or a token.
    """
    root = _root(content)
    contents = next(children(root, "Contents"), [])
    found = _named(contents, "Layer", layer)
    links = [one for one in children(found, "TileMatrixSetLink") if text_of(one, "TileMatrixSet") == matrix_set]
    if not links:
        raise InputError(f"The layer {layer} has no tile matrix set {matrix_set}.", "Add the layer to QGIS again.")
    matrix_list = _named(contents, "TileMatrixSet", matrix_set)
    matrices = _matrices(matrix_list, links[0])
    _set_dimensions(found, dimensions)
    matrix_list[:] = [one for one in matrix_list if not is_element(one, "TileMatrix")] + matrices
    contents[:] = [*contents[:2], found, matrix_list]
    _refuse_logins(root)
    width, height = _tile_size(matrices[-1])
    return KeptCapabilities(gdal.SerializeXMLTree(root), len(matrices) - 1, width, height)


def _root(content: str) -> Node:
    root = parsed(content, "Capabilities")
    if root is None:
        raise InputError("The capabilities of the WMTS cannot be read.", "Open its address in a browser.")
    return root


def _matrices(matrix_list: Node, link: Node) -> list[Node]:
    """The matrices with tiles of the layer, from the coarsest to the finest, as far as their tiles are of one size."""
    limits = next(children(link, "TileMatrixSetLimits"), [])
    limited = {text_of(one, "TileMatrix") for one in children(limits, "TileMatrixLimits")}
    try:
        every = sorted(
            (one for one in children(matrix_list, "TileMatrix") if int(text_of(one, "MatrixWidth")) > 0),
            key=lambda one: -float(text_of(one, "ScaleDenominator")),
        )
        usable = [one for one in every if not limited or text_of(one, "Identifier") in limited]
        found = [one for one in usable if _tile_size(one) == _tile_size(usable[-1])]
    except ValueError:
        found = []
    if not found:
        raise InputError("The WMTS describes no tiles of the layer.", "Add the layer to QGIS again.")
    return found


def _tile_size(matrix: Node) -> tuple[int, int]:
    return int(text_of(matrix, "TileWidth")), int(text_of(matrix, "TileHeight"))


def _set_dimensions(layer: Node, values: Mapping[str, str]) -> None:
    dimensions = {text_of(one, "Identifier").lower(): one for one in children(layer, "Dimension")}
    for name, value in values.items():
        default = next(children(dimensions.get(name.lower(), []), "Default"), None)
        if default is None:
            raise InputError(f"The WMTS layer has no dimension {name}.", "Add the layer to QGIS again.")
        default[2:] = [[gdal.CXT_Text, value]]


def _refuse_logins(node: Node) -> None:
    """Raise InputError if an attribute, such as a template of addresses, contains a login, a key or a token."""
    for child in node[2:]:
        if child[0] == gdal.CXT_Attribute and len(child) > 2:
            refuse_login(child[2][1])
        elif child[0] == gdal.CXT_Element:
            _refuse_logins(child)


def _named(parent: Node, name: str, identifier: str) -> Node:
    for one in children(parent, name):
        if text_of(one, "Identifier") == identifier:
            return one
    raise InputError(f"The WMTS has no {name} {identifier}.", "Add the layer to QGIS again.")
