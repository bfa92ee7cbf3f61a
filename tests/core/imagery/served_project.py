"""Run as a program, ``served_project.py PROJECT RASTER...``: writes a QGIS project that publishes rasters of EPSG:3857
as WMS layers with the names of their files."""

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
    written = project.write(path)
    project.clear()
    sys.exit(0 if written else 1)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
