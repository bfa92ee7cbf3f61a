"""The plugin's package in a QGIS without a window, with a worker that only prints events."""

import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")

ROOT = Path(__file__).resolve().parents[3]
FAKE_WORKER = Path(__file__).with_name("fake_worker.py")


@pytest.fixture(scope="session")
def qgis_application(tmp_path_factory):
    """A running QGIS application with a profile of its own."""
    profile = str(tmp_path_factory.mktemp("profiles") / "profiles" / "default")
    application = qgis_core.QgsApplication.instance() or qgis_core.QgsApplication([], False, profile)
    application.initQgis()
    return application


@pytest.fixture
def settings(qgis_application, tmp_path):
    """QGIS's settings in a file of the test's own, with the fake worker as the chosen Python."""
    from alcd.bridge.settings import Settings
    from qgis.PyQt.QtCore import QCoreApplication, QSettings

    QCoreApplication.setOrganizationName("alcd-tests")
    QCoreApplication.setApplicationName("alcd-tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QSettings().clear()
    worker = tmp_path / "fake_python"
    worker.write_text(f"#!{sys.executable}\n{FAKE_WORKER.read_text()}", "utf-8")
    worker.chmod(0o755)
    Settings(python=str(worker)).save()
    yield
    QSettings().clear()


@pytest.fixture
def provider(settings):
    """The plugin's provider, registered as QGIS does it."""
    from alcd.plugin import Plugin

    plugin = Plugin(None)
    plugin.initProcessing()
    yield qgis_core.QgsApplication.processingRegistry().providerById("alcd")
    plugin.unload()


@pytest.fixture
def rasters(tmp_path):
    """Paths of two small GeoTIFFs, before and after."""
    from osgeo import gdal

    paths = []
    for name in ("before", "after"):
        path = str(tmp_path / f"{name}.tif")
        raster = gdal.GetDriverByName("GTiff").Create(path, 64, 64, 3)
        raster.SetGeoTransform((500000, 1, 0, 5400000, 0, -1))
        raster.SetProjection(qgis_core.QgsCoordinateReferenceSystem("EPSG:32632").toWkt())
        raster = None
        paths.append(path)
    return paths


@pytest.fixture
def polygons():
    """A memory layer of three squares."""
    layer = qgis_core.QgsVectorLayer("Polygon?crs=EPSG:32632&field=class:string", "squares", "memory")
    for number in range(3):
        feature = qgis_core.QgsFeature(layer.fields())
        left = 500000 + 10 * number
        feature.setGeometry(qgis_core.QgsGeometry.fromRect(qgis_core.QgsRectangle(left, 5399990, left + 5, 5399995)))
        layer.dataProvider().addFeature(feature)
    return layer


class Run:
    """How a run of an algorithm ended: its results, and what it said."""

    def __init__(self):
        self.said = []
        self.progress = []
        self.results = {}
        self.ok = False


@pytest.fixture
def run(provider, qgis_application):
    """Runs an algorithm by its name: ``run("suggest", {...}, cancelled=False)``."""

    class Feedback(qgis_core.QgsProcessingFeedback):
        def __init__(self, outcome):
            super().__init__(False)
            self.outcome = outcome
            self.progressChanged.connect(outcome.progress.append)

        def pushInfo(self, text):
            self.outcome.said.append(text)

        def pushDebugInfo(self, text):
            self.outcome.said.append(text)

        def pushConsoleInfo(self, text):
            self.outcome.said.append(text)

        def setProgressText(self, text):
            self.outcome.said.append(text)

        def reportError(self, text, fatal=False):
            self.outcome.said.append(text)

    def run_algorithm(name, parameters, context=None, cancel_at=None):
        outcome = Run()
        feedback = Feedback(outcome)
        if cancel_at is not None:
            feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent >= cancel_at else None)
        context = context or qgis_core.QgsProcessingContext()
        algorithm = qgis_core.QgsApplication.processingRegistry().createAlgorithmById(f"alcd:{name}")
        outcome.results, outcome.ok = algorithm.run(parameters, context, feedback)
        outcome.words = "\n".join(outcome.said)
        return outcome

    return run_algorithm
