import pytest
from analyst import skip

from alcd_core.campaign import new_scores
from alcd_core.campaign.database import connected, writing

OLD, NEW = (dict.fromkeys(range(1, 13), (score, 0.5)) for score in (0.25, 0.75))


@pytest.fixture
def scored(campaign, monkeypatch):
    """Tiles 1 to 12 with old scores; new ones are moved to them five at a time."""
    monkeypatch.setattr(new_scores, "BATCH", 5)
    campaign.write_query(1, OLD, [3], [], "variance")
    return campaign


def score_of_each(campaign):
    return {tile.tile_id: tile.score for tile in campaign.tiles()}


def killed_at_its_end(campaign):
    """A query of the tiles 12 and 7 whose process dies right after the transaction that ends it."""
    new_scores.collect(campaign.file, NEW)
    with writing(campaign.file) as connection:
        new_scores.declare_complete(connection, [12, 7], 2)


def test_many_scores_are_written_in_several_steps(scored):
    assert set(score_of_each(scored).values()) == {0.25}
    with connected(scored.file) as connection:
        assert connection.execute("SELECT count(*) FROM new_scores").fetchone() == (0,)


def test_a_query_killed_before_its_end_leaves_no_score_behind(scored):
    new_scores.collect(scored.file, NEW)
    scored.finish_query()
    assert set(score_of_each(scored).values()) == {0.25}
    scored.write_query(2, {4: (0.5, 0.5)}, [], [], "variance")
    assert score_of_each(scored) == {**dict.fromkeys(range(1, 13), 0.25), 4: 0.5}


def test_the_queried_tiles_have_their_new_scores_at_once(scored):
    killed_at_its_end(scored)
    assert {number for number, score in score_of_each(scored).items() if score == 0.75} == {1, 2, 3, 4, 5, 7, 12}


def test_the_next_job_completes_the_scores_of_a_query_killed_at_its_end(scored):
    killed_at_its_end(scored)
    skip(scored, 9)
    scored.finish_query()
    assert score_of_each(scored) == {**dict.fromkeys(range(1, 13), 0.75), 9: 0.25}
    assert {tile.tile_id: tile.round_scored for tile in scored.tiles()} == {**dict.fromkeys(range(1, 13), 2), 9: None}


def test_the_next_query_keeps_the_scores_of_one_killed_at_its_end(scored):
    killed_at_its_end(scored)
    scored.write_query(2, {4: (0.5, 0.5)}, [], [], "variance")
    assert score_of_each(scored) == {**dict.fromkeys(range(1, 13), 0.75), 4: 0.5}
