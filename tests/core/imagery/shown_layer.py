"""Run as a program, ``shown_layer.py PROVIDER SOURCE LEFT TOP PIXEL SIDE FILE``: saves how QGIS shows a layer, as an
array (3, SIDE, SIDE) uint8."""

import os
import sys

import numpy as np
from qgis.core import QgsApplication, QgsMapRendererSequentialJob, QgsMapSettings, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

DPI = 25.4 / 0.28  # of the standardised pixels of a WMTS


def main(provider, source, left, top, pixel, side, file):
    application = QgsApplication([], False)
    application.initQgis()
    layer = QgsRasterLayer(source, "shown", provider)
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(side, side))
    settings.setOutputDpi(DPI)
    settings.setExtent(QgsRectangle(left, top - side * pixel, left + side * pixel, top))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(QImage.Format.Format_RGB888)
    bits = image.constBits()
    bits.setsize(image.bytesPerLine() * side)
    rows = np.frombuffer(bytes(bits), np.uint8).reshape(side, -1)
    np.save(file, rows[:, : 3 * side].reshape(side, side, 3).transpose(2, 0, 1))
    os._exit(0 if layer.isValid() else 1)  # QGIS sometimes crashes when it ends


if __name__ == "__main__":
    main(*sys.argv[1:3], *map(float, sys.argv[3:6]), int(sys.argv[6]), sys.argv[7])
