"""Renaming survives a program that has a new file open for a moment, on Windows alone."""

from pathlib import Path

import pytest

from alcd_core import renaming
from alcd_core.renaming import ATTEMPTS, rename


@pytest.fixture
def refused(monkeypatch):
    """Renaming fails as often as given, as on Windows while a virus scanner reads the file."""
    attempts = []

    def refuse(times, platform="win32"):
        original = Path.replace

        def replace(source, target):
            attempts.append(target)
            if len(attempts) <= times:
                raise PermissionError(13, "Access is denied")
            return original(source, target)

        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr(renaming.sys, "platform", platform)
        monkeypatch.setattr(renaming, "PAUSE_SECONDS", 0.0)
        return attempts

    return refuse


def test_a_file_replaces_an_older_one(tmp_path):
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_text("new")
    old.write_text("old")
    rename(new, old)
    assert (old.read_text(), new.exists()) == ("new", False)


def test_a_folder_is_renamed_as_soon_as_nobody_reads_in_it(tmp_path, refused):
    (tmp_path / "half").mkdir()
    attempts = refused(3)
    rename(tmp_path / "half", tmp_path / "whole")
    assert (tmp_path / "whole").is_dir()
    assert len(attempts) == 4


def test_it_gives_up_in_the_end(tmp_path, refused):
    attempts = refused(ATTEMPTS)
    with pytest.raises(PermissionError):
        rename(tmp_path / "half", tmp_path / "whole")
    assert len(attempts) == ATTEMPTS


def test_elsewhere_a_refusal_is_final(tmp_path, refused):
    attempts = refused(1, platform="linux")
    with pytest.raises(PermissionError):
        rename(tmp_path / "half", tmp_path / "whole")
    assert len(attempts) == 1
