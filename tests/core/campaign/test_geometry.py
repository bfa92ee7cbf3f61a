import struct

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from alcd_core.campaign.geometry import add_header, as_multipolygon, blob_bounds, rectangle, strip_header, wkb_bounds

coordinate = st.floats(-1e7, 1e7, allow_nan=False)
square = st.builds(lambda x, y, side: shapely.box(x, y, x + side, y + side), coordinate, coordinate, st.floats(1, 1000))
polygons = st.one_of(square, st.lists(square, min_size=1, max_size=4).map(shapely.MultiPolygon))
HOLED = shapely.box(0, 0, 10, 10).difference(shapely.box(2, 2, 3, 3))


@given(polygons, st.sampled_from([0, 1]))
def test_a_geometry_survives_its_header_and_has_the_bounds_that_shapely_finds(geometry, byte_order):
    wkb = shapely.to_wkb(geometry, byte_order=byte_order)
    blob = add_header(wkb, 32633)
    left, bottom, right, top = geometry.bounds
    assert strip_header(blob) == wkb
    assert blob_bounds(blob) == wkb_bounds(wkb) == (left, right, bottom, top)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("kind", "doubles"), [(0, 0), (1, 4), (2, 6), (3, 6), (4, 8)])
def test_every_header_of_the_standard_is_understood(order, kind, doubles):
    wkb = shapely.to_wkb(HOLED)
    envelope = [0.0, 10.0, 0.0, 10.0, 5.0, 6.0, 7.0, 8.0][:doubles]
    flags = kind << 1 | (order == "<")
    blob = struct.pack(f"{order}2sBBi{doubles}d", b"GP", 0, flags, 4326, *envelope) + wkb
    assert strip_header(blob) == wkb
    assert blob_bounds(blob) == (0, 10, 0, 10)


def test_heights_and_measures_do_not_enter_the_bounds():
    solid = shapely.force_3d(HOLED, 99.0)
    assert wkb_bounds(shapely.to_wkb(solid, flavor="iso", output_dimension=3)) == (0, 10, 0, 10)


def test_a_polygon_becomes_the_only_part_of_a_multipolygon():
    for byte_order in (0, 1):
        multi = shapely.from_wkb(as_multipolygon(shapely.to_wkb(HOLED, byte_order=byte_order)))
        assert multi.geom_type == "MultiPolygon"
        assert multi.geoms[0].equals_exact(HOLED)
    assert as_multipolygon(shapely.to_wkb(shapely.MultiPolygon([HOLED]))) == shapely.to_wkb(
        shapely.MultiPolygon([HOLED])
    )


def test_an_empty_geometry_has_no_bounds():
    assert blob_bounds(add_header(shapely.to_wkb(shapely.MultiPolygon()), 1)) is None


def test_a_geometry_that_is_not_a_polygon_is_refused():
    wkb = shapely.to_wkb(HOLED)
    for wrong in (shapely.to_wkb(shapely.Point(1, 2)), wkb[:-3], wkb[:4], b"", b"\x07" + wkb[1:]):
        with pytest.raises(ValueError):
            wkb_bounds(wrong)
    for blob in (b"", b"GP", b"XX" + add_header(wkb, 1)[2:], wkb):
        with pytest.raises(ValueError):
            strip_header(blob)


def test_a_rectangle_has_the_given_corners():
    assert shapely.from_wkb(rectangle(1, 2, 3, 4)).equals(shapely.box(1, 2, 3, 4))


def test_a_multipolygon_of_multipolygons_is_refused_however_deep():
    wkb = shapely.to_wkb(HOLED)
    for _ in range(5000):
        wkb = struct.pack("<BII", 1, 6, 1) + wkb
    with pytest.raises(ValueError, match="not a polygon"):
        wkb_bounds(wkb)
