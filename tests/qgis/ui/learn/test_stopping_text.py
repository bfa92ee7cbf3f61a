"""What the page Learn says about another round."""

from alcd.alcd_core.campaign.rounds import Round
from alcd.alcd_core.campaign.stopping import Advice, ExpectedFinds, RoundGain
from alcd.ui.learn.stopping_text import advice_text, expected_text, gains_table, missed_text, stopping_html

CREATED = "2026-01-02T03:04:05+00:00"
AUDITED = {"audit": 1, "round": 2, "figures": {"missed_cells": {"value": 9.4, "low": 4.0, "high": 26.0}}}


def test_nothing_is_said_before_the_first_round(campaign):
    assert stopping_html(campaign) == ""


def test_changes_found_against_labels_are_listed_by_round(campaign):
    for number, labelled, changed in ((1, 20, 6), (2, 35, 8)):
        campaign.add_round(Round(number, CREATED, model=f"models/{number}", labelled=labelled, changed=changed))
    text = stopping_html(campaign)
    rows = [row.replace("</td>", "").split("<td style='padding-right: 14px'>")[1:] for row in text.split("<tr>")[1:]]
    numbers = [[cell.split("<")[0] for cell in row] for row in rows]
    assert numbers == [["Round", "New labels", "Changed"], ["1", "20", "6"], ["2", "15", "2"]]
    assert "among the 3 that it queried" in text


def test_the_advice_gives_its_reason():
    said = Advice(True, "finds", "", {"finds": 5, "tiles": 20})
    assert advice_text(said) == (
        "Another round pays: the model expects about 5 changed tiles among the 20 that it queried."
    )


def test_the_model_s_expectation_is_named_a_guess():
    assert "too few labelled tiles" in expected_text(ExpectedFinds(20, 5.2, 0))
    assert expected_text(ExpectedFinds(20, 5.2, 12)) == (
        "The model expects about 5 changed tiles among the 20 that it queried."
        " This guess was adjusted to 12 labelled tiles."
    )
    assert expected_text(None) == ""


def test_what_an_audit_says_is_missed_comes_with_its_limits():
    assert missed_text(AUDITED) == ("Changed tiles missing from the map of round 2, as audit 1 estimates: 9 (4 to 26).")


def test_an_estimate_without_a_map_or_a_damaged_one_says_nothing_about_missed_tiles():
    assert missed_text(None) == ""
    assert missed_text({**AUDITED, "figures": {}}) == ""
    assert missed_text({**AUDITED, "figures": {"missed_cells": {"value": "many"}}}) == ""


def test_the_table_counts_each_round():
    assert gains_table([RoundGain(1, 20, 6)]).count("<tr>") == 2
