import numpy as np
import pytest
import torch

from alcd_core.errors import ModelError
from alcd_core.learning import suggestion
from alcd_core.learning.suggestion import TileDifference, diverse_choice, suggest_tiles, usual_difference
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


def suggest(source, count, seed=0):
    return suggest_tiles(
        tiny_network(), source, list(source.tile_ids), count, seed=seed, device=CPU, dtype=torch.float32
    )


def test_changed_tiles_are_found_under_a_global_shift_of_brightness():
    assert {3, 11, 17} <= set(suggest(rare_changes(), 8))


def test_the_first_suggestion_differs_most():
    assert suggest(rare_changes(changed=(11,)), 4)[0] == 11


def test_suggestions_are_distinct_tiles_and_depend_only_on_the_seed(monkeypatch):
    source = rare_changes()
    first = suggest(source, 12)
    assert len(set(first)) == 12
    monkeypatch.setattr(suggestion, "BATCH_SIZE", 5)
    assert first == suggest(source, 12)
    other = suggest(source, 12, seed=1)
    assert first[:9] == other[:9]
    assert first[9:] != other[9:]


def test_all_tiles_are_suggested_if_there_are_no_more_than_wanted():
    source = made_up_tiles()
    assert suggest(source, 50) == list(source.tile_ids)


def test_a_tile_without_data_is_not_promising():
    source = rare_changes()
    source.valid[11] = False
    assert 11 not in suggest(source, 4)[:3]


def test_descriptors_are_the_root_mean_square_of_standardised_differences():
    rng = np.random.default_rng(0)
    pixels = rng.normal(rng.normal(size=(1, 1, 4)), [1, 2, 3, 4], size=(6, 50, 4))
    differences = [TileDifference(tile.mean(0), np.square(tile).mean(0)) for tile in pixels]
    usual = usual_difference(differences)
    made = np.stack([usual.descriptor(difference) for difference in differences])
    standardised = (pixels - pixels.mean(axis=(0, 1))) / pixels.std(axis=(0, 1))
    assert made == pytest.approx(np.sqrt(np.square(standardised).mean(axis=1)), rel=1e-9)


def test_only_a_sample_of_many_tiles_is_kept_in_memory(monkeypatch):
    monkeypatch.setattr(suggestion, "SAMPLE", 10)
    kept, all_kept = [], usual_difference
    monkeypatch.setattr(suggestion, "usual_difference", lambda seen: kept.append(len(seen)) or all_kept(seen))
    source = rare_changes(40, changed=(3, 21, 37))
    chosen = suggest(source, 8)
    assert {3, 21, 37} <= set(chosen[:6])
    assert kept == [10]
    assert len(set(chosen)) == 8
    assert chosen == suggest(source, 8)


def test_the_choice_is_spread_out():
    points = np.array([[0.0], [0.1], [10.0], [10.1], [5.0]])
    assert diverse_choice(points, 3) == [0, 3, 4]
    assert sorted(diverse_choice(points, 9)) == [0, 1, 2, 3, 4]


def test_images_with_a_different_number_of_bands_are_refused():
    with pytest.raises(ModelError, match="bands"):
        suggest(made_up_tiles(bands=4), 2)
