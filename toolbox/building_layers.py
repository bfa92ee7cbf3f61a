"""The ids of a layer of buildings, in a file that a worker can read; main thread only."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.core import QgsVectorLayer

from .layers import ID_FIELD, OWN_IDS, vector_file


def building_values(layer: QgsVectorLayer, field: str = "") -> Dict[str, Optional[str]]:
    """Values of the parameters ``buildings`` and ``building_id`` of the job ``polygons``.

    ``field``: the field with the ids; empty for the features' own ids. The file is the layer's own if it contains
    exactly these features and ids, otherwise a temporary one. Raises InputError like ``vector_file``.
    """
    ids = ids_of(layer, field)
    path = vector_file(layer, ids=ids)
    return {"buildings": path, "building_id": (ids or None) if path == layer.source() else ID_FIELD}


def ids_of(layer: QgsVectorLayer, field: str) -> str:
    """The field, or OWN_IDS if it contains the features' own ids: GDAL does not count those of a GeoPackage among the
    fields."""
    return OWN_IDS if layer.fields().lookupField(field) in layer.primaryKeyAttributes() else field
