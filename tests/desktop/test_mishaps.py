"""What can go wrong on a long day in the real panel: no label is lost, and nothing ends in a traceback.

Killed workers, full disks, layers and projects that go, two campaigns.
"""

import shutil
import subprocess

import pytest

from tests.desktop.qgis_program import command, prepare, run_session
from tests.desktop.test_labelling import make_campaign

SECONDS = 1500
DISK = "12m"  # the campaign fits, its model does not
ROOM = 300_000  # bytes left on it for labels


def labelled_campaign(folder, name, rasters=None):
    """A campaign with ten queried tiles and three labelled ones."""
    campaign = make_campaign(folder) if rasters is None else shutil.copytree(rasters, folder / f"{name}.alcd")
    from alcd_core.campaign.campaign import open_campaign

    if rasters is not None:
        return open_campaign(campaign)
    from alcd_core.campaign.geometry import rectangle

    window = next(tile.window for tile in campaign.tiles() if tile.tile_id == 5)
    left, bottom, _, _ = campaign.description.grid.window_bounds(window)
    house = rectangle(left + 5, bottom + 5, left + 30, bottom + 30), "change"
    campaign.write_labels([house], {3: "unchanged", 5: "changed", 8: "unchanged"}, "train", 0, "drawn")
    return campaign


def nearly_full_disk(folder, town):
    """A small disk with a copy of the campaign on it, and hardly any space left; False if none can be mounted."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        return False
    for date in ("before", "after"):
        shutil.copy(folder / f"{date}.tif", disk)
    shutil.copytree(town, disk / "small.alcd")
    free = shutil.disk_usage(disk).free
    (disk / "ballast").write_bytes(bytes(free - ROOM))
    return True


@pytest.fixture(scope="module")
def mishaps(tmp_path_factory, plugin_zip):
    """The report of the session, and its folder."""
    command()
    pytest.importorskip("torch")
    folder = tmp_path_factory.mktemp("mishaps")
    town = labelled_campaign(folder, "town").folder
    labelled_campaign(folder, "village", town)
    mounted = nearly_full_disk(folder, town)
    prepare(folder, plugin_zip)
    try:
        yield run_session(folder, "mishaps_session.py", SECONDS), folder, mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder / "disk")], check=False)


def test_a_killed_worker_loses_nothing_and_is_reported(mishaps):
    report, _, _ = mishaps
    assert report["killed kept"]
    assert report["killed saved"]
    assert report["killed said"]
    assert "Traceback" not in str(report["killed said"])


def test_removed_layers_are_restored_before_a_tile_is_labelled_unseen(mishaps):
    report, _, _ = mishaps
    assert "removed" in report["removed said"]
    assert report["first key labels nothing unseen"]
    assert report["layers back"]


def test_a_full_disk_loses_no_label(mishaps):
    report, _, mounted = mishaps
    if not mounted:
        pytest.skip("no small disk can be mounted here")
    assert report["full kept"]
    assert report["full saved"]
    assert "space" in str(report["full said"])
    assert "Traceback" not in str(report["full said"])


def test_a_job_continues_when_its_project_is_closed(mishaps):
    report, _, _ = mishaps
    assert report["closed"]
    assert report["job goes on"]


def test_two_campaigns_do_not_interfere(mishaps):
    report, folder, _ = mishaps
    from alcd_core.campaign.campaign import open_campaign

    assert report["other job runs"]
    assert report["still open"]
    assert report["second kept"]
    assert report["groups"] == ["town"]  # both have the same name; only one is open
    assert report["first again"] == 2
    assert open_campaign(folder / "village.alcd").counts().states["queried"] == 9
