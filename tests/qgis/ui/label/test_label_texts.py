"""The texts of the page Label."""

import pytest
from alcd.ui.label.label_texts import counts_text, pace_text, standing_hint, state_text, tile_text
from alcd.ui.session.label_queue import QueueCounts, QueuedTile

COUNTS = QueueCounts(total=5, left=2, changed=1, unchanged=1, ambiguous=0, skipped=1)


def tile(state="queried", tile_class=None, score=0.1234, score_of=None):
    return QueuedTile(7, state, tile_class, score, None, (0.0, 0.0, 1.0, 1.0), score_of)


def test_a_tile_is_named_with_its_position():
    assert tile_text(tile(), 2, 9) == "Tile 7  ·  score 0.123  ·  2 of 9"
    assert tile_text(tile(score=None), 1, 20164) == "Tile 7  ·  1 of 20,164"


def test_the_score_of_an_earlier_model_is_not_passed_off_as_the_last_one_s():
    assert tile_text(tile(score_of=2), 2, 9) == "Tile 7  ·  score 0.123 in round 2  ·  2 of 9"


@pytest.mark.parametrize(
    ("state", "tile_class", "words"),
    [("queried", None, ""), ("labelled", "ambiguous", "ambiguous"), ("skipped", None, "skipped")],
)
def test_the_state_of_a_tile_is_shown(state, tile_class, words):
    assert state_text(tile(state, tile_class)) == words


def test_counts_leave_out_zeros():
    assert counts_text(COUNTS, None) == "1 changed  ·  1 unchanged  ·  1 skipped"


@pytest.mark.parametrize(
    ("minutes", "words"), [(0.4 / 60, "0.4 s per tile"), (24 / 60, "24 s per tile"), (2.04, "2.0 min per tile")]
)
def test_the_pace_is_rounded_to_a_useful_precision(minutes, words):
    assert pace_text(minutes) == words


def test_the_hint_says_what_to_do_with_this_tile():
    assert "No change" in standing_hint(tile(), 0, COUNTS)
    assert "Accept" in standing_hint(tile(), 2, COUNTS)
    assert "done" in standing_hint(tile("labelled", "changed"), 2, COUNTS)
    assert "Learn" in standing_hint(tile("labelled", "changed"), 0, QueueCounts(1, 0, 1, 0, 0, 0))
