"""Run as a program, ``served_project.py PROJECT RASTER...``: writes a QGIS project that publishes rasters of EPSG:3857
as layers of WMS, WMTS and WCS with the names of their files."""

import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer


def main(path, rasters):
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    layers = [QgsRasterLayer(raster, Path(raster).stem) for raster in rasters]
    project.addMapLayers(layers)
    project.writeEntry("WMSCrsList", "/", ["EPSG:3857"])
    names = [layer.id() for layer in layers]
    for scope, key in (("WMTSLayers", "Layer"), ("WMTSPngLayers", "Layer"), ("WCSLayers", "/")):
        project.writeEntry(scope, key, names)
    written = project.write(path)
    os._exit(0 if written else 1)  # QGIS sometimes crashes when it ends


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
