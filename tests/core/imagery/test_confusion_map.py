"""Tests of comparing a map with a reference."""

import numpy as np
import pytest
import shapely
from osgeo import gdal

from alcd_core.imagery import confusion_map as colours
from alcd_core.imagery.confusion_map import write_confusion_map
from alcd_core.imagery.map_blocks import ProbabilityMap, blocks, map_with_labels
from alcd_core.learning.tiles import CHANGE, IGNORE, UNCHANGED

X, Y = 2640000.0, 1250000.0
REFERENCE = [
    (shapely.box(X + 5, Y - 15, X + 15, Y - 5), "change"),
    (shapely.box(X + 10, Y - 30, X + 12, Y), "ignore"),
]


@pytest.fixture
def probability_path(make_raster):
    probability = np.zeros((60, 70), np.float32)
    probability[20:50, 8:40] = 0.8
    probability[:, 60:] = -1
    return make_raster("map.tif", probability[None], nodata=-1)


def expected_labels():
    labels = np.full((60, 70), UNCHANGED)
    labels[10:30, 10:30] = CHANGE
    labels[:, 20:24] = IGNORE
    labels[:, 60:] = IGNORE
    return labels


def test_blocks_cover_a_map_once(probability_path):
    covered = np.zeros((60, 70), int)
    for window in blocks(ProbabilityMap(probability_path).grid, 32):
        covered[window.y : window.y + window.height, window.x : window.x + window.width] += 1
    assert (covered == 1).all()


@pytest.mark.parametrize("size", [16, 1000])
def test_a_map_is_read_with_its_labels_block_by_block(probability_path, size):
    labels = np.zeros((60, 70), np.uint8)
    for window, values, part in map_with_labels(ProbabilityMap(probability_path), REFERENCE, size):
        assert values.shape == part.shape and values.dtype == np.float32 and max(values.shape) <= size
        assert ((values >= 0) & (values <= 1)).all()
        labels[window.y : window.y + window.height, window.x : window.x + window.width] = part
    assert np.array_equal(labels, expected_labels())


def test_each_pixel_gets_the_colour_of_its_class(probability_path, tmp_path):
    output = tmp_path / "four.tif"
    counts = write_confusion_map(probability_path, REFERENCE, str(output))
    labels, predicted = expected_labels(), np.zeros((60, 70), bool)
    predicted[20:50, 8:40] = True
    expected = np.zeros((60, 70), int)
    for row in range(60):
        for column in range(70):
            if labels[row, column] != IGNORE:
                names = {(1, True): "TRUE_POSITIVE", (0, True): "FALSE_POSITIVE", (1, False): "FALSE_NEGATIVE"}
                name = names.get((labels[row, column], predicted[row, column]), "TRUE_NEGATIVE")
                expected[row, column] = getattr(colours, name)
    dataset = gdal.Open(str(output))
    band = dataset.GetRasterBand(1)
    assert np.array_equal(band.ReadAsArray(), expected)
    assert counts == {value: int((expected == value).sum()) for value in range(5)}
    assert band.GetNoDataValue() == 0 and dataset.GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") == "COG"
    assert band.GetColorTable().GetColorEntry(colours.TRUE_POSITIVE) == colours.COLOURS[colours.TRUE_POSITIVE][1]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["four.tif", "map.tif"]
