"""What is kept about the last scores where a query scored only some of the tiles."""

import pytest

from alcd_core.campaign import schema, scorings
from alcd_core.campaign.campaign import open_campaign
from alcd_core.campaign.database import writing
from alcd_core.campaign.rounds import Round
from alcd_core.campaign.scorings import Scoring


@pytest.fixture
def scored(campaign):
    """Round 1 scored the tiles 1 to 8, round 2 the tiles 2, 4 and 6; the tiles 9 to 12 were never scored."""
    for number in (1, 2):
        campaign.add_round(Round(number, "2026-01-02T03:04:05+00:00"))
    campaign.write_query(1, {tile: (tile, 0.5) for tile in range(1, 9)}, [5], [], "variance", queried_by=1)
    new = {2: (0.25, 0.5), 4: (0.75, 0.5), 6: (0.5, 0.5)}
    campaign.write_query(2, new, [4], [], "single-pass", queried_by=2, pool=12, seconds=6.0)
    return campaign


def test_every_tile_knows_whose_score_it_has(scored):
    rounds = {tile.tile_id: tile.round_scored for tile in scored.tiles()}
    assert rounds == {**dict.fromkeys(range(1, 9), 1), **dict.fromkeys((2, 4, 6), 2), **dict.fromkeys(range(9, 13))}


def test_the_last_scoring_is_kept(scored):
    assert scored.last_scoring() == Scoring(0.25, 0.75, 2, "single-pass", 3, 12, 6.0)
    scored.write_query(2, {}, [5], [], "random", queried_by=2)
    assert scored.last_scoring().acquisition == "single-pass"


def test_the_time_for_all_tiles_follows_from_that_for_some(scored):
    assert scored.last_scoring().seconds_for(12) == 24.0
    assert Scoring(0.0, 1.0).seconds_for(12) is None


def test_only_tiles_of_the_last_scoring_are_ranked(scored):
    assert scored.score_ranking(2)[0] == [4, 6]
    highest, unscored = scored.score_ranking(10)
    assert highest == [4, 6, 2]
    assert list(unscored) == [9, 10, 11, 12]


def test_tiles_that_may_not_be_queried_are_not_ranked(scored):
    with writing(scored.file) as connection:
        connection.execute("UPDATE tiles SET state = 'labelled' WHERE tile_id IN (4, 9)")
        connection.execute("UPDATE tiles SET state = 'skipped' WHERE tile_id = 10")
        connection.execute("UPDATE tiles SET split = 'audit' WHERE tile_id IN (6, 11)")
    highest, unscored = scored.score_ranking(10)
    assert (highest, list(unscored)) == ([2], [12])


def test_the_scores_of_another_campaigns_model_are_ranked_too(campaign):
    campaign.write_query(0, {3: (0.5, 0.5), 7: (0.75, 0.5)}, [7], [], "variance")
    assert campaign.last_scoring().round is None
    assert campaign.score_ranking(5)[0] == [7, 3]


def test_the_scores_of_an_older_version_are_kept_and_ranked(scored):
    with writing(scored.file) as connection:
        connection.execute("ALTER TABLE tiles DROP COLUMN round_scored")
        connection.execute("DELETE FROM alcd_campaign WHERE key = 'last_scoring'")
        schema.write_values(connection, {"score_range": "[0.25, 8.0]", "schema_version": "4"})
    upgraded = open_campaign(scored.folder)
    assert upgraded.last_scoring() == Scoring(0.25, 8.0)
    assert upgraded.score_ranking(3)[0] == [8, 7, 5]


@pytest.mark.parametrize(
    "text", ["", "x", "[]", "[1, 2]", "{}", '{"range": [NaN, 1]}', '{"range": [0, 1], "round": "x"}', "[" * 100_000]
)
def test_a_damaged_note_counts_as_none(campaign, text):
    with writing(campaign.file) as connection:
        schema.write_values(connection, {scorings.KEY: text})
    assert campaign.last_scoring() is None
