"""QGIS's migration script would find nothing to change in the plugin."""

import pytest

from tests.qt6.chains import ROOT, plugin_files
from tests.qt6.migration import findings

QT = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSql", "QtSvg", "QtTest", "QtWidgets", "QtXml")


@pytest.fixture(scope="module")
def enums(asked):
    pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")
    of_qgis = asked("enums.py", "qgis.core", "qgis.gui", "qgis.analysis", of_qgis=True)
    return {**of_qgis, **asked("enums.py", *(f"PyQt6.{name}" for name in QT))}


def test_the_script_would_find_nothing(enums):
    found = [
        f"{file.relative_to(ROOT)}:{line}: {words}"
        for file in plugin_files()
        for line, words in findings(file.read_text("utf-8"), enums)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("from PyQt5.QtCore import Qt", "qgis.PyQt"),
        ("import PyQt5.QtCore", "qgis.PyQt"),
        ("from qgis.PyQt.Qt import QUrl", "qgis.PyQt.QtCore"),
        ("from qgis.PyQt.QtCore import QRegExp", "QRegularExpression"),
        ("from . import resources_rc", "files by their paths"),
        ("from qgis.PyQt.QtWidgets import qApp", "QApplication.instance()"),
        ("dialog.exec_()", "exec"),
        ("run = dialog.exec_", "exec"),
        ("def exec_(self): pass", "exec"),
        ("menu.addAction(icon, text, self.run, shortcut)", "addAction with an action that was made before"),
        ("application.desktop()", "QScreen"),
        ("value = QVariant()", "NULL"),
        ("value = QVariant(QVariant.Int)", "NULL"),
        ("field = QVariant.Type.Int", "QVariant"),
        ("time = QDateTime(QDate(2026, 1, 1))", "QDateTime(QDate, QTime)"),
        ("time = QDateTime(2026, 1, 1, 0, 0, 0, 0, zone)", "QDateTime(QDate, QTime)"),
        ("width = self.fontMetrics().width(text)", "horizontalAdvance"),
        ("box.activated[str].connect(run)", "textActivated"),
        ("button = Qt.MidButton", "Qt.MouseButton.MiddleButton"),
        ("side = Qt.AlignLeft", "Qt.AlignmentFlag.AlignLeft"),
        ("shape = QTextEdit.NoFrame", "QTextEdit.Shape.NoFrame"),
        ("level = Qgis.Warning", "Qgis.MessageLevel.Warning"),
        ("kind = QgsMapLayerProxyModel.RasterLayer", "QgsMapLayerProxyModel.Filter.RasterLayer"),
        ("kind = QgsWkbTypes.PolygonGeometry", "QgsWkbTypes.GeometryType.PolygonGeometry"),
    ],
)
def test_each_rule_of_the_script_is_applied(enums, line, instead):
    assert [words for _, words in findings(line, enums)] == [instead]


def test_code_that_works_with_both_is_left_alone(enums):
    text = """
from qgis.PyQt.QtCore import Qt, QVariant
sides = Qt.AlignmentFlag.AlignLeft, Qgis.MessageLevel.Warning, QgsWkbTypes.Type.Unknown
field, width = QgsField("class", QVariant.String), self.width()
dialog.exec()
"""
    assert findings(text, enums) == []
