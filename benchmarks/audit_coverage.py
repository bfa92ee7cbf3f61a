"""How often the intervals of an audit hold the truth: thousands of audits of pools whose truth is known.

Prints a table for docs/audit.md: for each pool and kind of score, the share of audits whose 95 % interval holds the
true value, and the interval's mean width beside that of a simple random sample of the same size.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal

from alcd_core.audit.figures import FIGURES, Cells, intervals
from alcd_core.audit.sample import Draw, draw_sample
from alcd_core.audit.strata import form_strata
from alcd_core.imagery.grid import Tiling

CONFIDENCE = 0.95
SCORES = ("good", "useless", "misleading")
REAL = ("levir_dev", "levir_rare", "varied_pool", "clcd_pool")
SYNTHETIC = {
    "none missed": (60, 0, 20, 400.0),
    "1 missed": (60, 1, 20, 400.0),
    "5 missed": (60, 5, 20, 400.0),
    "60 missed": (60, 60, 20, 400.0),
    "rare, specks": (5, 5, 100, 12.0),
}
"""Changed cells that the map shows and misses, cells with false alarms, and the median area of these."""
CELL = 50_000.0  # pixels of the synthetic pools' cells
CHUNK = 250


@dataclass(frozen=True)
class Pool:
    """The truth of every cell and a map of it."""

    name: str
    cells: Cells


def real_pool(folder: Path, generator: np.random.Generator) -> Pool:
    """The change in the core cells of a campaign's tiles, with a map that misses and adds some at random."""
    raster = gdal.Open(str(folder / "before.tif"))
    truth = gdal.GetDriverByName("MEM").Create("", raster.RasterXSize, raster.RasterYSize, 1, gdal.GDT_Byte)
    truth.SetGeoTransform(raster.GetGeoTransform())
    truth.SetProjection(raster.GetProjection())
    layer = gdal.OpenEx(str(folder / "changes.gpkg"))
    gdal.RasterizeLayer(truth, [1], layer.GetLayer(0), burn_values=[1])
    pixels = truth.ReadAsArray()
    tiling = Tiling(raster.RasterXSize, raster.RasterYSize)
    windows = [tiling.core_cell(row, column) for row, column, _ in tiling.windows()]
    parts = [pixels[one.y : one.y + one.height, one.x : one.x + one.width] for one in windows]
    valid = np.array([float(part.size) for part in parts])
    return Pool(folder.name, _mapped(valid, np.array([float(part.sum()) for part in parts]), generator))


def _mapped(valid: np.ndarray, change: np.ndarray, generator: np.random.Generator) -> Cells:
    """A map that shows 85 % of each changed cell's change, misses one changed cell in eight and marks 1 % wrongly."""
    found = (change > 0) & (generator.random(len(change)) > 1 / 8)
    both = np.where(found, change * generator.beta(17, 3, len(change)), 0.0)
    wrong = np.where(found, 0.1 * change, (generator.random(len(change)) < 0.01) * generator.gamma(2, 300, len(change)))
    return Cells(valid, change, both + np.minimum(wrong, valid - change), both, np.ones(len(change)))


def synthetic_pool(name: str, tiles: int, generator: np.random.Generator) -> Pool:
    """Changed cells that the map shows, changed cells that it misses, and false alarms, as SYNTHETIC says."""
    shown, missed, false, typical = SYNTHETIC[name]
    change, marked, both = np.zeros(tiles), np.zeros(tiles), np.zeros(tiles)
    places = generator.permutation(tiles)
    known, lost, wrong = np.split(places[: shown + missed + false], [shown, shown + missed])
    change[known] = np.minimum(generator.lognormal(7.5, 1, shown), CELL / 2)
    change[lost] = np.minimum(generator.lognormal(6.5, 1, missed), CELL / 2)
    both[known] = 0.85 * change[known]
    marked[known] = 0.95 * change[known]
    marked[wrong] = typical * generator.lognormal(0, 1, false)
    return Pool(name, Cells(np.full(tiles, CELL), change, marked, both, np.ones(tiles)))


def scores(pool: Pool, kind: str, generator: np.random.Generator) -> np.ndarray:
    """Change probabilities: after the map, with noise; by chance; or lowest where the map misses change."""
    noise = np.exp(generator.normal(-6, 1, len(pool.cells.valid)))
    if kind == "useless":
        return np.minimum(noise * 10, 1)
    signal = pool.cells.marked / pool.cells.valid
    lost = pool.cells.change - pool.cells.both
    if kind == "misleading":
        return np.where((lost > 0) & (signal == 0), noise.min(), np.minimum(signal + noise, 1))
    return np.minimum(signal + noise + 0.1 * lost / pool.cells.valid * generator.random(len(lost)), 1)


def samples(strata: list[np.ndarray], draw: Draw, audits: int, generator: np.random.Generator) -> list[np.ndarray]:
    """Indices (audits, n_h) of the cells drawn in each stratum."""
    return [
        members[np.argsort(generator.random((audits, len(members))), axis=1)[:, : one.drawn]]
        for members, one in zip(strata, draw.strata)
    ]


def measure(cells: Cells, probabilities: np.ndarray | None, count: int, audits: int, seed: int) -> dict[str, tuple]:
    """Coverage and mean width of each figure's interval."""
    generator = np.random.default_rng(seed)
    known = [None] * len(cells.valid) if probabilities is None else probabilities.tolist()
    draw = draw_sample(range(len(cells.valid)), known, count, seed)
    strata = _members(probabilities, len(cells.valid))
    truth = {name: figure.true_value(cells) for name, figure in FIGURES.items()}
    low: dict[str, list] = {name: [] for name in FIGURES}
    high: dict[str, list] = {name: [] for name in FIGURES}
    for first in range(0, audits, CHUNK):
        drawn = samples(strata, draw, min(CHUNK, audits - first), generator)
        sampled = [cells.take(indices) for indices in drawn]
        for name, (bottom, top) in intervals(sampled, [one.tiles for one in draw.strata], None, CONFIDENCE).items():
            low[name].append(bottom)
            high[name].append(top)
    result = {}
    for name, value in truth.items():
        bottom, top = np.concatenate(low[name]), np.concatenate(high[name])
        slack = 1e-9 * max(1.0, abs(value))
        result[name] = (
            float(((bottom <= value + slack) & (top >= value - slack)).mean()),
            float((top - bottom).mean()),
        )
    return result


def _members(probabilities: np.ndarray | None, tiles: int) -> list[np.ndarray]:
    numbers = form_strata(np.full(tiles, np.nan) if probabilities is None else probabilities)
    return [np.flatnonzero(numbers == number) for number in np.unique(numbers)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="folder with the pools")
    parser.add_argument("--audits", type=int, default=2000)
    parser.add_argument("--share", type=float, default=0.1, help="of the tiles that is drawn, but at least 100 tiles")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generator = np.random.default_rng(options.seed)
    pools = [real_pool(options.data / name, generator) for name in REAL if (options.data / name).is_dir()]
    pools += [synthetic_pool(name, 3000, generator) for name in SYNTHETIC]
    print("| pool, tiles, drawn | scores | " + " | ".join(FIGURES) + " |\n|" + "---|" * (len(FIGURES) + 2))
    started = time.monotonic()
    for pool in pools:
        count = max(100, round(options.share * len(pool.cells.valid)))
        plain = measure(pool.cells, None, count, options.audits, options.seed)
        for kind in SCORES:
            found = measure(pool.cells, scores(pool, kind, generator), count, options.audits, options.seed)
            words = [f"{found[name][0]:.1%} ({found[name][1] / max(plain[name][1], 1e-12):.2f})" for name in FIGURES]
            print(f"| {pool.name}, {len(pool.cells.valid)}, {count} | {kind} | " + " | ".join(words) + " |", flush=True)
        words = [f"{plain[name][0]:.1%}" for name in FIGURES]
        print(f"| {pool.name}, {len(pool.cells.valid)}, {count} | none | " + " | ".join(words) + " |", flush=True)
    print(f"\n{time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
