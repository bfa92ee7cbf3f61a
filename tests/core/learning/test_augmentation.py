import numpy as np

from alcd_core.learning.augmentation import ORIENTATIONS, augmented, oriented
from alcd_core.learning.tiles import TileBatch


def test_the_eight_orientations_are_all_different_and_hold_flips_and_quarter_turns():
    tile = np.arange(9).reshape(3, 3)
    made = {oriented(tile, way).tobytes() for way in range(ORIENTATIONS)}
    assert len(made) == 8
    for wanted in (tile, tile[::-1], tile[:, ::-1], np.rot90(tile), np.rot90(tile, 3)):
        assert wanted.tobytes() in made


def test_dates_labels_and_validity_are_laid_alike():
    chance = np.random.default_rng(0)
    labels = chance.integers(0, 2, size=(8, 6, 6)).astype(np.uint8)
    images = np.stack([np.stack([labels, labels + 10], axis=1)] * 2)
    batch = augmented(TileBatch(images, labels == 1, labels, list(range(8))), range(8))
    for n in range(8):
        assert np.array_equal(batch.labels[n], oriented(labels[n], n))
        assert np.array_equal(batch.valid[n], batch.labels[n] == 1)
        for date in range(2):
            assert np.array_equal(batch.images[date, n, 0], batch.labels[n])
            assert np.array_equal(batch.images[date, n, 1], batch.labels[n] + 10)
