"""Conversion between WKB and GeoPackage geometry blobs (OGC 12-128r17, clause 2.1.3).

WKB here is OGC WKB: 2D, or ISO Z/M as other programs may write it. Bounds are in the standard's order:
minimum x, maximum x, minimum y, maximum y, in CRS units.
"""

from __future__ import annotations

import struct
from typing import List, Optional, Tuple

Bounds = Tuple[float, float, float, float]

_FIXED_HEADER = 8
_ENVELOPE_DOUBLES = {0: 0, 1: 4, 2: 6, 3: 6, 4: 8}
_LITTLE_ENDIAN = 0b1
_EMPTY = 0b10000
_EXTENDED = 0b100000
_ENVELOPE_XY = 1 << 1
_POLYGON, _MULTIPOLYGON = 3, 6


def add_header(wkb: bytes, srs_id: int) -> bytes:
    """The GeoPackage blob of a polygon or multipolygon. Raises ValueError if ``wkb`` is not one."""
    bounds = wkb_bounds(wkb)
    if bounds is None:
        return struct.pack("<2sBBi", b"GP", 0, _LITTLE_ENDIAN | _EMPTY, srs_id) + wkb
    return struct.pack("<2sBBi4d", b"GP", 0, _LITTLE_ENDIAN | _ENVELOPE_XY, srs_id, *bounds) + wkb


def strip_header(blob: bytes) -> bytes:
    """The WKB in a GeoPackage blob, whichever program wrote it. Raises ValueError if it is not such a blob."""
    return blob[_wkb_offset(blob) :]


def blob_bounds(blob: bytes) -> Optional[Bounds]:
    """Bounds of a GeoPackage blob, None if its geometry is empty. Raises ValueError if it is not such a blob."""
    start = _wkb_offset(blob)
    if blob[3] & _EMPTY:
        return None
    if start == _FIXED_HEADER:
        return wkb_bounds(blob[start:])
    order = "<" if blob[3] & _LITTLE_ENDIAN else ">"
    min_x, max_x, min_y, max_y = struct.unpack_from(order + "4d", blob, _FIXED_HEADER)
    return None if min_x != min_x else (min_x, max_x, min_y, max_y)  # NaN: the standard's other notation for "empty"


def wkb_bounds(wkb: bytes) -> Optional[Bounds]:
    """Bounds of a polygon or multipolygon, None if it is empty. Raises ValueError if ``wkb`` is not one."""
    xs: List[float] = []
    ys: List[float] = []
    try:
        _collect_points(wkb, 0, xs, ys)
    except (struct.error, IndexError) as error:
        raise ValueError("The WKB of a polygon is truncated.") from error
    if not xs:
        return None
    return (min(xs), max(xs), min(ys), max(ys))


def as_multipolygon(wkb: bytes) -> bytes:
    """The same geometry as a multipolygon: a polygon becomes its only part."""
    order = _byte_order(wkb, 0)
    (code,) = struct.unpack_from(order + "I", wkb, 1)
    if code % 1000 == _MULTIPOLYGON:
        return wkb
    return wkb[:1] + struct.pack(order + "II", code + _MULTIPOLYGON - _POLYGON, 1) + wkb


def rectangle(left: float, bottom: float, right: float, top: float) -> bytes:
    """WKB of a rectangle, counter-clockwise from its lower left corner."""
    ring = (left, bottom, right, bottom, right, top, left, top, left, bottom)
    return struct.pack("<BIII10d", 1, _POLYGON, 1, 5, *ring)


def _wkb_offset(blob: bytes) -> int:
    envelope = (blob[3] >> 1) & 0b111 if len(blob) >= _FIXED_HEADER else -1
    if blob[:2] != b"GP" or envelope not in _ENVELOPE_DOUBLES or blob[3] & _EXTENDED:
        raise ValueError("A geometry is not stored as the GeoPackage standard requires.")
    return _FIXED_HEADER + 8 * _ENVELOPE_DOUBLES[envelope]


def _byte_order(wkb: bytes, offset: int) -> str:
    if wkb[offset] not in (0, 1):
        raise ValueError("A geometry is not WKB.")
    return "<" if wkb[offset] == 1 else ">"


def _collect_points(
    wkb: bytes, offset: int, xs: List[float], ys: List[float], kinds: Tuple[int, ...] = (_POLYGON, _MULTIPOLYGON)
) -> int:
    """Append the points of the (multi)polygon at ``offset``; returns the offset after it."""
    order = _byte_order(wkb, offset)
    code, parts = struct.unpack_from(order + "II", wkb, offset + 1)
    kind, dimensions = code % 1000, {0: 2, 1: 3, 2: 3, 3: 4}.get(code // 1000)
    if kind not in kinds or dimensions is None:
        raise ValueError(f"A geometry of WKB type {code} is not a polygon.")
    offset += 9
    for _ in range(parts):
        if kind == _MULTIPOLYGON:
            offset = _collect_points(wkb, offset, xs, ys, kinds=(_POLYGON,))
            continue
        (points,) = struct.unpack_from(order + "I", wkb, offset)
        ordinates = struct.unpack_from(f"{order}{points * dimensions}d", wkb, offset + 4)
        xs.extend(ordinates[0::dimensions])
        ys.extend(ordinates[1::dimensions])
        offset += 4 + 8 * len(ordinates)
    return offset
