"""Logins of imagery services, from QGIS's authentication store to the environment of one job."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Mapping

from qgis.core import QgsApplication, QgsAuthMethodConfig

from ..alcd_core.errors import InputError, WorkerError
from ..alcd_core.service_cache import IMAGERY
from ..alcd_core.service_file import LOGIN_VARIABLE, login_identifiers
from ..alcd_core.service_source import service_source
from .texts import tr

BASIC = "Basic"
RASTERS, MORE_RASTERS = ("before", "after"), ("more_before", "more_after")


def service_logins(values: Mapping[str, Any]) -> Dict[str, str]:
    """Environment variables with the logins that a job needs: those of the services that its campaign or its parameters
    name. They are in no file and on no command line.

    A login that QGIS does not have here is left out: the job says that the service demands one. Raises WorkerError if
    a login is of a kind that the worker cannot use.
    """
    return {f"{LOGIN_VARIABLE}{one}": login for one in _identifiers(values) if (login := _login(one))}


def _identifiers(values: Mapping[str, Any]) -> List[str]:
    campaign = values.get("campaign")
    found = login_identifiers(Path(campaign) / IMAGERY) if campaign else []
    rasters = [str(values.get(name) or "") for name in RASTERS]
    for raster in (*rasters, *(one for name in MORE_RASTERS for one in values.get(name) or ())):
        try:
            source = service_source(raster)
        except InputError:  # the job says why
            continue
        found += [source.authcfg] if source is not None and source.authcfg else []
    return found


def _login(identifier: str) -> str:
    manager = QgsApplication.authManager()
    known, config = manager.loadAuthenticationConfig(identifier, QgsAuthMethodConfig(), True)
    if not known:
        return ""
    if config.method() != BASIC:
        message = tr("The login {} is of the kind {}, which the worker cannot use.").format(
            config.name(), config.method()
        )
        raise WorkerError(message, tr("Choose one with user name and password, or give GDAL_HTTP_HEADERS."))
    return f"{config.config('username')}:{config.config('password')}"
