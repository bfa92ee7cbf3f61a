"""Benchmark of large campaigns: ``create``, ``info`` and opening in the panel."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from commands import Usage, job
from imagery import repeated

from alcd_core.campaign.campaign import open_campaign


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("region", type=Path, help="folder with before.tif and after.tif, which are repeated")
    parser.add_argument("--columns", type=int, default=18, help="number of repetitions side by side")
    parser.add_argument("--rows", type=int, default=24, help="number of repetitions downwards")
    parser.add_argument("--tile-size", type=int, default=256, help="pixels; small tiles are many with few pixels each")
    parser.add_argument("--overlap", type=int, default=32)
    parser.add_argument("--scratch", type=Path, help="folder for temporary files")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        measure(Path(scratch), options)


def measure(scratch: Path, options: argparse.Namespace) -> None:
    """Create the campaign and print time and memory."""
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
    print(f"create took {1e6 * created.cpu / counts.total:.0f} CPU microseconds per tile")


def print_job(name: str, usage: Usage) -> None:
    """Print one line per process."""
    print(f"{name:16} {usage.cpu:6.2f} s CPU, {usage.wall:6.2f} s wall, {usage.megabytes:.0f} MB", flush=True)


def print_call(name: str, call: Callable[[], Any]) -> Any:
    """Call in this process, print one line, and return the result."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = call()
    print(f"{name:16} {time.process_time() - cpu:6.3f} s CPU, {time.perf_counter() - wall:6.3f} s wall", flush=True)
    return result


if __name__ == "__main__":
    main()
