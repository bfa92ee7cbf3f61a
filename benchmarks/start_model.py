"""A start model that needs no download: trains ResNet18 up to layer3 on towns that the demo's generator paints.

python benchmarks/start_model.py towns TOWNS.npz --count 60 [--first 0]
python benchmarks/start_model.py train TOWNS.npz [MORE.npz ...] MODEL.safetensors --steps 2500
python benchmarks/start_model.py rank MODEL.safetensors FOLDER [FOLDER ...] [--reduction 4]

towns: pairs of images at about 2 m per pixel, each town with its own light, colours, resolution and share of changes.
train: writes the whole network and, as MODEL-encoder.safetensors, its encoder alone.
rank: how many of the 20 tiles with the highest predicted change are changed (see suggested_tiles.py for the features).
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from osgeo import gdal, ogr
from torch import Tensor, nn, optim

from alcd_core.demo import palette
from alcd_core.demo.footprints import LEFT, TOP, picture_outline, write_truth
from alcd_core.demo.orthophotos import _paint
from alcd_core.demo.projection import projections
from alcd_core.demo.region import plan_region
from alcd_core.demo.rendering import Exposure, render
from alcd_core.demo.settings import SceneSettings
from alcd_core.jobs.runners.simulate import open_source
from alcd_core.learning.batches import blocks, tensor_batch
from alcd_core.learning.presets import PRESETS, learning_rate_at
from alcd_core.learning.suggestion import tile_differences, upper_mean
from alcd_core.learning.training import weighted_cross_entropy
from alcd_core.network.checkpoint import load_tensors, save_tensors
from alcd_core.network.members import computing_in
from alcd_core.network.orientation import ORIENTATIONS, oriented
from alcd_core.network.precision import choose_dtype
from alcd_core.network.siamese import SiameseUNet
from alcd_core.progress import Reporter

REDUCTION = 2
"""Painted pixels merged into one, along each side."""
SIDE = 1280
"""Side of a painted town, pixels of about a metre."""
TILE = 64
BATCH = 16
CPU = torch.device("cpu")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    jobs = parser.add_subparsers(dest="job", required=True)
    towns = jobs.add_parser("towns")
    towns.add_argument("output", type=Path)
    towns.add_argument("--count", type=int, default=60)
    towns.add_argument("--first", type=int, default=0)
    train = jobs.add_parser("train")
    train.add_argument("towns", type=Path, nargs="+")
    train.add_argument("output", type=Path)
    train.add_argument("--steps", type=int, default=2500)
    train.add_argument("--towns", type=int, default=10_000, dest="limit", help="use only the first ones of each file")
    train.add_argument("--rank", type=Path, nargs="*", default=[], help="rank these folders afterwards")
    train.add_argument("--seed", type=int, default=0)
    rank = jobs.add_parser("rank")
    rank.add_argument("model", type=Path)
    rank.add_argument("folders", type=Path, nargs="+")
    rank.add_argument("--reduction", type=int, default=4)
    options = parser.parse_args()
    started = time.process_time()
    if options.job == "towns":
        write_towns(options.output, range(options.first, options.first + options.count))
    elif options.job == "train":
        train_model(options.towns, options.limit, options.output, options.steps, options.seed)
        print(f"{time.process_time() - started:.0f} CPU seconds so far", flush=True)
        rank_tiles(options.output, options.rank, 4)
    else:
        rank_tiles(options.model, options.folders, options.reduction)
    print(f"{time.process_time() - started:.0f} CPU seconds")


def write_towns(path: Path, seeds: range) -> None:
    """Images (towns, 2, 3, H, W) and labels (towns, H, W), uint8."""
    images, labels = zip(*(town(seed) for seed in seeds))
    np.savez(path, images=np.stack(images), labels=np.stack(labels))


def town(seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng((seed, 77))
    settings = SceneSettings(
        gsd=rng.uniform(0.75, 1.25),
        towns=int(rng.integers(2, 5)),
        estates=int(rng.integers(5, 16)),
        street_estates=int(rng.integers(2, 12)),
        halls_built=int(rng.integers(4, 20)),
        halls_torn_down=int(rng.integers(2, 12)),
        blocks_built=int(rng.integers(1, 10)),
        blocks_torn_down=int(rng.integers(1, 6)),
        houses_built=rng.uniform(0.01, 0.12),
        houses_torn_down=rng.uniform(0.01, 0.08),
        misregistration=rng.uniform(0.5, 2.0),
        annexes=int(rng.integers(0, 20)),
    )
    repaint(rng)
    scene = plan_region(SIDE * settings.gsd, settings, rng)
    views = projections(rng, settings.misregistration * settings.gsd)
    dates = []
    for date in (0, 1):
        canvas = _paint(scene, date, views[date], SIDE, settings.gsd, rng, Reporter())
        picture = np.concatenate([strip for _, strip in render(canvas, exposure(rng), (seed, date))], axis=1)
        dates.append(reduced(picture))
    return np.stack(dates), truth(scene, views, settings.gsd)


def reduced(picture: np.ndarray) -> np.ndarray:
    bands, side = picture.shape[0], picture.shape[1] // REDUCTION
    return picture.reshape(bands, side, REDUCTION, side, REDUCTION).mean((2, 4)).round().astype(np.uint8)


def truth(scene, views, gsd: float) -> np.ndarray:
    side, step = SIDE // REDUCTION, gsd * REDUCTION
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "truth.gpkg")
        write_truth(path, scene, views, picture_outline(SIDE * gsd))
        layers = ogr.Open(str(path))
        mask = gdal.GetDriverByName("MEM").Create("", side, side, 1, gdal.GDT_Byte)
        mask.SetGeoTransform((LEFT, step, 0.0, TOP, 0.0, -step))
        mask.SetProjection(layers.GetLayer(0).GetSpatialRef().ExportToWkt())
        gdal.RasterizeLayer(mask, [1], layers.GetLayer(0), burn_values=[1])
        return mask.ReadAsArray()


ORIGINAL_ROOFS = dict(palette.ROOFS)
ORIGINAL_GROUND = dict(palette.GROUND)


def repaint(rng: np.random.Generator) -> None:
    """Other colours of roofs and ground in every town."""

    def other(colour, strength: float):
        values = np.array(colour) * np.exp(rng.normal(0, strength)) * np.exp(rng.normal(0, strength / 3, 3))
        return tuple(int(value) for value in np.clip(values, 10, 245))

    for name, colour in ORIGINAL_ROOFS.items():
        palette.ROOFS[name] = other(tuple(rng.uniform(50, 210, 3) * 0.25 + rng.uniform(50, 210) * 0.75)
                                    if rng.random() < 0.4 else colour, 0.15)
    for name, ground in ORIGINAL_GROUND.items():
        palette.GROUND[name] = palette.Ground(
            other(ground.summer, 0.15), other(ground.spring, 0.15), ground.mottle, ground.grain, ground.furrows,
            ground.period,
        )  # fmt: skip


def exposure(rng: np.random.Generator) -> Exposure:
    """Any light, any camera."""
    grey = rng.uniform(0.22, 0.36)
    haze = rng.uniform(0, 30)
    return Exposure(
        azimuth=np.radians(rng.uniform(100, 260)), elevation=np.radians(rng.uniform(30, 65)),
        skylight=(grey, grey * 1.15, grey * rng.uniform(1.2, 1.5)),
        lean=(rng.uniform(-0.15, 0.15), rng.uniform(-0.15, 0.15)),
        gain=tuple(rng.uniform(0.75, 1.1) * rng.uniform(0.92, 1.08, 3)), gamma=rng.uniform(0.75, 1.2),
        haze=tuple(haze * rng.uniform(0.8, 1.3, 3)), blur=rng.uniform(0.1, 0.45), noise=rng.uniform(1, 5),
    )  # fmt: skip


def train_model(towns: list[Path], limit: int, output: Path, steps: int, seed: int) -> None:
    torch.manual_seed(seed)
    network = SiameseUNet("resnet18", 4, 3).train()
    images, labels = tiles(towns, limit)
    changed = np.flatnonzero((labels != 0).mean((1, 2)) > 0.01)
    others = np.flatnonzero((labels != 0).mean((1, 2)) <= 0.01)
    print(f"{len(changed)} tiles with change, {len(others)} without")
    settings = PRESETS["fast"]
    optimiser = optim.Adam(network.parameters(), lr=settings.learning_rate, weight_decay=1e-5)
    rng, dtype, mean_loss = np.random.default_rng(seed), choose_dtype(CPU), 0.0
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = learning_rate_at(settings, step, steps)
        index = np.concatenate([rng.choice(changed, BATCH // 2), rng.choice(others, BATCH // 2)])
        batch, target = turned(images[:, index], labels[index], rng)
        with computing_in(CPU, dtype):
            logits = network(relit(batch, rng))
        loss, weight = weighted_cross_entropy(logits, target, settings.change_weight)
        optimiser.zero_grad()
        torch.autograd.backward(loss / weight)
        optimiser.step()
        mean_loss = 0.98 * mean_loss + 0.02 * loss.item() / weight.item()
        if step % 10 == 9:
            print(f"step {step + 1}: loss {mean_loss / (1 - 0.98 ** (step + 1)):.3f}", flush=True)
    whole = {name: tensor.contiguous() for name, tensor in network.state_dict().items() if name not in ("mean", "std")}
    encoder = {name.removeprefix("encoder."): one for name, one in whole.items() if name.startswith("encoder.")}
    save_tensors(output, whole, {})
    save_tensors(output.with_name(f"{output.stem}-encoder.safetensors"), encoder, {})


def tiles(paths: list[Path], limit: int) -> tuple[np.ndarray, np.ndarray]:
    """All tiles (2, T, 3, h, w) as float16, normalised town by town and date by date, and their labels."""
    images, labels = [], []
    for path in paths:
        with np.load(path) as data:
            for pair, truth_ in zip(data["images"][:limit], data["labels"][:limit]):
                values = pair.astype(np.float32)
                values = (values - values.mean((2, 3), keepdims=True)) / values.std((2, 3), keepdims=True)
                images.append(cut(values).astype(np.float16))
                labels.append(cut(truth_[None, None])[0, :, 0])
    return np.concatenate(images, axis=1), np.concatenate(labels)


def cut(values: np.ndarray) -> np.ndarray:
    """(D, C, H, W) to (D, T, C, TILE, TILE)."""
    dates, bands, side = values.shape[:3]
    count = side // TILE
    grid = values.reshape(dates, bands, count, TILE, count, TILE)
    return grid.transpose(0, 2, 4, 1, 3, 5).reshape(dates, -1, bands, TILE, TILE)


def turned(images: np.ndarray, labels: np.ndarray, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Every tile in a random orientation and order of the dates."""
    pairs, targets = [], []
    for number in range(images.shape[1]):
        orientation = int(rng.integers(ORIENTATIONS))
        pair = torch.from_numpy(images[:, number].astype(np.float32))
        pairs.append(oriented(pair.flip(0) if rng.random() < 0.5 else pair, orientation))
        targets.append(oriented(torch.from_numpy(labels[number].astype(np.int64)), orientation))
    return torch.stack(pairs, dim=1), torch.stack(targets)


def relit(images: Tensor, rng: np.random.Generator) -> Tensor:
    """Each date of each tile in another light and contrast."""
    shape = (*images.shape[:3], 1, 1)
    gain = np.exp(rng.uniform(-0.3, 0.3, (*shape[:2], 1, 1, 1)) + rng.uniform(-0.1, 0.1, shape))
    shift = rng.uniform(-0.4, 0.4, (*shape[:2], 1, 1, 1)) + rng.uniform(-0.15, 0.15, shape)
    return images * torch.from_numpy(gain).float() + torch.from_numpy(shift).float()


def rank_tiles(model: Path, folders: list[Path], reduction: int) -> None:
    network = SiameseUNet("resnet18", 4, 3)
    network.load_state_dict(load_tensors(model)[0], strict=False)
    for folder in folders:
        pool = open_source(folder, reduction, Reporter())
        network.set_normalisation(torch.tensor(pool.mean), torch.tensor(pool.std))
        for statistics in ("own", "pool"):
            if statistics == "pool":
                adapt(network, pool.tiles.source)
            scores = predicted(network, pool.tiles.source)
            scores["features"] = by_features(network, pool.tiles.source)
            for name, numbers in scores.items():
                best = sorted(numbers, key=numbers.get, reverse=True)[:20]
                found = sum(pool.tiles.classes[tile] == "changed" for tile in best)
                print(f"{folder.name}, statistics of {statistics}, {name}: {found} of 20", flush=True)
        network.load_state_dict(load_tensors(model)[0], strict=False)


def by_features(network: SiameseUNet, source) -> dict[int, float]:
    """As ``suggest`` ranks: how much the dates differ in the encoder's features."""
    ids = [int(tile) for tile in source.tile_ids]
    found = tile_differences(network, source, ids, device=CPU, dtype=choose_dtype(CPU), reporter=Reporter())
    return dict(zip(ids, found))


def adapt(network: SiameseUNet, source) -> None:
    """Running statistics of batch normalisation from the pool's own tiles."""
    layers = [one for one in network.modules() if isinstance(one, nn.BatchNorm2d)]
    for layer in layers:
        layer.reset_running_stats()
        layer.momentum = None
    network.train()
    chosen = np.random.default_rng(0).permutation(list(source.tile_ids))[:160]
    with torch.no_grad(), computing_in(CPU, choose_dtype(CPU)):
        for block in blocks([int(tile) for tile in chosen], 16):
            batch = tensor_batch(source.read(block))
            network(batch.images, batch.valid)
    for layer in layers:
        layer.momentum = 0.1
    network.eval()


def predicted(network: SiameseUNet, source) -> dict[str, dict[int, float]]:
    """Change probability of each tile: its mean, and the mean of its highest tenth."""
    network.eval()
    scores: dict[str, dict[int, float]] = {"mean": {}, "highest tenth": {}}
    for block in blocks(list(source.tile_ids), 16):
        batch = tensor_batch(source.read(block))
        with torch.inference_mode(), computing_in(CPU, choose_dtype(CPU)):
            probability = network(batch.images, batch.valid).float().softmax(1)[:, 1]
        for tile, values, valid in zip(block, probability, batch.valid):
            known = values[valid]
            scores["mean"][tile] = float(known.mean()) if len(known) else 0.0
            scores["highest tenth"][tile] = upper_mean(known)
    return scores


if __name__ == "__main__":
    main()
