"""What a killed job left behind is swept by a later one, not before a day has passed."""

import os
import time

from alcd_core.leftovers import ABANDONED_SECONDS, sweep_leftovers


def make_folder(parent, name, age):
    folder = parent / name
    folder.mkdir()
    (folder / "blended.tif").write_text("half of a map")
    then = time.time() - age
    for path in (folder / "blended.tif", folder):
        os.utime(path, (then, then))
    return folder


def test_abandoned_folders_are_removed_and_others_left_alone(tmp_path):
    old = make_folder(tmp_path, ".alcd-old", ABANDONED_SECONDS + 60)
    busy = make_folder(tmp_path, ".alcd-busy", ABANDONED_SECONDS - 60)
    foreign = make_folder(tmp_path, "alcd-foreign", ABANDONED_SECONDS + 60)
    sweep_leftovers(tmp_path)
    assert not old.exists()
    assert busy.exists()
    assert foreign.exists()


def test_a_folder_that_is_still_written_to_is_left_alone(tmp_path):
    folder = make_folder(tmp_path, ".alcd-long", ABANDONED_SECONDS + 60)
    (folder / "blended.tif").write_text("more of the map")
    sweep_leftovers(tmp_path)
    assert folder.exists()


def test_what_a_link_points_to_is_never_removed(tmp_path):
    target = make_folder(tmp_path, "precious", ABANDONED_SECONDS + 60)
    (tmp_path / ".alcd-link").symlink_to(target)
    sweep_leftovers(tmp_path)
    assert (target / "blended.tif").exists()
