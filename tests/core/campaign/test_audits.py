from dataclasses import replace

import pytest
import shapely
from analyst import skip

from alcd_core.campaign.annotations import Proposal
from alcd_core.campaign.audits import Audit, AuditProgress, AuditStratum, AuditTile
from alcd_core.campaign.database import writing
from alcd_core.campaign.rounds import Round
from alcd_core.campaign.stopping import advice, expected_finds, round_gains
from alcd_core.errors import CampaignError

SQUARE = shapely.to_wkb(shapely.box(500010, 5499990, 500020, 5499999))
STRATA = (AuditStratum(0, None, None, 2, 2, 1.0), AuditStratum(1, 0.01, 0.7, 10, 4, 0.4))
AUDIT = Audit(1, "2026-01-02T03:04:05+00:00", 0, None, 9, 4, None, STRATA)
TILES = [AuditTile(tile, 1, place) for place, tile in enumerate((7, 3, 12, 5), start=1)]
KNOWN = [AuditTile(1, 0, None), AuditTile(2, 0, None)]


@pytest.fixture
def audited(campaign):
    """Tiles 1 and 2 were labelled and 3 and 4 queried before 7, 3, 12 and 5 were drawn."""
    campaign.write_labels([], {1: "changed", 2: "unchanged"}, "train", 0, "drawn")
    campaign.write_query(0, {}, [3, 4], [Proposal(3, SQUARE, 0.8), Proposal(4, SQUARE, 0.7)], "variance")
    assert campaign.write_audit(AUDIT, [*TILES, *KNOWN], {1, 2})
    return campaign


def test_an_audit_is_read_back_as_it_was_drawn(audited):
    assert audited.audits() == [AUDIT]
    assert audited.latest_audit() == AUDIT
    assert audited.audit_tiles(1) == [*TILES, *KNOWN]


def test_drawn_tiles_leave_queue_and_pool_and_keep_no_proposals(audited):
    queue = audited.audit_queue(1)
    assert [tile.tile_id for tile in queue] == [7, 3, 12, 5]
    assert {(tile.split, tile.state, tile.rank) for tile in queue} == {("audit", "unlabelled", None)}
    assert [tile.tile_id for tile in audited.tiles(state="queried")] == [4]
    assert list(audited.open_tiles()) == [4, 6, 8, 9, 10, 11]
    with writing(audited.file) as connection:
        assert connection.execute("SELECT tile_id FROM proposals").fetchall() == [(4,)]


def test_progress_counts_labelled_skipped_and_open_tiles(audited):
    audited.write_labels([], {7: "changed"}, "train", 0, "drawn")
    skip(audited, 3)
    assert audited.audit_progress(1) == AuditProgress(labelled=1, skipped=1, left=2)


def test_a_draw_is_not_written_if_a_tile_was_labelled_meanwhile(campaign):
    campaign.write_labels([], {7: "changed"}, "train", 0, "drawn")
    assert not campaign.write_audit(AUDIT, TILES, set())
    assert campaign.audits() == []


def test_a_spent_audit_opens_its_tiles_to_training_once(audited):
    audited.write_labels([], {7: "changed", 3: "unchanged"}, "train", 0, "drawn")
    skip(audited, 12)
    assert audited.spend_audit(1, "2026-02-03T00:00:00+00:00") == 2
    assert audited.latest_audit() == replace(AUDIT, spent="2026-02-03T00:00:00+00:00")
    splits = {tile.tile_id: tile.split for tile in audited.audit_queue(1)}
    assert splits == {7: "train", 3: "train", 12: "pool", 5: "pool"}
    with pytest.raises(CampaignError, match="no audit 1 that could be opened"):
        audited.spend_audit(1, "2026-02-04T00:00:00+00:00")


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("audits", "audit", 0),
        ("audits", "created", b"x"),
        ("audits", "seed", "x"),
        ("audit_strata", "drawn", 11),
        ("audit_strata", "tiles", "many"),
        ("audit_strata", "inclusion_probability", 1.5),
        ("audit_tiles", "position", "first"),
    ],
)
def test_an_invalid_audit_is_named(audited, table, column, value):
    with writing(audited.file) as connection:
        last = f"(SELECT max(fid) FROM {table})"
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE fid = {last}", (value,))
    with pytest.raises(CampaignError, match=f"table {table}, the value of {column} is invalid"):
        audited.audits()


@pytest.mark.parametrize("text", ["nonsense", "[1, 2]", "[" * 5000])
def test_a_damaged_estimate_is_none(audited, text):
    audited.keep_estimate({"round": 1})
    assert audited.last_estimate() == {"round": 1}
    with writing(audited.file) as connection:
        connection.execute("UPDATE alcd_campaign SET value = ? WHERE key = 'estimate'", (text,))
    assert audited.last_estimate() is None


def shares(missed, low, high, completeness_low):
    """An estimate of round 2."""
    return {
        "round": 2,
        "figures": {
            "missed_cells": {"value": missed, "low": low, "high": high},
            "completeness_cells": {"value": 0.9, "low": completeness_low, "high": 1.0},
        },
    }


@pytest.fixture
def second_round(campaign):
    for number, labelled, changed in ((1, 20, 6), (2, 30, 8)):
        campaign.add_round(
            Round(number, "2026-01-02T03:04:05", labelled=labelled, changed=changed, model=f"models/round-00{number}")
        )
    return campaign


@pytest.mark.parametrize(("probability", "finds"), [(-0.03, 0.0), (9e999, 1 / 1.03)])
def test_an_impossible_probability_is_taken_as_none_or_all(second_round, probability, finds):
    second_round.write_query(2, {3: (0.5, probability)}, [3], [], "variance")
    assert expected_finds(second_round).finds == pytest.approx(finds)


def test_gains_are_what_each_round_added(second_round):
    assert [(one.round, one.labelled, one.changed) for one in round_gains(second_round)] == [(1, 20, 6), (2, 10, 2)]


def test_what_the_model_expects_is_adjusted_to_its_earlier_guesses(second_round):
    assert expected_finds(second_round) is None
    scores = dict.fromkeys(range(1, 13), (0.5, 0.03))  # each as likely changed as not
    second_round.write_query(2, scores, [1, 2], [], "variance")
    expected = expected_finds(second_round)
    assert (expected.tiles, expected.finds, expected.calibrated_on) == (2, pytest.approx(1), 0)
    classes = {tile: "changed" if tile == 3 else "unchanged" for tile in range(3, 13)}
    second_round.write_labels([], classes, "test", 2, "drawn")  # one of ten, where five were expected
    expected = expected_finds(second_round)
    assert (expected.finds, expected.calibrated_on) == (pytest.approx(1.5 / 5.5), 10)


@pytest.mark.parametrize(
    ("estimate", "another", "key"),
    [
        (None, True, "finds"),
        (shares(0, 0, 9, 0.96), False, "complete"),
        (shares(0, 0, 60, 0.7), None, "unsure"),
        (shares(12, 4, 40, 0.7), True, "missed"),
        ({**shares(12, 4, 40, 0.7), "round": 1}, True, "finds"),  # of an older map
        ({"round": 2, "figures": {}}, True, "finds"),
        ({"round": 2, "figures": {"missed_cells": 5, "completeness_cells": []}}, True, "finds"),
    ],
)
def test_the_advice_weighs_the_audit_and_the_model_s_guess(second_round, estimate, another, key):
    second_round.write_query(2, {1: (0.5, 0.9), 2: (0.5, 0.5)}, [1, 2], [], "variance")
    if estimate is not None:
        second_round.keep_estimate(estimate)
    said = advice(second_round)
    assert (said.another_round, said.key) == (another, key)
    assert "{" not in said.reason


def test_without_a_model_or_queried_tiles_there_is_little_to_say(second_round):
    assert advice(second_round).key == "query_first"


def test_before_the_first_round_there_is_nothing_to_say(campaign):
    assert advice(campaign).key == "no_round"
