import numpy as np

from tests.core.network.tiny import made_up_tiles


def test_tiles_are_read_in_the_requested_order():
    source = made_up_tiles()
    batch = source.read([4, 1])
    assert batch.tile_ids == [4, 1]
    assert np.array_equal(batch.images[:, 0], source.images[:, 4])
    assert np.array_equal(batch.labels[1], source.labels[1])
    assert source.bands == 3
