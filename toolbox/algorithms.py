"""All algorithms, one per job; those with parameters or outputs of their own have a file of their own."""

from __future__ import annotations

from typing import Tuple, Type

from ..bridge.texts import later
from .assess import Assess
from .create import Create
from .estimate import Estimate
from .example import Example
from .job_algorithm import JobAlgorithm
from .query import Query


def plain(
    name: str, tags: str, styles: Tuple[Tuple[str, str], ...] = (), base: Type[JobAlgorithm] = JobAlgorithm
) -> Type[JobAlgorithm]:
    """The algorithm class of a job that needs only its parameters. See ``JobAlgorithm`` for tags and styles.

    Each job has its own class because Processing creates new instances of the algorithms that it runs.
    """
    return type(name.capitalize(), (base,), {"NAME": name, "TAGS": tags, "STYLES": styles})


ALGORITHMS: Tuple[Type[JobAlgorithm], ...] = (
    Example,
    plain("preview", later("orthophoto,grid,plan"), base=Create),
    Create,
    plain("suggest", later("sampling")),
    plain("label", later("annotation,reference")),
    plain("train", later("neural network,siamese,mcbn,ensemble")),
    Query,
    plain("predict", later("probability,uncertainty,map"), (("output", "probability"), ("uncertainty", "uncertainty"))),
    plain("polygons", later("vectorize,export"), (("output", "polygons"),)),
    Assess,
    plain("audit", later("sampling,completeness,accuracy,stratified")),
    Estimate,
    plain("report", later("page,html,learning curve")),
    plain("info", later("campaign,state")),
    plain("relocate", later("move,path")),
    plain("simulate", later("experiment,benchmark")),
)
