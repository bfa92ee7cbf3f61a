"""The session: the open campaign, its layers and queue, and the running job."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...alcd_core.campaign.campaign import Campaign, open_campaign
from ...alcd_core.errors import AlcdError, WorkerError
from ...alcd_core.jobs.example import proposed_settings
from ...bridge.process.job_task import JobTask
from ...bridge.process.job_thread import JobThread, Work
from ...bridge.process.outcome import JobOutcome
from ...bridge.worker_setup import job_process, require_worker
from .campaign_layers import CampaignLayers
from .label_queue import LabelQueue, asked_tiles

SCOPE, KEY = "alcd", "campaign"  # where the project remembers the campaign's folder


class Session(QObject):
    """What the pages of the dock share.

    A project remembers its campaign: reading the project opens it again, closing the project closes it. A job goes on
    when its campaign is closed; it writes into its own folder, and nobody else's. ``troubled`` tells what went wrong
    where nobody asked (message, hint).
    """

    opened = pyqtSignal()
    closing = pyqtSignal()  # the last moment to save; not when QGIS clears the project, which asks by itself
    closed = pyqtSignal()
    changed = pyqtSignal()  # tiles, rounds or proposals changed on disk
    job_started = pyqtSignal(str)
    job_progressed = pyqtSignal(float, str)  # fraction, message
    job_reported = pyqtSignal(dict)  # a metric or message event
    job_ended = pyqtSignal(str, object)  # the job's name, its JobOutcome
    troubled = pyqtSignal(str, str)  # message, hint

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
        self.save: Callable[[], bool] = lambda: True  # puts on disk what is labelled; whether all of it is there
        self._make_process = make_process
        self._read: Optional[List[Tuple[int, int]]] = None  # what was last written to the campaign when it was read
        self.project.readProject.connect(self._restore)
        self.project.writeProject.connect(self._remember)
        self.project.cleared.connect(self._let_go)

    def open(self, folder: Path) -> None:
        """Open a campaign, in place of the one that is open. Raises CampaignError or InputError where it cannot be."""
        campaign = open_campaign(Path(folder))
        asked = asked_tiles(campaign)  # where tiles make no sense, the campaign that is open stays
        self.close()
        missing = self.layers.load(campaign)
        self.campaign = campaign
        self._read = None
        self.queue.read(campaign, asked=asked)
        self._remember()
        self.opened.emit()
        if self.campaign is campaign:
            self._read = self._written()  # only now: QGIS touches the file when it opens a layer
        for error in missing:
            self.troubled.emit(error.message, error.hint)

    def close(self) -> None:
        """Close the campaign and take its layers away."""
        if self.campaign is None:
            return
        self.closing.emit()
        self.layers.unload()
        self.project.removeEntry(SCOPE, KEY)
        self._forget_campaign()

    def look_again(self) -> None:
        """Read anew, where somebody may have written since it was read: another program, a job of the toolbox."""
        if self.campaign is not None and self._read is not None and self._written() != self._read:
            self.reload()

    def reload(self) -> None:
        """Read anew what is on disk: a job ended, or somebody else wrote. Quick."""
        if self.campaign is None:
            return
        try:
            self.campaign = open_campaign(self.campaign.folder)
            self._read = self._written()
            self.queue.read(self.campaign, keep=self.layers.has_edits)
        except AlcdError as error:
            self.troubled.emit(error.message, error.hint)
            return
        self.layers.refresh()
        self.changed.emit()

    def proposed(self, job: str) -> Dict[str, Any]:
        """What the campaign's imagery itself proposes for a job: the example town's for a small, quick network."""
        if self.campaign is None:
            return {}
        return proposed_settings(self.campaign.description.raster("after").path).get(job, {})

    def start_job(self, name: str, values: Mapping[str, Any]) -> JobThread:
        """Start a job on the open campaign, or on the one that ``values`` name. Raises WorkerError if none can be."""
        if self.job is not None:
            raise WorkerError(self.tr("Another job is running."), self.tr("Wait until it finishes, or cancel it."))
        require_worker()
        if self.campaign is not None and not self.save():
            message = self.tr("The last labels are not saved yet because another program is writing to the campaign.")
            raise WorkerError(message, self.tr("Try again in a moment."))
        values = dict(values)
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
        """The plugin goes: let go of the project, leave its layers in it. ``stop_all_threads`` ends the job."""
        self.project.readProject.disconnect(self._restore)
        self.project.writeProject.disconnect(self._remember)
        self.project.cleared.disconnect(self._let_go)
        if self.job is not None:
            self.job.finished.disconnect(self._end_job)
        self._let_go()

    def _written(self) -> List[Tuple[int, int]]:
        """Time and size of the campaign's file and of its journal; nothing where it cannot be seen any more."""
        file = self.campaign.file
        try:
            states = [path.stat() for path in (file, file.with_name(f"{file.name}-wal")) if path.exists()]
        except OSError:  # its disk is gone: reading it again tells so
            return []
        return [(state.st_mtime_ns, state.st_size) for state in states if state.st_size > 0]

    def _end_job(self) -> None:
        if self.job is None:
            return
        name, outcome, folder = self.job_name, self.job.outcome, self.job_folder
        self.job, self.job_name, self.job_folder = None, "", None
        if self.campaign is not None and folder == self.campaign.folder:
            self.reload()
        self.job_ended.emit(name, outcome if outcome is not None else JobOutcome("cancelled"))

    def _remember(self, *_: Any) -> None:
        """Note the campaign in the project; again when the project is written, since the path is relative to it."""
        if self.campaign is not None:
            self.project.writeEntry(SCOPE, KEY, self.project.writePath(str(self.campaign.folder)))

    def _restore(self, *_: Any) -> None:
        """A project was read: open its campaign, if it has one."""
        path, known = self.project.readEntry(SCOPE, KEY, "")
        if not known or not path:
            return
        folder = self.project.readPath(path)
        try:
            self.open(Path(folder))
        except AlcdError as error:
            self.troubled.emit(error.message, error.hint)

    def _let_go(self) -> None:
        """The project was cleared, and its layers with it."""
        self.layers.forget()
        if self.campaign is not None:
            self._forget_campaign()

    def _forget_campaign(self) -> None:
        self.campaign = None
        self.queue.clear()
        self.closed.emit()
