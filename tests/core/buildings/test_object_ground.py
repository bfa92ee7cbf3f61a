"""On which ground an outline lies, against counting all pixels of the whole map."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal
from rasters import write_raster

from alcd_core.buildings import object_ground
from alcd_core.buildings.object_ground import ELSEWHERE, IGNORED, MEASURED, NO_DATA, SEEN, ObjectGround
from alcd_core.imagery.grid import Window
from alcd_core.imagery.map_blocks import ProbabilityMap, blocks
from alcd_core.progress import Reporter

LEFT, TOP, SIZE = 2_600_000.0, 1_200_000.0, 48
CELLS = [Window(0, 0, 24, 24), Window(24, 24, 24, 24), Window(0, 24, 24, 24)]  # the upper right one is not measured
NO_VALUE = (slice(30, 40), slice(26, 38))


def outline(x, y, width, height):
    """A rectangle in pixels from the map's upper left corner; pixels are half a metre."""
    return shapely.box(LEFT + x / 2, TOP - (y + height) / 2, LEFT + (x + width) / 2, TOP - y / 2)


SEEN_AREA, IGNORED_AREA = outline(0, 0, 12, 20), outline(4, 16, 12, 20)


@pytest.fixture(scope="module")
def probability(tmp_path_factory):
    values = np.full((1, SIZE, SIZE), 0.5, np.float32)
    values[0][NO_VALUE] = -1
    path = write_raster(tmp_path_factory.mktemp("ground") / "map.tif", values)
    raster = gdal.Open(path, gdal.GA_Update)
    raster.GetRasterBand(1).SetNoDataValue(-1)
    raster = None
    return ProbabilityMap(path)


def ground(probability):
    return ObjectGround(probability, CELLS, [(SEEN_AREA, "trained on"), (IGNORED_AREA, "ignore")])


def slowly(shape) -> int:
    """Pixel by pixel of a rectangle."""
    counts = dict.fromkeys((MEASURED, ELSEWHERE, NO_DATA, IGNORED, SEEN), 0)
    left, bottom, right, top = shape.bounds
    for y in range(round((TOP - top) * 2), round((TOP - bottom) * 2)):
        for x in range(round((left - LEFT) * 2), round((right - LEFT) * 2)):
            centre = shapely.Point(LEFT + (x + 0.5) / 2, TOP - (y + 0.5) / 2)
            on_cell = any(c.x <= x < c.x + c.width and c.y <= y < c.y + c.height for c in CELLS)
            if not on_cell:
                counts[ELSEWHERE] += 1
            elif NO_VALUE[0].start <= y < NO_VALUE[0].stop and NO_VALUE[1].start <= x < NO_VALUE[1].stop:
                counts[NO_DATA] += 1
            elif IGNORED_AREA.contains(centre):
                counts[IGNORED] += 1
            else:
                counts[SEEN if SEEN_AREA.contains(centre) else MEASURED] += 1
    if counts[MEASURED] * 2 >= sum(counts.values()):
        return MEASURED
    return max((ELSEWHERE, NO_DATA, IGNORED, SEEN), key=lambda one: counts[one])


rectangles = st.builds(outline, st.integers(-8, 50), st.integers(-8, 50), st.integers(1, 16), st.integers(1, 16))


@given(shapes=st.lists(rectangles, min_size=1, max_size=4), side=st.sampled_from([7, 16, 1024]))
def test_the_ground_is_that_of_most_pixels_however_the_map_is_read(probability, shapes, side):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(object_ground, "blocks", lambda grid: blocks(grid, side))
        found = ground(probability).of(np.array(shapes, object), Reporter())
    assert found.tolist() == [slowly(shape) for shape in shapes]


def test_an_outline_without_a_pixel_centre_has_the_ground_that_it_lies_on(probability):
    specks = [outline(40.1, 40.1, 0.2, 0.2), outline(2.1, 2.1, 0.2, 0.2), outline(-5.9, 2.1, 0.2, 0.2)]
    assert ground(probability).of(np.array(specks, object), Reporter()).tolist() == [MEASURED, SEEN, ELSEWHERE]


def test_half_measured_is_enough(probability):
    half, less = outline(20, 4, 8, 4), outline(21, 4, 8, 4)
    assert ground(probability).of(np.array([half, less], object), Reporter()).tolist() == [MEASURED, ELSEWHERE]


def test_no_outlines_have_no_ground(probability):
    assert len(ground(probability).of(np.array([], object), Reporter())) == 0
