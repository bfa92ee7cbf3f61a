"""Creates and repairs the worker's Python environment."""

from __future__ import annotations

import contextlib
import json
import shutil
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Dict, Optional, Sequence

from ...alcd_core.errors import WorkerError
from ...alcd_core.renaming import rename
from ..locks.folder_lock import folder_lock
from ..locks.use_lock import exclusive_use, remove_lock_file
from ..process.child_environment import child_environment
from ..process.child_log import ChildLog
from ..process.child_process import STOP_WITH_PARENT, ChildProcess
from ..process.event_throttle import EventThrottle
from ..process.outcome import CANCELLED, FAILED, FINISHED, EventCallback, JobOutcome, failure
from ..texts import tr
from .check import check_python
from .environment import MARK, Environment, State, read_mark
from .interpreter import find_interpreter
from .pip_calls import all_packages, pip_error, space_hint, torch_alone
from .pip_progress import PipProgress
from .removal import remove_folder

# Fractions of the whole progress at which a step is finished.
CREATED, TORCH_INSTALLED, INSTALLED, CHECKED = 0.04, 0.6, 0.92, 1.0
LOOK_SECONDS = 1.0


@dataclass(frozen=True)
class InstallationOptions:
    """``named_python``: create the environment from this Python instead of QGIS's own. ``wheels``: a folder of wheels
    to use instead of the registry (no internet). ``proxy``: URL with user and password if needed; ``no_proxy``: hosts,
    comma-separated."""

    named_python: str = ""
    wheels: Optional[Path] = None
    proxy: str = ""
    no_proxy: str = ""


class _Cancelled(Exception):
    """The user stopped the installation."""


@dataclass
class Installation:
    """Creates the environment, or recreates it to repair it. A working one is kept until the new one is complete. The
    outcome is FAILED if a job is running in it.

    ``run`` blocks for minutes. ``cancel`` may be called from any thread. After a cancellation or a failure no
    incomplete environment remains. The result contains ``python`` (path) and the result of the check (see
    ``EnvironmentCheck``).
    """

    environment: Environment
    options: InstallationOptions = field(default_factory=InstallationOptions)

    def __post_init__(self) -> None:
        self._cancel_requested = threading.Event()
        self._abandoned = threading.Event()
        self._events = EventThrottle(lambda _event: None)

    def cancel(self) -> None:
        """Stop, and remove the incomplete environment. Returns at once."""
        self._cancel_requested.set()

    def abandon(self) -> None:
        """Stop within a second or two. The incomplete environment stays, counts as broken, and is removed by the next
        installation."""
        self._abandoned.set()
        self._cancel_requested.set()

    def run(self, on_event: EventCallback) -> JobOutcome:
        self._events = EventThrottle(on_event)
        with ChildLog(self.environment.log_file) as log:
            try:
                with folder_lock(self.environment.folder):
                    return self._install(log)
            except _Cancelled:
                log.add("Cancelled")
                return JobOutcome(CANCELLED, log_tail=log.tail())
            except WorkerError as error:
                log.add(str(error))
                return JobOutcome(CANCELLED) if self._cancel_requested.is_set() else failure(error, log.tail())
            except OSError as error:
                message = tr("The environment could not be written to {} ({}).").format(self.environment.folder, error)
                hint = space_hint(self.environment)
                return JobOutcome(FAILED, message=message, hint=hint, log_tail=log.tail())

    def _install(self, log: ChildLog) -> JobOutcome:
        self._begin(0.0, tr("Looking for QGIS's Python"))
        interpreter = find_interpreter(self.environment.versions, self.options.named_python)
        log.add(f"Creating {self.environment.home} from {interpreter} ({self.environment.versions})")
        with exclusive_use(self.environment.home):
            answer = self._recreate(interpreter, log)
        self._remove_outdated()
        self._events.flush()
        return JobOutcome(FINISHED, result={**answer, "python": self.environment.python}, log_tail=log.tail())

    def _recreate(self, interpreter: str, log: ChildLog) -> Dict[str, Any]:
        """Create the environment, and return the result of the check. A working one is restored after a failure."""
        if self.environment.state() is State.READY:
            if not remove_folder(self.environment.backup, self._cancel_requested.is_set):
                raise _Cancelled
            rename(self.environment.home, self.environment.backup)
        complete = False
        try:
            remove_folder(self.environment.home, self._cancel_requested.is_set)
            self._create(interpreter, log)
            self._install_packages(log)
            answer = self._check(log)
            _write_mark(self.environment, {"interpreter": interpreter, "check": answer})
            complete = True
            return answer
        finally:
            if not complete:
                self._clean_up()

    def _remove_outdated(self) -> None:
        """Remove environments that this QGIS no longer needs. Complete ones made for another QGIS are kept for it."""
        for outdated in self.environment.others():
            mark = read_mark(outdated)
            if mark is not None and mark.get("versions") != asdict(self.environment.versions):
                continue
            # One in which a job is running is removed next time.
            with contextlib.suppress(OSError, WorkerError), exclusive_use(outdated):
                remove_folder(outdated, self._cancel_requested.is_set)
            if not outdated.exists():
                remove_lock_file(outdated)

    def _clean_up(self) -> None:
        self._events.add({"event": "progress", "fraction": 0.0, "message": tr("Cleaning up")})
        self._events.flush()
        home, backup = self.environment.home, self.environment.backup
        remove_folder(home, self._abandoned.is_set)
        if not backup.is_dir():
            return
        with contextlib.suppress(OSError):  # the next installation tries again
            if home.exists():  # QGIS is closing: there was no time to remove it
                rename(home, home.with_name(f"{home.name}-half"))
            rename(backup, home)

    def _create(self, interpreter: str, log: ChildLog) -> None:
        self._begin(0.01, tr("Creating the environment"))
        arguments = ["venv", "--system-site-packages", str(self.environment.home)]
        if self._run(interpreter, arguments, None, log) != 0:
            hint = tr("See the log.")
            if "ensurepip" in log.tail():
                hint = tr("This Python lacks pip. On Debian and Ubuntu install the package python3-venv.")
            raise WorkerError(tr("{} could not create an environment.").format(interpreter), hint)
        self._report(CREATED, tr("Looking for packages"))

    def _install_packages(self, log: ChildLog) -> None:
        home, index = self.environment.home, self.environment.index
        constraints = home / "constraints.txt"
        # Otherwise pip would install a newer numpy than the one that GDAL was built against.
        constraints.write_text(f"numpy=={self.environment.versions.numpy}\n", "utf-8")
        # Download into the environment's folder: the system's temporary folder may be small, or in memory.
        downloads = home / "downloads"
        downloads.mkdir()
        requirements, wheels = self.environment.requirements, self.options.wheels
        steps = [(all_packages(requirements, constraints, wheels), INSTALLED)]
        if index and not wheels:
            steps.insert(0, (torch_alone(requirements, index), TORCH_INSTALLED))
        begin = CREATED
        for arguments, end in steps:
            if self._run(self.environment.python, arguments, _PipWatch(home, downloads, begin, end), log) != 0:
                raise pip_error(log.tail(), self.environment, wheels)
            begin = end
        shutil.rmtree(downloads, ignore_errors=True)  # Windows: a virus scanner may still read them

    def _check(self, log: ChildLog) -> Dict[str, Any]:
        self._begin(INSTALLED, tr("Testing the installation"))
        stop_wanted = self._cancel_requested.is_set
        answer = check_python(self.environment.python, not self.options.named_python, log, stop_wanted)
        self._report(CHECKED, tr("Everything works"))
        return answer

    def _run(self, python: str, arguments: Sequence[str], watch: Optional[_PipWatch], log: ChildLog) -> int:
        """Run a module in a Python and return its exit status. Raises ``_Cancelled``."""
        environment = child_environment(
            qgis_libraries=not self.options.named_python, proxy=self.options.proxy, no_proxy=self.options.no_proxy
        )
        environment["PIP_USER"] = "0"  # a virtual environment rejects this user setting
        for elsewhere in ("PIP_TARGET", "PIP_PREFIX"):
            environment.pop(elsewhere, None)
        if watch is not None:
            environment.update(TMPDIR=str(watch.downloads), TEMP=str(watch.downloads), TMP=str(watch.downloads))
        with ChildProcess([python, STOP_WITH_PARENT, *arguments], environment, log) as child:
            for line in child.lines(self._cancel_requested.is_set, lambda: 0.0):
                if line:
                    log.add(line)
                if watch is not None and watch.update(line):
                    self._report(watch.fraction, watch.progress.message)
            status = child.status()
        if self._cancel_requested.is_set():
            raise _Cancelled
        return status

    def _begin(self, fraction: float, message: str) -> None:
        """Report the start of a step at once, even if the last report was a moment ago."""
        self._report(fraction, message)
        self._events.flush()

    def _report(self, fraction: float, message: str) -> None:
        if self._cancel_requested.is_set():
            raise _Cancelled
        self._events.add({"event": "progress", "fraction": fraction, "message": message})


class _PipWatch:
    """Follows one run of pip by its output and, between the lines, by the files in its folders.

    ``begin`` and ``end``: which part of the whole progress it is.
    """

    def __init__(self, home: Path, downloads: Path, begin: float, end: float) -> None:
        self.downloads = downloads
        self.progress = PipProgress()
        self._home = home
        self._begin, self._end = begin, end
        self._before = self._packages()
        self._looked_at = 0.0

    @property
    def fraction(self) -> float:
        return self._begin + (self._end - self._begin) * self.progress.fraction

    def update(self, line: Optional[str]) -> bool:
        """Process a line, or None during a pause; returns whether there is new progress to report."""
        if line:
            return self.progress.add(line)
        if time.monotonic() - self._looked_at < LOOK_SECONDS:
            return False
        self._looked_at = time.monotonic()
        if self.progress.packages:
            self.progress.installed(self._packages() - self._before)
        else:
            self.progress.downloaded(_newest_file_bytes(self.downloads) / 1e6)
        return True

    def _packages(self) -> int:
        return sum(1 for _ in self._home.glob("[Ll]ib/**/site-packages/*.dist-info"))


def _newest_file_bytes(folder: Path) -> int:
    """The size of the most recently changed file, the one that pip is downloading."""
    newest, size = 0.0, 0
    for file in folder.rglob("*"):
        with contextlib.suppress(OSError):  # pip removes files while we look
            status = file.stat()
            if file.is_file() and status.st_mtime >= newest:
                newest, size = status.st_mtime, status.st_size
    return size


def _write_mark(environment: Environment, content: Dict[str, Any]) -> None:
    """Write a temporary file, then rename it, so that the mark is never incomplete."""
    file = environment.home / MARK
    partial = file.with_suffix(".partial")
    partial.write_text(json.dumps({**content, "versions": asdict(environment.versions)}, indent=1), "utf-8")
    rename(partial, file)
