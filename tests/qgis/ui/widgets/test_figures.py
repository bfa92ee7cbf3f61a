"""Numbers on the screen are formatted for the user's language."""

import re
from pathlib import Path

import pytest
from alcd.ui.campaign.campaign_form import plan_text
from alcd.ui.campaign.campaign_overview import facts
from alcd.ui.label.label_texts import pace_text, tile_text
from alcd.ui.results.results_page import curve_text
from alcd.ui.session.label_queue import QueuedTile
from alcd.ui.widgets.figures import figure, rounded
from alcd.ui.widgets.job_bar import worker_text
from qgis.PyQt.QtCore import QLocale

UI = Path(__file__).resolve().parents[4] / "ui"


@pytest.fixture
def speak():
    """Sets QGIS's language as QGIS does on start-up: without thousands separators."""
    before = QLocale()

    def choose(name):
        locale = QLocale(name)
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        QLocale.setDefault(locale)

    yield choose
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("name", "count", "share", "size"),
    [
        ("en_US", "1,234,567", "0.250", "1,235"),
        ("de_DE", "1.234.567", "0,250", "1.235"),
        ("fr_FR", "1\u202f234\u202f567", "0,250", "1\u202f235"),
    ],
)
def test_separators_and_decimal_points_follow_the_language(speak, name, count, share, size):
    speak(name)
    assert (figure(1234567), figure(0.25, 3), rounded(1234.5678, 4)) == (count, share, size)


def test_trailing_zeros_are_left_out(speak):
    speak("de_DE")
    assert [rounded(value, 3) for value in (0.5, 0.25, 2.0)] == ["0,5", "0,25", "2"]


def test_the_pages_show_german_numbers(speak, campaign):
    speak("de_DE")
    tile = QueuedTile(7, "queried", None, 0.1234, None, (0.0, 0.0, 1.0, 1.0))
    assert tile_text(tile, 1, 20164) == "Tile 7  ·  score 0,123  ·  1 of 20.164"
    assert pace_text(2.04) == "2,0 min per tile"
    assert worker_text("Tile 1200 of 20164") == "Tile 1.200 of 20.164"
    plan = {"tiles": 20164, "tile_metres": 128.0, "megabytes": 1234.4, "no_data": 0.25, "width": 40000, "height": 3072}
    assert plan_text({**plan, "gsd": 0.5}).split("\n") == [
        "20.164 tiles of 128 m, 1.234 MB to read, 25 % nodata.",
        "Grid of 40.000 × 3.072 pixels of 0,5 m.",
    ]
    rows = dict(facts(campaign, campaign.counts(), 2))
    assert (rows["Tiles"], rows["To label"], rows["Rounds"]) == ("20 of 32 m", "3", "2")
    assert "Skipped" not in rows


def test_the_curve_is_described_with_german_numbers(speak):
    from types import SimpleNamespace

    speak("de_DE")
    known = SimpleNamespace(round=2, labelled=1200, average_precision=0.9471)
    assert curve_text([known]) == "Round 2, 1.200 tiles: average precision 0,947"


def test_no_page_formats_numbers_itself():
    own = re.compile(r"\{[^{}]*:(,|,?\.\d[fg]|,?g)\}(?!px)")  # except in a style sheet
    found = [
        f"{file.name}: {hit.group()}" for file in UI.rglob("*.py") for hit in own.finditer(file.read_text("utf-8"))
    ]
    assert found == []
