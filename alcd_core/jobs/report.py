"""Parameters of ``report``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter, required
from .shared_parameters import CampaignParameters


@dataclass(frozen=True)
class WriteReport(CampaignParameters):
    """Write a report of the campaign: one HTML page with the pictures of both dates, the tiles that were asked for
    round by round, the maps and the learning curve. The page needs no other file and no internet."""

    output: str = required("The page (.html)", Kind.FILE_OUTPUT, label="Report")
    reference: Optional[str] = parameter(
        "Polygons of everything that changed: shows what was found, missed and wrongly marked",
        Kind.VECTOR,
        label="Reference polygons",
    )
    uncertainty: Optional[str] = parameter(
        "Raster of the uncertainty that predict wrote", Kind.RASTER, label="Uncertainty", advanced=True
    )
    comparisons: Optional[str] = parameter(
        "JSON of other ways measured on the same budget: {text, measures: [{name, note, average_precision, own}]}",
        Kind.FILE,
        label="Comparisons",
        advanced=True,
    )


JOB = Job("report", "Write report", WriteReport)
