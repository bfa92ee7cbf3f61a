"""One round of learning: train, query the next tiles, assess if there are test tiles."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Tuple

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...alcd_core.errors import AlcdError
from ...bridge.process.outcome import CANCELLED, FAILED, FINISHED, JobOutcome

Step = Tuple[str, Dict[str, Any]]  # a job's name and its values


class LearningRound(QObject):
    """Runs the steps of a round on a ``Session``, one after the other; the first one that does not finish ends it.

    ``done``: results of the finished steps by the job's name; ``last``: the job of the step that ended the round.
    """

    step_began = pyqtSignal(int, int, str)  # number from 1, of how many, the job's name
    ended = pyqtSignal(object)  # the JobOutcome of the last step

    def __init__(self, session: Any, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: List[Step] = []
        self._index = 0
        self.done: Dict[str, Mapping[str, Any]] = {}
        self.last = ""
        session.job_ended.connect(self._continue)
        session.closed.connect(self._stop)

    @property
    def is_running(self) -> bool:
        return bool(self._steps)

    def start(self, steps: List[Step]) -> None:
        """Start the round. Raises AlcdError if the first step cannot be started."""
        name, values = steps[0]
        self._session.start_job(name, values)
        self._steps, self._index, self.done = list(steps), 0, {}
        self.step_began.emit(1, len(steps), name)

    def _continue(self, name: str, outcome: JobOutcome) -> None:
        if not self._steps or name != self._steps[self._index][0]:
            return
        if outcome.status != FINISHED or self._index + 1 == len(self._steps):
            if outcome.finished:
                self.done[name] = outcome.result
            self._end(outcome)
            return
        self.done[name] = outcome.result
        self._index += 1
        following, values = self._steps[self._index]
        try:
            self._session.start_job(following, values)
        except AlcdError as error:
            self._end(JobOutcome(FAILED, message=error.message, hint=error.hint))
            return
        self.step_began.emit(self._index + 1, len(self._steps), following)

    def _stop(self) -> None:
        """The campaign was closed: the running job continues, but the steps after it would have no campaign."""
        if self._steps:
            self._end(JobOutcome(CANCELLED))

    def _end(self, outcome: JobOutcome) -> None:
        self.last, _ = self._steps[self._index]
        self._steps, self._index = [], 0
        self.ended.emit(outcome)


def round_steps(folder: Any, values: Mapping[str, Mapping[str, Any]], test_tiles: int) -> List[Step]:
    """The steps of a round. ``values``: for "train", "query" and "assess"; ``test_tiles``: how many are labelled.

    The reference is the annotations of the test tiles.
    """
    steps: List[Step] = [("train", dict(values["train"])), ("query", dict(values["query"]))]
    if test_tiles:
        reference = f"{folder}/campaign.gpkg|layername=annotations"
        steps.insert(1, ("assess", {**values.get("assess", {}), "reference": reference}))
    return steps
