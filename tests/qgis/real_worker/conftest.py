"""QGIS without a window, the plugin as QGIS loads it, and the real worker in the Python of the tests."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
JOB_IN_QGIS = Path(__file__).with_name("job_in_qgis.py")


@pytest.fixture(scope="session")
def application(tmp_path_factory):
    """A running QGIS; kept until the process ends, because it cannot be created twice."""
    core = pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")
    profile = str(tmp_path_factory.mktemp("profiles") / "profiles" / "default")
    application = core.QgsApplication.instance() or core.QgsApplication([], False, profile)
    application.initQgis()
    return application


@pytest.fixture
def plugin(application, tmp_path, monkeypatch):
    """The plugin, its provider registered; jobs run in the Python of the tests, on one core."""
    from alcd.bridge import worker_setup
    from alcd.bridge.settings import Settings
    from alcd.plugin import Plugin
    from qgis.PyQt.QtCore import QCoreApplication, QSettings

    QCoreApplication.setOrganizationName("alcd-tests")
    QCoreApplication.setApplicationName("alcd-tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    Settings(python=sys.executable).save()
    monkeypatch.setattr(worker_setup, "data_folder", lambda: tmp_path / "data")
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    plugin = Plugin(None)
    plugin.initProcessing()
    yield plugin
    plugin.unload()
    QSettings().clear()


@pytest.fixture(scope="session")
def rasters(tmp_path_factory):
    """A region without a campaign yet."""
    pytest.importorskip("osgeo.gdal", reason="GDAL's Python modules are not installed")
    pytest.importorskip("shapely", minversion="2", reason="jobs need shapely 2")
    from rasters import make_pair

    from tests.qgis.real_worker.support import SIDE, Region

    folder = tmp_path_factory.mktemp("region")
    make_pair(folder, size=SIDE)
    return Region(folder)


@pytest.fixture(scope="session")
def labelled(rasters, tmp_path_factory):
    """A region whose campaign has four labelled tiles, two of them changed. To be copied, not changed."""
    region = rasters.copy(tmp_path_factory.mktemp("labelled") / "region")
    region.run("create")
    region.run("label", tiles="1,2,9,34")
    return region


@pytest.fixture(scope="session")
def training_in_qgis(labelled, tmp_path_factory):
    """The region after a training that QGIS ran in the background, and what its window measured meanwhile."""
    pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")
    pytest.importorskip("torch", reason="training needs torch")
    region = labelled.copy(tmp_path_factory.mktemp("trained") / "region")
    with job_in_qgis(region, "train", tmp_path_factory.mktemp("qgis")) as qgis:
        said, complaints = qgis.communicate(timeout=240)
    assert qgis.returncode == 0, said + complaints
    return region, json.loads(said.splitlines()[-1])


def job_in_qgis(region, job, profile, **changed) -> subprocess.Popen:
    """A separate QGIS process that runs a job in the background and prints a line for each progress event."""
    command = [sys.executable, str(JOB_IN_QGIS), str(profile), job, json.dumps({**region.parameters(job), **changed})]
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
