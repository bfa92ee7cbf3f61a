"""Comparisons from an untrusted file."""

from __future__ import annotations

import json

import pytest

from alcd_core.errors import InputError
from alcd_core.report.comparisons import read_comparison, write_comparison
from alcd_core.report.figures import Comparison, Measure


def test_a_written_comparison_is_read_unchanged(tmp_path):
    comparison = Comparison("text", [Measure("a", "60 labels", 0.5, own=True), Measure("b", "", None)])
    write_comparison(tmp_path / "c.json", comparison)
    assert read_comparison(str(tmp_path / "c.json")) == comparison


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "null", "{", '{"text": "x"}', '{"text": "x", "measures": 3}', '{"text": "x", "measures": ["a"]}',
        '{"text": "x", "measures": [{"name": "a", "average_precision": 7}]}',
        '{"text": "x", "measures": [{"name": "a", "average_precision": NaN}]}',
        '{"text": "x", "measures": [{"name": "a", "average_precision": "high"}]}', "[" * 100_000,
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_a_hint(tmp_path, content):
    (tmp_path / "c.json").write_text(content)
    with pytest.raises(InputError) as caught:
        read_comparison(str(tmp_path / "c.json"))
    assert "measures" in caught.value.hint


def test_a_missing_and_a_huge_file_are_refused(tmp_path):
    with pytest.raises(InputError):
        read_comparison(str(tmp_path / "none.json"))
    (tmp_path / "huge.json").write_text(json.dumps({"text": "x" * 2_000_000, "measures": []}))
    with pytest.raises(InputError, match="too large"):
        read_comparison(str(tmp_path / "huge.json"))
