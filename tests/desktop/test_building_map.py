"""A map update in the real desktop: from two orthophotos and a building map to a styled file with three kinds.

ALCD_PICTURES: a folder for the pictures of each step; ``scripts/tutorial`` makes those of docs/building-map.md.
"""

import csv


def test_the_dates_of_the_imagery_are_in_the_overview(example):
    assert "before.tif, 2012-06<" in example["overview"] and "after.tif, 2015<" in example["overview"]


def test_there_are_changes_of_all_three_kinds_and_a_state_of_every_building(example):
    assert all(example["kinds"][kind] > 0 for kind in ("built", "torn_down", "altered")), example["kinds"]
    assert sum(example["states"].values()) == 73
    assert example["states"]["present"] > 40 and example["states"]["gone"] > 0, example["states"]  # of 61 truly present


def test_each_polygon_is_judged_with_one_key(example):
    assert example["review"] == [sum(example["kinds"].values()) - 1, 1]
    assert example["corrected"] == "altered"


def test_a_fresh_project_shows_the_kinds_in_three_colours(example):
    assert len(set(example["fresh"].values())) == 3
    assert example["legend"] == ["Built", "Torn down", "Altered", "Change"]
    assert sum(example["exported"].values()) == example["review"][0]


def test_the_change_table_has_every_accepted_polygon_with_its_dates(example):
    rows = list(csv.DictReader(example["table"].splitlines()))
    assert len(rows) == example["review"][0]
    assert {(row["date_before"], row["date_after"]) for row in rows} == {("2012-06", "2015")}
    assert {row["kind"] for row in rows} == {"built", "torn_down", "altered"}
