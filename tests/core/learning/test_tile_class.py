import numpy as np
import pytest

from alcd_core.learning.tile_class import tile_class


@pytest.mark.parametrize(
    ("changed", "expected"),
    [(0, "unchanged"), (9, "unchanged"), (10, "ambiguous"), (30, "ambiguous"), (31, "changed"), (1000, "changed")],
)
def test_the_class_depends_on_the_share_of_changed_pixels(changed, expected):
    labels = np.zeros(1000, dtype=np.uint8)
    labels[:changed] = 1
    assert tile_class(labels.reshape(20, 50)) == expected


def test_nodata_and_ignored_pixels_do_not_count():
    labels = np.full((10, 100), 255, dtype=np.uint8)
    assert tile_class(labels) == "ambiguous"
    labels[0, :] = 0
    labels[0, :4] = 1
    assert tile_class(labels) == "changed"
