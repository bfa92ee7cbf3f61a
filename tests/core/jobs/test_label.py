"""The part of a reference's polygons that becomes annotations."""

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from alcd_core.imagery.grid import Tiling
from alcd_core.jobs.runners.label import cut_pieces

TILING = Tiling(320, 256, 64, 16)
BOXES = [shapely.box(w.x, w.y, w.x + w.width, w.y + w.height) for _, _, w in TILING.windows()]


def slowly_cut(reference, fresh, covered):
    """Every polygon with the union of all tiles."""
    region = shapely.difference(shapely.union_all(fresh), shapely.union_all(covered))
    cut = [
        (piece, name)
        for polygon, name in reference
        for piece in shapely.get_parts(shapely.intersection(polygon, region))
    ]
    return [(piece, name) for piece, name in cut if piece.geom_type == "Polygon" and not piece.is_empty]


def in_order(pieces):
    """Pieces in an order that does not depend on how they were cut."""
    whole = [(shapely.normalize(piece), name) for piece, name in pieces]
    return sorted(whole, key=lambda one: (one[1], *one[0].bounds, one[0].area))


def outline(x, y, sides, radius, turn):
    angles = turn + np.arange(sides) * 2 * np.pi / sides
    return shapely.Polygon(np.column_stack([x + radius * np.cos(angles), y + radius * np.sin(angles)]))


polygons = st.one_of(
    st.builds(
        outline, st.floats(-20, 340), st.floats(-20, 276), st.integers(3, 9), st.floats(2, 150), st.floats(0, 6.28)
    ),
    st.builds(  # with edges on those of the tiles
        lambda x, y, width, height: shapely.box(16 * x, 16 * y, 16 * (x + width), 16 * (y + height)),
        *(st.integers(-1, 20), st.integers(-1, 16), st.integers(1, 8), st.integers(1, 8)),
    ),
)
states = st.lists(st.sampled_from(["new", "labelled", "other"]), min_size=len(BOXES), max_size=len(BOXES))


@given(st.lists(st.tuples(polygons, st.sampled_from(["change", "ignore"])), max_size=8), states)
def test_the_pieces_equal_the_intersection_with_the_union_of_all_tiles(reference, of_tiles):
    fresh = [box for box, state in zip(BOXES, of_tiles) if state == "new"]
    covered = [box for box, state in zip(BOXES, of_tiles) if state == "labelled"]
    found, expected = (in_order(cut(reference, fresh, covered)) for cut in (cut_pieces, slowly_cut))
    assert [name for _, name in found] == [name for _, name in expected]
    for (piece, _), (slow, _) in zip(found, expected):
        assert shapely.symmetric_difference(piece, slow).area < 1e-6


def test_a_polygon_that_only_touches_a_tile_gives_no_piece():
    assert cut_pieces([(shapely.box(64, 0, 80, 64), "change")], [shapely.box(0, 0, 64, 64)], []) == []


def test_labelled_tiles_keep_the_ground_that_they_share():
    (piece, _), *others = cut_pieces([(shapely.box(40, 10, 90, 20), "change")], [BOXES[1]], [BOXES[0]])
    assert others == []
    assert piece.equals(shapely.box(64, 10, 90, 20))
