"""The card on completeness: from drawing an audit to its result, and the words of it."""

import pytest
from alcd.bridge.process.outcome import FAILED, FINISHED, JobOutcome
from alcd.ui.dock import Panel
from alcd.ui.results import completeness_card
from alcd.ui.results.completeness_texts import (
    area_text,
    figure_rows,
    notes,
    promise_text,
    sentence_text,
    share_text,
)
from alcd.ui.session.session import Session
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt


def estimated(value, low, high):
    return {"value": value, "low": low, "high": high}


RESULT = {
    "audit": 1,
    "round": 2,
    "map": "/maps/probability-round-002.tif",
    "confidence": 0.95,
    "drawn": 60,
    "skipped": 0,
    "labelled_before": 40,
    "population": 900,
    "skipped_bounds": {},
    "figures": {
        "changed_cells": estimated(52.0, 44.0, 71.0),
        "missed_cells": estimated(9.4, 4.0, 26.0),
        "completeness_area": estimated(0.873, 0.71, 0.95),
        "area_of_change": estimated(12_345.0, 9_000.0, 15_000.0),
        "correctness_area": estimated(0.9, 0.8, 0.99),
    },
}
PROMISE = {
    "count": 300,
    "buys": {
        "completeness_points": 6.2,
        "expected_changed": 50.0,
        "missed_at_most_if_none": 41,
        "confidence": 0.95,
    },
}


@pytest.fixture
def dock(project, campaign, window, qgis_application, monkeypatch):
    """The dock with the page Results, whose jobs are only recorded."""
    bar = QgsMessageBar(window.window)
    window.messageBar = lambda: bar
    session = Session(project)
    session.started = []
    monkeypatch.setattr(session, "start_job", lambda name, values: session.started.append((name, dict(values))))
    made = Panel(session, window, window.window)
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    session.open(campaign.folder)
    qgis_application.processEvents()
    yield made
    made.unload()


def show(dock, session, campaign, draw=(14, 3, 9, 2), done=0):
    """Draw an audit, label this many of its tiles as unchanged, and show the page."""
    from tests.qgis.ui.conftest import draw_audit

    if draw:
        draw_audit(campaign, list(draw))
        campaign.write_labels([], dict.fromkeys(draw[:done], "unchanged"), "train", 0, "drawn")
    session.reload()
    dock.show_page("results")
    return dock.results_page.completeness


def shown(card):
    buttons = ("draw", "label", "estimate", "release")
    return [name for name in buttons if getattr(card, f"{name}_button").isVisible()]


def end(session, campaign, name, status=FINISHED, **result):
    outcome = JobOutcome(status, result={"campaign": str(campaign.folder), **result}, message="No.", hint="Never.")
    session.job_ended.emit(name, outcome)


def test_the_card_appears_with_the_first_audit_or_round(dock, campaign):
    session = dock._session
    assert not show(dock, session, campaign, draw=()).isVisible()
    assert show(dock, session, campaign).isVisible()


def test_an_open_audit_is_labelled_first(dock, campaign):
    card = show(dock, dock._session, campaign, done=1)
    assert shown(card) == ["label"]
    assert "1 of 4" in card.state_label.text()
    card.label_button.click()
    assert dock.pages.currentWidget() is dock.label_page
    assert dock._session.queue.current.tile_id == 3


def test_queried_tiles_are_chosen_by_the_next_step(dock, campaign):
    show(dock, dock._session, campaign).label_button.click()
    dock.show_page("label")
    assert dock._session.queue.current.tile_id == 7


def test_a_finished_audit_is_estimated_at_the_page_s_threshold(dock, campaign):
    session = dock._session
    card = show(dock, session, campaign, done=4)
    assert shown(card) == ["draw", "estimate", "release"]
    dock.results_page.threshold_box.setValue(0.35)
    card.estimate_button.click()
    assert session.started == [("estimate", {"threshold": 0.35})]
    assert not card.result_label.isVisible()
    campaign.keep_estimate(RESULT)
    session.reload()
    end(session, campaign, "estimate", **RESULT)
    assert card.result_label.isVisible()
    assert "9 (4 to 26) of the 52 (44 to 71) tiles with change are missing" in card.result_label.text()


def test_a_refusal_is_shown_in_the_failure_box(dock, campaign):
    session = dock._session
    show(dock, session, campaign, done=4).estimate_button.click()
    end(session, campaign, "estimate", FAILED)
    assert dock.failure_box.isVisible()
    assert dock.failure_box.heading_label.text() == "Estimate completeness failed"
    assert "No. Never." in dock.failure_box.text_label.text()


def test_drawing_leads_to_the_audit_s_tiles(dock, campaign):
    from tests.qgis.ui.conftest import draw_audit

    session = dock._session
    card = show(dock, session, campaign, done=4)
    card.count_box.setValue(25)
    card.draw_button.click()
    assert session.started == [("audit", {"count": 25})]
    draw_audit(campaign, [20, 5])
    session.reload()
    end(session, campaign, "audit", audit=2, count=2)
    assert dock.pages.currentWidget() is dock.label_page
    assert session.queue.current.tile_id == 20


@pytest.mark.parametrize("agrees", [True, False])
def test_an_audit_is_only_opened_to_training_after_a_question(dock, campaign, monkeypatch, agrees):
    session = dock._session
    card = show(dock, session, campaign, done=4)
    monkeypatch.setattr(completeness_card, "may_release", lambda _: agrees)
    card.release_button.click()
    assert session.started == ([("audit", {"release": True})] if agrees else [])


def test_a_spent_audit_says_so_and_makes_way_for_a_new_one(dock, campaign):
    session = dock._session
    card = show(dock, session, campaign, done=4)
    campaign.spend_audit(1, "2026-01-03T03:04:05+00:00")
    session.reload()
    assert shown(card) == ["draw"]
    assert "spent" in card.state_label.text()


def test_a_damaged_result_is_not_shown_as_one(dock, campaign):
    session = dock._session
    card = show(dock, session, campaign, done=4)
    campaign.keep_estimate({"figures": {"changed_cells": 3}})
    session.reload()
    assert "cannot be read" in card.result_label.text()


def test_the_promise_names_tiles_minutes_and_precision():
    assert promise_text(PROMISE, 0.0834) == (
        "With 300 tiles (about 25 minutes at your pace), completeness is expected to be known to within 6 percentage"
        " points. None missed among them would mean at most 41 changed tiles missed (95 % confidence)."
    )
    assert "minutes" not in promise_text(PROMISE, None)


def test_the_promise_without_expected_change_names_only_the_limit():
    buys = {**PROMISE["buys"], "completeness_points": None}
    assert promise_text({**PROMISE, "buys": buys}, None) == (
        "300 tiles. None missed among them would mean at most 41 changed tiles missed (95 % confidence)."
    )


def test_one_sentence_says_what_the_map_contains_and_misses():
    assert sentence_text(RESULT) == (
        "The map contains 87 % (71 to 95 %) of the area that changed; 9 (4 to 26) of the 52 (44 to 71) tiles with"
        " change are missing from it (95 % confidence)."
    )


def test_without_a_map_only_the_amount_of_change_is_given():
    figures = {name: RESULT["figures"][name] for name in ("changed_cells", "area_of_change")}
    result = {**RESULT, "map": None, "round": None, "figures": figures}
    assert sentence_text(result) == "52 (44 to 71) tiles contain change (95 % confidence)."
    assert [name for name, _ in figure_rows(result)] == ["Area of change"]
    assert "no map yet" in notes(result, 2)[0]


def test_areas_are_in_hectares_from_one_hectare_on():
    assert area_text(estimated(12_345.0, 9_000.0, 15_000.0)) == "1.23 ha (0.90 to 1.50)"
    assert area_text(estimated(120.0, 90.0, 4_000.0)) == "120 m² (90 to 4,000)"


def test_a_share_of_nothing_is_unknown():
    assert share_text(estimated(None, 0.0, 1.0)) == "an unknown share (0 to 100 %)"


def test_notes_name_the_map_the_sample_and_the_skipped_tiles():
    bounds = {"none_changed": {"missed_cells": [2.0, 19.0]}, "all_changed": {"missed_cells": [8.0, 40.0]}}
    about, sample, skipped = notes({**RESULT, "skipped": 2, "skipped_bounds": bounds}, 3)
    assert about.startswith("These figures are about the map of round 2. To check the latest round,")
    assert sample == "Audit 1: 60 tiles drawn by chance, 40 labelled before, 900 in all."
    assert skipped == ("Skipped tiles: 2. If none of them changed, 2 to 19 tiles are missed; if all did, 8 to 40.")
    assert len(notes(RESULT, 2)) == 2


def test_no_change_found_is_said_with_how_much_there_may_be():
    result = {"figures": {"changed_cells": {"value": 0, "low": 0, "high": 7}}, "population": 230, "confidence": 0.95}
    assert sentence_text(result).startswith("No change was found: at most 7 of the 230 tiles contain change (95")
