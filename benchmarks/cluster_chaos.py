"""Kills workers, the scheduler and the client of ``query`` or ``predict``, at random moments and many times in a row.

Each run of the job must end with the scores or the map of a run alone, or with a sentence, or be killed itself; a job
that did not finish must leave the campaign as it was, and no map, and none may hang. Most kills wait until the job has
got on since the last one, so that they hit it while it computes; the others hit it while it starts or recovers. The
last lines count what happened; any mistake ends the program.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import psutil
from cluster import prepared
from cluster_processes import ROOT, Processes, end
from osgeo import gdal

SLEEP = "nothing, but the scheduler sleeps"
VICTIMS = {
    "worker": 4,
    "worker's child": 4,
    "all workers": 2,
    "scheduler": 2,
    "client": 1,
    SLEEP: 1,
}
"""What is killed, and how often among fourteen times."""
ASLEEP_SECONDS = 30
WHILE_COMPUTING = 0.75
"""Share of the kills that wait until the job has got on."""
HANGS_SECONDS = 600
"""A job that neither gets on nor ends for so long hangs; its own patience is 300 seconds."""


@dataclass
class Run:
    """A query that was started, and the file of its events."""

    process: subprocess.Popen[bytes]
    events: Path

    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self.process.poll() is None

    def fraction(self) -> float:
        """Its progress; 0 before the first block is done."""
        progress = [event["fraction"] for event in self._all() if event["event"] == "progress"]
        return progress[-1] if progress else 0.0

    def messages(self) -> list[str]:
        """What it reported."""
        return [event["message"] for event in self._all() if event["event"] in ("message", "error")]

    def _all(self) -> list[dict]:
        lines = self.events.read_text("utf-8").splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]


def main() -> None:
    """Kill until enough was killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("region", type=Path, help="folder with before.tif, after.tif and changes.gpkg")
    parser.add_argument("--job", choices=("query", "predict"), default="query")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pause", type=float, default=3.0, help="seconds before a kill, on average")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        small = ["--encoder", "resnet18", "--encoder-depth", 3]
        prepared(Path(folder), options.region, small, ["--tile-size", 64, "--overlap", 0])
        made = Path(folder) / "region.alcd"
        alone = copy(made, Path(folder) / "alone.alcd")
        begun = time.monotonic()
        if start(options.job, alone).process.wait() != 0:
            raise SystemExit("The job alone failed.")
        print(f"alone: {time.monotonic() - begun:.0f} s", flush=True)
        with Processes(options.workers) as cluster:
            counts = killing(Path(folder), made, state(alone), cluster, chance, options)
    print("\n".join(f"{count} x {what}" for what, count in sorted(counts.items())))


def killing(folder: Path, made: Path, expected: list, cluster: Processes, chance: random.Random, options) -> Counter:
    """Run the job again and again; what was killed and how the runs ended, counted."""
    counts: Counter[str] = Counter()
    untouched = state(made)
    while counts["kills"] < options.kills:
        begun = time.monotonic()
        campaign = copy(made, folder / "run.alcd")
        run = start(options.job, campaign, "--scheduler", cluster.address)
        kills = Counter[str]()
        while run.is_running():
            wait(run, chance, options.pause)
            if any(worker.poll() is not None for worker in cluster.workers):
                raise SystemExit("Wrong: a worker has ended by itself.")
            if run.is_running() and counts["kills"] < options.kills:
                victim = next(iter(chance.choices(list(VICTIMS), list(VICTIMS.values()))))
                counts[f"faults while the job {'computes' if 0 < run.fraction() < 1 else 'starts or ends'}"] += 1
                kill(victim, cluster, run, chance)
                kills[victim] += 1
                counts.update([f"killed: {victim}"] if victim == SLEEP else ["kills", f"killed: {victim}"])
        ending = "killed" if kills["client"] else {0: "right", 2: "a sentence"}.get(run.process.wait(), "WRONG")
        counts[f"ended: {ending}"] += 1
        found = state(campaign)
        print(
            f"{counts['kills']} kills; after {time.monotonic() - begun:.0f} s and {dict(kills)} the run ended {ending} "
            f"at {run.fraction():.2f}; {run.messages()}",
            flush=True,
        )
        # A client may be killed after it has written, before it has said so.
        allowed = {"right": [expected], "a sentence": [untouched], "killed": [untouched, expected]}.get(ending, [])
        if found not in allowed:
            raise SystemExit(f"Wrong: the run ended {ending}, status {run.process.returncode}. {counts}")
    return counts


def wait(run: Run, chance: random.Random, pause: float) -> None:
    """Wait until the next kill is due, or the run has ended."""
    reached, deadline = run.fraction(), time.monotonic() + HANGS_SECONDS
    if chance.random() < WHILE_COMPUTING:
        while run.is_running() and run.fraction() <= reached:
            if time.monotonic() > deadline:
                raise SystemExit(f"Wrong: the job hangs. {run.messages()}")
            time.sleep(0.2)
    until = time.monotonic() + chance.expovariate(1 / pause)
    while run.is_running() and time.monotonic() < until:
        time.sleep(0.05)


def kill(victim: str, cluster: Processes, run: Run, chance: random.Random) -> None:
    """Kill it, and start anew what does not start by itself."""
    if victim == "client":
        end(run.process)
    elif victim == "scheduler":
        assert cluster.scheduler is not None
        end(cluster.scheduler)
        cluster.start_scheduler()
    elif victim == SLEEP:  # to the others this looks like a network that was cut
        assert cluster.scheduler is not None
        os.kill(cluster.scheduler.pid, signal.SIGSTOP)
        time.sleep(ASLEEP_SECONDS)
        os.kill(cluster.scheduler.pid, signal.SIGCONT)
    elif victim == "worker's child":
        children = psutil.Process(chance.choice(cluster.workers).pid).children(recursive=True)
        for child in children:
            child.kill()
    else:
        chosen = cluster.workers if victim == "all workers" else [chance.choice(cluster.workers)]
        for worker in list(chosen):
            end(worker)
            cluster.workers[cluster.workers.index(worker)] = cluster.start_worker()


def start(job: str, campaign: Path, *more: str) -> Run:
    """Start the job."""
    output = ["--output", str(map_of(campaign))] if job == "predict" else []
    command = [sys.executable, "-m", "alcd_core", job, str(campaign), *output, "--device", "cpu", "--json", *more]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    events = campaign.with_suffix(".events")
    with events.open("wb") as file:
        return Run(subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL, env=environment), events)


def copy(campaign: Path, place: Path) -> Path:
    """A fresh copy of the campaign, without a map."""
    shutil.rmtree(place, ignore_errors=True)
    map_of(place).unlink(missing_ok=True)
    return Path(shutil.copytree(campaign, place))


def map_of(campaign: Path) -> Path:
    """Where the campaign's map is written."""
    return campaign.with_suffix(".tif")


def state(campaign: Path) -> list:
    """States and scores of all tiles, the number of proposals, and a hash of the map's pixels if there is one."""
    path = map_of(campaign)
    pixels = hashlib.sha256(gdal.Open(str(path)).ReadAsArray().tobytes()).hexdigest() if path.exists() else "no map"
    with sqlite3.connect(campaign / "campaign.gpkg") as database:
        tiles = database.execute("SELECT tile_id, state, score, change_probability FROM tiles").fetchall()
        return [*tiles, database.execute("SELECT count(*) FROM proposals").fetchone(), pixels]


if __name__ == "__main__":
    main()
