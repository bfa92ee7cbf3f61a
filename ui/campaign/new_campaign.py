"""Turns the choices in the form for a new campaign into job parameters."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsMapLayer, QgsRasterLayer, QgsVectorLayer

from ...alcd_core.errors import InputError
from ...bridge.texts import tr
from ...toolbox.layers import is_automatic, layer_nodata, raster_file, vector_file


def grid_values(
    before: Optional[QgsRasterLayer],
    after: Optional[QgsRasterLayer],
    aoi: Optional[QgsVectorLayer],
    more: Dict[str, Any],
    selected_only: bool = False,
) -> Dict[str, Any]:
    """Parameters of ``preview`` and ``create``. ``selected_only``: only the selected features of ``aoi`` count.

    Raises InputError if a layer is missing or cannot be used.
    """
    if before is None or after is None:
        raise InputError(tr("Choose an orthophoto for each date."))
    if before.id() == after.id():
        raise InputError(tr("Both dates use the same layer."), tr("Choose two different layers."))
    values: Dict[str, Any] = {"before": raster_file(before), "after": raster_file(after), **more}
    for name, layer in (("nodata_before", before), ("nodata_after", after)):
        value = layer_nodata(layer) if is_automatic(more, name) else None
        if value is not None:
            values[name] = value
    if aoi is not None:
        values["aoi"] = vector_file(aoi, selected_only)
    return values


def campaign_folder(folder: str, name: str) -> Path:
    """The campaign's folder. Raises InputError if the name is missing or invalid, the parent folder is missing, or the
    campaign's folder already exists."""
    name = name.strip()
    if not name or name.startswith(".") or re.search(r'[\\/:*?"<>|]', name):
        raise InputError(tr("The campaign's name must be usable as a folder name."))
    if not folder or not Path(folder).is_dir():
        raise InputError(tr("Choose the folder in which to create the campaign."))
    path = Path(folder) / f"{name}.alcd"
    if path.exists():
        raise InputError(tr("{} already exists.").format(path.name), tr("Choose another name."))
    return path


def suggested_name(before: Optional[QgsMapLayer], after: Optional[QgsMapLayer]) -> str:
    """A name from the layers' names: their common beginning, or else both."""
    if before is None or after is None:
        return ""
    first, second = before.name(), after.name()
    common = _common_start(first, second).rstrip("0123456789").rstrip("_- .")  # no digits: they would be part of a year
    return common if len(common) >= 3 else f"{first} - {second}"


def suggested_folder(layer: Optional[QgsMapLayer]) -> str:
    """The folder of the layer's file if it is writable; otherwise an empty string."""
    source = layer.source().split("|")[0] if layer is not None and layer.providerType() == "gdal" else ""
    folder = Path(source).parent
    return str(folder) if source and Path(source).is_file() and os.access(folder, os.W_OK) else ""


def _common_start(first: str, second: str) -> str:
    length = next((i for i, (a, b) in enumerate(zip(first, second)) if a != b), min(len(first), len(second)))
    return first[:length]
