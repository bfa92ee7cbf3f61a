"""Choice of the Python from which the worker's environment is created.

Inside QGIS ``sys.executable`` cannot be used: on Windows it is QGIS itself, on Linux any python3 on the PATH. So each
platform has a list of candidates, and one is accepted only after it was run and has the same versions as QGIS.
"""

from __future__ import annotations

import json
import ntpath
import posixpath
import subprocess  # no shell, fixed arguments # nosec B404
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional

from ...alcd_core.errors import WorkerError
from ..hints import name_another_python
from ..process.child_environment import child_environment
from ..process.child_process import NO_WINDOW
from ..texts import tr

OLDEST = (3, 11)  # required by the pinned torch
PROBE_SECONDS = 60
PROBE = """
import json, sys
found = {"python": "%d.%d.%d" % sys.version_info[:3], "gdal": "", "numpy": "", "virtual": sys.prefix != sys.base_prefix}
try:
    import numpy
    found["numpy"] = numpy.__version__
    from osgeo import gdal, gdal_array
    found["gdal"] = gdal.__version__
except ImportError as error:
    found["error"] = str(error)
print(json.dumps(found))
"""


@dataclass(frozen=True)
class Versions:
    """The versions in a Python, such as 3.11.2, 3.6.2 and 1.24.2."""

    python: str
    gdal: str
    numpy: str

    def __str__(self) -> str:
        return f"Python {self.python}, GDAL {self.gdal}, numpy {self.numpy}"


@dataclass(frozen=True)
class Host:
    """The properties of this process that show where its Python may be."""

    platform: str
    version: str  # "3.11"
    base_prefix: str
    bindir: str
    executable: str


def this_host() -> Host:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    bindir = sysconfig.get_config_var("BINDIR") or ""
    return Host(sys.platform, version, sys.base_prefix, bindir, sys.executable or "")


def qgis_versions() -> Versions:
    """The versions in this process, which is QGIS or runs in QGIS's Python."""
    import numpy  # imported here so that this module can be imported without numpy
    from osgeo import gdal

    return Versions(".".join(str(part) for part in sys.version_info[:3]), gdal.__version__, numpy.__version__)


def candidates(host: Host) -> List[str]:
    """Paths where QGIS's own Python may be, most likely first; they need not exist."""
    if host.platform == "win32":
        found = _windows_candidates(host)
    elif host.platform == "darwin":
        found = _macos_candidates(host)
    else:
        found = _unix_candidates(host)
    return list(dict.fromkeys(found))


def _unix_candidates(host: Host) -> List[str]:
    folders = [folder for folder in (host.bindir, posixpath.join(host.base_prefix, "bin")) if folder]
    names = (f"python{host.version}", "python3")
    return [posixpath.join(folder, name) for name in names for folder in folders]


def _macos_candidates(host: Host) -> List[str]:
    found = _unix_candidates(host)
    for path in (host.executable, host.base_prefix):
        bundle, contents, _ = path.partition(".app/Contents")
        if not contents:
            continue
        for folder in ("MacOS/bin", "Frameworks/bin", "MacOS"):
            found += [f"{bundle}.app/Contents/{folder}/{name}" for name in (f"python{host.version}", "python3")]
    return found


def _windows_candidates(host: Host) -> List[str]:
    """OSGeo4W: ``ROOT\\bin\\qgis-bin.exe`` beside ``ROOT\\apps\\Python312\\python.exe``."""
    root = ntpath.dirname(ntpath.dirname(host.executable))
    folders = [host.base_prefix, ntpath.join(root, "apps", "Python" + host.version.replace(".", ""))]
    return [ntpath.join(folder, name) for name in ("python.exe", "python3.exe") for folder in folders if folder]


def probe(python: str, *, qgis_libraries: bool = True) -> Versions:
    """Run a Python and read its versions.

    Raises WorkerError if it does not start, is older than 3.11, is itself a virtual environment (whose packages an
    environment created from it would not see), or lacks GDAL or numpy.
    """
    try:
        done = subprocess.run(  # noqa: S603 - a list, no shell # nosec B603
            [python, "-I", "-c", PROBE],
            env=child_environment(qgis_libraries=qgis_libraries),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PROBE_SECONDS,
            check=False,
            **NO_WINDOW,
        )
        found = json.loads(done.stdout.decode("utf-8", "replace").strip().splitlines()[-1])
        versions = Versions(found["python"], found["gdal"], found["numpy"])
    except (OSError, subprocess.SubprocessError, ValueError, LookupError, TypeError) as error:
        message = tr("{} is not a working Python ({}).").format(python, _reason(error))
        raise WorkerError(message, name_another_python()) from error
    if tuple(int(part) for part in versions.python.split(".")[:2]) < OLDEST:
        message = tr("{} is Python {}; the worker needs 3.11 or newer.").format(python, versions.python)
        raise WorkerError(message, name_another_python())
    if "error" in found:
        message = tr("{} lacks GDAL or numpy ({}).").format(python, found["error"])
        raise WorkerError(message, name_another_python())
    if found["virtual"]:
        raise WorkerError(
            tr("{} belongs to a virtual environment, from which no other can be created.").format(python),
            tr("Choose it as an existing Python, or choose the Python that it was created from."),
        )
    return versions


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, subprocess.TimeoutExpired):
        return tr("no answer in {} s").format(PROBE_SECONDS)
    return tr("it does not report its version")


def find_interpreter(
    expected: Versions, named: str = "", host: Optional[Host] = None, paths: Optional[List[str]] = None
) -> str:
    """The path of the Python to create the environment from, confirmed by running it. Takes about half a second.

    ``expected``: the versions it must have. ``named``: the path chosen by the user, instead of QGIS's own.
    Raises WorkerError with a list of what was found instead.
    """
    if not named and tuple(int(part) for part in expected.python.split(".")[:2]) < OLDEST:
        message = tr("QGIS's Python is {}; the worker needs 3.11 or newer.").format(expected.python)
        raise WorkerError(message, name_another_python())
    tried = []
    for path in [named] if named else paths or candidates(host or this_host()):
        if not Path(path).is_file():
            tried.append(tr("{}: no such file").format(path))
            continue
        try:
            versions = probe(path, qgis_libraries=not named)
        except WorkerError as error:
            if named:
                raise
            tried.append(error.message)
            continue
        if versions == expected:
            return path
        tried.append(tr("{} has {}").format(path, versions))
    what = tr("{} is not as expected").format(named) if named else tr("QGIS's own Python was not found")
    message = tr("{} (looked for {}): {}.").format(what, expected, "; ".join(tried))
    raise WorkerError(message, name_another_python())
