"""Copies the features of a QGIS layer to a temporary GeoPackage that a worker can read."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Iterator, Sequence

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsProcessingUtils,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ..alcd_core.errors import InputError
from .process.outcome import EventCallback
from .texts import tr

UNFIT_FOR_FILES = r"[^\w .()-]"
STEP = 500  # features between two checks whether the user has cancelled


@dataclass(frozen=True)
class OwnField:
    """A field of the copy. ``read``: numbers of the source's fields that ``value`` needs of a feature."""

    field: QgsField
    read: Sequence[int]
    value: Callable[[QgsFeature], Any]


@dataclass(frozen=True)
class Features:
    """Features that may be read in any thread. ``read`` iterates over those that the user chose."""

    crs: QgsCoordinateReferenceSystem
    read: Callable[[QgsFeatureRequest], Any]


def layer_features(layer: QgsVectorLayer, selected_only: bool = False) -> Features:
    """A layer's features as they are now, with joined and computed fields. Must be called in the main thread."""
    source, chosen = QgsVectorLayerFeatureSource(layer), layer.selectedFeatureIds()

    def read(request: QgsFeatureRequest) -> Any:
        return source.getFeatures(request.setFilterFids(chosen) if selected_only else request)

    return Features(layer.crs(), read)


def processing_features(source: QgsProcessingFeatureSource) -> Features:
    """All features of an algorithm's input, including invalid ones, which Processing would skip or reject: the worker
    repairs them."""
    flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    return Features(source.sourceCrs(), lambda request: source.getFeatures(request, flag))


@dataclass(frozen=True, eq=False)
class LayerCopy:
    """A temporary GeoPackage for one job: ``path`` exists between ``write`` and ``remove``.

    It contains the geometries of all features and the values of ``own``. Other fields are not written: a GeoPackage
    cannot store all types, and drops features whose ``fid`` is not unique. ``name``: the layer's, for messages.
    """

    name: str
    features: Features
    own: Sequence[OwnField]
    path: str

    def write(self, on_event: EventCallback, is_cancelled: Callable[[], bool]) -> None:
        """Write the file, in the thread that runs the job; it is incomplete if the job is cancelled meanwhile.

        Raises InputError if there are no features, or if one could not be written.
        """
        # Counted one by one: some services only estimate how many they have, and a broken connection ends silently.
        present = sum(1 for _ in self._read(_without_contents(), is_cancelled))
        problem = self._write(present, on_event, is_cancelled)
        if is_cancelled():
            return
        if problem:
            raise InputError(tr("The layer {} could not be written to a file: {}").format(self.name, problem))
        if present == 0:
            message = tr("The layer {} has no usable features.").format(self.name)
            raise InputError(message, tr("Check its filter and selection."))
        stored = _stored(self.path)
        if stored < present:
            message = tr("Of the {} features of the layer {}, only {} could be written to a file.")
            hint = tr("Save it as a GeoPackage first (Export > Save Features As).")
            raise InputError(message.format(present, self.name, stored), hint)
        words = tr("Copied {} of {} features of the layer {}.").format(stored, present, self.name)
        on_event({"event": "message", "message": words})

    def remove(self) -> None:
        """Remove the file, and the folder of its own that QGIS made for it."""
        shutil.rmtree(Path(self.path).parent, ignore_errors=True)

    def _write(self, present: int, on_event: EventCallback, is_cancelled: Callable[[], bool]) -> str:
        """Write the features; returns what went wrong, if anything."""
        fields = QgsFields()
        for one in self.own:
            fields.append(one.field)
        options = QgsVectorFileWriter.SaveVectorOptions()
        any_type, context = QgsWkbTypes.Type.Unknown, QgsCoordinateTransformContext()
        writer = QgsVectorFileWriter.create(self.path, fields, any_type, self.features.crs, context, options)
        request = QgsFeatureRequest().setSubsetOfAttributes([number for one in self.own for number in one.read])
        words = tr("Copying the layer {}").format(self.name)
        for number, feature in enumerate(self._read(request, is_cancelled)):
            copy = QgsFeature(fields)
            copy.setGeometry(feature.geometry())
            copy.setAttributes([one.value(feature) for one in self.own])
            writer.addFeature(copy, QgsFeatureSink.Flag.FastInsert)
            if number % STEP == 0:
                on_event({"event": "progress", "fraction": min(number / max(present, 1), 1.0), "message": words})
        problem = str(writer.errorMessage()) if writer.hasError() else ""
        del writer  # closes the file
        return problem

    def _read(self, request: QgsFeatureRequest, is_cancelled: Callable[[], bool]) -> Iterator[QgsFeature]:
        """The features until the user cancels."""
        for number, feature in enumerate(self.features.read(request)):
            if number % STEP == 0 and is_cancelled():
                return
            yield feature


def layer_copy(features: Features, name: str, own: Sequence[OwnField]) -> LayerCopy:
    """The copy of a layer that a job needs, not written yet. Raises InputError if the layer has no CRS."""
    if not features.crs.isValid():
        raise InputError(tr("The layer {} has no CRS.").format(name), tr("Set it first (Layer > Set CRS of Layer)."))
    path = QgsProcessingUtils.generateTempFilename(f"{re.sub(UNFIT_FOR_FILES, '_', name) or 'layer'}.gpkg")
    return LayerCopy(name, features, own, path)


def _stored(path: str) -> int:
    """How many features the finished file has. With GDAL, since layers of QGIS belong to the main thread."""
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
    except RuntimeError:  # if another plugin has enabled GDAL's exceptions
        return 0
    return dataset.GetLayer(0).GetFeatureCount() if dataset is not None and dataset.GetLayerCount() else 0


def _without_contents() -> QgsFeatureRequest:
    return QgsFeatureRequest().setSubsetOfAttributes([]).setFlags(QgsFeatureRequest.Flag.NoGeometry)
