"""Dates of the imagery: to the year, the month or the day, the second not before the first."""

from dataclasses import replace

import pytest

from alcd_core.campaign.campaign import create_campaign, open_campaign
from alcd_core.campaign.database import writing
from alcd_core.campaign.imagery_dates import checked_dates, stored_date
from alcd_core.errors import CampaignError, InputError


@pytest.mark.parametrize("text", ["2012", "2012-06", "2012-06-30", "2012-02-29"])
def test_a_year_a_month_and_a_day_are_dates(text):
    assert checked_dates(f" {text} ", None) == (text, None)
    assert stored_date(text) == text


@pytest.mark.parametrize("text", ["12", "30.6.2012", "2012-6", "2012-13", "2011-02-29", "0000", "2012/06", "x"])
def test_anything_else_is_refused_with_the_format(text):
    with pytest.raises(InputError, match="is not a date") as refused:
        checked_dates("2010", text)
    assert "YYYY-MM" in refused.value.hint
    with pytest.raises(ValueError, match="is not a date"):
        stored_date(text)


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_dates_are_optional(empty):
    assert checked_dates(empty, empty) == (None, None)


@pytest.mark.parametrize(("before", "after"), [("2012", "2011"), ("2012-05", "2012-04"), ("2012-05", "2011")])
def test_the_second_date_is_not_earlier_than_the_first(before, after):
    with pytest.raises(InputError, match=f"{after}, is earlier than the date before, {before}"):
        checked_dates(before, after)


@pytest.mark.parametrize(("before", "after"), [("2012", "2012"), ("2012-05", "2012"), ("2012", "2012-01-01")])
def test_dates_of_unlike_precision_may_overlap(before, after):
    assert checked_dates(before, after) == (before, after)


def test_a_campaign_keeps_the_dates(description, tmp_path):
    dated = replace(description, date_before="2012", date_after="2015-06-30")
    campaign = create_campaign(tmp_path / "dated.alcd", dated, [])
    found = open_campaign(campaign.folder).description
    assert (found.taken("before"), found.taken("after")) == ("2012", "2015-06-30")


def test_a_campaign_of_an_older_version_has_no_dates(campaign):
    with writing(campaign.file) as connection:
        connection.execute("DELETE FROM alcd_campaign WHERE key IN ('date_before', 'date_after')")
    found = open_campaign(campaign.folder).description
    assert (found.date_before, found.date_after) == (None, None)


@pytest.mark.parametrize("value", ['"soon"', "2012", "[]", "not json"])
def test_a_damaged_date_is_reported(campaign, value):
    with writing(campaign.file) as connection:
        connection.execute("INSERT OR REPLACE INTO alcd_campaign VALUES ('date_after', ?)", (value,))
    with pytest.raises(CampaignError, match="damaged"):
        open_campaign(campaign.folder)
