"""Annotations and proposals: the polygons of a campaign."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any, Iterable, List, NamedTuple, Optional, Sequence, Tuple, Union

from .geometry import add_header, as_multipolygon, blob_bounds, strip_header
from .validation import damaged_row

ANNOTATION_CLASSES = ("change", "ignore")


@dataclass(frozen=True)
class Proposal:
    """A predicted change polygon (WKB in the grid's CRS) of a queried tile; ``mean_probability`` over it, 0 to 1."""

    tile_id: int
    wkb: bytes
    mean_probability: float


class NewAnnotation(NamedTuple):
    """A polygon to write: WKB in the grid's CRS, its class, and the kind of change where it is known."""

    wkb: bytes
    name: str
    kind: Optional[str] = None


def read_annotations(connection: sqlite3.Connection) -> List[Tuple[bytes, str]]:
    """WKB (polygons and multipolygons, grid's CRS) and class of every annotation that has a geometry.

    Raises CampaignError if one is invalid.
    """
    rows = connection.execute(
        "SELECT fid, geom, coalesce(class, 'change') FROM annotations WHERE geom IS NOT NULL ORDER BY fid"
    ).fetchall()
    shapes = [(_outline(fid, blob), _known_class(fid, name)) for fid, blob, name in rows]
    return [(wkb, name) for wkb, name in shapes if wkb is not None]


def _outline(fid: int, blob: Any) -> Optional[bytes]:
    """The WKB in an annotation's blob; None if the geometry is empty."""
    try:
        return None if blob_bounds(blob) is None else strip_header(blob)
    except (TypeError, ValueError) as error:
        raise damaged_row("annotations", fid, "geom") from error


def _known_class(fid: int, name: Any) -> str:
    if name not in ANNOTATION_CLASSES:
        raise damaged_row("annotations", fid, "class")
    return str(name)


def insert_annotations(
    connection: sqlite3.Connection,
    annotations: Iterable[Union[Tuple[bytes, str], NewAnnotation]],
    srs_id: int,
    source: str,
    author: str,
) -> int:
    """Write polygons or multipolygons with their classes and kinds, except those that exist already.

    Returns how many were written. Raises ValueError if a WKB is not a polygon.
    """
    present = set(read_annotations(connection))
    given = [NewAnnotation(*one) for one in annotations]
    unique = {(as_multipolygon(one.wkb), one.name): one.kind for one in given}
    new = [
        (add_header(wkb, srs_id), name, kind, source, author)
        for (wkb, name), kind in unique.items()
        if (wkb, name) not in present
    ]
    connection.executemany("INSERT INTO annotations (geom, class, kind, source, author) VALUES (?, ?, ?, ?, ?)", new)
    return len(new)


def delete_within(
    connection: sqlite3.Connection,
    rectangles: Iterable[Tuple[float, float, float, float]],
    source: str,
    tolerance: float,
) -> None:
    """Delete the annotations of one source that lie completely within one of the rectangles (left, bottom, right, top).

    ``tolerance``: how far they may extend beyond its edges, in CRS units.
    """
    for left, bottom, right, top in rectangles:
        connection.execute(
            "DELETE FROM annotations WHERE source = ?1 AND fid IN (SELECT id FROM rtree_annotations_geom"
            " WHERE minx >= ?2 AND miny >= ?3 AND maxx <= ?4 AND maxy <= ?5)",
            (source, left - tolerance, bottom - tolerance, right + tolerance, top + tolerance),
        )


def replace_proposals(
    connection: sqlite3.Connection, proposals: Sequence[Proposal], srs_id: int, round_number: int
) -> None:
    """Replace all proposals by new ones."""
    connection.execute("DELETE FROM proposals")
    connection.executemany(
        "INSERT INTO proposals (geom, tile_id, mean_probability, round) VALUES (?, ?, ?, ?)",
        [
            (add_header(proposal.wkb, srs_id), int(proposal.tile_id), float(proposal.mean_probability), round_number)
            for proposal in proposals
        ],
    )
