"""A separate QGIS process without the plugin: adds annotations to a campaign and saves, repeatedly until it works.

Argument: the GeoPackage. Says ``drawn``, waits for a line, saves, and prints a JSON object of the seconds of each try.
"""

import json
import sys
import time

from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsVectorLayer

POLYGONS = 5
TRIES = 10


def main(path):
    layer = QgsVectorLayer(f"{path}|layername=annotations", "annotations", "ogr")
    assert layer.startEditing()
    for number in range(POLYGONS):
        left = 2_600_000 + 10 * number
        corners = f"{left} 1199990, {left + 5} 1199990, {left + 5} 1199995, {left} 1199990"
        (shape,) = QgsGeometry.fromWkt(f"POLYGON (({corners}))").coerceToType(layer.wkbType())
        feature = QgsFeature(layer.fields())
        feature.setGeometry(shape)
        feature["class"] = "ignore"
        assert layer.addFeature(feature)
    print("drawn", flush=True)
    sys.stdin.readline()
    print(json.dumps(save(layer)), flush=True)


def save(layer):
    seconds = []
    for _ in range(TRIES):
        began = time.monotonic()
        done = layer.commitChanges()
        seconds.append(round(time.monotonic() - began, 1))
        if done:
            return {"seconds": seconds, "saved": True}
        time.sleep(0.5)
    return {"seconds": seconds, "saved": False, "errors": layer.commitErrors()}


application = QgsApplication([], False)
application.initQgis()
main(sys.argv[1])
