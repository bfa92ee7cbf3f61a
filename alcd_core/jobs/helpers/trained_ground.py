"""The ground that a model was trained on. It contains no test tile, and the model is never measured on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ...campaign.campaign import FILE_NAME, Campaign, open_campaign
from ...campaign.tiles import HELD_OUT_SPLITS, Tile
from ...errors import AlcdError, ModelError
from ...imagery.bending import reproject_polygons
from ...imagery.gdal_library import osr, point_transform, spatial_reference
from ...imagery.grid import MINIMUM_VALID_FRACTION, Grid
from ...imagery.polygon_arrays import make_valid
from ...imagery.raster_tiles import TRAINED_ON_CLASS, label_index
from ...imagery.vector import IGNORE_CLASS
from ...network.card import ModelCard

Areas = list[tuple[BaseGeometry, str]]
"""Polygons in the grid's CRS and their class, to be rasterised."""
Ground = tuple[tuple[str, str], ...]
"""Ground as stored in a card: pairs of a CRS and a multipolygon in it, both WKT."""


def held_out_tiles(campaign: Campaign) -> list[Tile]:
    """The tiles no pixel of which is trained on."""
    return [tile for split in HELD_OUT_SPLITS for tile in campaign.tiles(split=split)]


def ignored_tiles(grid: Grid, tiles: Iterable[Tile]) -> Areas:
    """Whole tiles as areas that do not count."""
    return [(area, IGNORE_CLASS) for area in _outlines(grid, tiles)]


def trainable_tiles(grid: Grid, tiles: Sequence[Tile], held_out: Sequence[Tile]) -> list[Tile]:
    """The tiles of which a share of at least MINIMUM_VALID_FRACTION lies outside the held-out ones."""
    taken = shapely.union_all(_outlines(grid, held_out))
    outlines = np.array(_outlines(grid, tiles))
    left = shapely.area(shapely.difference(outlines, taken)) / shapely.area(outlines)
    return [tile for tile, share in zip(tiles, left) if share >= MINIMUM_VALID_FRACTION]


def held_out_share(grid: Grid, tiles: Sequence[Tile], held_out: Sequence[Tile]) -> float:
    """Share of the tiles' ground that lies in held-out tiles, 0 to 1."""
    ground = shapely.union_all(_outlines(grid, tiles))
    return float(shapely.intersection(ground, shapely.union_all(_outlines(grid, held_out))).area / ground.area)


def training_ground(
    grid: Grid, tiles: Sequence[Tile], held_out: Sequence[Tile], earlier: tuple[Path, ModelCard] | None
) -> Ground:
    """The ground for the card of a model trained on these tiles: its own, and that of the model it starts from.

    ``earlier``: folder and card of the latter.
    """
    own = shapely.difference(shapely.union_all(_outlines(grid, tiles)), shapely.union_all(_outlines(grid, held_out)))
    before = [] if earlier is None else _recorded(*earlier, grid)
    areas = [own, *(area for crs, area in before if crs == grid.crs)]
    others = [(crs, shapely.to_wkt(area, rounding_precision=-1)) for crs, area in before if crs != grid.crs]
    return ((grid.crs, shapely.to_wkt(shapely.union_all(areas), rounding_precision=-1)), *others)


def trained_on(folder: Path, card: ModelCard, grid: Grid) -> Areas:
    """The ground that a model has seen, in the grid's CRS.

    If neither its card nor its campaign records it, the model counts as having seen everything. Raises ModelError if
    the card is damaged.
    """
    areas: Areas = []
    for crs, area in _recorded(folder, card, grid):
        try:
            source = spatial_reference(crs)
        except (AlcdError, RuntimeError) as error:
            raise _damaged(folder, error) from error
        parts = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
        areas += [(polygon, TRAINED_ON_CLASS) for polygon in _on_grid(parts, source, grid)]
    return areas


def _on_grid(parts: list[BaseGeometry], source: osr.SpatialReference, grid: Grid) -> list[BaseGeometry]:
    """Polygons in the grid's CRS, repaired, accurate to a tenth of a pixel; without those that cannot be projected."""
    target, polygons = spatial_reference(grid.crs), np.array(parts, dtype=object)
    if not source.IsSame(target) and len(polygons):
        polygons = reproject_polygons(polygons, point_transform(source, target), grid.pixel_size / 10)
    valid = make_valid(polygons[shapely.is_geometry(polygons)])
    return [part for part in shapely.get_parts(valid) if part.geom_type == "Polygon" and part.area > 0]


def seen_tiles(grid: Grid, tiles: Iterable[Tile], ground: Areas) -> list[Tile]:
    """The tiles of which at least one pixel lies on the ground."""
    index = label_index(ground)
    return [tile for tile in tiles if index.rasterise(grid, tile.window).any()]


def has_unseen_core(campaign: Campaign, tiles: Iterable[Tile], ground: Areas) -> bool:
    """Whether the core cell of any tile has a pixel that the ground does not cover."""
    grid, tiling, index = campaign.description.grid, campaign.description.tiling, label_index(ground)
    return any(not index.rasterise(grid, tiling.core_cell(tile.row, tile.column)).all() for tile in tiles)


def _recorded(folder: Path, card: ModelCard, grid: Grid) -> list[tuple[str, BaseGeometry]]:
    """CRS and area of the ground that a model has seen, from its card; for an older card from the model's campaign."""
    if card.ground is None:
        return [_older_ground(folder, card) or (grid.crs, shapely.box(*grid.bounds))]
    try:
        return [(crs, shapely.make_valid(shapely.from_wkt(area))) for crs, area in card.ground]
    except shapely.errors.ShapelyError as error:
        raise _damaged(folder, error) from error


def _older_ground(folder: Path, card: ModelCard) -> tuple[str, BaseGeometry] | None:
    """The whole tiles that a model of an older format was trained on; None if it started from another model, or is not
    in its campaign's folder."""
    home = folder.resolve().parent.parent
    if card.encoder_weights.startswith("model ") or not (home / FILE_NAME).is_file():
        return None
    campaign = open_campaign(home, to_read=True)
    learnt = campaign.tiles(tile_ids=card.tile_ids)
    grid = campaign.description.grid
    return grid.crs, shapely.union_all(_outlines(grid, learnt))


def _outlines(grid: Grid, tiles: Iterable[Tile]) -> list[BaseGeometry]:
    return [shapely.box(*grid.window_bounds(tile.window)) for tile in tiles]


def _damaged(folder: Path, error: Exception) -> ModelError:
    return ModelError(
        f"The card of the model in {folder} is damaged: its ground cannot be read ({error}).", "Train the model again."
    )
