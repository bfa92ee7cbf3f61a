"""A session with a small campaign in a QGIS without a window."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")

ROOT = Path(__file__).resolve().parents[3]


_application = None  # kept until the end, since widgets that outlive the application crash


@pytest.fixture(scope="session")
def qgis_application(tmp_path_factory):
    """A running QGIS application with its own profile."""
    global _application
    profile = str(tmp_path_factory.mktemp("profiles") / "profiles" / "default")
    _application = qgis_core.QgsApplication.instance() or qgis_core.QgsApplication([], True, profile)
    _application.initQgis()
    return _application


@pytest.fixture
def own_settings(qgis_application, tmp_path):
    """QGIS's settings, empty and in a file of the test."""
    from qgis.PyQt.QtCore import QCoreApplication, QSettings

    QCoreApplication.setOrganizationName("alcd-tests")
    QCoreApplication.setApplicationName("alcd-tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QSettings().clear()


@pytest.fixture
def pump(qgis_application):
    """Run the event loop for some milliseconds, or until a condition holds."""
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    def run(milliseconds=50, until=None):
        loop = QEventLoop()
        end, look = QTimer(), QTimer()
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        end.start(milliseconds)
        if until is not None:
            look.timeout.connect(lambda: loop.quit() if until() else None)
            look.start(10)
        (loop.exec if hasattr(loop, "exec") else loop.exec_)()
        assert until is None or until()

    return run


@pytest.fixture
def project(qgis_application):
    """QGIS's project, empty before and after."""
    instance = qgis_core.QgsProject.instance()
    instance.clear()
    yield instance
    instance.clear()


@pytest.fixture
def make_campaign(tmp_path, qgis_application):
    """Makes campaigns of 4 x 5 tiles of 32 m in EPSG:32632: ``make_campaign("name")``."""
    from alcd.alcd_core.campaign.campaign import create_campaign
    from alcd.alcd_core.campaign.description import Description, RasterFile
    from alcd.alcd_core.campaign.tiles import TileRow
    from alcd.alcd_core.imagery.grid import Grid
    from osgeo import gdal

    wkt = qgis_core.QgsCoordinateReferenceSystem("EPSG:32632").toWkt()

    def make(name="small", width=160, height=128):
        for date in ("before", "after"):
            raster = gdal.GetDriverByName("GTiff").Create(str(tmp_path / f"{date}.tif"), width, height, 3)
            raster.SetGeoTransform((500000, 1, 0, 5400000, 0, -1))
            raster.SetProjection(wkt)
            raster = None
        description = Description(
            name=name,
            before=(RasterFile(str(tmp_path / "before.tif"), (1, 2, 3)),),
            after=(RasterFile(str(tmp_path / "after.tif"), (1, 2, 3)),),
            grid=Grid(wkt, 500000.0, 5400000.0, 1.0, 1.0, width, height),
            tile_size=32,
            overlap=0,
            created="2026-01-02T03:04:05+00:00",
            mean=((0.0,) * 3, (0.0,) * 3),
            std=((1.0,) * 3, (1.0,) * 3),
            authority="EPSG",
            code=32632,
        )
        rows = [TileRow(n, row, column) for n, (row, column, _) in enumerate(description.tiling.windows(), start=1)]
        return create_campaign(tmp_path / f"{name}.alcd", description, rows)

    return make


@pytest.fixture
def campaign(make_campaign):
    """A campaign with the queried tiles 7, 3 and 12, and two proposals in tile 7."""
    from alcd.alcd_core.campaign.annotations import Proposal
    from alcd.alcd_core.campaign.geometry import rectangle

    made = make_campaign()
    left, bottom, _, _ = bounds_of(made, 7)
    wkbs = [rectangle(left + x, bottom + 2, left + x + 6, bottom + 8) for x in (2, 20)]
    proposals = [Proposal(7, wkb, 0.8) for wkb in wkbs]
    made.write_query(0, {7: (0.2, 0.5), 3: (0.1, 0.1), 12: (0.05, 0.1)}, [7, 3, 12], proposals, "variance")
    return made


@pytest.fixture
def audited(campaign):
    """The campaign with an audit of the tiles 14, 3, 9 and 2, drawn in this order; tile 3 was queried."""
    return draw_audit(campaign, [14, 3, 9, 2])


def draw_audit(campaign, tile_ids):
    from alcd.alcd_core.campaign.audits import KNOWN_STRATUM, Audit, AuditStratum, AuditTile

    tiles = campaign.tiles()
    latest = campaign.latest_audit()
    known = [tile.tile_id for tile in tiles if tile.state == "labelled"]
    pool, count = len(tiles) - len(known), len(tile_ids)
    strata = (
        AuditStratum(KNOWN_STRATUM, None, None, len(known), len(known), 1.0),
        AuditStratum(1, None, None, pool, count, count / pool),
    )
    number = 1 if latest is None else latest.audit + 1
    new = Audit(number, "2026-01-02T03:04:05+00:00", 0, None, 0, count, None, strata)
    rows = [AuditTile(tile, 1, place) for place, tile in enumerate(tile_ids, start=1)]
    rows += [AuditTile(tile, KNOWN_STRATUM, None) for tile in known]
    assert campaign.write_audit(new, rows, set(known))
    return campaign


def bounds_of(campaign, tile_id):
    tile = next(tile for tile in campaign.tiles() if tile.tile_id == tile_id)
    return campaign.description.grid.window_bounds(tile.window)


@pytest.fixture
def session(project):
    """A session whose jobs the test can replace."""
    from alcd.ui.session.session import Session

    made = Session(project)
    made.troubles = []
    made.problem_occurred.connect(lambda message, hint: made.troubles.append((message, hint)))
    yield made
    made.close()
    made.unload()


@pytest.fixture
def draw():
    """Draws a square (offset and size in metres from the tile's lower left corner) into the annotations' buffer."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle

    def add(session, tile_id, x=4.0, y=4.0, size=12.0, name="change"):
        layer = session.layers.annotations
        if not layer.isEditable():
            assert layer.startEditing()
        left, bottom, _, _ = bounds_of(session.campaign, tile_id)
        geometry = QgsGeometry.fromRect(QgsRectangle(left + x, bottom + y, left + x + size, bottom + y + size))
        geometry.convertToMultiType()
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature["class"] = name
        assert layer.addFeature(feature)

    return add


class Window:
    """The part of QGIS's ``iface`` that the pages need."""

    def __init__(self):
        from qgis.gui import QgsMapCanvas
        from qgis.PyQt.QtWidgets import QAction, QMainWindow

        self.window = QMainWindow()
        self.canvas = QgsMapCanvas()
        self.window.setCentralWidget(self.canvas)
        self.window.resize(1000, 700)
        self.active_layer = None
        self.triggered = []
        self.vertex, self.add, self.pan = QAction("vertex"), QAction("add"), QAction("pan")
        self.vertex.triggered.connect(lambda: self.triggered.append("vertex"))
        self.add.triggered.connect(lambda: self.triggered.append("add"))
        self.pan.triggered.connect(lambda: self.triggered.append("pan"))

    def mapCanvas(self):
        return self.canvas

    def mainWindow(self):
        return self.window

    def actionVertexTool(self):
        return self.vertex

    def actionAddFeature(self):
        return self.add

    def actionPan(self):
        return self.pan

    def setActiveLayer(self, layer):
        self.active_layer = layer


@pytest.fixture
def window(qgis_application):
    made = Window()
    made.canvas.setDestinationCrs(qgis_core.QgsCoordinateReferenceSystem("EPSG:32632"))
    made.window.show()
    made.window.activateWindow()
    qgis_application.processEvents()
    yield made
    made.window.close()
