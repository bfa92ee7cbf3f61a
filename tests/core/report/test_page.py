"""The page: escaped, self-contained, without sections on what is unknown."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest

from alcd_core.campaign.rounds import Round
from alcd_core.campaign.tiles import Tile
from alcd_core.imagery.grid import Grid, Window
from alcd_core.report.figures import Comparison, Measure, Report
from alcd_core.report.page import page
from alcd_core.report.pictures import encoded

EVIL = '<script>alert("x")</script>&"\''
VOID = {"meta", "img", "rect", "image", "use", "line", "circle", "polyline"}


def tile(number: int, state: str, split: str = "pool", tile_class=None, labelled=None) -> Tile:
    row, column = divmod(number, 4)
    window = Window(column * 64, row * 64, 64, 64)
    return Tile(number, row, column, window, state, split, tile_class, None, None, None, None, labelled)


@pytest.fixture
def report() -> Report:
    picture = encoded(np.full((16, 32, 3), 90, np.uint8), "JPEG")
    tiles = [
        tile(0, "labelled", "train", "changed", 0),
        tile(1, "labelled", "train", "unchanged", 0),
        tile(2, "labelled", "train", "changed", 1),
        tile(3, "labelled", "test", "unchanged", 0),
        tile(4, "queried"),
        tile(5, "unlabelled"),
    ]
    rounds = [
        Round(1, "2026", labelled=2, changed=1, average_precision=0.4, auc=0.8, queried=1, acquisition="variance"),
        Round(2, "2026", labelled=3, changed=2, average_precision=0.7, auc=0.9, seconds=75.0),
    ]
    grid = Grid("", 0.0, 0.0, 1.0, 1.0, 256, 128)
    small = Grid("", 0.0, 0.0, 8.0, 8.0, 32, 16)
    return Report("Ansbach", grid, small, picture, picture, tiles, rounds, all_changed=4)


class Outline(HTMLParser):
    """Checks that tags are closed in order, and records the tags seen."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def outline(text: str) -> Outline:
    parser = Outline()
    parser.feed(text)
    assert not parser.open
    return parser


def test_the_page_is_well_formed_and_loads_nothing(report):
    text = page(report)
    assert "script" not in outline(text).seen
    assert not re.search(r"https?://", text)
    assert "default-src 'none'" in text


def test_names_that_are_markup_are_shown_as_text(report):
    measures = [Measure(EVIL, EVIL, 0.5, own=True)]
    text = page(replace(report, title=EVIL, comparison=Comparison(EVIL, measures), settings={EVIL: EVIL}))
    assert "script" not in outline(text).seen
    assert "<script>alert" not in text
    assert text.count("&lt;script&gt;") >= 6


def test_markup_in_the_values_of_a_damaged_campaign_is_shown_as_text(report):
    tiles = [tile(0, "labelled", "train", '"/><script>', 0)]
    rounds = [replace(report.rounds[0], acquisition="<script>", queried=3, unchanged="<script>")]
    assert "script" not in outline(page(replace(report, tiles=tiles, rounds=rounds))).seen


def test_the_figures_at_the_top_count_training_tiles_only(report):
    text = page(report)
    assert "<b>3 of 6</b>" in text
    assert "<b>2 of 4</b>" in text
    assert "<b>0.70</b>" in text


def test_every_round_has_a_map_of_its_new_tiles_and_the_tiles_to_label_next_have_one_too(report):
    text = page(report)
    assert "At the start: 2 tiles, 1 changed." in text
    assert "Queried after round 1: 1 tile, 1 changed." in text
    assert "To label next: 1 tile." in text


def test_every_tile_is_only_on_the_map_of_the_round_in_which_it_was_new(report):
    maps = re.findall(r"<figure><svg class=\"map\".*?</figcaption>", page(report))[2:]  # after both dates
    drawn = [re.findall(r'<rect class="tile (\w+)" x="([\d.]+)" y="([\d.]+)"', one) for one in maps]
    assert drawn == [
        [("test", "24.0", "0.0"), ("changed", "0.0", "0.0"), ("unchanged", "8.0", "0.0")],
        [("changed", "16.0", "0.0")],
        [("queried", "0.0", "8.0")],
    ]


def test_if_nothing_is_labelled_yet_the_test_tiles_are_on_the_map_of_the_tiles_to_label_next(report):
    text = page(replace(report, tiles=[tile(3, "labelled", "test", "unchanged", 0), tile(4, "queried")]))
    assert re.findall(r'class="tile (\w+)"', text) == ["test", "queried"]
    assert "are test tiles" in text
    assert "are test tiles" not in page(replace(report, tiles=[tile(4, "queried")]))


def test_tiles_are_drawn_where_they_are(report):
    """Tile 2 lies at 128, 0 on a grid whose picture is eight times smaller."""
    assert '<rect class="tile changed" x="16.0" y="0.0" width="8.0" height="8.0"/>' in page(report)


def test_a_photo_that_is_shown_several_times_is_in_the_file_once(report):
    assert page(report).count("data:image/jpeg") == 2


def test_sections_without_data_are_left_out(report):
    text = page(replace(report, rounds=[], tiles=[tile(5, "unlabelled")], all_changed=None))
    outline(text)
    for heading in ("Learning curve", "Rounds", "round by round", "Maps of", "Close-ups", "Comparison"):
        assert heading not in text


def test_the_pictures_are_dated_where_the_dates_are_known(report):
    dated = page(replace(report, taken=("2012-06", None)))
    assert "Before, 2012-06" in dated and ">After<" in dated
