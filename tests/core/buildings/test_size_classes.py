"""Size classes and their limits."""

import numpy as np

from alcd_core.buildings.size_classes import SIZE_CLASSES, size_classes


def test_the_limits_belong_to_the_middle_class():
    areas = np.array([0.3, 24.99, 25.0, 60.0, 100.0, 100.01, 1e6])
    assert size_classes(areas).tolist() == [0, 0, 1, 1, 1, 2, 2]
    assert len(SIZE_CLASSES) == 3
