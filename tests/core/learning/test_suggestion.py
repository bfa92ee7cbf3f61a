from itertools import product

import numpy as np
import pytest
import torch

from alcd_core.errors import ModelError
from alcd_core.learning import suggestion
from alcd_core.learning.suggestion import measure_for, squared_distance, suggest_tiles, upper_mean
from alcd_core.learning.tiles import ArrayTiles
from tests.core.network.tiny import CPU, made_up_tiles, tiny_network


def rare_changes(count=24, changed=(3, 11, 17)):
    """Tiles on a darker second date; three of them have a new bright square."""
    rng = np.random.default_rng(0)
    before = rng.integers(60, 140, size=(count, 3, 64, 64))
    after = np.clip(before * 0.8 + rng.integers(-5, 5, size=before.shape), 0, 255)
    for number, tile in enumerate(changed):
        after[tile, :, 16:48, 16:48] = np.array([230, 10, 230 * (number % 2)])[:, None, None] if number else 230
    labels = np.full((count, 64, 64), 255, dtype=np.uint8)
    return ArrayTiles(np.stack([before, after]).astype(np.uint8), labels == 255, labels)


def suggest(source, count):
    return suggest_tiles(
        tiny_network(), source, list(source.tile_ids), count, "features", device=CPU, dtype=torch.float32
    )


def test_changed_tiles_are_found_under_a_global_shift_of_brightness():
    assert {3, 11, 17} <= set(suggest(rare_changes(), 8))


def test_the_first_suggestion_differs_most():
    assert suggest(rare_changes(changed=(11,)), 4)[0] == 11


def test_the_batches_make_no_difference_to_the_choice(monkeypatch):
    source = rare_changes()
    first = suggest(source, 12)
    assert len(set(first)) == 12
    monkeypatch.setattr(suggestion, "BATCH_SIZE", 5)
    assert first == suggest(source, 12)


def test_all_tiles_are_suggested_if_there_are_no_more_than_wanted():
    source = made_up_tiles()
    assert suggest(source, 50) == list(source.tile_ids)


def test_a_tile_without_data_is_not_promising():
    source = rare_changes()
    source.valid[11] = False
    assert 11 not in suggest(source, 4)[:3]


def test_features_are_compared_with_the_most_similar_ones_nearby():
    rng = np.random.default_rng(0)
    before, after = rng.normal(size=(2, 3, 4, 6, 5)).astype(np.float32)
    slow = np.full((3, 6, 5), np.inf)
    for tile, y, x in np.ndindex(slow.shape):
        for row, column in product((y - 1, y, y + 1), (x - 1, x, x + 1)):
            row, column = min(max(row, 0), 5), min(max(column, 0), 4)
            distance = np.square(after[tile, :, y, x] - before[tile, :, row, column]).sum()
            slow[tile, y, x] = min(slow[tile, y, x], distance)
    fast = squared_distance(torch.from_numpy(before), torch.from_numpy(after), 1)
    assert fast.numpy() == pytest.approx(slow, rel=1e-5)


def test_dates_that_are_merely_displaced_do_not_differ():
    features = torch.rand(1, 3, 8, 8)
    moved = features.roll((1, -1), (2, 3))
    assert squared_distance(features, moved, 1)[:, 1:-1, 1:-1].max() == 0
    assert squared_distance(features, moved, 0)[:, 1:-1, 1:-1].max() > 0


def test_a_small_change_counts_more_than_slight_differences_everywhere():
    tile = torch.zeros(100)
    tile[:10] = 1.0
    assert upper_mean(tile) == 1.0
    assert upper_mean(torch.full((100,), 0.5)) == 0.5
    assert upper_mean(torch.zeros(0)) == 0.0


def test_the_built_in_networks_tiles_are_those_with_the_most_predicted_change():
    source, network = made_up_tiles(), tiny_network()
    batch = source.read(list(source.tile_ids))
    images = torch.from_numpy(batch.images.astype(np.float32))
    with torch.inference_mode():
        predicted = network(images, torch.from_numpy(batch.valid)).softmax(1)[:, 1].numpy()
    slow = {}
    for tile, probability, valid in zip(source.tile_ids, predicted, batch.valid):
        pixels = np.sort(probability[valid])[::-1]
        slow[tile] = pixels[: int(np.ceil(len(pixels) / 10))].mean()
    chosen = suggest_tiles(
        network, source, list(source.tile_ids), 4, measure_for("built-in"), device=CPU, dtype=torch.float32
    )
    assert chosen == sorted(slow, key=slow.get, reverse=True)[:4]


def test_images_with_a_different_number_of_bands_are_refused():
    with pytest.raises(ModelError, match="bands"):
        suggest(made_up_tiles(bands=4), 2)
