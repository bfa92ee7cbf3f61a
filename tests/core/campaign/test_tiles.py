import numpy as np
import pytest
import shapely
from analyst import skip

from alcd_core.campaign import tiles as tile_rows
from alcd_core.campaign.annotations import Proposal
from alcd_core.campaign.campaign import create_campaign
from alcd_core.campaign.database import connected, writing
from alcd_core.campaign.tiles import states_of

SQUARE = shapely.to_wkb(shapely.box(500010, 5499990, 500020, 5499999))


def by_id(campaign):
    return {tile.tile_id: tile for tile in campaign.tiles()}


def test_tiles_are_read_back_with_their_windows(campaign):
    tiles = campaign.tiles()
    windows = [window for _, _, window in campaign.description.tiling.windows()]
    assert [tile.window for tile in tiles] == windows
    assert {(tile.state, tile.split) for tile in tiles} == {("unlabelled", "pool")}


def test_a_suggestion_queries_its_tiles_in_order_and_replaces_the_previous_one(campaign):
    assert campaign.mark_suggested([5, 2]) == [5, 2]
    assert campaign.mark_suggested([2, 9]) == [2, 9]
    assert [(tile.tile_id, tile.rank) for tile in campaign.tiles(state="queried")] == [(2, 1), (9, 2)]
    assert by_id(campaign)[2].round_queried == 0
    assert by_id(campaign)[5].state == "unlabelled"
    assert by_id(campaign)[5].rank is None
    assert by_id(campaign)[5].round_queried is None


def test_a_query_keeps_tiles_that_were_labelled_or_skipped_meanwhile(campaign):
    campaign.mark_suggested([1, 2, 3, 4])
    campaign.write_labels([], {1: "changed"}, "train", 0, "drawn")
    skip(campaign, 2)
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


@pytest.mark.parametrize("tiles", [[3, 99], [0], [*range(1, 13), 13]])
def test_an_unknown_tile_cannot_be_suggested_or_labelled(campaign, tiles):
    before = campaign.tiles()
    with pytest.raises(ValueError, match=str(tiles[-1])):
        campaign.mark_suggested(tiles)
    with pytest.raises(ValueError, match=str(tiles[-1])):
        campaign.write_labels([], dict.fromkeys(tiles, "changed"), "train", 0, "drawn")
    assert campaign.tiles() == before


def test_states_are_returned_for_the_given_tiles_only(campaign):
    campaign.mark_suggested([5])
    skip(campaign, 7)
    with connected(campaign.file) as connection:
        found = states_of(connection, [np.int64(7), 5, 1, 99])
    assert found == {1: "unlabelled", 5: "queried", 7: "skipped"}


def test_more_tiles_than_fit_in_a_batch_are_all_written(tmp_path, description, rows, monkeypatch):
    monkeypatch.setattr(tile_rows, "_BATCH", 5)
    campaign = create_campaign(tmp_path / "batches.alcd", description, iter(rows(description)))
    grid = description.grid
    assert [(tile.tile_id, tile.row, tile.column) for tile in campaign.tiles()] == [
        (row.tile_id, row.row, row.column) for row in rows(description)
    ]
    with connected(campaign.file) as connection:
        index = connection.execute("SELECT id, minx, miny, maxx, maxy FROM rtree_tiles_geom ORDER BY id").fetchall()
    for (number, *corners), tile in zip(index, campaign.tiles()):
        assert number == tile.tile_id
        assert corners == pytest.approx(grid.window_bounds(tile.window), abs=1)  # the index rounds to 32 bits
    assert len(index) == 12


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
    skip(campaign, 7)
    counts = campaign.counts()
    assert counts.total == 12
    assert counts.states == {"unlabelled": 5, "queried": 2, "labelled": 4, "skipped": 1}
    assert counts.splits == {"pool": 8, "train": 3, "test": 1, "audit": 0}
    assert counts.classes == {"changed": 2, "unchanged": 1, "ambiguous": 1}


def test_an_audit_tile_is_never_queried_and_never_leaves_the_audit(campaign):
    with writing(campaign.file) as connection:
        connection.execute("UPDATE tiles SET split = 'audit' WHERE tile_id IN (1, 2)")
    assert campaign.mark_suggested([3, 1, 2, 4]) == [3, 4]
    campaign.write_labels([], {1: "changed", 5: "changed"}, "train", 0, "reference")
    assert [tile.tile_id for tile in campaign.tiles(split="audit")] == [1, 2]
    assert [tile.tile_id for tile in campaign.tiles(state="labelled", split="train")] == [5]
