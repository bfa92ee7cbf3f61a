"""A map update in the real desktop: from two orthophotos and a building map to a styled file with three kinds.

ALCD_PICTURES: a folder for the pictures of each step; ``scripts/tutorial`` makes those of docs/building-map.md.
ALCD_TUTORIAL_FOLDER: an empty folder for the walk's files, whose name is seen in the pictures.
"""

import csv
import os
from pathlib import Path

import pytest

from tests.desktop.qgis_program import command, prepare, run_session

SECONDS = 1800


@pytest.fixture(scope="module")
def update(tmp_path_factory, plugin_zip):
    """The report of the session."""
    command()
    pytest.importorskip("torch")
    seen = os.environ.get("ALCD_TUTORIAL_FOLDER")
    folder = Path(seen) if seen else tmp_path_factory.mktemp("update")
    (folder / "mine").mkdir()
    prepare(folder, plugin_zip)
    more = {"ALCD_LONGEST": str(SECONDS - 60), "ALCD_PATIENCE": "900"}
    if os.environ.get("ALCD_PICTURES"):
        more["ALCD_PICTURES"] = os.environ["ALCD_PICTURES"]
    return run_session(folder, "building_map_session.py", SECONDS, **more)


def test_the_dates_of_the_imagery_are_in_the_overview(update):
    assert "before.tif, 2012-06<" in update["overview"] and "after.tif, 2015<" in update["overview"]


def test_there_are_changes_of_all_three_kinds_and_a_state_of_every_building(update):
    assert all(update["kinds"][kind] > 0 for kind in ("built", "torn_down", "altered")), update["kinds"]
    assert sum(update["states"].values()) == 73
    assert update["states"]["present"] > 40 and update["states"]["gone"] > 0, update["states"]  # of 61 truly present


def test_each_polygon_is_judged_with_one_key(update):
    assert update["review"] == [sum(update["kinds"].values()) - 1, 1]
    assert update["corrected"] == "altered"


def test_a_fresh_project_shows_the_kinds_in_three_colours(update):
    assert len(set(update["fresh"].values())) == 3
    assert update["legend"] == ["Built", "Torn down", "Altered", "Change"]
    assert sum(update["exported"].values()) == update["review"][0]


def test_the_change_table_has_every_accepted_polygon_with_its_dates(update):
    rows = list(csv.DictReader(update["table"].splitlines()))
    assert len(rows) == update["review"][0]
    assert {(row["date_before"], row["date_after"]) for row in rows} == {("2012-06", "2015")}
    assert {row["kind"] for row in rows} == {"built", "torn_down", "altered"}
