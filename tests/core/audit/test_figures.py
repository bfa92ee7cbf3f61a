import numpy as np
import pytest

from alcd_core.audit.figures import FIGURES, Cells, error_matrix, estimate
from alcd_core.audit.sentences import figure_words, report_sentence


def cells(*rows):
    """Of (change, marked, both) in cells of 1,000 square metres."""
    change, marked, both = np.array(rows, float).T
    return Cells(np.full(len(rows), 1000.0), change, marked, both, np.full(len(rows), 6.0))


POPULATION = cells((100, 90, 80), (50, 0, 0), (0, 30, 0), (5, 0, 0), (0, 0, 0), (200, 220, 180))
NOBODY = POPULATION.take(np.array([], int))


def test_a_census_gives_the_true_figures():
    found = estimate([POPULATION], [6], NOBODY, 0.95, with_map=True)
    truth = {
        "changed_cells": 3,
        "missed_cells": 1,
        "completeness_cells": 2 / 3,
        "correctness_cells": 2 / 3,
        "area_of_change": 355,
        "missed_area": 95,
        "completeness_area": 260 / 355,
        "correctness_area": 260 / 340,
        "producers_unchanged": 5565 / 5645,
        "users_unchanged": 5565 / 5660,
        "overall_accuracy": 5825 / 6000,
    }
    assert found.keys() == truth.keys()
    for name, value in truth.items():
        assert found[name].value == pytest.approx(value)
        assert FIGURES[name].true_value(POPULATION) == pytest.approx(value)
        assert (found[name].low, found[name].high) == (pytest.approx(value), pytest.approx(value))


def test_the_error_matrix_adds_up_to_the_region():
    sample = POPULATION.take(np.array([0, 2, 4]))
    matrix = error_matrix([sample], [12], POPULATION)
    assert sum(area for row in matrix.values() for area in row.values()) == pytest.approx(18_000)
    assert matrix["change"]["unchanged"] == pytest.approx(12 / 3 * 40 + 80)


def test_known_cells_count_once_and_without_error():
    found = estimate([cells(*[(0, 0, 0)] * 20)], [200], POPULATION, 0.95, with_map=True)
    assert found["changed_cells"].value == 3
    assert found["changed_cells"].low == 3
    assert found["changed_cells"].high > 3
    assert found["completeness_cells"].low < found["completeness_cells"].value == pytest.approx(2 / 3)


def test_without_a_map_only_the_amount_of_change_is_estimated():
    found = estimate([POPULATION], [60], NOBODY, 0.95, with_map=False)
    assert sorted(found) == ["area_of_change", "changed_cells"]


def test_no_change_at_all_leaves_the_completeness_open():
    found = estimate([cells(*[(0, 0, 0)] * 20)], [200], NOBODY, 0.95, with_map=True)
    assert found["completeness_area"].value is None
    assert (found["completeness_area"].low, found["completeness_area"].high) == (pytest.approx(0), pytest.approx(1))
    assert found["missed_area"].high > 0


def test_small_false_alarms_say_nothing_about_how_much_can_change_in_a_cell():
    specks = cells(*[(0, 10, 0)] * 5, *[(0, 0, 0)] * 45)
    found = estimate([specks], [500], NOBODY, 0.95, with_map=True)
    at_most = found["changed_cells"].high
    assert found["missed_area"].high == pytest.approx(1000 * at_most, rel=0.02)


def test_many_changed_cells_say_how_much_can_change_in_a_cell():
    found = estimate([cells(*[(40, 40, 40)] * 10, *[(0, 0, 0)] * 40)], [500], NOBODY, 0.95, with_map=True)
    assert found["area_of_change"].high < 80 * found["changed_cells"].high


def test_a_larger_confidence_gives_a_wider_interval():
    narrow, wide = (estimate([POPULATION], [60], NOBODY, confidence, True) for confidence in (0.8, 0.99))
    for name in FIGURES:
        assert wide[name].low <= narrow[name].low <= narrow[name].high <= wide[name].high


def test_the_sentence_names_share_interval_and_confidence():
    figures = {name: vars(one) for name, one in estimate([POPULATION], [6], NOBODY, 0.9, True).items()}
    sentence = report_sentence({"figures": figures, "confidence": 0.9})
    assert sentence == (
        "The map contains 73 % (73 to 73 %) of the area that changed; 1 (1 to 1) of the 3 (3 to 3) tiles with change"
        " are missing from it (90 % confidence)."
    )
    assert figure_words(figures["area_of_change"]) == "355 m2 (355 to 355)"


def test_the_sentence_when_nothing_changed_gives_the_limit():
    nothing = cells(*[(0, 0, 0)] * 99)
    figures = {name: vars(one) for name, one in estimate([nothing], [100], NOBODY, 0.999, True).items()}
    sentence = report_sentence({"figures": figures, "confidence": 0.999, "population": 100})
    assert sentence == "No change was found: at most 1 of the 100 tiles contain change (99.9 % confidence)."
