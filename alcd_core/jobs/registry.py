"""The registry of all jobs by name."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import Any, Callable, Dict

from ..progress import Reporter
from .job import Job

ORDER = (
    *("demo", "example", "preview", "create", "suggest", "label", "train", "query", "predict", "polygons", "assess"),
    *("audit", "estimate"),
    *("report", "info", "relocate", "simulate", "cluster", "worker"),
)
"""The order in which user interfaces list the jobs: that of the work. Any other job follows."""


def jobs() -> Dict[str, Job]:
    """Every job, in the order of the work."""
    folder = str(Path(__file__).parent)
    modules = [
        importlib.import_module(f".{module.name}", __package__)
        for module in pkgutil.iter_modules([folder])
        if not module.ispkg
    ]
    found = {module.JOB.name: module.JOB for module in modules if hasattr(module, "JOB")}
    rank = {name: number for number, name in enumerate(ORDER)}
    return dict(sorted(found.items(), key=lambda item: (rank.get(item[0], len(rank)), item[0])))


def runner(job: Job) -> Callable[[Any, Reporter], Dict[str, Any]]:
    """The function that runs the job. Imports torch and GDAL, so only the worker may call it."""
    module = importlib.import_module(f".runners.{job.name}", __package__)
    run: Callable[[Any, Reporter], Dict[str, Any]] = module.run
    return run
