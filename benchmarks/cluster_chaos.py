"""Kills workers, the scheduler and the client of ``query``, at random moments and many times in a row.

Each run of the job must end with the scores of a run alone, or with a sentence, or be killed itself; a job that did not
finish must leave the campaign as it was. The last line counts what happened; any mistake ends the program.
"""

from __future__ import annotations

import argparse
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
from pathlib import Path

import psutil
from cluster import prepared
from cluster_processes import ROOT, Processes, end

CHOICES = ("worker", "worker's child", "all workers", "scheduler", "client", "nothing, but the scheduler sleeps")
ASLEEP_SECONDS = 30


def main() -> None:
    """Kill until enough was killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("region", type=Path, help="folder with before.tif, after.tif and changes.gpkg")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pause", type=float, default=5.0, help="seconds between kills, on average")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        small = ["--encoder", "resnet18", "--encoder-depth", 3]
        prepared(Path(folder), options.region, small, ["--tile-size", 64, "--overlap", 16])
        made = Path(folder) / "region.alcd"
        alone = copy(made, Path(folder) / "alone.alcd")
        if start(alone).wait() != 0:
            raise SystemExit("The query alone failed.")
        with Processes(options.workers) as cluster:
            counts = killing(Path(folder), made, state(alone), cluster, chance, options)
    print(", ".join(f"{count} x {what}" for what, count in sorted(counts.items())))


def killing(folder: Path, made: Path, expected: list, cluster: Processes, chance: random.Random, options) -> Counter:
    """Run the job again and again; what was killed and how the runs ended, counted."""
    counts: Counter[str] = Counter()
    untouched = state(made)
    while counts["kills"] < options.kills:
        campaign = copy(made, folder / "run.alcd")
        client = start(campaign, "--scheduler", cluster.address)
        was_killed = False
        while client.poll() is None:
            time.sleep(chance.expovariate(1 / options.pause))
            if client.poll() is None and counts["kills"] < options.kills:
                victim = chance.choice(CHOICES)
                kill(victim, cluster, client, chance)
                was_killed = was_killed or victim == "client"
                counts.update(["kills", f"killed: {victim}"])
        ending = "killed" if was_killed else {0: "right", 2: "a sentence"}.get(client.wait(), "WRONG")
        counts[f"ended: {ending}"] += 1
        found = state(campaign)
        if ending == "WRONG" or found != (expected if client.returncode == 0 else untouched):
            raise SystemExit(f"Wrong: the run ended {ending}, status {client.returncode}. {counts}")
        print(f"{counts['kills']} kills; the run ended {ending}", flush=True)
    return counts


def kill(victim: str, cluster: Processes, client: subprocess.Popen, chance: random.Random) -> None:
    """Kill it, and start anew what does not start by itself."""
    if victim == "client":
        end(client)
    elif victim == "scheduler":
        assert cluster.scheduler is not None
        end(cluster.scheduler)
        cluster.start_scheduler()
    elif victim.startswith("nothing"):  # to the others this looks like a network that was cut
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


def start(campaign: Path, *more: str) -> subprocess.Popen:
    """Start the query."""
    command = [sys.executable, "-m", "alcd_core", "query", str(campaign), "--device", "cpu", *more]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)


def copy(campaign: Path, place: Path) -> Path:
    """A fresh copy of the campaign."""
    shutil.rmtree(place, ignore_errors=True)
    return Path(shutil.copytree(campaign, place))


def state(campaign: Path) -> list:
    """States and scores of all tiles, and the number of proposals."""
    with sqlite3.connect(campaign / "campaign.gpkg") as database:
        tiles = database.execute("SELECT tile_id, state, score, change_probability FROM tiles").fetchall()
        return [*tiles, database.execute("SELECT count(*) FROM proposals").fetchone()]


if __name__ == "__main__":
    main()
