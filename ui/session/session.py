"""The session: the open campaign, its layers and queue, and the running job."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...alcd_core.campaign.campaign import Campaign, open_campaign
from ...alcd_core.errors import AlcdError, WorkerError
from ...alcd_core.jobs.example import proposed_settings
from ...alcd_core.jobs.registry import jobs
from ...bridge.process.job_task import JobTask
from ...bridge.process.job_thread import JobThread, Work
from ...bridge.process.outcome import JobOutcome
from ...bridge.settings import load_settings
from ...bridge.worker_setup import job_process, require_worker
from .campaign_layers import CampaignLayers
from .label_queue import LabelQueue, queried_tiles

SCOPE, KEY = "alcd", "campaign"  # the project entry that stores the campaign's folder


class Session(QObject):
    """The state that the pages of the dock share.

    A project stores its campaign: opening the project opens the campaign, closing it closes the campaign. A job
    continues when its campaign is closed, since it only writes to the campaign's folder. ``problem_occurred``
    (message, hint) reports problems that no call raises.
    """

    opened = pyqtSignal()
    closing = pyqtSignal()  # the last chance to save; not emitted when QGIS clears the project, since QGIS asks itself
    closed = pyqtSignal()
    changed = pyqtSignal()  # tiles, rounds or proposals changed on disk
    job_started = pyqtSignal(str)
    job_progressed = pyqtSignal(float, str)  # fraction, message
    job_reported = pyqtSignal(dict)  # a metric or message event
    job_ended = pyqtSignal(str, object)  # the job's name, its JobOutcome
    problem_occurred = pyqtSignal(str, str)  # message, hint

    def __init__(
        self,
        project: Optional[QgsProject] = None,
        make_process: Callable[[str, Mapping[str, Any]], Work] = job_process,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self.project = project or QgsProject.instance()
        self.campaign: Optional[Campaign] = None
        self.layers = CampaignLayers(self.project, self)
        self.queue = LabelQueue(self)
        self.job: Optional[JobThread] = None
        self.job_name = ""
        self.job_folder: Optional[Path] = None  # the campaign that the running job works on
        self.save: Callable[[], bool] = lambda: True  # saves the labels; returns whether all are on disk
        self._make_process = make_process
        self._read_state: Optional[List[Tuple[int, int]]] = None  # the files' state when they were last read
        self.project.readProject.connect(self._restore)
        self.project.writeProject.connect(self._remember)
        self.project.cleared.connect(self._release)

    def open(self, folder: Path) -> None:
        """Open a campaign and close the current one. Raises CampaignError or InputError if it cannot be opened."""
        campaign = open_campaign(Path(folder))
        queried = queried_tiles(campaign)  # raises before the current campaign is closed
        self.close()
        missing = self.layers.load(campaign)
        self.campaign = campaign
        self._read_state = None
        self.queue.read(campaign, queried=queried)
        self._remember()
        self.opened.emit()
        if self.campaign is campaign:
            self._read_state = self._file_state()  # only now, since QGIS changes the file when it opens a layer
        for error in missing:
            self.problem_occurred.emit(error.message, error.hint)

    def close(self) -> None:
        """Close the campaign and remove its layers."""
        if self.campaign is None:
            return
        self.closing.emit()
        self.layers.unload()
        self.project.removeEntry(SCOPE, KEY)
        self._forget_campaign()

    def reload_if_changed(self) -> None:
        """Read the campaign again if another program, such as a job of the toolbox, has changed it."""
        if self.campaign is not None and self._read_state is not None and self._file_state() != self._read_state:
            self.reload()

    def reload(self) -> None:
        """Read the campaign again after a job or another program has written to it. Takes little time."""
        if self.campaign is None:
            return
        try:
            self.campaign = open_campaign(self.campaign.folder)
            self._read_state = self._file_state()
            self.queue.read(self.campaign, keep=self.layers.has_edits)
        except AlcdError as error:
            self.problem_occurred.emit(error.message, error.hint)
            return
        self.layers.refresh(self.campaign)
        self.changed.emit()

    def proposed(self, job: str) -> Dict[str, Any]:
        """Settings for a job that come with the campaign's imagery, such as the example town's small network."""
        if self.campaign is None:
            return {}
        return proposed_settings(self.campaign.description.orthophoto("after").path).get(job, {})

    def start_job(self, name: str, values: Mapping[str, Any]) -> JobThread:
        """Start a job on the open campaign or the one given in ``values``. Raises WorkerError if it cannot start."""
        if self.job is not None:
            raise WorkerError(self.tr("Another job is running."), self.tr("Wait until it finishes, or cancel it."))
        require_worker()
        if self.campaign is not None and not self.save():
            message = self.tr("The last labels are not saved yet because another program is writing to the campaign.")
            raise WorkerError(message, self.tr("Try again in a moment."))
        known = jobs()[name].infos()
        cluster = {key: value for key, value in load_settings().cluster_values().items() if key in known}
        values = {**cluster, **values}
        if self.campaign is not None:
            values.setdefault("campaign", str(self.campaign.folder))
        thread = JobThread(self._make_process(name, values))
        self.job, self.job_name = thread, name
        self.job_folder = Path(values["campaign"]) if values.get("campaign") else None
        thread.progressed.connect(self.job_progressed)
        thread.reported.connect(self.job_reported)
        thread.finished.connect(self._end_job)
        thread.begin()
        QgsApplication.taskManager().addTask(JobTask(f"ALCD: {name}", thread.state))
        self.job_started.emit(name)
        return thread

    def unload(self) -> None:
        """The plugin is unloaded: disconnect from the project, leave its layers. ``stop_all_threads`` ends the job."""
        self.project.readProject.disconnect(self._restore)
        self.project.writeProject.disconnect(self._remember)
        self.project.cleared.disconnect(self._release)
        if self.job is not None:
            self.job.finished.disconnect(self._end_job)
        self._release()

    def _file_state(self) -> List[Tuple[int, int]]:
        """Modification time and size of the campaign's file and its journal; empty if they are no longer accessible."""
        file = self.campaign.file
        try:
            states = [path.stat() for path in (file, file.with_name(f"{file.name}-wal")) if path.exists()]
        except OSError:  # its disk is missing: reading the file reports it
            return []
        return [(state.st_mtime_ns, state.st_size) for state in states if state.st_size > 0]

    def _end_job(self) -> None:
        if self.job is None:
            return
        name, outcome, folder = self.job_name, self.job.outcome, self.job_folder
        self.job, self.job_name, self.job_folder = None, "", None
        if self.campaign is not None and folder == self.campaign.folder:
            self.reload()
        if outcome is not None and outcome.finished and outcome.result.get("missing_tiles"):
            self.problem_occurred.emit("\n".join(outcome.result.get("warnings", [])), "")
        self.job_ended.emit(name, outcome if outcome is not None else JobOutcome("cancelled"))

    def _remember(self, *_: Any) -> None:
        """Store the campaign in the project; again when the project is saved, since the path is relative to it."""
        if self.campaign is not None:
            self.project.writeEntry(SCOPE, KEY, self.project.writePath(str(self.campaign.folder)))

    def _restore(self, *_: Any) -> None:
        """A project was read: open its campaign if it has one."""
        folder = campaign_of(self.project)
        if not folder:
            return
        try:
            self.open(Path(folder))
        except AlcdError as error:
            self.problem_occurred.emit(error.message, error.hint)

    def _release(self) -> None:
        """The project was cleared, and its layers with it."""
        self.layers.forget()
        if self.campaign is not None:
            self._forget_campaign()

    def _forget_campaign(self) -> None:
        self.campaign = None
        self.queue.clear()
        self.closed.emit()


def campaign_of(project: QgsProject) -> str:
    """The folder of the campaign that is open in a project; empty if there is none."""
    path, known = project.readEntry(SCOPE, KEY, "")
    return project.readPath(path) if known and path else ""
