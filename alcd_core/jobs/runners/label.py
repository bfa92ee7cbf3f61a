"""Runs ``label``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import shapely

from ...campaign.annotations import NewAnnotation
from ...campaign.campaign import Campaign
from ...campaign.tiles import AUDIT, LABELLED, QUERIED, SKIPPED, TILE_CLASSES, UNLABELLED, Tile
from ...errors import InputError
from ...imagery.raster_tiles import RasterTiles
from ...learning.tile_class import tile_class
from ...progress import Reporter
from ..helpers.label_source import Sort, check_sources, read_source
from ..helpers.session import aligned_pair, annotated_areas, working_on
from ..label import Label

SOURCE = "reference"
Piece = tuple[shapely.Polygon, Sort]
"""A polygon of the reference, cut to tiles, with its class and kind."""


def run(parameters: Label, reporter: Reporter) -> dict[str, Any]:
    """Clip the reference to the tiles, and write annotations, classes and states."""
    check_sources(parameters)
    with working_on(parameters.campaign, "label") as campaign:
        chosen = _chosen_tiles(campaign, parameters.tiles)
        new = [tile for tile in chosen if tile.state != LABELLED]
        reporter.progress(0.0, "Reading the reference")
        windows = [tile.window for tile in new]
        found = read_source(parameters, campaign.description.grid, windows, reporter.part(0.0, 0.1))
        reference = found.polygons
        pieces = _cut(campaign, reference, new)
        classes = _classes(campaign, pieces, new, reporter.part(0.1, 0.95))
        reporter.progress(0.95, "Writing the labels")
        while not _write(campaign, pieces, classes, new, parameters.split):
            # The analyst has labelled or skipped some of them meanwhile, and people take precedence over the reference.
            new = _still_open(campaign, new)
            classes = {tile.tile_id: classes[tile.tile_id] for tile in new}
            pieces = _cut(campaign, reference, new)
    return {**_result(parameters, classes, len(chosen) - len(new), found.words), **found.result}


def _write(
    campaign: Campaign, pieces: Sequence[Piece], classes: dict[int, str], new: Sequence[Tile], split: str
) -> bool:
    """Write the labels, unless the state of a tile has changed since it was read. Returns whether they were written."""
    round_number = max((one.round for one in campaign.rounds()), default=0)
    annotations = [NewAnnotation(shapely.to_wkb(piece), *sort) for piece, sort in pieces]
    seen = {tile.tile_id: tile.state for tile in new}
    return campaign.write_labels(annotations, classes, split, round_number, SOURCE, seen=seen) is not None


def _still_open(campaign: Campaign, tiles: Sequence[Tile]) -> list[Tile]:
    """The tiles that nobody has labelled or skipped since they were read, in their present state."""
    now = {tile.tile_id: tile for tile in campaign.tiles(tile_ids=[tile.tile_id for tile in tiles])}
    ours = (QUERIED, UNLABELLED)
    return [
        now[tile.tile_id]
        for tile in tiles
        if now[tile.tile_id].state == tile.state or (now[tile.tile_id].state in ours and tile.state in ours)
    ]


def _chosen_tiles(campaign: Campaign, choice: str) -> list[Tile]:
    if choice == "queried":
        tiles = campaign.tiles(state=QUERIED)
        if not tiles:
            raise InputError(
                "No tile is queried.", "Run suggest or query first, or choose tiles with --tiles all or 12,57."
            )
        return tiles
    if choice == "audit":
        return _audit_tiles(campaign)
    if choice == "all":  # skipped tiles, and those of an audit, are only labelled if they are asked for
        return [tile for tile in campaign.tiles() if tile.state != SKIPPED and tile.split != AUDIT]
    wanted = _identifiers(choice)
    tiles = campaign.tiles(tile_ids=wanted)
    unknown = wanted - {tile.tile_id for tile in tiles}
    if unknown:
        raise InputError(f"The campaign has no tile {min(unknown)}.", f"Its tiles are 1 to {campaign.counts().total}.")
    return tiles


def _audit_tiles(campaign: Campaign) -> list[Tile]:
    latest = campaign.latest_audit()
    if latest is None or latest.spent is not None:
        raise InputError("No audit is open.", "Draw one with audit first.")
    return [tile for tile in campaign.audit_queue(latest.audit) if tile.state != SKIPPED]


def _identifiers(text: str) -> set[int]:
    try:
        return {int(part) for part in text.split(",")}
    except ValueError as error:
        raise InputError(
            f"The tiles {text!r} are not a list of numbers.", "Use queried, audit, all, or numbers as in 12,57."
        ) from error


def _cut(campaign: Campaign, reference: Sequence[Piece], new: Sequence[Tile]) -> list[Piece]:
    """The reference within the new tiles, without the parts that labelled neighbours already cover."""
    bounds = campaign.description.grid.window_bounds
    fresh, covered = (
        [shapely.box(*bounds(tile.window)) for tile in tiles] for tiles in (new, campaign.tiles(state=LABELLED))
    )
    return cut_pieces(reference, fresh, covered)


def cut_pieces(
    reference: Sequence[Piece], fresh: Sequence[shapely.Polygon], covered: Sequence[shapely.Polygon]
) -> list[Piece]:
    """The parts of the reference's polygons inside the ``fresh`` rectangles and outside the ``covered`` ones.

    Each polygon is compared only with the rectangles near it, so the work per polygon does not grow with the region.
    """
    inside, outside = shapely.STRtree(fresh), shapely.STRtree(covered)
    cut = []
    for polygon, sort in reference:
        near = inside.query(polygon, predicate="intersects")
        if len(near):
            taken = outside.geometries[outside.query(polygon, predicate="intersects")]
            region = shapely.difference(shapely.union_all(inside.geometries[near]), shapely.union_all(taken))
            cut += [(piece, sort) for piece in shapely.get_parts(shapely.intersection(polygon, region))]
    return [(piece, sort) for piece, sort in cut if piece.geom_type == "Polygon" and not piece.is_empty]


def _classes(campaign: Campaign, pieces: Sequence[Piece], tiles: Sequence[Tile], reporter: Reporter) -> dict[int, str]:
    """Class of every tile, from the new pieces and the earlier annotations in overlapping tiles."""
    earlier, new = annotated_areas(campaign), [(piece, name) for piece, (name, _) in pieces]
    source = RasterTiles(aligned_pair(campaign), {tile.tile_id: tile.window for tile in tiles}, [*earlier, *new])
    classes = {}
    for done, tile in enumerate(tiles):
        reporter.progress(done / len(tiles), f"Labelling {len(tiles)} tiles")
        classes[tile.tile_id] = tile_class(source.read([tile.tile_id]).labels[0])
    return classes


def _result(parameters: Label, classes: dict[int, str], left_alone: int, about: str) -> dict[str, Any]:
    counts = {name: list(classes.values()).count(name) for name in TILE_CLASSES}
    words = ", ".join(f"{number} {name}" for name, number in counts.items())
    purpose = "the audit" if parameters.tiles == "audit" else parameters.split
    summary = f"{len(classes)} tiles labelled for {purpose}: {words}."
    if left_alone:
        summary += f" {left_alone} were already labelled or skipped and are unchanged."
    summary = "\n".join(filter(None, [about, summary]))
    return {"summary": summary, "campaign": parameters.campaign, "labelled": len(classes), **counts}
