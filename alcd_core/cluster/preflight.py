"""What a worker can do, and why it may not take part: versions, rasters, device and memory."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import dataclass

import psutil
import torch

from .. import __version__
from ..errors import AlcdError
from ..imagery.gdal_library import gdal
from ..imagery.grid import Grid, Window
from ..imagery.raster import RasterSource, open_raster
from ..network.precision import choose_device, choose_dtype, dtype_name
from .scene import Scene

SAMPLES = 3
"""Windows along each side of the grid whose pixels are compared."""
SAMPLE_SIZE = 64
"""Side of such a window in pixels."""
NEEDED_BYTES = 10**9
"""Free memory that a worker needs at least."""
UNREACHABLE = "its answers do not arrive here: this computer must be able to connect to the workers' ports."
"""Why a worker may not take part that the scheduler reaches, but not this computer."""


@dataclass(frozen=True)
class Inspection:
    """What a machine has: ``versions`` by name, ``device`` in words, ``precision``, ``free_bytes`` of memory,
    ``rasters`` in words, a hash of their sample ``pixels``, and ``fault``, a sentence on what failed, or empty."""

    host: str
    versions: dict[str, str]
    device: str = ""
    precision: str = ""
    free_bytes: int = 0
    rasters: tuple[str, ...] = ()
    pixels: str = ""
    fault: str = ""

    def sentence(self) -> str:
        """Machine, version, device, precision, memory and rasters in words."""
        read = f", reads {len(self.rasters)} rasters" if self.rasters else ""
        return (
            f"{self.host}: ALCD {self.versions['ALCD']}, {self.device}, {self.precision}, "
            f"{self.free_bytes / 1e9:.0f} GB of memory free{read}"
        )


def inspect(device: str, scene: Scene | None) -> Inspection:
    """Inspect the machine that runs this. ``device`` as in ``choose_device``; without a scene no raster is read."""
    versions = {"ALCD": __version__, "PyTorch": torch.__version__, "GDAL": gdal.VersionInfo("RELEASE_NAME")}
    host, free = platform.node(), psutil.virtual_memory().available
    try:
        chosen = choose_device(device)
        rasters, pixels = ((), "") if scene is None else _rasters(scene)
    except AlcdError as error:
        return Inspection(host, versions, free_bytes=free, fault=str(error))
    precision = dtype_name(choose_dtype(chosen))
    return Inspection(host, versions, _device_words(chosen), precision, free, rasters, pixels)


def reason_to_leave_out(worker: Inspection, own: Inspection) -> str:
    """Why a worker may not take part, in words; empty if it may. ``own``: the client's inspection of the same scene."""
    for name, version in own.versions.items():
        if worker.versions.get(name) != version:
            return f"it has {name} {worker.versions.get(name)}, this machine {version}."
    if worker.fault:
        return worker.fault
    for theirs, ours in zip(worker.rasters, own.rasters):
        if theirs != ours:
            return f"it reads another raster: {theirs} instead of {ours}."
    if worker.pixels != own.pixels:
        return "the pixels that it reads differ from those here: its copy of a raster is not the same."
    if worker.free_bytes < NEEDED_BYTES:
        return f"only {worker.free_bytes / 1e9:.1f} GB of its memory are free; {NEEDED_BYTES / 1e9:.0f} GB are needed."
    return ""


def reason_of_failed_check(error: BaseException | None) -> str:
    """Why a worker may not take part whose check ended with an error, in words."""
    if "deserialization of the task graph" in str(error):  # Dask's words for it
        return "the scheduler cannot load ALCD: set PYTHONPATH to ALCD's folder where the scheduler is started."
    return f"its check failed ({error})."


def _rasters(scene: Scene) -> tuple[tuple[str, ...], str]:
    """Each raster in words, and a hash of the pixels in sample windows of the aligned pair."""
    words = tuple(_raster_words(source) for source in (*scene.before, *scene.after))
    pair, digest = scene.tiles({}).pair, hashlib.sha256()
    for window in sample_windows(scene.grid):
        images, valid = pair.read(window)
        digest.update(images.tobytes())
        digest.update(valid.tobytes())
    return words, digest.hexdigest()


def _raster_words(source: RasterSource) -> str:
    dataset = open_raster(source.path)
    place = ", ".join(f"{number:.10g}" for number in dataset.GetGeoTransform())
    return (
        f"{source.path} ({dataset.RasterXSize} x {dataset.RasterYSize} pixels, {dataset.RasterCount} bands, at {place})"
    )


def sample_windows(grid: Grid) -> list[Window]:
    """Windows spread evenly over the grid, corners included."""
    width, height = min(SAMPLE_SIZE, grid.width), min(SAMPLE_SIZE, grid.height)
    steps = range(SAMPLES)
    return [
        Window((grid.width - width) * x // (SAMPLES - 1), (grid.height - height) * y // (SAMPLES - 1), width, height)
        for y in steps
        for x in steps
    ]


def _device_words(device: torch.device) -> str:
    if device.type == "cuda":
        return torch.cuda.get_device_name()
    threads = torch.get_num_threads()
    return f"{device.type.upper()}, {threads} thread{'s' if threads > 1 else ''}"
