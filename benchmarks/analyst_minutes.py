"""The analyst's minutes until nine of ten changed tiles are found, by learner.

python benchmarks/analyst_minutes.py POOL TABLE.csv [TABLE.csv ...] [--look 5] [--panel 0.08]

POOL is the folder that was simulated on: its changes.gpkg says how many polygons a changed tile has, and how many
corners each has at a tolerance of a metre. Nobody was timed. Keys, clicks and the decision to act take the times of
the keystroke-level model (Card, Moran and Newell 1980, table 1: an average typist), ``--look`` is what it takes to
see whether a tile is changed, and ``--panel`` the time from a key to the next tile, as the desktop's test prints it.

Two columns: the changed tiles are all drawn; and those that were queried have good proposals, all accepted by one key.
The first tiles never have proposals.
"""

from __future__ import annotations

import argparse
import csv
import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from alcd_core.imagery.vector import read_reference
from alcd_core.jobs.helpers.simulation.files import REFERENCE, plan_files
from alcd_core.learning.tile_class import CHANGED_ABOVE
from alcd_core.progress import Reporter

KEY, POINT, BUTTON, DECIDE = 0.28, 1.1, 0.1, 1.35
"""Seconds: pressing a key, pointing at a place, pressing a button of the mouse, deciding to act."""
TOLERANCE = 1.0
"""Metres by which a drawn outline may differ from the reference."""
FOUND = 0.9
REDUCTION = 4


@dataclass(frozen=True)
class Seconds:
    """What it takes to look at a tile and to answer it in each way."""

    unchanged: float
    drawn: float
    accepted: float


@dataclass(frozen=True)
class Found:
    """Tiles of a run by class when nine of ten changed tiles were found; ``first``: changed ones at the start."""

    first: int
    changed: int
    others: int


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pool", type=Path)
    parser.add_argument("tables", type=Path, nargs="+")
    parser.add_argument("--look", type=float, default=5.0)
    parser.add_argument("--panel", type=float, default=0.08)
    options = parser.parse_args()
    polygons = corners_by_tile(options.pool)
    seconds = seconds_for(polygons, options.look, options.panel)
    numbers = [len(tile) for tile in polygons]
    middle, corners_each = statistics.median(numbers), statistics.fmean(count for tile in polygons for count in tile)
    print(f"{len(polygons)} changed tiles, {statistics.fmean(numbers):.1f} polygons in each (median {middle:g})")
    print(f"Corners of a polygon: {corners_each:.1f}")
    print(
        f"Seconds for an unchanged tile {seconds.unchanged:.1f}, a changed one drawn {seconds.drawn:.1f}, accepted "
        f"{seconds.accepted:.1f}\n"
    )
    print(minutes_table(options.tables, seconds))


def corners_by_tile(pool: Path) -> list[list[int]]:
    """For every changed tile, the corners of each polygon in it."""
    plan = plan_files(pool, REDUCTION, Reporter())
    reference = read_reference(str(pool / REFERENCE), plan.grid).polygons
    tiles = []
    for window in plan.windows:
        tile = box(*plan.grid.window_bounds(window))
        parts = [polygon.intersection(tile) for polygon, _ in reference if polygon.intersects(tile)]
        if sum(part.area for part in parts) > CHANGED_ABOVE * tile.area:
            tiles.append([corners(part) for part in parts if part.area > 0])
    return tiles


def corners(polygon: BaseGeometry) -> int:
    """Corners to click, with a tolerance."""
    outline = polygon.simplify(TOLERANCE)
    parts = getattr(outline, "geoms", [outline])
    return sum(len(part.exterior.coords) - 1 for part in parts if part.geom_type == "Polygon")


def seconds_for(polygons: Sequence[Sequence[int]], look: float, panel: float) -> Seconds:
    """The means over the changed tiles."""
    done = KEY + panel
    drawing = [sum(DECIDE + KEY + count * (POINT + BUTTON) + BUTTON for count in tile) for tile in polygons]
    return Seconds(
        look + done,
        look + statistics.fmean(drawing) + done,
        look + DECIDE + KEY + done,
    )


def minutes_table(tables: Sequence[Path], seconds: Seconds) -> str:
    """One line per learner and number of tiles a round."""
    runs: dict[tuple[str, str], list[Found | None]] = defaultdict(list)
    for path in tables:
        for name, found in found_by_run(path):
            runs[name].append(found)
    lines = ["| learner, tiles a query | runs | labels | all drawn | proposals accepted |", "|" + "---|" * 5]
    for (learner, count), results in runs.items():
        reached = [found for found in results if found]
        if missed := len(results) - len(reached):
            figures = [f"not reached in {missed} runs", "", ""]
        else:
            labels = statistics.fmean(found.changed + found.others for found in reached)
            answers = seconds.drawn, seconds.accepted
            spent = [statistics.fmean(minutes(found, seconds, later) for found in reached) for later in answers]
            figures = [f"{labels:.0f}", *(f"{one:.1f}" for one in spent)]
        lines.append(f"| {learner}, {count} | {len(results)} | " + " | ".join(figures) + " |")
    return "\n".join(lines)


def found_by_run(path: Path) -> list[tuple[tuple[str, str], Found | None]]:
    """Each run of a table, with the round in which nine of ten changed tiles were found, or None."""
    runs: dict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["acquisition"]:
                runs[row["learner"], row["count"], row["seed"]].append(row)
    result = []
    for (learner, count, _), rounds in runs.items():
        reached = next((row for row in rounds if float(row["found"]) >= FOUND), None)
        found = None
        if reached:
            others = int(reached["unchanged"]) + int(reached["ambiguous"])
            found = Found(int(rounds[0]["changed"]), int(reached["changed"]), others)
        result.append(((learner, count), found))
    return result


def minutes(found: Found, seconds: Seconds, later: float) -> float:
    """``later``: seconds for a changed tile that was queried; the first ones are drawn."""
    queried = found.changed - found.first
    return (found.others * seconds.unchanged + found.first * seconds.drawn + queried * later) / 60


if __name__ == "__main__":
    main()
