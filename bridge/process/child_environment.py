"""Environment variables of a child process.

QGIS sets PYTHON*, PROJ_*, GDAL_* and QT_* variables for itself; in a child with another Python they would load
modules, grids or plugins of the wrong version. What a user sets for networks (proxies, certificates, CPL_CURL*,
GDAL_HTTP_*, AWS_*), for CUDA, for pip and for temporary files passes through.
"""

from __future__ import annotations

import ntpath
import os
import sys
from typing import Dict, Mapping, Optional

FOREIGN_PREFIXES = ("PYTHON", "PROJ_", "GDAL_", "QT_")
FOREIGN_NAMES = ("VIRTUAL_ENV", "VIRTUAL_ENV_PROMPT", "__PYVENV_LAUNCHER__")
# Settings of networks that bear such a prefix and belong to the user, not to an installation.
USERS_PREFIXES = ("GDAL_HTTP_", "PROJ_NETWORK")
USERS_NAMES = ("PROJ_CURL_CA_BUNDLE",)
# Where QGIS's own GDAL and PROJ find their files. On Linux the libraries know it themselves.
QGIS_NAMES = ("GDAL_DATA", "GDAL_DRIVER_PATH", "PROJ_LIB", "PROJ_DATA")


def child_environment(
    *,
    import_from: Optional[str] = None,
    qgis_libraries: bool = True,
    proxy: str = "",
    no_proxy: str = "",
    base: Optional[Mapping[str, str]] = None,
    platform: str = sys.platform,
    base_prefix: str = sys.base_prefix,
) -> Dict[str, str]:
    """Environment for a child.

    ``import_from``: the folder that holds ``alcd_core`` (the plugin's). ``qgis_libraries``: the child's Python uses
    QGIS's own GDAL (false for a Python with a GDAL of its own). ``proxy``: URL, replaces the proxy variables; passed
    here and not as an argument, since other users can read a command line. ``base``, ``platform`` and ``base_prefix``
    are those of this process unless a test gives others.
    """
    variables = dict(os.environ if base is None else base)
    child = {name: value for name, value in variables.items() if not _is_foreign(name.upper())}
    if qgis_libraries and platform in ("win32", "darwin"):
        child.update({name: variables[name] for name in QGIS_NAMES if name in variables})
    if qgis_libraries and platform == "win32":
        child.update(_windows_libraries(child, base_prefix))
    child.update(
        # The job's folder must not shadow modules, nor the user's packages those of the environment.
        PYTHONSAFEPATH="1",
        PYTHONNOUSERSITE="1",
        PYTHONUNBUFFERED="1",
        PYTHONUTF8="1",
    )
    if import_from:
        child["PYTHONPATH"] = import_from
    if proxy:
        child.update(_proxy_variables(proxy, no_proxy))
    return child


def _is_foreign(name: str) -> bool:
    if name in USERS_NAMES or name.startswith(USERS_PREFIXES):
        return False
    return name in FOREIGN_NAMES or name.startswith(FOREIGN_PREFIXES)


def _windows_libraries(child: Mapping[str, str], base_prefix: str) -> Dict[str, str]:
    """The folders of DLLs of OSGeo4W, whose Python lies in ``ROOT\\apps\\Python3xx``, first on the PATH.

    Python 3.8 and newer does not search the PATH for DLLs; osgeo adds its folders when USE_PATH_FOR_GDAL_PYTHON says
    so.
    """
    root = ntpath.dirname(ntpath.dirname(base_prefix))
    path = ntpath.join(root, "bin") + ";" + child.get("PATH", "")
    return {"PATH": path, "USE_PATH_FOR_GDAL_PYTHON": "YES"}


def _proxy_variables(proxy: str, no_proxy: str) -> Dict[str, str]:
    variables = {}
    for name in ("http_proxy", "https_proxy"):
        variables[name] = variables[name.upper()] = proxy
    if no_proxy:
        variables["no_proxy"] = variables["NO_PROXY"] = no_proxy
    return variables
