"""From the user's settings to a worker process."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import Any, Callable, List, Mapping, Optional, Tuple, Union
from urllib.parse import quote, urlsplit

from qgis.core import QgsApplication, QgsSettings

from ..alcd_core.errors import WorkerError
from .environment.check import EnvironmentCheck
from .environment.environment import Environment, State
from .environment.installation import Installation, InstallationOptions
from .environment.interpreter import Versions, probe, qgis_versions
from .environment.removal import Removal
from .environment.torch_build import checked_index
from .hints import set_up
from .layer_copy import LayerCopy
from .logins import service_logins
from .process.child_environment import child_environment
from .process.job_command import job_command
from .process.worker import WorkerProcess
from .settings import Settings, load_settings
from .texts import tr

PLUGIN_FOLDER = Path(__file__).resolve().parents[1]


def data_folder() -> Path:
    """The folder of the environment and the logs. It is beside QGIS's profiles, which share the environment."""
    folder = Path(QgsApplication.qgisSettingsDirPath()).resolve().parents[1] / "alcd"
    return Path(stationary(str(folder), os.environ))


def stationary(folder: str, variables: Mapping[str, str]) -> str:
    """Windows: the same folder in the part of the user's data that stays on this computer.

    The roaming part, where QGIS keeps its profiles, may be copied over the network whenever the user logs on or off.
    """
    roaming, local = variables.get("APPDATA", ""), variables.get("LOCALAPPDATA", "")
    if roaming and local and folder.lower().startswith(roaming.lower() + "\\"):
        return local + folder[len(roaming) :]
    return folder


def worker_environment(settings: Settings) -> Environment:
    """The environment that the plugin creates.

    Raises WorkerError if the Python to create it from does not work, or if the address of the index is wrong.
    """
    versions = _probed(settings.base_python) if settings.base_python else qgis_versions()
    if isinstance(versions, WorkerError):
        raise WorkerError(versions.message, versions.hint)
    return Environment(data_folder(), PLUGIN_FOLDER / "requirements" / "worker.txt", versions, torch_index(settings))


def torch_index(settings: Settings) -> str:
    """The address of the index that PyTorch comes from; empty for the registry. Raises WorkerError if it is wrong."""
    return checked_index(settings.torch_index) if settings.torch_build == "index" else ""


@functools.lru_cache(maxsize=4)
def _probed(python: str) -> Union[Versions, WorkerError]:
    """Cached for the session: running a Python takes half a second, or a minute if it hangs."""
    try:
        return probe(python, qgis_libraries=False)
    except WorkerError as error:
        return error


def worker_python(settings: Settings) -> str:
    """Path of the Python that runs jobs; it may not exist."""
    return settings.python or worker_environment(settings).python


def uses_qgis_libraries(settings: Settings) -> bool:
    """Whether the worker's GDAL is QGIS's own."""
    return not (settings.python or settings.base_python)


def require_worker() -> None:
    """Raise WorkerError with the reason and a remedy if no job can be started. Only checks files."""
    settings = load_settings()
    if settings.python:
        if not Path(settings.python).is_file():
            message = tr("The Python chosen for ALCD does not exist: {}.").format(settings.python)
            raise WorkerError(message, set_up())
        return
    problem = {
        State.MISSING: tr("ALCD's Python environment is not set up yet."),
        State.OUTDATED: tr("ALCD's Python environment was created for other settings, or for another QGIS or ALCD."),
        State.BROKEN: tr("ALCD's Python environment is damaged."),
        State.READY: "",
    }[worker_environment(settings).state()]
    if problem:
        raise WorkerError(problem, set_up())


def job_process(
    job: str, values: Mapping[str, Any], is_cancelled: Optional[Callable[[], bool]] = None
) -> WorkerProcess:
    """The process that will run a job. ``values``: its parameters (see ``job_command``). Copies of layers among them
    are written when the job starts, and removed when it has ended."""
    settings = load_settings()
    address, exceptions = proxy()
    environment = child_environment(
        import_from=str(PLUGIN_FOLDER),
        qgis_libraries=uses_qgis_libraries(settings),
        proxy=address,
        no_proxy=exceptions,
    )
    environment.update(service_logins(values))
    copies = [value for value in values.values() if isinstance(value, LayerCopy)]
    plain = {name: value.path if isinstance(value, LayerCopy) else value for name, value in values.items()}
    command = job_command(worker_python(settings), job, plain)
    home = None if settings.python else worker_environment(settings).home
    return WorkerProcess(
        command, environment, data_folder() / "worker.log", is_cancelled, home=home, input_files=copies
    )


def installation(settings: Settings) -> Installation:
    """The work that recreates the environment. The user's Python is probed again, since it may have been repaired."""
    _probed.cache_clear()
    address, exceptions = proxy()
    wheels = Path(settings.wheels) if settings.wheels else None
    options = InstallationOptions(settings.base_python, wheels, address, exceptions)
    return Installation(worker_environment(settings), options)


def removal(settings: Settings) -> Removal:
    """The work that removes all environments created by the plugin."""
    return Removal(worker_environment(settings))


def environment_check(settings: Settings) -> EnvironmentCheck:
    """The work that tests the worker's Python and each device. The user's Python is probed again."""
    _probed.cache_clear()
    return EnvironmentCheck(worker_python(settings), qgis_libraries=uses_qgis_libraries(settings))


def proxy() -> Tuple[str, str]:
    """QGIS's proxy as a URL, and the hosts to reach without it, comma-separated; empty if none is set."""
    settings = QgsSettings()
    host = settings.value("proxy/proxyHost", "", str)
    if not settings.value("proxy/proxyEnabled", False, bool) or not host:
        return "", ""
    kind = settings.value("proxy/proxyType", "HttpProxy", str)
    if kind == "DefaultProxy":
        return "", ""  # the system's proxy, which the child finds by itself
    scheme = "socks5" if kind == "Socks5Proxy" else "http"
    port = settings.value("proxy/proxyPort", "", str)
    user = quote(settings.value("proxy/proxyUser", "", str), safe="")
    password = quote(settings.value("proxy/proxyPassword", "", str), safe="")
    login = f"{user}:{password}@" if user else ""
    return f"{scheme}://{login}{host}{':' + port if port else ''}", ",".join(_without_proxy(settings))


def _without_proxy(settings: QgsSettings) -> List[str]:
    """The hosts that QGIS reaches directly. It stores prefixes of addresses, and a list of one as a plain string."""
    stored = settings.value("proxy/noProxyUrls") or []
    addresses = [stored] if isinstance(stored, str) else stored
    return [_host(address) for address in addresses if address]


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address
    except ValueError:  # [ without ]
        return address
