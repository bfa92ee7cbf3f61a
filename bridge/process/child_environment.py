"""Environment variables of a child process.

QGIS sets PYTHON*, PROJ_*, GDAL_* and QT_* variables for itself; in a child with another Python they would load
modules, grids or plugins of the wrong version. The user's settings for networks (proxies, certificates, CPL_CURL*,
GDAL_HTTP_*, AWS_*), CUDA, pip and temporary files are passed on.
"""

from __future__ import annotations

import ntpath
import os
import sys
from typing import Dict, Mapping, Optional

FOREIGN_PREFIXES = ("PYTHON", "PROJ_", "GDAL_", "QT_")
FOREIGN_NAMES = ("VIRTUAL_ENV", "VIRTUAL_ENV_PROMPT", "__PYVENV_LAUNCHER__")
# Network settings with such a prefix that belong to the user, not to an installation.
USERS_PREFIXES = ("GDAL_HTTP_", "PROJ_NETWORK")
USERS_NAMES = ("PROJ_CURL_CA_BUNDLE",)
# Where QGIS's own GDAL and PROJ find their files. On Linux the libraries find them by themselves.
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
    """Environment variables for a child.

    ``import_from``: the folder that contains ``alcd_core`` (the plugin's). ``qgis_libraries``: the child's Python uses
    QGIS's own GDAL (False for a Python with its own GDAL). ``proxy``: URL, replaces the proxy variables; passed as a
    variable because other users can read a command line. ``base``, ``platform`` and ``base_prefix`` are those of this
    process; only tests set others.
    """
    variables = dict(os.environ if base is None else base)
    child = {name: value for name, value in variables.items() if not _is_foreign(name.upper())}
    if qgis_libraries and platform in ("win32", "darwin"):
        child.update({name: variables[name] for name in QGIS_NAMES if name in variables})
    if qgis_libraries and platform == "win32":
        child.update(_windows_libraries(child, base_prefix))
    elif platform == "win32":
        _forget_osgeo4w(child)
    child.update(
        # Neither the job's folder nor the user's site packages may shadow the environment's modules.
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
    """Variables with OSGeo4W's DLL folder first on the PATH. Its Python is in ``ROOT\\apps\\Python3xx``.

    Python 3.8 and newer does not search the PATH for DLLs; with USE_PATH_FOR_GDAL_PYTHON osgeo adds the folders itself.
    """
    root = ntpath.dirname(ntpath.dirname(base_prefix))
    path = ntpath.join(root, "bin") + ";" + child.get("PATH", "")
    return {"PATH": path, "USE_PATH_FOR_GDAL_PYTHON": "YES"}


def _forget_osgeo4w(child: Dict[str, str]) -> None:
    """Remove what leads to QGIS's DLLs: another Python was built for others of the same names (QGIS issue 67319)."""
    root = child.pop("OSGEO4W_ROOT", "").rstrip("\\").lower()
    if root:
        folders = child.get("PATH", "").split(";")
        child["PATH"] = ";".join(one for one in folders if not f"{one.lower()}\\".startswith(f"{root}\\"))


def _proxy_variables(proxy: str, no_proxy: str) -> Dict[str, str]:
    variables = {}
    for name in ("http_proxy", "https_proxy"):
        variables[name] = variables[name.upper()] = proxy
    if no_proxy:
        variables["no_proxy"] = variables["NO_PROXY"] = no_proxy
    return variables
