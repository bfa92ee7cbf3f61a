"""The tiles of a plan."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from alcd_core.campaign.tiles import TileRow
from alcd_core.imagery.grid import MINIMUM_VALID_FRACTION, Tiling
from alcd_core.jobs.helpers.planning import TileWindows

TILING = Tiling(320, 200, 64, 16)


@given(arrays(np.float32, (TILING.rows, TILING.columns), elements=st.floats(0, 1, width=32)))
def test_windows_and_rows_belong_to_the_tiles_with_enough_valid_pixels(fractions):
    kept = [(row, column) for row, column, _ in TILING.windows() if fractions[row, column] >= MINIMUM_VALID_FRACTION]
    windows = TileWindows(TILING, fractions >= MINIMUM_VALID_FRACTION)
    assert len(windows) == len(kept)
    assert list(windows) == [windows[n] for n in range(len(kept))] == [TILING.window(*place) for place in kept]
    assert list(windows.rows()) == [TileRow(number, *place) for number, place in enumerate(kept, start=1)]
