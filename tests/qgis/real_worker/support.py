"""A small region with a campaign, for the tests with the real worker (Linux: they read /proc)."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from alcd.bridge.process.child_environment import child_environment
from alcd.bridge.process.job_command import job_command

from alcd_core.campaign.campaign import Campaign, open_campaign
from alcd_core.campaign.database import connected
from tests.qgis.bridge.support import group_members, wait_until

ROOT = Path(__file__).resolve().parents[3]
NETWORK = {"encoder": "resnet18", "encoder_depth": 3, "encoder_weights": "none"}
SIDE = 768  # pixels
TILES = 576  # of 32 px: enough to cancel a job halfway through
LABELLED = 4  # of them
SECONDS = 120


@dataclass(frozen=True)
class Region:
    """A folder with two rasters, the polygons of what changed, and the campaign."""

    folder: Path

    @property
    def campaign_folder(self) -> Path:
        return self.folder / "town.alcd"

    def campaign(self) -> Campaign:
        """Opened anew; its GeoPackage is whole."""
        campaign = open_campaign(self.campaign_folder)
        with connected(campaign.file) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return campaign

    def parameters(self, job: str) -> dict:
        """Of a quick run of a job."""
        folder = self.folder
        pair = {"before": str(folder / "before.tif"), "after": str(folder / "after.tif")}
        reference = str(folder / "changes.gpkg")
        own = {
            "create": {**pair, "tile_size": 32, "overlap": 0},
            "label": {"reference": reference, "tiles": "all"},
            "suggest": {**NETWORK, "count": 5, "device": "cpu"},
            "train": {**NETWORK, "members": 2, "epochs": 3, "device": "cpu"},
            "query": {"count": 3, "device": "cpu"},
            "predict": {"output": str(folder / "probability.tif"), "device": "cpu"},
            "polygons": {"output": str(folder / "changed.gpkg"), "device": "cpu"},
            "assess": {"reference": reference, "map": str(folder / "agreement.tif"), "device": "cpu"},
            "info": {},
        }[job]
        return {"campaign": str(self.campaign_folder), **own}

    def start(self, job: str, **changed) -> subprocess.Popen:
        """The worker as the plugin starts it, without anybody who listens."""
        return subprocess.Popen(
            job_command(sys.executable, job, {**self.parameters(job), **changed}),
            env={**child_environment(import_from=str(ROOT), qgis_libraries=False), "OMP_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, job: str, **changed) -> None:
        """Run a job to its end, which must be a good one."""
        with self.start(job, **changed) as worker:
            said = worker.stdout.read()  # its input stays open: the end of it stops a worker
            assert worker.wait(SECONDS) == 0, f"{job}: {said}"

    def workers(self) -> list:
        """Living processes that work on this campaign."""
        found = []
        for file in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = file.read_bytes().decode(errors="replace").split("\0")
            except OSError:
                continue
            if "alcd_core" in words and str(self.campaign_folder) in words:
                found.append(int(file.parent.name))
        return found

    def left_in_sight(self) -> set:
        """Names in the folder that a user sees and that a job put there."""
        names = {path.name for path in self.folder.iterdir() if not path.name.startswith(".")}
        statistics = {name for name in names if name.endswith(".aux.xml")}  # QGIS's own
        return names - statistics - {"before.tif", "after.tif", "changes.gpkg"}

    def unfinished(self) -> list:
        """Hidden folders that a killed job left beside what it was making."""
        return sorted(self.folder.rglob(".alcd-*"))

    def copy(self, folder: Path) -> "Region":
        """All of it elsewhere; the campaign keeps its rasters by relative paths."""
        shutil.copytree(self.folder, folder)
        return Region(folder)


def kill(worker: subprocess.Popen, at: str, delay: float) -> bool:
    """``kill -9`` the worker ``delay`` seconds after it printed something that contains ``at``, or after its start.

    Returns whether it was still at work.
    """
    if at:
        for line in worker.stdout:
            if at in line:
                break
    try:
        worker.wait(delay)
    except subprocess.TimeoutExpired:
        os.killpg(worker.pid, signal.SIGKILL)
    worker.communicate(timeout=SECONDS)
    assert wait_until(lambda: not group_members(worker.pid), 5)
    return worker.returncode == -signal.SIGKILL
