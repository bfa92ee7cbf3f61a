import pytest
import torch

from alcd_core.network.orientation import ORIENTATIONS, laid_back, oriented


def test_the_eight_orientations_are_all_different_and_hold_flips_and_quarter_turns():
    tile = torch.arange(9).reshape(3, 3)
    made = {tuple(oriented(tile, way).flatten().tolist()) for way in range(ORIENTATIONS)}
    assert len(made) == 8
    for wanted in (tile, tile.flip(0), tile.flip(1), torch.rot90(tile), torch.rot90(tile, 3)):
        assert tuple(wanted.flatten().tolist()) in made


@pytest.mark.parametrize("way", range(ORIENTATIONS))
def test_what_was_laid_differently_is_laid_back(way):
    tiles = torch.arange(2 * 3 * 3).reshape(2, 3, 3)
    assert torch.equal(laid_back(oriented(tiles, way), way), tiles)
