import pytest
import torch

from alcd_core.network.orientation import ORIENTATIONS, oriented, restored


def test_the_eight_orientations_are_all_different_and_include_flips_and_quarter_turns():
    tile = torch.arange(9).reshape(3, 3)
    made = {tuple(oriented(tile, orientation).flatten().tolist()) for orientation in range(ORIENTATIONS)}
    assert len(made) == 8
    for wanted in (tile, tile.flip(0), tile.flip(1), torch.rot90(tile), torch.rot90(tile, 3)):
        assert tuple(wanted.flatten().tolist()) in made


@pytest.mark.parametrize("orientation", range(ORIENTATIONS))
def test_restored_is_the_inverse_of_oriented(orientation):
    tiles = torch.arange(2 * 3 * 3).reshape(2, 3, 3)
    assert torch.equal(restored(oriented(tiles, orientation), orientation), tiles)
