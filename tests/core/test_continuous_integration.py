"""What the workflow for GitHub covers."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_oldest_qgis_that_the_metadata_allow_is_tested():
    workflow = (ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8")
    metadata = (ROOT / "metadata.txt").read_text("utf-8")
    tested = [(int(major), int(minor)) for major, minor in re.findall(r'qgis: "(\d+)\.(\d+)"', workflow)]
    major, minor = re.search(r"^qgisMinimumVersion=(\d+)\.(\d+)$", metadata, re.MULTILINE).groups()
    assert min(tested) == (int(major), int(minor))
