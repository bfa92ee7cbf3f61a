"""Runs ``cluster``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...campaign.campaign import open_campaign
from ...cluster.scene import Scene, scene_of
from ...cluster.survey import survey
from ...errors import InputError
from ...progress import Reporter
from ..cluster import Cluster
from ..helpers.computing import connection, uses_cluster
from ..helpers.session import unlabelled_source


def run(parameters: Cluster, reporter: Reporter) -> dict[str, Any]:
    """Inspect every worker."""
    if not uses_cluster(parameters):
        raise InputError("No cluster was named.", "Give --scheduler ADDRESS or --local-workers N.")
    scene = _scene(parameters.readable) if parameters.readable else None
    with connection(parameters) as (connect, address):
        workers = survey(connect, address, parameters.device, scene, reporter)
    lines = [worker.sentence() for worker in workers] or ["No workers. Start some: alcd worker ADDRESS."]
    ready = sum(not worker.reason for worker in workers)
    return {
        "summary": "\n".join([f"{address}: {ready} of {len(workers)} workers are ready.", *lines]),
        "ready": ready,
        "workers": lines if workers else [],
    }


def _scene(folder: str) -> Scene:
    return scene_of(unlabelled_source(open_campaign(Path(folder), to_read=True), {}))
