"""Runs ``simulate``."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ...errors import InputError, cannot_write
from ...initial_weights import BUILT_IN
from ...learning.acquisition_names import NEEDS_SEVERAL_MEMBERS
from ...learning.labelled_tiles import SimulationSource
from ...learning.learner import BOUNDS, SINGLE, SUPERVISED, Learner
from ...learning.model_training import ModelPlan
from ...learning.presets import model_settings, training_settings
from ...learning.simulation import RoundResult, Setting, Simulation
from ...network.checkpoint import file_hash
from ...network.encoder_weights import BUILT_IN_FILE
from ...network.precision import choose_device, choose_dtype, dtype_name, processor_name
from ...progress import Reporter
from ...system_lock import LockHeld, system_lock
from ...temporary_files import scratch_folder
from ..helpers.simulation.packed_pool import is_packed, open_packed
from ..helpers.simulation.table import SimulationTable
from ..simulate import Simulate


@dataclass(frozen=True)
class Preset:
    """``initial``: changed tiles at the start. ``count``: tiles per round. ``reduction``: pixels merged into one."""

    initial: int
    count: int
    rounds: int
    training: str
    reduction: int


PRESETS = {
    # Ruzicka et al. 2020, section IV-A.
    "paper": Preset(initial=25, count=100, rounds=9, training="paper", reduction=1),
    "quick": Preset(initial=5, count=10, rounds=3, training="fast", reduction=4),
}
TABLE = (
    ("ensemble", "variance"), ("ensemble", "entropy"), ("mcbn", "variance"), ("mcbn", "entropy"),
    ("ensemble", "random"), ("single", "random"), ("supervised", ""),
    ("mcbn", "predicted-change"),
)  # fmt: skip
"""Methods and acquisitions of the publication's table, and a harder baseline."""


def run(parameters: Simulate, reporter: Reporter) -> dict[str, Any]:
    """Simulate the runs that are missing in the table, learner by learner; draw the figures."""
    preset = PRESETS[parameters.preset]
    learners = _learners(parameters, preset)
    output = Path(parameters.output)
    with _locked(output):
        reduction = parameters.reduction or preset.reduction
        pool = open_source(Path(parameters.pool), reduction, reporter.part(0.0, 0.02))
        test = open_source(Path(parameters.test), reduction, reporter.part(0.02, 0.03), parameters.scene_size)
        setting = _setting(parameters, preset, pool, test)
        table = SimulationTable.open(output, _description(parameters, setting, reduction, _contents(pool, test)))
        _simulate(parameters, setting, learners, table, reporter.part(0.03, 0.98))
        figures = _figures(table, output, reporter)
    names = ", ".join(path.name for path in figures)
    return {
        "summary": f"{_ranking(table)}\nTables: {table.path}, {table.scenes_path.name}; figures: {names}",
        "output": parameters.output,
        "table": str(table.path),
        "scenes": str(table.scenes_path),
        "figures": [str(path) for path in figures],
    }


def open_source(folder: Path, reduction: int, reporter: Reporter, scene_size: int | None = None) -> SimulationSource:
    """The tiles in a folder: those of a packed pool, or of before.tif, after.tif and changes.gpkg.

    ``reduction``: pixels merged into one; a packed pool was reduced when it was packed. ``scene_size``: side of a scene
    in pixels of the rasters, unless blocks.csv names the scenes. Raises InputError.
    """
    if not folder.is_dir():
        raise InputError(
            f"The folder {folder} does not exist.", "Choose a folder with before.tif, after.tif and changes.gpkg."
        )
    if is_packed(folder):
        return open_packed(folder, reduction, scene_size, reporter)
    from ..helpers.simulation.files import open_files  # needs GDAL, which may be missing on a server that only trains

    return open_files(folder, reduction, scene_size, reporter)


def _learners(parameters: Simulate, preset: Preset) -> list[Learner]:
    """Every method with every acquisition, except those that a single network cannot compute."""
    count = parameters.count or preset.count
    if not parameters.method and not parameters.acquisition:
        pairs = list(TABLE)
    else:
        methods = parameters.method or ("ensemble", "mcbn")
        acquisitions = parameters.acquisition or ("variance", "entropy")
        pairs = [
            (method, acquisition) for method in methods for acquisition in (("",) if method in BOUNDS else acquisitions)
        ]
    alone = {method for method, _ in pairs if method == SINGLE or parameters.members == 1}
    pairs = [pair for pair in pairs if not (pair[0] in alone and pair[1] in NEEDS_SEVERAL_MEMBERS)]
    if not pairs:
        raise InputError(
            "A single network has no members to compare.", "Choose the acquisition entropy or random for it."
        )
    return [Learner(*pair, count, warm=parameters.warm_start and pair[0] != SUPERVISED) for pair in pairs]


@contextmanager
def _locked(output: Path) -> Iterator[None]:
    """Lock the output folder against a second simulation, which would overwrite the table."""
    with ExitStack() as stack:
        try:
            output.mkdir(parents=True, exist_ok=True)
            stack.enter_context(system_lock(output / "simulation.lock"))
        except LockHeld as error:
            hint = "Wait until it has finished, or choose another folder."
            raise InputError(f"Another simulation is writing to {output}.", hint) from error
        except OSError as error:
            raise cannot_write(output, error) from error
        yield


def _setting(parameters: Simulate, preset: Preset, pool: SimulationSource, test: SimulationSource) -> Setting:
    device = choose_device(parameters.device)
    training = parameters.training or preset.training
    encoder, depth = parameters.network()
    model = model_settings(training, parameters.fusion, parameters.orientations)
    initial = parameters.initial or preset.initial
    if parameters.reserve == 1:
        raise InputError(
            "One tile in 1 is every tile: none could be queried.", "Choose 0, or 2 and more, for --reserve."
        )
    rounds = preset.rounds if parameters.rounds is None else parameters.rounds
    return Setting(
        pool=pool.tiles,
        test=test.tiles,
        plan=ModelPlan(
            mean=pool.mean,
            std=pool.std,
            gsd=pool.gsd,
            encoder=encoder,
            encoder_depth=depth,
            encoder_weights=parameters.encoder_weights,
            allow_download=parameters.download,
            fusion=model.fusion,
            orientations=model.orientations,
        ),
        training=training_settings(training, parameters.epochs, parameters.learning_rate),
        continuing=training_settings(training, parameters.epochs, parameters.learning_rate, continuing=True),
        reserve=parameters.reserve,
        suggest=parameters.start == "suggest",
        initial=initial,
        labels=2 * initial + rounds * (parameters.count or preset.count),
        scored=parameters.score,
        members=parameters.members,
        device=device,
        dtype=choose_dtype(device),
    )


def _contents(*sources: SimulationSource) -> str:
    """A hash of brightness and tile classes, which differs if files of the same names have different contents."""
    facts = [
        [np.round([one.mean, one.std], 3).tolist(), sorted(one.tiles.classes.items()), round(one.gsd, 6)]
        for one in sources
    ]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:16]


def _description(parameters: Simulate, setting: Setting, reduction: int, contents: str) -> dict[str, Any]:
    """The settings that all rows of a table share."""
    built_in = parameters.encoder_weights == BUILT_IN
    weights = BUILT_IN_FILE if built_in else Path(parameters.encoder_weights)
    return {
        "pool": Path(parameters.pool).resolve().name,
        "pool_tiles": len(setting.pool.classes),
        "pool_changed": sum(name == "changed" for name in setting.pool.classes.values()),
        "reserve": setting.reserve,
        "test": Path(parameters.test).resolve().name,
        "test_tiles": len(setting.test.classes),
        "test_scenes": sorted({name for ground in setting.test.grounds.values() for name, _ in ground.parts}),
        "imagery_and_labels": contents,
        "gsd": round(setting.plan.gsd, 6),
        "reduction": reduction,
        "encoder": setting.plan.encoder,
        "encoder_depth": setting.plan.encoder_depth,
        "encoder_weights": weights.name,
        "weights_hash": file_hash(weights)[:16] if weights.is_file() else "",
        "fusion": setting.plan.fusion,
        "orientations": setting.plan.orientations,
        "training": asdict(setting.training),
        "start": parameters.start,
        "initial": setting.initial,
        "labels": setting.labels,
        "scored": setting.scored,
        "members": setting.members,
        "device": setting.device.type,
        "precision": dtype_name(setting.dtype),
        "processor": processor_name(setting.device),
        "threads": torch.get_num_threads(),
    }


def _simulate(
    parameters: Simulate, setting: Setting, learners: list[Learner], table: SimulationTable, reporter: Reporter
) -> None:
    seeds = range(parameters.seed, parameters.seed + parameters.runs)
    total, done = len(seeds) * len(learners), 0
    for seed in seeds:
        with scratch_folder(str(table.path)) as folder:
            simulation = Simulation(setting, seed, folder)
            for learner in learners:
                part = reporter.part(done / total, (done + 1) / total)
                done += 1
                if table.has(learner, seed):
                    continue
                results = []
                for result in simulation.run(learner, part):
                    reporter.message(_sentence(learner, seed, result))
                    results.append(result)
                table.add(learner, seed, results)


def _figures(table: SimulationTable, output: Path, reporter: Reporter) -> list[Path]:
    """Draw the table if matplotlib is installed; it may be missing on a server that only trains."""
    if importlib.util.find_spec("matplotlib") is None:
        reporter.message(
            "No figures: matplotlib is not installed. Run the same job on another machine to draw them; finished runs "
            "are not computed again."
        )
        return []
    with warnings.catch_warnings():  # about the 3D axes of a second matplotlib, the system's, which are not needed
        warnings.filterwarnings("ignore", "Unable to import Axes3D")
        from ...report.simulation_figures import write_figures

    return write_figures(table.rows, output)


def _sentence(learner: Learner, seed: int, result: RoundResult) -> str:
    transfer = _precision(result.transfer.whole.average_precision)
    within = "" if result.within is None else f"AP {_precision(result.within.whole.average_precision)} within, "
    return (
        f"Seed {seed}, {learner.name}: {result.labels} labels, {result.changed} of them changed "
        f"({result.found:.0%} of all), {result.steps} steps, {within}AP {transfer} on other ground."
    )


def _precision(precision: float | None) -> str:
    return "not defined" if precision is None else f"{precision:.3f}"


def _ranking(table: SimulationTable) -> str:
    """The last round of every learner, best first."""
    return "\n".join(
        f"{line.name:32} AP {line.within} within, {line.transfer} on other ground, {line.found:.0%} of the changed "
        f"tiles found, {line.runs} runs"
        for line in table.final()
    )
