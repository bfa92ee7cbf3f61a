"""Run by test_with_qgis.py in QGIS's own Python: edits a campaign as a user does while others write to it.

Arguments: the GeoPackage, the first and the last (excluded) number of the tiles to label. Prints "opened", then one
JSON object.
"""

import json
import sqlite3
import sys
import time

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)


def main(path, first, last):
    layers = {name: QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in NAMES}
    found.update(
        {
            "version": Qgis.QGIS_VERSION,
            "valid": [name for name, layer in layers.items() if layer.isValid()],
            "crs": [layers[name].crs().authid() for name in NAMES[:3]],
            "editable": [name for name in NAMES if layers[name].startEditing() and layers[name].rollBack()],
        }
    )
    print("opened", flush=True)
    annotations, tiles = layers["annotations"], layers["tiles"]
    for number in range(first, last):
        commit(tiles, lambda number=number: set_state(tiles, number))
        commit(annotations, lambda number=number: draw(annotations, number))
        read_as_the_plugin_does(path)
    commit(annotations, lambda: split(annotations))
    found["annotations"] = annotations.featureCount()
    found["classes"] = sorted({feature["class"] for feature in annotations.getFeatures()})
    found["sources"] = sorted({feature["source"] for feature in annotations.getFeatures()})
    found["created"] = all(feature["created"].isValid() for feature in annotations.getFeatures())
    found["types"] = sorted({feature.geometry().wkbType() for feature in annotations.getFeatures()})


ATTEMPTS = 100
NAMES = ["tiles", "annotations", "proposals", "rounds", "audits", "audit_strata", "audit_tiles"]


def commit(layer, edit):
    assert layer.startEditing()
    edit()
    # Where another program wrote between QGIS's read and its write, SQLite refuses at once; the edits are kept.
    for _ in range(ATTEMPTS):
        if layer.commitChanges():
            return
        found["repeated"] = found.get("repeated", 0) + 1
        time.sleep(0.05)
    raise AssertionError(layer.commitErrors())


def set_state(tiles, number):
    (tile,) = tiles.getFeatures(f"tile_id = {number}")
    assert tiles.changeAttributeValue(tile.id(), tiles.fields().indexOf("state"), "labelled")


def draw(annotations, number):
    """As the digitising tool does for even numbers (defaults filled in); as a script may for odd ones."""
    square = QgsGeometry.fromPolygonXY([[QgsPointXY(*point) for point in corners(number)]])
    if number % 2:
        feature = QgsFeature(annotations.fields())
    else:
        feature = QgsVectorLayerUtils.createFeature(annotations)
    (geometry,) = square.coerceToType(annotations.wkbType())
    feature.setGeometry(geometry)
    assert annotations.addFeature(feature)


def split(annotations):
    """Cut the first polygon in two, as the split tool does."""
    left, bottom = corners(int(sys.argv[2]))[0]
    line = [QgsPointXY(left + 2, bottom - 5), QgsPointXY(left + 2, bottom + 9)]
    assert annotations.splitFeatures(line) == 0


def corners(number):
    left, bottom = 500000 + 10 * number, 5499900
    return [(left, bottom), (left + 4, bottom), (left + 4, bottom + 4), (left, bottom + 4), (left, bottom)]


def read_as_the_plugin_does(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("SELECT count(*) FROM tiles").fetchall()
    connection.close()


application = QgsApplication([], False)
application.initQgis()
found = {}
main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
print(json.dumps(found))
application.exitQgis()
