"""Charts: positions of points, escaping of names."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from alcd_core.report.charts import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, Bar, Line, bar_chart, line_chart


def svg(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text[: text.index("</svg>") + 6])


def test_a_line_runs_from_corner_to_corner():
    chart = svg(line_chart([Line("AP", [(60, 1.0), (20, 0.0)], "first")], "labels", "title"))
    points = chart.find("polyline").get("points").split()
    assert points == [f"{LEFT:.1f},{HEIGHT - BOTTOM:.1f}", f"{WIDTH - RIGHT:.1f},{TOP:.1f}"]


def test_a_single_point_is_drawn():
    chart = svg(line_chart([Line("AP", [(20, 0.5)], "first")], "labels", "title"))
    assert len(chart.findall("circle")) == 1


def test_a_chart_without_points_still_has_its_axes():
    chart = svg(line_chart([], "labels", "title"))
    assert {"0", "1", "labels"} <= {text.text for text in chart.iter("text")}
    assert chart.findall("circle") == chart.findall("polyline") == []


def test_many_rounds_do_not_crowd_the_axis():
    points = [(float(x), 0.5) for x in range(100, 4100, 100)]
    words = [text.text for text in svg(line_chart([Line("AP", points, "first")], "labels", "t")).findall("text")]
    counts = [word for word in words if re.fullmatch(r"\d{3,}", word)]
    assert len(counts) <= 8
    assert counts[-1] == "4000"


def test_bars_are_as_long_as_their_values():
    chart = svg(bar_chart([Bar("a", "", 1.0, "first"), Bar("b", "", 0.25, "third"), Bar("c", "", None, "third")], "t"))
    rails = [float(one.get("width")) for one in chart.findall("rect") if one.get("class") == "rail"]
    bars = [float(one.get("width")) for one in chart.findall("rect") if one.get("class").startswith("bar")]
    assert bars == pytest.approx([rails[0], rails[0] / 4, 0.0], abs=0.1)
    assert "not measured" in [text.text for text in chart.findall("text")]


def test_names_are_escaped():
    assert "<b>" not in line_chart([Line("<b>", [(1, 0.5)], "first")], "<b>", "<b>")
    assert "<b>" not in bar_chart([Bar("<b>", "<b>", 0.5, "first")], "<b>")
