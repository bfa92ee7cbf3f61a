"""The environment variables that a child receives from this process."""

import json
import subprocess
import sys

from alcd.bridge.process.child_environment import child_environment

from tests.qgis.bridge.support import ROOT

QGIS = {
    "PATH": "/usr/bin",
    "HOME": "/home/ada",
    "PYTHONHOME": "/opt/qgis",
    "PYTHONPATH": "/opt/qgis/python",
    "PROJ_LIB": "/opt/qgis/proj",
    "PROJ_DATA": "/opt/qgis/proj",
    "GDAL_DATA": "/opt/qgis/gdal",
    "GDAL_DRIVER_PATH": "/opt/qgis/plugins",
    "QT_PLUGIN_PATH": "/opt/qgis/qt",
    "VIRTUAL_ENV": "/home/ada/env",
    "__PYVENV_LAUNCHER__": "/opt/qgis/python3",
}
USERS = {
    "http_proxy": "http://proxy:3128",
    "no_proxy": "localhost",
    "CPL_CURL_VERBOSE": "NO",
    "GDAL_HTTP_PROXY": "proxy:3128",
    "AWS_PROFILE": "maps",
    "REQUESTS_CA_BUNDLE": "/etc/ca.pem",
    "CURL_CA_BUNDLE": "/etc/ca.pem",
    "PROJ_CURL_CA_BUNDLE": "/etc/ca.pem",
    "PIP_INDEX_URL": "https://registry.example/simple",
    "CUDA_VISIBLE_DEVICES": "0",
    "TMPDIR": "/scratch",
}
OWN = {"PYTHONSAFEPATH": "1", "PYTHONNOUSERSITE": "1", "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}


def test_on_linux_only_the_users_settings_are_passed_on():
    child = child_environment(base={**QGIS, **USERS}, platform="linux")
    assert child == {"PATH": "/usr/bin", "HOME": "/home/ada", **USERS, **OWN}


def test_the_child_imports_only_from_the_plugin():
    child = child_environment(import_from="/plugins/alcd", base=QGIS, platform="linux")
    assert child["PYTHONPATH"] == "/plugins/alcd"


def test_on_windows_and_macos_qgis_libraries_find_their_files():
    for platform in ("win32", "darwin"):
        child = child_environment(base=QGIS, platform=platform, base_prefix=r"C:\OSGeo4W\apps\Python312")
        assert (child["GDAL_DATA"], child["PROJ_LIB"]) == ("/opt/qgis/gdal", "/opt/qgis/proj")
        assert "PYTHONHOME" not in child


def test_on_windows_the_dll_folder_comes_first():
    child = child_environment(base=QGIS, platform="win32", base_prefix=r"C:\OSGeo4W\apps\Python312")
    assert child["PATH"] == r"C:\OSGeo4W\bin;/usr/bin"
    assert child["USE_PATH_FOR_GDAL_PYTHON"] == "YES"


def test_a_python_with_its_own_gdal_gets_no_variables_of_qgis():
    child = child_environment(base=QGIS, platform="win32", qgis_libraries=False)
    assert child == {"PATH": "/usr/bin", "HOME": "/home/ada", **OWN}


def test_on_windows_another_python_does_not_find_the_dlls_of_qgis():
    folders = r"C:\OSGEO4~1\apps\qgis-ltr\bin;c:\osgeo4~1\bin;C:\OSGEO4~1x\bin;C:\Windows"
    base = {"PATH": folders, "OSGEO4W_ROOT": "C:\\OSGEO4~1\\"}
    child = child_environment(base=base, platform="win32", qgis_libraries=False)
    assert child == {"PATH": r"C:\OSGEO4~1x\bin;C:\Windows", **OWN}
    own = child_environment(base=base, platform="win32", base_prefix=r"C:\OSGEO4~1\apps\Python312")
    assert own["PATH"].startswith(r"C:\OSGEO4~1\bin;C:\OSGEO4~1\apps\qgis-ltr\bin;")
    assert own["OSGEO4W_ROOT"] == base["OSGEO4W_ROOT"]


def test_the_proxy_of_qgis_replaces_the_variables():
    child = child_environment(base=USERS, proxy="http://ada:pw@other:8080", no_proxy="intranet", platform="linux")
    assert child["http_proxy"] == child["HTTPS_PROXY"] == "http://ada:pw@other:8080"
    assert child["no_proxy"] == "intranet"


def test_a_real_child_imports_the_core_and_nothing_from_its_folder(tmp_path):
    (tmp_path / "json.py").write_text("raise ImportError('shadowed')")
    environment = child_environment(import_from=str(ROOT))
    program = ["-c", "import alcd_core, json, sys; print(json.dumps(alcd_core.__path__))"]
    done = subprocess.run([sys.executable, *program], env=environment, cwd=tmp_path, capture_output=True, check=True)
    assert json.loads(done.stdout) == [str(ROOT / "alcd_core")]
