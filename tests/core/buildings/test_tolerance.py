"""The tolerance measured on an image: by how much footprints lie off the edges in it."""

import numpy as np
import pytest
import shapely
from odd_layers import GRID

from alcd_core.buildings.tolerance import best_shift, measured_tolerance, outline_points
from alcd_core.imagery.grid import Grid

HOUSES = [(40 + 60 * (n % 8), 40 + 60 * (n // 8), 14 + n % 9, 16 + n % 5) for n in range(40)]


def town(gsd=0.5, contrast=60.0, seed=0):
    """An image of houses on grainy ground, a reader for it, and its grid."""
    random = np.random.default_rng(seed)
    scale = 0.5 / gsd
    size = round(560 * scale)
    image = random.normal(90, 12, (size, size))
    for x, y, width, height in HOUSES:
        left, top, right, bottom = (round(side * scale) for side in (x, y, x + width, y + height))
        image[top:bottom, left:right] += contrast
    grid = Grid(GRID.crs, GRID.left, GRID.top, gsd, gsd, size, size)

    def read(window):
        rows, columns = slice(window.y, window.y + window.height), slice(window.x, window.x + window.width)
        return image[rows, columns], np.ones((window.height, window.width), bool)

    return read, grid


def footprints(x=0.0, y=0.0, gsd=0.5):
    """The houses' outlines, shifted by metres to the right and down, in pixels."""
    boxes = [shapely.box(a, b, a + width, b + height) for a, b, width, height in HOUSES]
    scaled = [shapely.affinity.scale(one, 0.5 / gsd, 0.5 / gsd, origin=(0, 0)) for one in boxes]
    return [shapely.affinity.translate(one, x / gsd, y / gsd) for one in scaled]


@pytest.mark.parametrize("gsd", [0.1, 0.25, 0.5, 1.0])
@pytest.mark.parametrize(("x", "y"), [(0, 0), (2, 0), (-1, 2), (0, -3)])
def test_a_known_shift_is_found(gsd, x, y):
    read, grid = town(gsd)
    found = measured_tolerance(footprints(x, y, gsd), grid, read)
    step = max(gsd, 0.4)
    assert found.source == "measured" and found.footprints >= 30
    assert found.shift == pytest.approx(np.hypot(x, y), abs=step)
    assert np.hypot(x, y) <= found.metres <= np.hypot(x, y) + 2 * step
    assert f"measured on {found.footprints} footprints" in found.sentence()


def test_the_shift_leads_back_to_the_edges():
    read, grid = town()
    shifts = np.array([best_shift(one, grid, read) for one in footprints(1.5, -1.0)])
    assert np.median(shifts, axis=0) == pytest.approx([-3, 2], abs=0.5)


def test_a_footprint_of_half_a_town_is_not_compared_with_the_image():
    grid = Grid(GRID.crs, GRID.left, GRID.top, 0.1, 0.1, 100_000, 100_000)
    town = shapely.MultiPolygon([shapely.box(500, 500, 600, 600), shapely.box(90_000, 90_000, 90_100, 90_100)])
    assert best_shift(town, grid, lambda _: pytest.fail("would fill the memory")) is None


@pytest.mark.parametrize("case", ["no contrast", "few footprints", "no data", "beyond the edge"])
def test_what_cannot_be_measured_is_not(case):
    read, grid = town(contrast=0.0 if case == "no contrast" else 60.0)
    given = footprints()[:10] if case == "few footprints" else footprints()
    if case == "no data":
        found = measured_tolerance(given, grid, lambda window: (read(window)[0], ~read(window)[1]))
    elif case == "beyond the edge":
        found = measured_tolerance([shapely.affinity.translate(one, 550, 0) for one in given], grid, read)
    else:
        found = measured_tolerance(given, grid, read)
    assert (found.metres, found.source, found.shift) == (1.5, "default", None)
    assert found.footprints < 20 and "the default, because only" in found.sentence()


def test_outlines_are_sampled_evenly_with_normals_across():
    ring = shapely.box(0, 0, 10, 4).difference(shapely.box(2, 1, 4, 3))
    points, normals = outline_points(ring)
    assert len(points) == 28 + 8
    assert np.allclose(np.hypot(*normals.T), 1)
    beside = shapely.points(points + 0.1 * normals), shapely.points(points - 0.1 * normals)
    assert (shapely.contains(ring, beside[0]) != shapely.contains(ring, beside[1])).all()
