"""Vector layers named as users and QGIS name them: ``FILE|layername=NAME|subset=CONDITION``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ..errors import InputError
from ..rooted_path import rooted
from .gdal_library import gdal, ogr, quiet, require_proj

_KEY = re.compile(
    r"\|(?=(?:layername|layerid|geometrytype|uniqueGeometryType|subset|authcfg|option:[^|=]+)=)", re.IGNORECASE
)
_UNKNOWN = re.compile(r"\|([A-Za-z]+)=")
_AREAS = ("polygon", "multipolygon", "curvepolygon", "multisurface", "triangle", "tin", "polyhedralsurface")
_COLLECTION = "geometrycollection"
AT_ONCE = 100
"""Features that are fetched between two checks for errors."""
_LOCKED = ("database is locked", "lock", "sharing violation")


@dataclass(frozen=True)
class LayerPath:
    """The parts of a QGIS layer source. ``name`` or ``number`` selects the layer, ``condition`` (SQL) its features;
    ``collections``: True for only geometry collections, False for none of them, None for both; ``options``: open
    options of GDAL's driver."""

    file: str
    name: str | None = None
    number: int | None = None
    condition: str | None = None
    collections: bool | None = None
    options: tuple[str, ...] = ()


def layer_path(text: str) -> LayerPath:
    """Parse a layer source as QGIS's OGR provider writes it.

    Raises InputError for what only QGIS can resolve (an unknown key, a full SQL statement, a stored login) and for
    layers of points or lines.
    """
    if os.path.exists(text):  # noqa: PTH110  # a file may be called anything
        return LayerPath(text)
    file, *parts = _parts(text)
    _refuse_unknown(text, file)
    values = {key.lower(): value for key, _, value in (part.partition("=") for part in parts)}
    options = tuple(part.partition(":")[2] for part in parts if part.lower().startswith("option:"))
    if "authcfg" in values:
        hint = "Export the layer to a GeoPackage first (Export > Save Features As)."
        raise InputError(f"{text} needs a login that is stored in QGIS (authcfg).", hint)
    return LayerPath(
        file,
        values.get("layername") or None,
        _number(text, values.get("layerid")),
        _condition(text, values.get("subset")),
        _collections(text, values.get("geometrytype")),
        options,
    )


@dataclass(frozen=True)
class OpenedLayer:
    """An open layer and the parsed path that names it."""

    layer: ogr.Layer
    path: LayerPath


@contextmanager
def opened_layer(text: str) -> Iterator[OpenedLayer]:
    """The polygon layer that ``text`` names, with its condition applied.

    Raises InputError if the file or layer is missing, unreadable or locked, or contains no polygons.
    """
    path = layer_path(text)
    try:
        with quiet():
            flags = gdal.OF_VECTOR | gdal.OF_READONLY | gdal.OF_VERBOSE_ERROR
            dataset = gdal.OpenEx(rooted(path.file), flags, open_options=list(path.options))
    except RuntimeError as error:
        raise _cannot_open(path.file, str(error)) from error
    layer = _chosen_layer(path, [dataset.GetLayer(index) for index in range(dataset.GetLayerCount())])
    if path.condition is not None:
        _filter(layer, path)
    yield OpenedLayer(layer, path)


def missing_fields_warning(file: str) -> list[str]:
    """A warning if a shapefile comes without its attribute table: GDAL reads its shapes all the same."""
    shapes = Path(file)
    is_alone = shapes.suffix.lower() == ".shp" and not any(shapes.with_suffix(end).exists() for end in (".dbf", ".DBF"))
    if not (is_alone and shapes.is_file()):
        return []
    return [f"{file} came without its .dbf: there are no fields, so no polygon is marked as ignored."]


def features_of(path: str, layer: ogr.Layer) -> Iterator[ogr.Feature]:
    """The layer's features. Raises InputError if the file is damaged or truncated."""
    while True:
        try:
            with quiet():
                features = list(islice(iter(layer.GetNextFeature, None), AT_ONCE))
        except RuntimeError as error:
            raise cannot_read_on(path, error) from error
        if not features:
            return
        yield from features


def is_area(kind: int) -> bool:
    """Whether a flattened OGR geometry type is a surface, including the surfaces of solids."""
    return bool(ogr.GT_IsSubClassOf(kind, ogr.wkbSurface) or ogr.GT_IsSubClassOf(kind, ogr.wkbMultiSurface))


def _parts(text: str) -> list[str]:
    """The file and the suffixes behind it; a condition comes last and may contain anything."""
    head, mark, condition = re.compile(r"\|subset=", re.IGNORECASE).split(text, maxsplit=1), "subset=", None
    if len(head) == 2:
        condition = mark + head[1]
    return [*_KEY.split(head[0]), *([condition] if condition else [])]


def _refuse_unknown(text: str, file: str) -> None:
    unknown = _UNKNOWN.search(file)
    if unknown:
        raise InputError(
            f"In {text} the key {unknown[1]} is not supported.",
            "Supported keys are layername, layerid, geometrytype, subset and option:NAME.",
        )


def _number(text: str, value: str | None) -> int | None:
    if value is None or not value:
        return None
    if not value.isdigit():
        raise InputError(f"In {text} the layerid {value!r} is not a number.", "Write it as in |layerid=0.")
    return int(value)


def _condition(text: str, value: str | None) -> str | None:
    if value is None or not value.strip():
        return None
    if re.match(r"\s*select\b", value, re.IGNORECASE):
        raise InputError(
            f"{text} is filtered by a full SQL statement.",
            'Give a condition, such as |subset="kind" = 3, or export the layer to a GeoPackage first.',
        )
    return value


def _collections(text: str, value: str | None) -> bool | None:
    """True for geometry collections, False for plain polygons, None for both."""
    if not value:
        return None
    kind = re.sub(r"(25d|zm|z|m)$", "", value.lower()) if value.lower() not in _AREAS else value.lower()
    if kind == _COLLECTION:
        return True
    if kind not in _AREAS:
        raise InputError(f"{text} names features of the type {value}, not polygons.", "Give a layer of polygons.")
    return False


def _chosen_layer(path: LayerPath, layers: list[ogr.Layer]) -> ogr.Layer:
    names = ", ".join(layer.GetName() for layer in layers)
    if path.name is not None:
        exact = [layer for layer in layers if layer.GetName() == path.name]
        layers = exact or [layer for layer in layers if layer.GetName().lower() == path.name.lower()]
        if not layers:
            raise InputError(
                f"{path.file} has no layer {path.name!r}; its layers: {names or 'none'}.", "Choose an existing layer."
            )
        return layers[0]
    if path.number is not None:
        if path.number >= len(layers):
            raise InputError(
                f"{path.file} has no layer number {path.number}; it has {len(layers)}.", "Layers are counted from 0."
            )
        return layers[path.number]
    with_polygons = [layer for layer in layers if _may_contain_polygons(path.file, layer, alone=len(layers) == 1)]
    if not with_polygons:
        raise InputError(f"{path.file} contains no polygons.", "Give a layer of polygons.")
    if len(with_polygons) > 1:
        names = ", ".join(layer.GetName() for layer in with_polygons)
        raise InputError(f"{path.file} has several layers: {names}.", f'Name one: "{path.file}|layername=NAME".')
    return with_polygons[0]


def _may_contain_polygons(path: str, layer: ogr.Layer, alone: bool) -> bool:
    """Decided by the declared type; a layer without one is searched for a polygon unless it is the only layer."""
    kind = ogr.GT_Flatten(layer.GetGeomType())
    if kind not in (ogr.wkbUnknown, ogr.wkbGeometryCollection):
        return is_area(kind)
    found = alone or any(_contains_area(feature.GetGeometryRef()) for feature in features_of(path, layer))
    layer.ResetReading()
    return found


def _contains_area(geometry: ogr.Geometry | None) -> bool:
    if geometry is None:
        return False
    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if kind == ogr.wkbGeometryCollection:
        return any(_contains_area(geometry.GetGeometryRef(index)) for index in range(geometry.GetGeometryCount()))
    return is_area(kind)


def _filter(layer: ogr.Layer, path: LayerPath) -> None:
    try:
        with quiet():
            layer.SetAttributeFilter(path.condition)
            layer.GetNextFeature()  # databases evaluate the condition only now
            layer.ResetReading()
    except RuntimeError as error:
        raise InputError(
            f"The condition {path.condition} does not fit the layer {layer.GetName()} of {path.file} ({_line(error)}).",
            "Check its field names; the command line supports OGR's SQL, not QGIS's expressions.",
        ) from error


def _cannot_open(path: str, reason: str) -> InputError:
    require_proj()
    line = reason.strip().split("\n", maxsplit=1)[0]
    file = Path(path)
    if not file.exists():
        is_file = not path.startswith("/vsi") and not re.match(r"[A-Za-z0-9_]{2,}:", path)
        message = f"{path} does not exist." if is_file else f"{path} cannot be opened ({line})."
        return InputError(message, "Check the path.")
    if any(word in line.lower() for word in _LOCKED):
        return _locked(path, line)
    if not os.access(file, os.R_OK):
        return InputError(f"You do not have permission to read {path}.", "Ask its owner for read access.")
    if path.lower().endswith(".shp"):
        hint = "A shapefile's parts (.shx, .dbf, .prj) belong beside it: copy them as well."
        return InputError(f"{path} cannot be read as a vector layer ({line}).", hint)
    packed = {".zip": f"/vsizip/{path}/FILE", ".gz": f"/vsigzip/{path}"}.get(file.suffix.lower())
    hint = f"Unpack it, or name the file in it: {packed}." if packed else "Give a GeoPackage or GeoJSON."
    return InputError(f"{path} cannot be read as a vector layer ({line}).", hint)


def cannot_read_on(path: str, error: Exception) -> InputError:
    """The error for a file that turns out truncated, or is locked, while it is read."""
    if any(word in str(error).lower() for word in _LOCKED[:1]):
        return _locked(path, _line(error))
    return InputError(f"{path} cannot be read to its end ({error}).", "Copy the file again.")


def _locked(path: str, line: str) -> InputError:
    return InputError(
        f"{path} is locked by another program ({line}).", "Save and close it there, or wait, then start again."
    )


def _line(error: Exception) -> str:
    return str(error).strip().split("\n", maxsplit=1)[0]
