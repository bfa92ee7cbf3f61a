"""Speed of scoring with M members: a plain loop compared with ``Scorer``, on the same tiles with the same weights.

The plain loop is what one would write first: float32, one tile at a time, M passes. Ours reads ahead, processes tiles
in batches and computes in bfloat16. Both read from the rasters and return a score per tile; loading the model counts.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from commands import job
from measuring import Seconds, counted_gflop, machine, peak_rate, spread, timed
from torch import Tensor

from alcd_core.campaign.campaign import open_campaign
from alcd_core.imagery.raster_tiles import RasterTiles
from alcd_core.jobs.helpers.models import trained_model
from alcd_core.jobs.helpers.session import unlabelled_source
from alcd_core.learning.scoring import Scorer
from alcd_core.learning.tiles import TileSource
from alcd_core.network.batch_statistics import set_statistics
from alcd_core.network.model import TrainedModel
from alcd_core.network.siamese import SiameseUNet

CPU = torch.device("cpu")
TOP = 50


def main() -> None:
    """Print the figures."""
    options = parsed_options()
    torch.set_num_threads(options.threads)
    with tempfile.TemporaryDirectory(dir=options.scratch) as folder:
        model, source = trained(Path(folder) / "benchmark.alcd", options)
        compare(model, source, options)


def parsed_options() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("region", type=Path, help="folder with before.tif, after.tif and changes.gpkg")
    parser.add_argument("--encoder", default="resnet34")
    parser.add_argument("--encoder-depth", type=int, default=5)
    parser.add_argument("--encoder-weights", default="none")
    parser.add_argument("--members", type=int, default=5)
    parser.add_argument("--tiles", type=int, default=240, help="number of tiles to score in total, evenly spread")
    parser.add_argument("--repeats", type=int, default=6, help="number of parts, scored both ways in turn")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--scratch", type=Path, help="folder for temporary files")
    return parser.parse_args()


def trained(folder: Path, options: argparse.Namespace) -> tuple[TrainedModel, RasterTiles]:
    """A model trained on a few real tiles, and the campaign's tiles."""
    region = options.region.resolve()
    job("create", folder, "--before", region / "before.tif", "--after", region / "after.tif")
    campaign = open_campaign(folder)
    ids = sorted(tile.tile_id for tile in campaign.tiles())
    some = ",".join(map(str, ids[:: max(1, len(ids) // 24)]))
    job("label", folder, "--reference", region / "changes.gpkg", "--tiles", some)
    network = ["--encoder", options.encoder, "--encoder-depth", options.encoder_depth]
    weights = ["--encoder-weights", options.encoder_weights, "--method", "mcbn", "--members", options.members]
    job("train", folder, *network, *weights, "--epochs", 4)
    return trained_model(campaign, None), unlabelled_source(campaign, campaign.all_tiles())


def compare(model: TrainedModel, source: RasterTiles, options: argparse.Namespace) -> None:
    """Score every part both ways in turn and print the results."""
    ids = sorted(source.tile_ids)
    ids = [ids[index] for index in np.linspace(0, len(ids) - 1, min(options.tiles, len(ids))).astype(int)]
    work = tile_gflop(model.network(0)) * options.members
    print(f"{machine()}\n{options.encoder} depth {options.encoder_depth}: {work / options.members:.2f} GFLOP per pass")
    plain_scores: list[float] = []
    our_scores: list[float] = []
    plain, ours, ratios, shares = [], [], [], []
    scorer = Scorer(model, source, CPU, torch.bfloat16)
    for part in np.array_split(np.array(ids), options.repeats):
        tiles = [int(tile) for tile in part]
        first_peak = peak_rate()
        slow, slow_seconds = timed(lambda tiles=tiles: plain_scoring(model, source, tiles))
        fast, fast_seconds = timed(lambda tiles=tiles: scorer.score(tiles, "variance"))
        peak = max(first_peak.cpu, peak_rate().cpu)
        plain_scores += slow
        our_scores += [one.score for one in fast]
        plain.append(slow_seconds.cpu / len(tiles) / options.members)
        ours.append(fast_seconds.cpu / len(tiles) / options.members)
        ratios.append(slow_seconds.cpu / fast_seconds.cpu)
        shares.append(work * len(tiles) / fast_seconds.cpu / peak)
        print_part(len(tiles), slow_seconds, fast_seconds, peak, shares[-1])
    print(f"plain, CPU ms per pass: {spread([1e3 * one for one in plain], '.0f')}")
    print(f"ours, CPU ms per pass:  {spread([1e3 * one for one in ours], '.0f')}")
    print(f"faster by a factor of {spread(ratios)}")
    print(f"share of the peak:      {spread(shares)}")
    print_agreement(plain_scores, our_scores, ids)


def print_part(tiles: int, slow: Seconds, fast: Seconds, peak: float, share: float) -> None:
    """Print one line per part, so that the noise is visible."""
    print(
        f"  {tiles} tiles: plain {slow.cpu:.1f} s CPU ({slow.wall:.1f} wall), ours {fast.cpu:.1f} s CPU "
        f"({fast.wall:.1f} wall), peak {peak:.0f} GFLOP/s, share {share:.3f}",
        flush=True,
    )


def print_agreement(plain: Sequence[float], ours: Sequence[float], ids: Sequence[int]) -> None:
    """Print how similar the two rankings are."""
    ranks = [np.argsort(np.argsort(np.array(scores))) for scores in (plain, ours)]
    spearman = np.corrcoef(*ranks)[0, 1]
    best = [set(np.argsort(-np.array(scores), kind="stable")[:TOP]) for scores in (plain, ours)]
    print(f"{len(ids)} tiles: Spearman {spearman:.5f}, {len(best[0] & best[1])} of the {TOP} best the same")


def plain_scoring(model: TrainedModel, source: TileSource, ids: Sequence[int]) -> list[float]:
    """The mean variance of every tile, by the plain loop."""
    network = model.network(0).to(memory_format=torch.contiguous_format)
    statistics = model.statistics()
    scores = []
    for tile_id in ids:
        batch = source.read([tile_id])
        images, valid = torch.from_numpy(batch.images).float(), torch.from_numpy(batch.valid)
        with torch.no_grad():
            probabilities = []
            for one in statistics:
                set_statistics(network, one)
                probabilities.append(torch.softmax(plain_pass(network, images, valid), dim=1)[:, 1])
        variance = torch.stack(probabilities).var(dim=0, correction=0)
        scores.append(float(variance[valid].mean()))
    return scores


def plain_pass(network: SiameseUNet, images: Tensor, valid: Tensor) -> Tensor:
    """``SiameseUNet.forward`` without the memory layout that suits the processor."""
    images = (images - network.mean[:, None, :, None, None]) / network.std[:, None, :, None, None]
    both_dates = torch.where(valid[None, :, None], images, 0.0).flatten(0, 1).contiguous()
    before, after = zip(*(feature.chunk(2) for feature in network.encoder(both_dates)))
    joint = [torch.cat(dates, dim=1) for dates in zip(before, after)]
    return network.head(network.decoder(joint))


def tile_gflop(network: SiameseUNet, size: int = 256) -> float:
    """Operations of one pass over a tile, in GFLOP."""
    images = torch.zeros(2, 1, network.bands, size, size)
    with torch.inference_mode():
        return counted_gflop(lambda: network(images))


if __name__ == "__main__":
    main()
