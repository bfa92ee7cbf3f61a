"""Reading XML that a server sent, with GDAL's parser, which expands no entities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .gdal_library import gdal, quiet

Node = list[Any]
"""A part of a document: [type, name or text, child, ...]. Names are compared without their namespaces."""


def parsed(content: str, root: str) -> Node | None:
    """The root element, of this name; None if the document has another one, or is not XML."""
    try:
        with quiet():
            document = gdal.ParseXMLString(content)
    except RuntimeError:
        return None
    return next((one for one in [document, *(document or [])[2:]] if is_element(one, root)), None)


def is_element(node: Any, name: str) -> bool:
    """Whether a node is an element of this name."""
    return isinstance(node, list) and node[0] == gdal.CXT_Element and node[1].rpartition(":")[2] == name


def children(node: Node, name: str) -> Iterator[Node]:
    """The children of an element with this name."""
    return (child for child in node[2:] if is_element(child, name))


def descendant(node: Node, *names: str) -> Node:
    """The first child of the first child ... with these names; empty if there is none."""
    for name in names:
        node = next(children(node, name), [])
    return node


def attribute(node: Node, name: str) -> str:
    """The value of an attribute; empty if there is none."""
    found = (one for one in node[2:] if one[0] == gdal.CXT_Attribute and one[1].rpartition(":")[2] == name)
    return next((str(one[2][1]) for one in found if len(one) > 2), "")


def own_text(node: Node) -> str:
    """The text of an element."""
    return "".join(one[1] for one in node[2:] if one[0] == gdal.CXT_Text).strip()


def text_of(node: Node, name: str) -> str:
    """The text of a child; empty if there is none."""
    return own_text(descendant(node, name))
