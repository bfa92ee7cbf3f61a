import math

import pytest

from alcd_core.campaign import tiles as tile_rows


def test_a_table_has_the_windows_of_all_tiles_in_the_order_of_their_numbers(campaign, monkeypatch):
    monkeypatch.setattr(tile_rows, "_BATCH", 5)
    campaign.mark_suggested([9, 2])
    table = campaign.all_tiles()
    assert list(table.tile_ids) == list(range(1, 13))
    assert dict(table) == {tile.tile_id: tile.window for tile in campaign.tiles()}
    assert table.place(12) == (2, 3)


def test_a_table_knows_the_tiles_change_probability(campaign):
    campaign.write_query(1, {4: (0.1, 0.25)}, [], [], "variance")
    found = dict(zip(campaign.all_tiles(), campaign.all_tiles().change_probability))
    assert found.pop(4) == 0.25
    assert all(map(math.isnan, found.values()))


def test_open_tiles_are_neither_finished_nor_in_an_audit(campaign):
    campaign.mark_suggested([5])
    campaign.write_labels([], {1: "changed"}, "train", 0, "drawn")
    assert list(campaign.open_tiles()) == list(range(2, 13))
    assert list(campaign.open_tiles(states=["queried"])) == [5]
    assert list(campaign.unlabelled_tiles()) == list(range(2, 13))


@pytest.mark.parametrize("number", [0, 13, 10**12])
def test_an_unknown_tile_is_not_in_the_table(campaign, number):
    table = campaign.all_tiles()
    assert number not in table
    with pytest.raises(KeyError):
        table.place(number)
