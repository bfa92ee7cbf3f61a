"""Where the minutes of a round go: from the labels being done to the next queue, and to the map.

    python benchmarks/round.py ../shared/data/varied_pool --encoder resnet18 --encoder-depth 4
    ONEDNN_MAX_CPU_ISA=AVX2 ATEN_CPU_CAPABILITY=avx2 python benchmarks/round.py ...   # as on an older processor

A round is made of a few units that repeat: training steps, passes of a tile through a member, tiles that are read and
blended. Each is measured on a sample, in CPU seconds with one thread and in both precisions in turn, and multiplied by
how often a round of so many tiles needs it. Minutes on two cores are half of the CPU minutes; only the start of a
process does not run in parallel, so it counts in full.
"""

from __future__ import annotations

import argparse
import math
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import torch
from commands import ROOT, job
from measuring import machine, spread, timed

from alcd_core.campaign.campaign import Campaign, open_campaign
from alcd_core.imagery.map_writer import BlendedMap
from alcd_core.jobs.helpers.session import training_source, unlabelled_source, windows_of
from alcd_core.learning.model_training import ModelPlan, train_model
from alcd_core.learning.presets import training_settings
from alcd_core.learning.scoring import Scorer
from alcd_core.learning.selection import FIRST_MEMBERS, SHORTLIST, SHORTLIST_SHARE
from alcd_core.network.model import TrainedModel
from alcd_core.progress import Reporter

CPU = torch.device("cpu")
PRECISIONS = {"bfloat16": torch.bfloat16, "float32": torch.float32}
QUERIED = 20
MEMBERS = 5
LABELLED = 40


@dataclass(frozen=True)
class Part:
    """A part of a round: what it is made of, how many of these, and the CPU seconds of one by precision."""

    name: str
    unit: str
    count: int
    seconds: dict[str, float]


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("region", type=Path, help="folder with before.tif, after.tif and changes.gpkg")
    parser.add_argument("--encoder", default="resnet34")
    parser.add_argument("--encoder-depth", type=int, default=5)
    parser.add_argument("--tiles", type=int, default=1000, help="tiles of the region whose round is computed")
    parser.add_argument("--sample", type=int, default=8, help="tiles that are measured, a multiple of 4")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--scratch", type=Path, help="folder for temporary files")
    options = parser.parse_args()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory(dir=options.scratch) as folder:
        campaign = labelled_campaign(Path(folder) / "round.alcd", options.region.resolve())
        print(machine(), f"{options.encoder} to depth {options.encoder_depth}", sep="\n", flush=True)
        print_table(measured(campaign, options, Path(folder)))


def labelled_campaign(folder: Path, region: Path) -> Campaign:
    """A campaign with labelled tiles, evenly spread."""
    job("create", folder, "--before", region / "before.tif", "--after", region / "after.tif")
    ids = sorted(tile.tile_id for tile in open_campaign(folder).tiles())
    some = ",".join(str(ids[len(ids) * number // LABELLED]) for number in range(LABELLED))
    job("label", folder, "--reference", region / "changes.gpkg", "--tiles", some)
    return open_campaign(folder)


def measured(campaign: Campaign, options: argparse.Namespace, scratch: Path) -> list[Part]:
    """All parts of the round."""
    tiles = campaign.tiles(state="unlabelled")[: options.sample]
    source, ids = unlabelled_source(campaign, windows_of(tiles)), [tile.tile_id for tile in tiles]
    steps = training_settings("fast", continuing=True).minimum_steps
    model, step, rest = measured_training(campaign, options, scratch)
    scorers = {name: Scorer(model, source, CPU, dtype) for name, dtype in PRECISIONS.items()}
    loading = in_turn(
        options, {name: lambda one=one: one.model.members(CPU, one.dtype) for name, one in scorers.items()}
    )
    scoring = in_turn(options, {name: lambda one=one: list(one.predict(ids)) for name, one in scorers.items()})
    passes = {name: (scoring[name] - loading[name]) / len(ids) / MEMBERS for name in PRECISIONS}
    shortlist = max(SHORTLIST * QUERIED, math.ceil(SHORTLIST_SHARE * options.tiles))
    return [
        Part("start: Python, torch, GDAL, model", "processes", 2, {n: starting() + loading[n] for n in PRECISIONS}),
        Part("train: continue for half the steps", "steps", steps, step),
        Part("train: read, draw statistics, write", "times", 1, rest),
        Part("query: two members, all tiles", "passes", FIRST_MEMBERS * options.tiles, passes),
        Part("query: all members, shortlist", "passes", MEMBERS * shortlist, passes),
        Part("query: proposals", "passes", MEMBERS * QUERIED, passes),
        Part("predict: all members, all tiles", "passes", MEMBERS * options.tiles, passes),
        Part(
            "predict: blend, write", "tiles", options.tiles, same(blending(campaign, scratch) / len(campaign.tiles()))
        ),
        Part("(query in a single pass instead)", "passes", options.tiles + MEMBERS * QUERIED, passes),
        Part("(reading, within all these)", "tiles", 7 * options.tiles, same(reading(source.read, ids))),
    ]


def measured_training(
    campaign: Campaign, options: argparse.Namespace, scratch: Path
) -> tuple[TrainedModel, dict[str, float], dict[str, float]]:
    """A model; the CPU seconds of a training step; and those of the rest: reading, drawing statistics, writing."""
    tiles = campaign.tiles(state="labelled")
    source, ids = training_source(campaign, tiles, held_out=[]), [tile.tile_id for tile in tiles]
    description = campaign.description
    settings = training_settings("fast", epochs=1)
    plan = ModelPlan(
        description.mean, description.std, description.grid.gsd, options.encoder, options.encoder_depth, "none",
        method="mcbn", members=MEMBERS,
    )  # fmt: skip
    step, rest = {}, {}
    for name, dtype in PRECISIONS.items():
        times: list[float] = []
        reporter = Reporter(lambda _event, times=times: times.append(time.process_time()))  # one a step, and at the end
        folder = scratch / f"model-{name}"
        model, seconds = timed(
            lambda folder=folder, dtype=dtype, reporter=reporter: train_model(
                folder, source, ids, settings, plan, device=CPU, dtype=dtype, reporter=reporter
            )
        )
        taken = [after - before for before, after in pairwise(times)]
        step[name], rest[name] = statistics.median(taken), seconds.cpu - sum(taken)
        print(f"  {name}: {spread(taken)} CPU s a step, {rest[name]:.1f} the rest", flush=True)
    return model, step, rest


def in_turn(options: argparse.Namespace, work: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Median CPU seconds of each, measured one after the other, several times; their ratio is printed."""
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(options.repeats):
        for name, one in work.items():
            seconds[name].append(timed(one)[1].cpu)
    print("  " + ", ".join(f"{name}: {spread(taken)} CPU s" for name, taken in seconds.items()), flush=True)
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def starting() -> float:
    """CPU seconds until a process has imported everything."""
    command = [sys.executable, "-c", "import alcd_core.jobs.runners.query, time; print(time.process_time())"]
    return float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def reading(read: Callable[[list[int]], object], ids: list[int]) -> float:
    """CPU seconds to read one tile."""
    return timed(lambda: [read([tile_id]) for tile_id in ids])[1].cpu / len(ids)


def blending(campaign: Campaign, scratch: Path) -> float:
    """CPU seconds to blend all tiles of the campaign into a map and to write it."""
    grid, tiling = campaign.description.grid, campaign.description.tiling
    values = torch.rand(tiling.tile_size, tiling.tile_size).square().numpy()

    def blend() -> None:
        with BlendedMap(grid, tiling, str(scratch / "map.tif")) as result:
            for row, column, _ in tiling.windows():
                result.add(row, column, values, values >= 0)

    return timed(blend)[1].cpu


def same(seconds: float) -> dict[str, float]:
    """A part that does not depend on the precision."""
    return dict.fromkeys(PRECISIONS, seconds)


def print_table(parts: list[Part]) -> None:
    """Markdown: minutes on two cores, until the next queue and until the map."""
    print("| part | " + " | ".join(f"{name}: CPU ms each | minutes" for name in PRECISIONS) + " |")
    print("|---|" + "---|" * 2 * len(PRECISIONS))
    for part in parts:
        cells = [f"{1e3 * part.seconds[n]:.0f} | {minutes(part, n):.2f}" for n in PRECISIONS]
        print(f"| {part.name} ({part.count:,} {part.unit}) | {' | '.join(cells)} |")
    until_map = [part for part in parts if not part.name.startswith("(")]
    until_queue = [part for part in until_map if not part.name.startswith("predict")]
    for name, some in (("until the next queue", until_queue), ("until the map", until_map)):
        print(
            f"| **{name}** | "
            + " | ".join(f" | {sum(minutes(part, n) for part in some):.2f}" for n in PRECISIONS)
            + " |"
        )


def minutes(part: Part, precision: str) -> float:
    """Minutes on two cores."""
    return part.count * part.seconds[precision] / 60 / (1 if part.unit == "processes" else 2)


if __name__ == "__main__":
    main()
