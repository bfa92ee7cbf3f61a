"""Speed of training: operations of the forward and backward passes per second, compared with the machine's peak.

Measures ``train_network`` on a campaign's tiles, including reading, rotation, loss, Adam and checkpoints.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

import torch
from commands import job
from measuring import counted_gflop, machine, peak_rate, spread, timed

from alcd_core.campaign.campaign import Campaign, open_campaign
from alcd_core.jobs.helpers.session import training_source
from alcd_core.learning.presets import TrainingSettings
from alcd_core.learning.training import train_network, weighted_cross_entropy
from alcd_core.network.siamese import SiameseUNet
from alcd_core.progress import Reporter

CPU = torch.device("cpu")
EPOCHS = 2


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("region", type=Path, help="folder with before.tif, after.tif and changes.gpkg")
    parser.add_argument("--encoder", default="resnet34")
    parser.add_argument("--encoder-depth", type=int, default=5)
    parser.add_argument("--batch-size", type=int, default=8)
    parser.add_argument("--tiles", type=int, default=24)
    parser.add_argument("--repeats", type=int, default=4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--scratch", type=Path, help="folder for temporary files")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    with tempfile.TemporaryDirectory(dir=options.scratch) as folder:
        campaign = labelled_campaign(Path(folder) / "benchmark.alcd", options.region.resolve(), options.tiles)
        measure(campaign, options)


def labelled_campaign(folder: Path, region: Path, count: int) -> Campaign:
    """A campaign with ``count`` labelled tiles, evenly spread."""
    job("create", folder, "--before", region / "before.tif", "--after", region / "after.tif")
    ids = sorted(tile.tile_id for tile in open_campaign(folder).tiles())
    some = ",".join(str(ids[len(ids) * number // count]) for number in range(count))
    job("label", folder, "--reference", region / "changes.gpkg", "--tiles", some)
    return open_campaign(folder)


def measure(campaign: Campaign, options: argparse.Namespace) -> None:
    """Train repeatedly and print the results."""
    tiles = campaign.tiles(state="labelled")
    network = new_network(campaign, options)
    work = counted_gflop(step(network))
    print(f"{machine()}\n{options.encoder} depth {options.encoder_depth}: {work:.2f} GFLOP per tile, both ways")
    shares, milliseconds = [], []
    for number in range(options.repeats):
        before = peak_rate()
        with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
            _, seconds = timed(training(campaign, options, Path(scratch) / "checkpoint.safetensors"))
        peak = max(before.cpu, peak_rate().cpu)
        passes = EPOCHS * len(tiles)
        shares.append(work * passes / seconds.cpu / peak)
        milliseconds.append(1e3 * seconds.cpu / passes)
        print(
            f"  {number + 1}: {passes} tiles in {seconds.cpu:.1f} s CPU ({seconds.wall:.1f} wall), "
            f"peak {peak:.0f} GFLOP/s, share {shares[-1]:.3f}",
            flush=True,
        )
    print(f"CPU ms per tile: {statistics.median(milliseconds):.0f}\nshare of the peak: {spread(shares)}")


def new_network(campaign: Campaign, options: argparse.Namespace) -> SiameseUNet:
    """A network with random weights."""
    torch.manual_seed(0)
    description = campaign.description
    network = SiameseUNet(options.encoder, options.encoder_depth, description.bands)
    network.set_normalisation(torch.tensor(description.mean), torch.tensor(description.std))
    return network


def training(campaign: Campaign, options: argparse.Namespace, checkpoint: Path) -> Callable[[], object]:
    """A training from the beginning, ready to be called."""
    network = new_network(campaign, options)
    tiles = campaign.tiles(state="labelled")
    settings = TrainingSettings("benchmark", EPOCHS, 1e-4, options.batch_size, "constant")
    return lambda: train_network(
        network,
        training_source(campaign, tiles, held_out=[]),
        [tile.tile_id for tile in tiles],
        settings,
        seed=0,
        device=CPU,
        dtype=torch.bfloat16,
        checkpoint_path=checkpoint,
        reporter=Reporter(),
    )


def step(network: SiameseUNet, size: int = 256) -> Callable[[], None]:
    """A forward and backward pass over one tile, ready to be called."""
    images = torch.zeros(2, 1, network.bands, size, size)
    labels = torch.zeros(1, size, size, dtype=torch.int64)

    def forward_and_backward() -> None:
        loss, _ = weighted_cross_entropy(network(images), labels, 3.0)
        torch.autograd.backward(loss)

    return forward_and_backward


if __name__ == "__main__":
    main()
