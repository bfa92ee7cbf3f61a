"""What the tutorial tells to press is on the screen, in these words."""

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
spec = importlib.util.spec_from_file_location("translations", ROOT / "scripts" / "translations.py")
translations = importlib.util.module_from_spec(spec)
spec.loader.exec_module(translations)

TEXT = (ROOT / "docs" / "tutorial.md").read_text("utf-8")


def test_every_button_and_page_of_the_tutorial_exists():
    shown = {text for _, text in translations.texts()}
    named = set(re.findall(r"\*\*([^*]+)\*\*", TEXT))
    assert len(named) > 12
    assert named - shown == set()


def test_every_field_of_the_tutorial_exists():
    shown = {text for _, text in translations.texts()}
    named = set(re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", TEXT)) - {
        "Settings > Keyboard Shortcuts",
        "Settings, Options, ALCD",
    }
    assert {"Tile size", "Encoder weights"} <= named
    assert named - shown == set()


def test_every_key_of_the_tutorial_does_what_it_says(qgis_application):
    from alcd.ui.widgets.keys import labelling_keys

    keys = {key for key, _ in labelling_keys().values()}
    words = {"Enter": "Return", "←": "Left", "→": "Right"}
    table = re.findall(r"^\| (`[^|]+) \|", TEXT, re.MULTILINE)
    named = {words.get(key, key) for row in table for key in re.findall(r"`([^`]+)`", row)}
    assert named == keys - {"A"}  # that one comes with the second round
    assert "`A`" in TEXT


def test_every_picture_of_the_tutorial_is_there():
    pictures = re.findall(r"\]\((images/[^)]+)\)", TEXT)
    assert len(pictures) == 8
    assert all((ROOT / "docs" / picture).is_file() for picture in pictures)
