"""What the page Learn says about scoring fewer tiles."""

from types import SimpleNamespace

from alcd.alcd_core.campaign.scorings import Scoring
from alcd.ui.learn.scoring_text import scoring_text


def said(tiles, last=None):
    counts = SimpleNamespace(states={"unlabelled": tiles - 20, "queried": 20, "labelled": 40, "skipped": 0})
    return scoring_text(SimpleNamespace(last_scoring=lambda: last), counts)


def test_small_campaigns_are_offered_nothing():
    assert said(199_999) == ""


def test_large_ones_are_told_what_would_be_saved():
    assert said(1_000_000).endswith("With 500,000 of them, it would take about 50 % of the time.")
    last = Scoring(0.0, 1.0, 1, "single-pass", 100_000, 1_000_000, 480.0)
    assert said(1_000_000, last).startswith("1,000,000 tiles are scored for every query.")
    assert said(1_000_000, last).endswith("With 500,000 of them, it would take about 40 min instead of 80.")
