import numpy as np
import pytest
import shapely

from alcd_core.campaign.annotations import Proposal

SQUARE = shapely.to_wkb(shapely.box(500010, 5499990, 500020, 5499999))


def by_id(campaign):
    return {tile.tile_id: tile for tile in campaign.tiles()}


def test_tiles_come_back_with_their_windows(campaign):
    tiles = campaign.tiles()
    windows = [window for _, _, window in campaign.description.tiling.windows()]
    assert [tile.window for tile in tiles] == windows
    assert {(tile.state, tile.split) for tile in tiles} == {("unlabelled", "pool")}


def test_a_suggestion_queries_its_tiles_in_order_and_forgets_the_one_before(campaign):
    assert campaign.mark_suggested([5, 2]) == [5, 2]
    assert campaign.mark_suggested([2, 9]) == [2, 9]
    assert [(tile.tile_id, tile.rank) for tile in campaign.tiles(state="queried")] == [(2, 1), (9, 2)]
    assert by_id(campaign)[2].round_queried == 0
    assert by_id(campaign)[5].state == "unlabelled"
    assert by_id(campaign)[5].rank is None
    assert by_id(campaign)[5].round_queried is None


def test_a_query_leaves_alone_what_was_labelled_or_skipped_meanwhile(campaign):
    campaign.mark_suggested([1, 2, 3, 4])
    campaign.write_labels([], {1: "changed"}, "train", 0, "drawn")
    campaign.mark_skipped([2])
    before = by_id(campaign)
    scores = {number: (np.float32(0.1 * number), np.float64(0.5)) for number in range(1, 13)}
    proposals = [Proposal(np.int64(number), SQUARE, np.float32(0.75)) for number in (1, 3, 7, 8)]
    asked = campaign.write_query(1, scores, np.array([7, 1, 3, 2]), proposals, "variance")
    assert asked == [7, 3]
    after = by_id(campaign)
    assert after[1] == before[1]
    assert after[2] == before[2]
    assert (after[7].rank, after[3].rank) == (1, 3)
    assert after[7].round_queried == after[3].round_queried == 1
    assert (after[4].state, after[4].rank, after[4].round_queried) == ("unlabelled", None, None)
    assert after[4].score == pytest.approx(0.4)
    assert after[7].change_probability == 0.5


def test_a_query_of_an_unknown_tile_changes_nothing(campaign):
    before = campaign.tiles()
    with pytest.raises(ValueError, match="99"):
        campaign.write_query(1, {1: (0.5, 0.5)}, [99], [], "variance")
    assert campaign.tiles() == before


def test_a_labelled_tile_can_be_labelled_again(campaign):
    campaign.write_labels([], {4: "changed", 5: "unchanged"}, "train", 1, "reference")
    campaign.write_labels([], {4: "ambiguous"}, "test", 2, "reference")
    tile = by_id(campaign)[4]
    assert (tile.state, tile.split, tile.tile_class, tile.round_labelled) == ("labelled", "test", "ambiguous", 2)
    assert [tile.tile_id for tile in campaign.tiles(state="labelled", split="train")] == [5]


def test_counts_agree_with_the_tiles(campaign):
    campaign.mark_suggested([1, 2])
    campaign.write_labels([], {3: "changed", 4: "changed", 5: "unchanged"}, "train", 0, "drawn")
    campaign.write_labels([], {6: "ambiguous"}, "test", 0, "drawn")
    campaign.mark_skipped([7])
    counts = campaign.counts()
    assert counts.total == 12
    assert counts.states == {"unlabelled": 5, "queried": 2, "labelled": 4, "skipped": 1}
    assert counts.splits == {"pool": 8, "train": 3, "test": 1}
    assert counts.classes == {"changed": 2, "unchanged": 1, "ambiguous": 1}
