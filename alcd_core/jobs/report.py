"""Parameters of ``report``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter, required
from .shared_parameters import CampaignParameters


@dataclass(frozen=True)
class WriteReport(CampaignParameters):
    """Write a report on the campaign: one HTML page with images of both dates, the tiles that were queried round by
    round, the maps and the learning curve. The page needs no other files and no internet connection."""

    output: str = required("HTML page (.html)", Kind.FILE_OUTPUT, label="Report")
    reference: Optional[str] = parameter(
        "Polygons of everything that changed, to show what was found, missed and wrongly marked",
        Kind.VECTOR,
        label="Reference polygons",
    )
    uncertainty: Optional[str] = parameter(
        "Uncertainty raster written by predict", Kind.RASTER, label="Uncertainty", advanced=True
    )
    comparisons: Optional[str] = parameter(
        "JSON file with the results of other methods with the same number of labels: "
        "{text, measures: [{name, note, average_precision, own}]}",
        Kind.FILE,
        label="Comparisons",
        advanced=True,
    )


JOB = Job("report", "Write report", WriteReport)
