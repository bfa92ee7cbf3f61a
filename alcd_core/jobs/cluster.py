"""Parameters of ``cluster``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter
from .shared_parameters import ClusterParameters


@dataclass(frozen=True)
class Cluster(ClusterParameters):
    """Test a Dask cluster: list its workers, what each computes on, and why one could not take part in a job."""

    readable: Optional[str] = parameter(
        "Folder of a campaign whose rasters every worker must be able to read",
        Kind.FOLDER,
        label="Campaign to read",
    )


JOB = Job("cluster", "Test a Dask cluster", Cluster)
