import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

from alcd_core.learning.batches import blocks, even_blocks, tensor_batch
from alcd_core.learning.tiles import TileBatch


@given(st.lists(st.integers(), min_size=1), st.integers(1, 12))
def test_even_blocks_contain_every_item_once_and_their_lengths_differ_by_at_most_one(items, size):
    made = list(even_blocks(items, size))
    assert [item for block in made for item in block] == items
    lengths = [len(block) for block in made]
    assert max(lengths) <= size
    assert max(lengths) - min(lengths) <= 1
    assert len(made) == len(list(blocks(items, size)))


def test_16_bit_images_become_floats_with_the_same_values():
    images = np.full((2, 1, 3, 4, 4), 60_000, dtype=np.uint16)
    labels = np.full((1, 4, 4), 255, dtype=np.uint8)
    batch = tensor_batch(TileBatch(images, labels == 255, labels, [7]))
    assert batch.images.dtype == torch.float32
    assert batch.images.unique().tolist() == [60_000.0]
    assert batch.labels.unique().tolist() == [255]
    assert batch.valid.dtype == torch.bool
