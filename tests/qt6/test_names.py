"""Every Qt and QGIS name in the plugin exists in the installed QGIS, and every Qt name under Qt 6."""

import pytest

from tests.qt6.chains import chains_of, plugin_files

FROM_THE_SHIM = {
    # PyQt6 has QAction in QtGui; qgis.PyQt offers it in QtWidgets with both.
    ("qgis.PyQt.QtWidgets", "QAction"),
    # The type of a field. QGIS 3.22 accepts no QMetaType. PyQt6 has no QVariant.Type; qgis.PyQt adds the values of
    # QMetaType.Type to QVariant under the old names. QGIS's migration script, too, wants them without ``Type``.
    ("qgis.PyQt.QtCore", "QVariant.String"),
    ("qgis.PyQt.QtCore", "QVariant.LongLong"),
}


@pytest.fixture(scope="module")
def chains():
    return [chain for file in plugin_files() for chain in chains_of(file)]


def missing(asked, chains, qt, **more):
    names = sorted({(chain.module, chain.names) for chain in chains})
    return {(module, found): why for module, found, why in asked("look_up.py", qt, given=names, **more)}


def written(folder, text):
    file = folder / "module.py"
    file.write_text(text, "utf-8")
    return [(chain.module, chain.names, chain.place) for chain in chains_of(file)]


def test_all_qt_names_exist_under_qt_6(asked, chains):
    of_qt = [chain for chain in chains if chain.module.startswith("qgis.PyQt")]
    assert len({chain.names for chain in of_qt}) > 100
    assert set(missing(asked, of_qt, "PyQt6")) == FROM_THE_SHIM


def test_all_names_exist_in_the_installed_qgis(asked, chains):
    pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")
    assert {chain.module for chain in chains} >= {"qgis.core", "qgis.gui", "qgis.PyQt.QtCore"}
    wrong = missing(asked, chains, "qgis.PyQt", of_qgis=True)
    assert set(wrong) - FROM_THE_SHIM == set(), wrong


def test_unscoped_enum_values_are_found(asked, tmp_path):
    pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")
    written(
        tmp_path,
        "from qgis.core import Qgis, QgsTask\nfrom qgis.PyQt.QtCore import Qt\n"
        "wrong = Qgis.Info, QgsTask.CanCancel, Qt.AlignLeft\n"
        "right = Qgis.MessageLevel.Info, QgsTask.Flag.CanCancel, Qt.AlignmentFlag.AlignLeft\n",
    )
    found = chains_of(tmp_path / "module.py")
    wrong = {names for _, names in missing(asked, found, "qgis.PyQt", of_qgis=True)}
    assert wrong == {"Qgis.Info", "QgsTask.CanCancel", "Qt.AlignLeft"}


def test_names_that_qt_6_moved_or_dropped_are_found(asked, tmp_path):
    text = (
        "from qgis.PyQt.QtCore import QRegExp, Qt\nfrom qgis.PyQt.QtWidgets import QDesktopWidget, QShortcut\n"
        "Qt.MidButton\n"
    )
    written(tmp_path, text)
    wrong = {names for _, names in missing(asked, chains_of(tmp_path / "module.py"), "PyQt6")}
    assert wrong == {"QRegExp", "QDesktopWidget", "QShortcut", "Qt.MidButton"}


def test_chains_are_followed_through_variables_and_calls(tmp_path):
    text = """
from qgis.PyQt import QtWidgets
from qgis.PyQt.QtCore import Qt as Q

def ask():
    buttons, one = QtWidgets.QMessageBox.StandardButton, 1
    return buttons.Ok | one, Q.Key(3).name

def other(buttons):
    return buttons.Nothing, Q.Key.Key_N
"""
    assert written(tmp_path, text) == [
        ("qgis.PyQt", "QtWidgets", "module.py:2"),
        ("qgis.PyQt.QtCore", "Qt", "module.py:3"),
        ("qgis.PyQt", "QtWidgets.QMessageBox.StandardButton", "module.py:6"),
        ("qgis.PyQt", "QtWidgets.QMessageBox.StandardButton.Ok", "module.py:7"),
        ("qgis.PyQt.QtCore", "Qt.Key", "module.py:7"),
        ("qgis.PyQt.QtCore", "Qt.Key.Key_N", "module.py:10"),
    ]
