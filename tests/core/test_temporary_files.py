"""Leftovers of a killed job are removed by the next one; folders that may still be in use are not."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alcd_core import temporary_files
from alcd_core.temporary_files import ABANDONED_SECONDS, MARK, claim_folder, remove_abandoned_folders

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys, time
from pathlib import Path
from alcd_core.temporary_files import claim_folder
with claim_folder(Path(sys.argv[1])):
    print("writing", flush=True)
    time.sleep(60)
"""


def make_folder(parent, name, age=0.0):
    folder = parent / name
    folder.mkdir()
    (folder / "blended.tif").write_text("half of a map")
    make_old(folder, age)
    return folder


def make_old(folder, age):
    then = time.time() - age
    for path in (*folder.iterdir(), folder):
        os.utime(path, (then, then))


@pytest.fixture
def writer():
    """Starts processes that write into a folder."""
    started = []

    def start(folder):
        process = subprocess.Popen([sys.executable, "-c", WRITER, folder], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout.readline() == "writing\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_the_folder_of_a_killed_writer_is_removed_at_once(tmp_path, writer):
    killed, other = make_folder(tmp_path, ".alcd-killed"), make_folder(tmp_path, ".alcd-other")
    writer(other)
    kill(writer(killed))
    remove_abandoned_folders(tmp_path)
    assert not killed.exists()
    assert other.exists()


def test_the_folder_of_a_living_writer_stays_however_old_it_is(tmp_path, writer):
    folder = make_folder(tmp_path, ".alcd-slow")
    writer(folder)
    make_old(folder, ABANDONED_SECONDS + 60)
    remove_abandoned_folders(tmp_path)
    assert folder.exists()


def test_a_processs_own_folder_stays_as_long_as_it_is_claimed(tmp_path):
    folder = make_folder(tmp_path, ".alcd-own")
    with claim_folder(folder):
        remove_abandoned_folders(tmp_path)
        assert folder.exists()
    assert not (folder / MARK).exists()


def test_a_folder_of_another_computer_is_kept_for_a_day(tmp_path, writer, monkeypatch):
    folder = make_folder(tmp_path, ".alcd-far")
    kill(writer(folder))
    monkeypatch.setattr(temporary_files.platform, "node", lambda: "another")
    remove_abandoned_folders(tmp_path)
    assert folder.exists()
    make_old(folder, ABANDONED_SECONDS + 60)
    remove_abandoned_folders(tmp_path)
    assert not folder.exists()


def test_without_locks_a_folder_is_kept_for_a_day(tmp_path, monkeypatch):
    folder = make_folder(tmp_path, ".alcd-unlocked")
    monkeypatch.setattr(temporary_files, "_locked", lambda number: False)
    with claim_folder(folder):
        monkeypatch.undo()
        remove_abandoned_folders(tmp_path)
        assert folder.exists()


def test_unclaimed_folders_are_removed_after_a_day_and_other_folders_are_kept(tmp_path):
    old = make_folder(tmp_path, ".alcd-old", ABANDONED_SECONDS + 60)
    busy = make_folder(tmp_path, ".alcd-busy", ABANDONED_SECONDS - 60)
    foreign = make_folder(tmp_path, "alcd-foreign", ABANDONED_SECONDS + 60)
    remove_abandoned_folders(tmp_path)
    assert not old.exists()
    assert busy.exists()
    assert foreign.exists()


def test_a_folder_that_is_still_being_written_is_kept(tmp_path):
    folder = make_folder(tmp_path, ".alcd-long", ABANDONED_SECONDS + 60)
    (folder / "blended.tif").write_text("more of the map")
    remove_abandoned_folders(tmp_path)
    assert folder.exists()


def test_the_target_of_a_link_is_never_removed(tmp_path):
    target = make_folder(tmp_path, "precious", ABANDONED_SECONDS + 60)
    (tmp_path / ".alcd-link").symlink_to(target)
    remove_abandoned_folders(tmp_path)
    assert (target / "blended.tif").exists()
