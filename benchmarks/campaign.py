"""Benchmark of large campaigns: ``create``, ``info`` and opening in the panel."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from commands import Taken, job
from imagery import repeated

from alcd_core.campaign.campaign import open_campaign


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("region", type=Path, help="folder with before.tif and after.tif, repeated to a large region")
    parser.add_argument("--columns", type=int, default=18, help="how often the region is repeated side by side")
    parser.add_argument("--rows", type=int, default=24, help="how often it is repeated downwards")
    parser.add_argument("--tile-size", type=int, default=256, help="pixels; small ones make many tiles of few pixels")
    parser.add_argument("--overlap", type=int, default=32)
    parser.add_argument("--scratch", type=Path, help="folder for temporary files")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        measure(Path(scratch), options)


def measure(scratch: Path, options: argparse.Namespace) -> None:
    """Make the campaign, and print what it takes."""
    region = options.region.resolve()
    before, after = (
        repeated(region / f"{date}.tif", scratch / "region", options.columns, options.rows)
        for date in ("before", "after")
    )
    folder = scratch / "large.alcd"
    tiling = ("--tile-size", options.tile_size, "--overlap", options.overlap)
    created = job("create", folder, "--before", before, "--after", after, *tiling)
    print_job("create", created)
    print_job("info", job("info", folder))
    campaign = print_call("open_campaign", lambda: open_campaign(folder))
    counts = print_call("counts", campaign.counts)
    print_call("all tiles read", campaign.tiles)
    scores = {tile.tile_id: (0.1, 0.2) for tile in campaign.tiles()}
    chosen = list(scores)[:100]
    print_call("a query written", lambda: campaign.write_query(0, scores, chosen, [], "variance"))
    print(f"{counts.total:,} tiles, campaign.gpkg of {campaign.file.stat().st_size / 1e6:.0f} MB")
    print(f"create took {1e6 * created.cpu / counts.total:.0f} CPU microseconds a tile")


def print_job(name: str, taken: Taken) -> None:
    """One line a process."""
    print(f"{name:16} {taken.cpu:6.2f} s CPU, {taken.wall:6.2f} s wall, {taken.megabytes:.0f} MB", flush=True)


def print_call(name: str, call: Callable[[], Any]) -> Any:
    """One line a call in this process; its result."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = call()
    print(f"{name:16} {time.process_time() - cpu:6.3f} s CPU, {time.perf_counter() - wall:6.3f} s wall", flush=True)
    return result


if __name__ == "__main__":
    main()
