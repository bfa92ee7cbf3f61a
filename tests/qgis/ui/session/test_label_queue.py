"""The queue of tiles: order, counts, moving on."""

import pytest


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def queue(campaign, clock):
    from alcd.ui.session.label_queue import LabelQueue

    made = LabelQueue(clock=clock)
    made.read(campaign)
    return made


def test_the_most_informative_tile_comes_first(queue):
    assert (queue.current.tile_id, queue.position, len(queue)) == (7, 1, 3)
    assert queue.current.score == pytest.approx(0.2)


def test_bounds_are_those_of_the_tile(queue):
    assert queue.current.bounds == (500032.0, 5399936.0, 500064.0, 5399968.0)


def test_steps_stop_at_both_ends(queue):
    seen = []
    for by in (-1, 1, 1, 1, -1):
        queue.step(by)
        seen.append(queue.current.tile_id)
    assert seen == [7, 3, 12, 12, 3]


def test_after_the_last_tile_the_queue_returns_to_unfinished_tiles(queue):
    queue.step(1)
    for tile_id in (3, 12):
        queue.finish(tile_id, "labelled", "unchanged")
        queue.advance()
    assert queue.current.tile_id == 7
    queue.finish(7, "skipped", None)
    queue.advance()
    assert queue.current.tile_id == 7
    assert queue.counts.left == 0


def test_counts_follow_a_tile_that_is_labelled_again(queue):
    queue.finish(7, "labelled", "changed")
    queue.finish(3, "labelled", "ambiguous")
    queue.finish(12, "skipped", None)
    counts = queue.counts
    assert (counts.left, counts.changed, counts.unchanged, counts.ambiguous, counts.skipped) == (0, 1, 0, 1, 1)
    queue.finish(7, "labelled", "unchanged")
    assert (queue.counts.changed, queue.counts.unchanged, queue.counts.done) == (0, 1, 3)


def test_minutes_per_tile_leave_pauses_out(queue, clock):
    assert queue.minutes_per_tile is None
    for tile_id, seconds in ((7, 30), (3, 4000), (12, 60)):
        clock.now += seconds
        queue.finish(tile_id, "labelled", "unchanged")
    assert queue.minutes_per_tile == pytest.approx(0.75)


def test_done_tiles_of_the_same_query_are_still_there_after_reading_again(queue, campaign):
    from alcd.alcd_core.campaign.database import writing

    campaign.write_labels([], {7: "unchanged"}, "train", 0, "drawn")
    with writing(campaign.file) as connection:
        connection.execute("UPDATE tiles SET state = 'skipped' WHERE tile_id = 12")
    queue.read(campaign)
    assert {(tile.tile_id, tile.state) for tile in queue._tiles} == {(7, "labelled"), (3, "queried"), (12, "skipped")}
    assert queue.current.tile_id == 3


def test_tiles_of_earlier_queries_are_not(queue, campaign):
    campaign.write_labels([], {7: "unchanged"}, "train", 0, "drawn")
    campaign.write_query(1, {5: (0.3, 0.5)}, [5], [], "variance")
    queue.read(campaign)
    assert [tile.tile_id for tile in queue._tiles] == [5]


def test_the_current_tile_stays_current_when_a_job_ends(queue, campaign):
    queue.step(1)
    campaign.write_query(1, {5: (0.3, 0.5)}, [5, 3], [], "variance")
    queue.read(campaign)
    assert queue.current.tile_id == 3


def test_a_tile_with_unsaved_edits_stays_though_it_is_no_longer_queried(queue, campaign):
    campaign.write_query(1, {5: (0.3, 0.5)}, [5], [], "variance")
    queue.read(campaign, keep=True)
    assert [tile.tile_id for tile in queue._tiles] == [7, 5]
    assert queue.current.tile_id == 7


def test_an_audit_has_a_queue_of_its_own(audited, clock):
    from alcd.ui.session.label_queue import LabelQueue

    queue = LabelQueue(clock=clock)
    queue.read(audited)
    assert [tile.tile_id for tile in queue._tiles] == [7, 12]
    queue.choose(audited, 1)
    assert [(tile.tile_id, tile.score) for tile in queue._tiles] == [(14, None), (3, None), (9, None), (2, None)]
    assert (queue.counts.total, queue.counts.left) == (4, 4)
    queue.finish(14, "skipped", None)
    queue.advance()
    assert (queue.current.tile_id, queue.counts.left, queue.counts.skipped) == (3, 3, 1)
    queue.choose(audited, None)
    assert queue.current.tile_id == 7


def test_labelled_audit_tiles_never_return_among_the_queried_ones(audited, queue):
    audited.write_labels([], {14: "unchanged", 3: "changed", 9: "unchanged", 2: "unchanged"}, "train", 0, "drawn")
    audited.write_query(1, {}, [], [], "variance")
    queue.read(audited)
    assert [tile.tile_id for tile in queue._tiles] == []


def test_an_empty_queue_does_nothing(queue):
    queue.clear()
    queue.step(1)
    queue.advance()
    assert (queue.current, queue.position, queue.counts.total) == (None, 0, 0)


def test_twenty_thousand_tiles_are_read_in_the_order_of_their_ranks(make_campaign):
    from alcd.ui.session.label_queue import LabelQueue

    campaign = make_campaign("big", width=32 * 160, height=32 * 125)
    numbers = [tile.tile_id for tile in campaign.tiles()][::-1]
    campaign.mark_suggested(numbers)
    queue = LabelQueue()
    queue.read(campaign)
    assert [tile.tile_id for tile in queue._tiles] == numbers
    assert len(queue) == 20_000


def test_a_tile_queried_without_scoring_names_the_round_of_its_score(campaign):
    from alcd.alcd_core.campaign.rounds import Round
    from alcd.ui.session.label_queue import queried_tiles, queued_tile

    for number in (1, 2):
        campaign.add_round(Round(number, "2026-01-02T03:04:05+00:00"))
    campaign.write_query(1, {3: (0.5, 0.1), 7: (0.25, 0.1)}, [3], [], "variance", queried_by=1)
    campaign.write_query(2, {3: (0.75, 0.1)}, [3, 7], [], "variance", queried_by=2)
    first, second = queried_tiles(campaign)
    assert [queued_tile(tile, campaign).score_of for tile in (first, second)] == [None, 1]
