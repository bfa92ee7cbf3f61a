"""Memory and time of ``suggest``, ``query`` and ``predict`` as the region grows: the same rasters 1, 10 and 100 times.

Each job runs in its own process, whose peak resident memory is measured. The network is as small as possible, because
the question is what grows with the number of tiles, not what a network needs.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from commands import Usage, job
from imagery import repeated

from alcd_core.campaign.campaign import open_campaign

LAYOUTS = {1: (1, 1), 10: (5, 2), 100: (10, 10)}
"""Columns and rows by number of repetitions of the rasters."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("region", type=Path, help="folder with before.tif, after.tif and changes.gpkg")
    parser.add_argument("--encoder", default="resnet18")
    parser.add_argument("--encoder-depth", type=int, default=3)
    parser.add_argument("--members", type=int, default=2)
    parser.add_argument("--times", type=int, nargs="+", choices=sorted(LAYOUTS), default=sorted(LAYOUTS))
    parser.add_argument("--gsd", type=float, help="metres; a coarser one reduces the network's share")
    parser.add_argument("--tile-size", type=int, default=256)
    parser.add_argument("--overlap", type=int, default=32)
    parser.add_argument("--scratch", type=Path, help="folder for temporary files")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.scratch) as folder:
        measure(Path(folder), options)


def measure(folder: Path, options: argparse.Namespace) -> None:
    """Create the regions and run the jobs on each."""
    region = options.region.resolve()
    small = folder / "model.alcd"
    tiling = ["--tile-size", options.tile_size, "--overlap", options.overlap]
    tiling += ["--gsd", options.gsd] if options.gsd else []
    job("create", small, "--before", region / "before.tif", "--after", region / "after.tif", *tiling)
    ids = sorted(tile.tile_id for tile in open_campaign(small).tiles())
    job("label", small, "--reference", region / "changes.gpkg", "--tiles", ",".join(map(str, ids[::16])))
    network = ["--encoder", options.encoder, "--encoder-depth", options.encoder_depth, "--encoder-weights", "none"]
    job("train", small, *network, "--method", "mcbn", "--members", options.members, "--epochs", 1)
    for times in options.times:
        before, after = (
            repeated(region / f"{date}.tif", folder / f"{times}-times", *LAYOUTS[times]) for date in ("before", "after")
        )
        large = folder / f"{times}.alcd"
        created = job("create", large, "--before", before, "--after", after, *tiling)
        tiles = len(open_campaign(large).tiles())
        print_row("create", times, tiles, created)
        print_row("suggest", times, tiles, job("suggest", large, *network))
        print_row("query", times, tiles, job("query", large, "--model", small))
        output = folder / f"{times}.tif"
        print_row("predict", times, tiles, job("predict", large, "--model", small, "--output", output))
        output.unlink()


def print_row(name: str, times: int, tiles: int, usage: Usage) -> None:
    """Print one line per job."""
    print(
        f"{name:8} {times:4} x, {tiles:6} tiles: {usage.megabytes:6.0f} MB, {usage.cpu:7.1f} s CPU, "
        f"{1e3 * usage.cpu / tiles:6.1f} CPU ms per tile, {usage.wall:7.1f} s wall",
        flush=True,
    )


if __name__ == "__main__":
    main()
