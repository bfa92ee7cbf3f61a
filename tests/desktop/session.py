"""Runs inside the real desktop of QGIS (``qgis --code session.py``): installs the plugin's zip as a user does, works
with it, unloads it, loads it again, and writes what it saw to ``report.json`` in the folder ALCD_TEST_FOLDER, with
pictures beside."""

import json
import os
import traceback
from pathlib import Path

import pyplugin_installer
from qgis import utils
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsRenderContext, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QLineEdit, QTreeView, QWidget
from qgis.utils import iface

FOLDER = Path(os.environ["ALCD_TEST_FOLDER"])
report = {}


def wait(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    (loop.exec if hasattr(loop, "exec") else loop.exec_)()


def picture(name, widget):
    widget.grab().save(str(FOLDER / f"{name}.png"))


def traces():
    """Everything that a plugin can leave behind."""
    wait(300)
    # What is to be deleted later goes when the main event loop is back; here it goes now.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window = iface.mainWindow()
    return {
        "providers": sorted(provider.id() for provider in QgsApplication.processingRegistry().providers()),
        "docks": sorted(dock.objectName() for dock in window.findChildren(QDockWidget)),
        "actions": sorted(action.text() for action in window.findChildren(QAction) if is_ours(action)),
        "settings": sorted(key for key in QgsSettings().allKeys() if key.startswith("alcd")),
        "tasks": QgsApplication.taskManager().count(),
        "options": options_pages(),
    }


def is_ours(action):
    """Menu entries without submenus: QGIS removes an empty one from its menu, but keeps the object."""
    return "ALCD" in action.text().upper() and action.menu() is None


def options_pages():
    """Our pages in the options dialog, with a picture of it."""
    seen = {"pages": None}

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(200, look)
            return
        names = {type(widget).__name__ for widget in dialog.findChildren(QWidget)}
        seen["pages"] = sorted(names & {"OptionsPage"})
        picture(f"options_{len(list(FOLDER.glob('options_*.png')))}", dialog)
        dialog.reject()

    QTimer.singleShot(500, look)
    iface.showOptionsDialog(iface.mainWindow(), "ALCD")
    return seen["pages"]


def show_toolbox():
    dock = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    dock.show()
    dock.raise_()
    dock.setMinimumWidth(420)
    for line in dock.findChildren(QLineEdit):
        line.setText("alcd")
    for tree in dock.findChildren(QTreeView):
        tree.expandAll()
    wait(800)
    picture("toolbox", dock)


def show_dialog(algorithm):
    import processing

    dialog = processing.createAlgorithmDialog(algorithm, {})
    dialog.show()
    wait(800)
    picture(algorithm.replace(":", "_"), dialog)
    dialog.close()
    dialog.deleteLater()


def options_at_work():
    """What the options page saves, reports and does."""
    from alcd.bridge.settings import Settings, load_settings
    from alcd.ui.options import OptionsPage

    before = load_settings()
    page = OptionsPage()
    page.device_combo.setCurrentIndex(page.device_combo.findData("cuda"))
    page.weights_combo.setCurrentIndex(page.weights_combo.findData("file"))
    page.weights_file.setFilePath("/a/file.safetensors")
    page.apply()
    kept = load_settings()
    page.check_button.click()
    found = {"busy": page.cancel_button.isEnabled() and not page.check_button.isEnabled()}
    for _ in range(2400):
        wait(100)
        if OptionsPage.running is None:
            break
    found["devices"] = page.devices_label.text()
    found["said"] = page.progress_label.text()
    page.python_file.setFilePath("")
    found["without_python"] = page.state_label.text()
    picture("options_page", page)
    before.save()
    page.deleteLater()
    return {**found, "kept": kept == Settings(before.python, "", "", "cuda", "/a/file.safetensors")}


def batch_dialog():
    """Whether the batch dialog shows a row for each parameter."""
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("alcd:polygons")
    dialog = BatchAlgorithmDialog(algorithm, iface.mainWindow())
    dialog.show()
    wait(500)
    picture("batch", dialog)
    dialog.close()
    dialog.deleteLater()
    return True


def from_rasters_to_polygons():
    """Run the algorithms as a user does; results are loaded and styled."""
    import processing

    project = QgsProject.instance()
    layers = {name: QgsRasterLayer(str(FOLDER / f"{name}.tif"), name) for name in ("before", "after")}
    reference = QgsVectorLayer(str(FOLDER / "reference.geojson"), "reference")
    project.addMapLayers([*layers.values(), reference])
    campaign = str(FOLDER / "place.alcd")
    network = {"encoder": "resnet18", "encoder_depth": 3, "encoder_weights": "none"}
    small = {"tile_size": 64, "overlap": 0}
    run = processing.runAndLoadResults
    run("alcd:create", {"campaign": campaign, "before": layers["before"], "after": layers["after"], **small})
    run("alcd:label", {"campaign": campaign, "reference": reference, "tiles": "1,2"})
    run("alcd:train", {"campaign": campaign, "epochs": 1, "members": 2, **network})
    run("alcd:query", {"campaign": campaign, "count": 2, "tiles": str(FOLDER / "tiles.gpkg")})
    run("alcd:predict", {"campaign": campaign, "output": str(FOLDER / "probability.tif")})
    run("alcd:polygons", {"campaign": campaign, "threshold": 0.1, "output": str(FOLDER / "changes.gpkg")})
    wait(1500)
    iface.mapCanvas().zoomToFullExtent()
    wait(1500)
    picture("window", iface.mainWindow())
    return {layer.name(): renderer_words(layer) for layer in project.mapLayers().values()}


def renderer_words(layer):
    if isinstance(layer, QgsVectorLayer):
        return layer.renderer().symbols(QgsRenderContext())[-1].symbolLayer(0).strokeColor().name()
    return layer.renderer().type()


def main():
    pyplugin_installer.instance().installFromZipFile(os.environ["ALCD_TEST_ZIP"])
    report["installed"] = "alcd" in utils.plugins
    show_toolbox()
    show_dialog("alcd:create")
    show_dialog("alcd:train")
    report["loaded"] = traces()
    report["options"] = options_at_work()
    report["batch"] = batch_dialog()
    report["layers"] = from_rasters_to_polygons()
    report["unloaded_well"] = utils.unloadPlugin("alcd")
    report["unloaded"] = traces()
    utils.updateAvailablePlugins()
    report["loaded_again_well"] = utils.loadPlugin("alcd") and utils.startPlugin("alcd")
    report["loaded_again"] = traces()
    utils.unloadPlugin("alcd")
    report["unloaded_again"] = traces()


def session():
    try:
        main()
    except Exception:  # noqa: BLE001  # the test reads it in the report
        report["error"] = traceback.format_exc()
    (FOLDER / "report.json").write_text(json.dumps(report, indent=1))
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


QTimer.singleShot(2000, session)
