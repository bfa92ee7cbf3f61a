"""Everything that the tutorial says to press is on the screen, in the same words."""

import importlib.util
import os
import re
import subprocess
from pathlib import Path

import pytest

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
    assert named == keys - {"A"}  # introduced with the second round
    assert "`A`" in TEXT


def test_every_picture_of_the_tutorial_exists():
    pictures = re.findall(r"\]\((images/[^)]+)\)", TEXT)
    assert len(pictures) == 8
    assert all((ROOT / "docs" / picture).is_file() for picture in pictures)


@pytest.fixture
def walk(tmp_path):
    """Runs ``scripts/tutorial`` with a Python that only records the folder of the files."""
    scripts, home = tmp_path / "checkout" / "scripts", tmp_path / "home"
    scripts.mkdir(parents=True)
    home.mkdir()
    python, notes = tmp_path / "python", tmp_path / "notes"
    python.write_text(f'#!/bin/sh\n[ -d "$ALCD_TUTORIAL_FOLDER" ] && echo "$ALCD_TUTORIAL_FOLDER" >> {notes}\nexit 0\n')
    python.chmod(0o755)
    (scripts / "setup").write_text(f"ALCD_ROOT={scripts.parent} ALCD_PYTHON={python}\n")
    (scripts / "tutorial").write_text((ROOT / "scripts" / "tutorial").read_text("utf-8"))

    def run():
        environment = {"PATH": os.environ["PATH"], "HOME": str(home)}
        done = subprocess.run(["bash", str(scripts / "tutorial"), "x"], env=environment, capture_output=True, text=True)
        return done, notes.read_text("utf-8").split() if notes.exists() else []

    return run, home


def test_the_folder_in_the_pictures_is_one_that_a_reader_could_have(walk):
    run, home = walk
    done, folders = run()
    assert done.returncode == 0, done.stderr
    assert set(folders) == {f"{home}/town"}
    assert not (home / "town").exists()


def test_the_script_leaves_an_existing_town_alone(walk):
    run, home = walk
    (home / "town").mkdir()
    (home / "town" / "mine.txt").touch()
    done, folders = run()
    assert (done.returncode, folders) == (2, [])
    assert (home / "town" / "mine.txt").exists()
