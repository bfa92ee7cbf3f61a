"""Creates and repairs the worker's Python environment."""

from __future__ import annotations

import contextlib
import json
import shutil
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

from ...alcd_core.errors import WorkerError
from ..locks.folder_lock import folder_lock
from ..locks.use_lock import forget, held_alone
from ..process.child_environment import child_environment
from ..process.child_log import ChildLog
from ..process.child_process import STOP_WITH_PARENT, ChildProcess
from ..process.event_throttle import EventThrottle
from ..process.outcome import CANCELLED, FAILED, FINISHED, EventCallback, JobOutcome, failure
from ..texts import tr
from .check import check_python
from .environment import MARK, Environment, State, read_mark
from .interpreter import find_interpreter
from .pip_progress import PipProgress
from .removal import remove_folder

# Fractions of the whole at which a step begins.
MADE, PLACED, CHECKED = 0.04, 0.92, 1.0
LOOK_SECONDS = 1.0


@dataclass(frozen=True)
class InstallationOptions:
    """``named_python``: made from this Python instead of QGIS's own. ``wheels``: a folder of wheels to use instead of
    the registry (no internet). ``proxy``: URL with user and password where needed; ``no_proxy``: hosts,
    comma-separated."""

    named_python: str = ""
    wheels: Optional[Path] = None
    proxy: str = ""
    no_proxy: str = ""


class _Cancelled(Exception):
    """The user stopped the installation."""


@dataclass
class Installation:
    """Makes the environment anew (also the repair of a broken one); one that was there before and worked stays until
    then. FAILED where a job runs in it.

    ``run`` blocks for minutes. ``cancel`` may be called from any thread. After a cancel or a failure nothing half made
    is left. The result holds ``python`` (path) and what the check found (see ``EnvironmentCheck``).
    """

    environment: Environment
    options: InstallationOptions = field(default_factory=InstallationOptions)

    def __post_init__(self) -> None:
        self._cancel_asked = threading.Event()
        self._abandoned = threading.Event()
        self._events = EventThrottle(lambda _event: None)

    def cancel(self) -> None:
        """Stop, and remove what is half made. Returns at once."""
        self._cancel_asked.set()

    def abandon(self) -> None:
        """Stop within a second or two; what is half made stays, counts as broken, and goes with the next
        installation."""
        self._abandoned.set()
        self._cancel_asked.set()

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
                return JobOutcome(CANCELLED) if self._cancel_asked.is_set() else failure(error, log.tail())
            except OSError as error:
                message = tr("The environment could not be written to {} ({}).").format(self.environment.folder, error)
                return JobOutcome(FAILED, message=message, hint=_space(self.environment.folder), log_tail=log.tail())

    def _install(self, log: ChildLog) -> JobOutcome:
        self._begin(0.0, tr("Looking for QGIS's Python"))
        interpreter = find_interpreter(self.environment.versions, self.options.named_python)
        log.add(f"Making {self.environment.home} from {interpreter} ({self.environment.versions})")
        with held_alone(self.environment.home):
            answer = self._made_anew(interpreter, log)
        self._remove_outdated()
        self._events.flush()
        return JobOutcome(FINISHED, result={**answer, "python": self.environment.python}, log_tail=log.tail())

    def _made_anew(self, interpreter: str, log: ChildLog) -> Dict[str, Any]:
        """Make it, and return what the check found. One that worked is put aside, and back where making fails."""
        if self.environment.state() is State.READY:
            if not remove_folder(self.environment.aside, self._cancel_asked.is_set):
                raise _Cancelled
            self.environment.home.rename(self.environment.aside)
        complete = False
        try:
            remove_folder(self.environment.home, self._cancel_asked.is_set)
            self._make(interpreter, log)
            self._place_packages(log)
            answer = self._check(log)
            _write_mark(self.environment, {"interpreter": interpreter, "check": answer})
            complete = True
            return answer
        finally:
            if not complete:
                self._clear_up()

    def _remove_outdated(self) -> None:
        """Remove what this QGIS needs no more; one that is complete and made for another QGIS is for that to use."""
        for outdated in self.environment.others():
            mark = read_mark(outdated)
            if mark is not None and mark.get("versions") != asdict(self.environment.versions):
                continue
            with contextlib.suppress(OSError, WorkerError), held_alone(outdated):  # a job runs in it; next time then
                remove_folder(outdated, self._cancel_asked.is_set)
            if not outdated.exists():
                forget(outdated)

    def _clear_up(self) -> None:
        self._events.add({"event": "progress", "fraction": 0.0, "message": tr("Clearing up")})
        self._events.flush()
        home, aside = self.environment.home, self.environment.aside
        remove_folder(home, self._abandoned.is_set)
        if not aside.is_dir():
            return
        with contextlib.suppress(OSError):  # the next installation tries again
            if home.exists():  # QGIS is closing: there was no time to remove it
                home.rename(home.with_name(f"{home.name}-half"))
            aside.rename(home)

    def _make(self, interpreter: str, log: ChildLog) -> None:
        self._begin(0.01, tr("Making the environment"))
        arguments = ["venv", "--system-site-packages", str(self.environment.home)]
        if self._run(interpreter, arguments, None, log) != 0:
            hint = tr("See the log.")
            if "ensurepip" in log.tail():
                hint = tr("This Python lacks pip. On Debian and Ubuntu install the package python3-venv.")
            raise WorkerError(tr("{} could not make an environment.").format(interpreter), hint)
        self._say(MADE, tr("Looking for packages"))

    def _place_packages(self, log: ChildLog) -> None:
        home = self.environment.home
        constraints = home / "constraints.txt"
        # pip would otherwise put a newer numpy beside a GDAL that was built against this one.
        constraints.write_text(f"numpy=={self.environment.versions.numpy}\n", "utf-8")
        # Beside the environment there is room for what is downloaded; the system's folder may be in memory.
        downloads = home / "downloads"
        downloads.mkdir()
        arguments = pip_arguments(self.environment.requirements, constraints, self.options.wheels)
        if self._run(self.environment.python, arguments, _PipWatch(home, downloads), log) != 0:
            raise _pip_error(log.tail(), self.options, self.environment.folder)
        shutil.rmtree(downloads)

    def _check(self, log: ChildLog) -> Dict[str, Any]:
        self._begin(PLACED, tr("Trying what was installed"))
        answer = check_python(self.environment.python, not self.options.named_python, log, self._cancel_asked.is_set)
        self._say(CHECKED, tr("Everything works"))
        return answer

    def _run(self, python: str, arguments: Sequence[str], watch: Optional[_PipWatch], log: ChildLog) -> int:
        """Run a module of a Python to its end; its exit status. Raises ``_Cancelled``."""
        environment = child_environment(
            qgis_libraries=not self.options.named_python, proxy=self.options.proxy, no_proxy=self.options.no_proxy
        )
        environment["PIP_USER"] = "0"  # a user's setting that an environment refuses
        if watch is not None:
            environment.update(TMPDIR=str(watch.downloads), TEMP=str(watch.downloads), TMP=str(watch.downloads))
        with ChildProcess([python, STOP_WITH_PARENT, *arguments], environment, log) as child:
            for line in child.lines(self._cancel_asked.is_set, lambda: 0.0):
                if line:
                    log.add(line)
                if watch is not None and watch.update(line):
                    self._say(MADE + (PLACED - MADE) * watch.progress.fraction, watch.progress.message)
            status = child.status()
        if self._cancel_asked.is_set():
            raise _Cancelled
        return status

    def _begin(self, fraction: float, message: str) -> None:
        """Say what begins now, however soon after the last words."""
        self._say(fraction, message)
        self._events.flush()

    def _say(self, fraction: float, message: str) -> None:
        if self._cancel_asked.is_set():
            raise _Cancelled
        self._events.add({"event": "progress", "fraction": fraction, "message": message})


class _PipWatch:
    """Follows pip by its lines and, in between, by what arrives in its folders."""

    def __init__(self, home: Path, downloads: Path) -> None:
        self.downloads = downloads
        self.progress = PipProgress()
        self._home = home
        self._looked_at = 0.0

    def update(self, line: Optional[str]) -> bool:
        """Take a line, or None in a pause; true where there is something new to tell."""
        if line:
            return self.progress.add(line)
        if time.monotonic() - self._looked_at < LOOK_SECONDS:
            return False
        self._looked_at = time.monotonic()
        if self.progress.packages:
            self.progress.put_in_place(sum(1 for _ in self._home.glob("[Ll]ib/**/site-packages/*.dist-info")) - 1)
        else:
            self.progress.downloaded(_newest_file_bytes(self.downloads) / 1e6)
        return True


def pip_arguments(requirements: Path, constraints: Path, wheels: Optional[Path]) -> List[str]:
    """pip's arguments; only wheels are taken, so that nothing is compiled and no package's own code runs."""
    arguments = [
        "pip",
        "install",
        "--no-input",
        "--disable-pip-version-check",
        "--progress-bar=off",
        "--only-binary=:all:",
    ]
    arguments += [f"--constraint={constraints}", f"--requirement={requirements}"]
    return [*arguments, "--no-index", f"--find-links={wheels}"] if wheels else arguments


def _newest_file_bytes(folder: Path) -> int:
    """The size of the file that was changed last: the one that pip is downloading."""
    newest, size = 0.0, 0
    for file in folder.rglob("*"):
        with contextlib.suppress(OSError):  # pip removes files while we look
            status = file.stat()
            if file.is_file() and status.st_mtime >= newest:
                newest, size = status.st_mtime, status.st_size
    return size


def _pip_error(log_tail: str, options: InstallationOptions, folder: Path) -> WorkerError:
    errors = [line[len("ERROR: ") :] for line in log_tail.splitlines() if line.startswith("ERROR: ")]
    reason = errors[-1] if errors else tr("pip failed")
    message = tr("The packages could not be installed: {}").format(reason)
    if "No space left" in log_tail or "Errno 28" in log_tail:
        return WorkerError(message, _space(folder))
    if "SOCKS support" in log_tail:
        hint = tr("Packages cannot be fetched through a SOCKS proxy: use an HTTP proxy, or a folder of wheels.")
        return WorkerError(message, hint)
    if options.wheels:
        hint = tr("Put the missing wheels for this Python into {}, then try again.").format(options.wheels)
        return WorkerError(message, hint)
    if "connection" in log_tail.lower() or "ProxyError" in log_tail:
        hint = tr("Check the internet connection and QGIS's proxy settings, or use a folder of wheels.")
        return WorkerError(message, hint)
    return WorkerError(message, tr("See the log; trying again goes on from what was downloaded."))


def _space(folder: Path) -> str:
    free = shutil.disk_usage(folder).free / 1e9 if folder.exists() else 0.0
    text = tr("About 10 GB are needed at {}; {} GB are free. Make room, or choose another folder.")
    return text.format(folder, f"{free:.1f}")


def _write_mark(environment: Environment, content: Dict[str, Any]) -> None:
    """Beside, then renamed: the mark is there as a whole or not at all."""
    file = environment.home / MARK
    partial = file.with_suffix(".partial")
    partial.write_text(json.dumps({**content, "versions": asdict(environment.versions)}, indent=1), "utf-8")
    partial.replace(file)
