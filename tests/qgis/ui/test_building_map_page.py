"""Everything that docs/building-map.md says to press is on the screen, in the same words."""

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
spec = importlib.util.spec_from_file_location("translations", ROOT / "scripts" / "translations.py")
translations = importlib.util.module_from_spec(spec)
spec.loader.exec_module(translations)

TEXT = (ROOT / "docs" / "building-map.md").read_text("utf-8")


def test_every_button_and_field_exists():
    shown = {text for _, text in translations.texts()}
    named = set(re.findall(r"\*\*([^*]+)\*\*", TEXT)) | set(re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", TEXT))
    assert len(named) > 15
    assert named - shown == set()


def test_every_key_does_what_it_says(qgis_application):
    from alcd.ui.widgets.keys import review_keys

    words = {"←": "Left", "→": "Right"}
    rows = re.findall(r"^\| (`[^|]+) \| (?:accept|reject|edit|previous)", TEXT, re.MULTILINE)
    named = {words.get(key, key) for row in rows for key in re.findall(r"`([^`]+)`", row)}
    assert named == {key for key, _ in review_keys().values()}


def test_every_picture_exists():
    pictures = re.findall(r"\]\((images/[^)]+)\)", TEXT)
    assert len(pictures) == 5
    assert all((ROOT / "docs" / picture).is_file() for picture in pictures)


def test_every_column_that_is_described_is_written():
    from alcd.ui.results.change_table import COLUMNS

    source = (ROOT / "alcd_core" / "imagery" / "change_layers.py").read_text("utf-8")
    named = set(re.findall(r"`([a-z_]+[a-z0-9_]*)`", TEXT))
    kinds_and_states = {"built", "torn_down", "altered", "present", "gone", "not_seen", "accepted", "rejected"}
    of_changes = set(re.findall(r'^    "([a-z_0-9]+)": ogr', source, re.MULTILINE))
    assert of_changes <= named
    assert named - kinds_and_states - of_changes - set(COLUMNS) == {"building_id", "verdict"}
