"""Runs inside the real desktop of QGIS: a batch in its dialog, the worker's environment by the buttons of the options.

ALCD_TEST_WHEELS: the folder of wheels that the user names in the options; without it the registry is asked.
"""

import os
import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(os.environ["ALCD_TEST_CODE"])))

from driver import (
    FOLDER,
    answer_dialog,
    arrange,
    choose_file,
    click,
    photograph,
    picture,
    report,
    run,
    until,
    wait,
    write,
)
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QTreeView,
)
from qgis.utils import iface

TRAINED_EPOCHS = 500  # longer than the time until the cancel
WHEELS = os.environ.get("ALCD_TEST_WHEELS", "")


def session():
    arrange()
    report["made"] = in_batch_dialog("Create campaign", make_campaigns)
    report["cancelled"] = in_batch_dialog("Train", cancel_training)
    answer_dialog(set_up)
    iface.showOptionsDialog(iface.mainWindow(), "ALCD")


def in_batch_dialog(name, work):
    """``work(dialog)`` in the batch dialog of an algorithm, from the toolbox; returns what it returns.

    Each dialog opens in an event loop of its own, so what is done in it is called by a timer.
    """
    results = []

    def in_batch(dialog):
        results.append(work(dialog))
        dialog.close()

    def in_single(dialog):
        when_open("BatchAlgorithmDialog", in_batch)
        click(button(dialog, "Run as Batch"))

    dock = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    dock.show()
    write(dock.findChild(QLineEdit), name)
    tree = dock.findChild(QTreeView)
    wait(500)
    index = next(index for index in leaves(tree.model()) if index.data() == name)
    tree.scrollTo(index)
    place = tree.visualRect(index).center()
    when_open("AlgorithmDialog", in_single)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    until(lambda: results or "error" in report, f"no batch dialog of {name}")
    if not results:
        raise RuntimeError(report["error"])
    return results[0]


def when_open(kind, work, tries=200):
    """``work(dialog)`` soon after a window of this class is on the screen."""
    dialog = window(kind)
    if dialog is not None:
        try:
            work(dialog)
        except Exception:  # noqa: BLE001 - QGIS would show it, and the session wait for ever
            photograph("no_work")
            report["error"] = traceback.format_exc()
            dialog.reject()
    elif tries:
        QTimer.singleShot(100, lambda: when_open(kind, work, tries - 1))


def leaves(model, parent=None):
    parent = model.index(-1, -1) if parent is None else parent
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from leaves(model, index)


def window(kind):
    """The visible window of this class."""
    found = [one for one in QApplication.topLevelWidgets() if type(one).__name__ == kind and one.isVisible()]
    return found[-1] if found else None


def button(parent, text):
    return next(one for one in parent.findChildren(QPushButton) if one.text().replace("&", "").startswith(text))


def fill(table, row, values):
    """Type into the cells of a row, or choose files in their dialogs; by the titles of the columns."""
    titles = [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]
    for title, value in values.items():
        column = next(number for number, name in enumerate(titles) if name.startswith(title))
        table.scrollTo(table.model().index(row, column))
        cell = table.cellWidget(row, column)
        layers = cell.findChild(QComboBox)
        if layers is not None:
            choose_raster(cell, layers, value)
        else:
            write(cell if isinstance(cell, (QAbstractSpinBox, QLineEdit)) else cell.findChild(QLineEdit), str(value))


def choose_raster(cell, layers, path):
    when_open("QFileDialog", choose_file(path))
    click(cell.findChild(QToolButton))
    until(lambda: path.name in layers.currentText() or path.stem in layers.currentText(), f"{path} was not chosen", 10)


def log_of(dialog):
    return "\n".join(field.toPlainText() for field in dialog.findChildren(QTextEdit))


def make_campaigns(dialog):
    """Two campaigns in one batch, and between them one whose raster is invalid."""
    panel = dialog.mainWidget()
    click(panel.btnAdd)
    click(panel.btnAdd)
    click(panel.btnAdvanced)
    for row, name in enumerate(("north.alcd", "wrong.alcd", "south.alcd"), start=1):
        after = "letter.tif" if name == "wrong.alcd" else "after.tif"
        files = {"Campaign": FOLDER / name, "Before": FOLDER / "before.tif", "After": FOLDER / after}
        fill(panel.tblParameters, row, {**files, "Tile size": 64, "Overlap": 0})
    picture("batch_filled")
    click(button(dialog, "Run"))
    until(lambda: "Batch execution completed" in log_of(dialog), "the batch did not end")
    picture("batch_done")
    said = log_of(dialog)
    return {"succeeded": said.count("correctly executed"), "failed": said.count("failed…"), "log": said}


def cancel_training(dialog):
    """A training that the user cancels with the dialog's button."""
    panel = dialog.mainWidget()
    click(panel.btnAdvanced)
    values = {"Campaign": FOLDER / "labelled.alcd", "Epochs": TRAINED_EPOCHS, "Encoder": "resnet18"}
    fill(panel.tblParameters, 1, values)
    pressed = []

    def press_cancel():
        if f"of {TRAINED_EPOCHS}" in log_of(dialog):
            picture("batch_cancelled")
            pressed.append(dialog.cancelButton().isEnabled())
            click(dialog.cancelButton())
        else:
            QTimer.singleShot(200, press_cancel)

    QTimer.singleShot(200, press_cancel)
    click(button(dialog, "Run"))
    until(
        lambda: pressed and not dialog.cancelButton().isEnabled() and "xecution c" in log_of(dialog),
        "the batch did not end",
    )
    return {"pressed": pressed, "log": log_of(dialog)}


def set_up(dialog):
    """In QGIS's options: set up, look, remove again."""
    from alcd.ui.options import OptionsPage
    from alcd.ui.widgets import torch_builds

    page = dialog.findChild(OptionsPage)
    write(page.python_file.findChild(QLineEdit), "")
    report["before"] = page.state_label.text()
    if WHEELS:
        write(page.wheels_file.findChild(QLineEdit), WHEELS)
    picture("set_up_before")
    words = []
    if not WHEELS:
        torch_builds.QMessageBox.question = lambda *_: torch_builds.QMessageBox.StandardButton.Yes
    click(page.install_button)
    OptionsPage.running.progressed.connect(lambda _, message: words.append(message))
    picture("set_up_running", settle=1500)
    report["busy"] = not page.install_button.isEnabled() and page.cancel_button.isEnabled()
    until(lambda: OptionsPage.running is None, "the set-up did not end")
    picture("set_up_done")
    report["after"] = page.state_label.text()
    report["devices"] = page.devices_label.text()
    report["words"] = words
    report["said"] = page.progress_label.text()
    report["can run"] = QgsApplication.processingRegistry().createAlgorithmById("alcd:create").canExecute()
    click(page.remove_button)
    until(lambda: OptionsPage.running is None, "the removal did not end")
    report["removed"] = page.state_label.text()
    click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))


run(session)
