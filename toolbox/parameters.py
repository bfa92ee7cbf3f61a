"""QGIS parameters from a job's parameter descriptions."""

from __future__ import annotations

from typing import Any, Callable, Dict

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsUnitTypes,
)

from ..alcd_core.jobs.job import Kind, ParameterInfo
from ..bridge.texts import tr

CAMPAIGN_KINDS = (Kind.CAMPAIGN, Kind.NEW_CAMPAIGN)
LAYER_KINDS = (Kind.RASTER, Kind.RASTERS, Kind.VECTOR)
DESTINATION_KINDS = (
    Kind.RASTER_OUTPUT,
    Kind.VECTOR_OUTPUT,
    Kind.FOLDER_OUTPUT,
    Kind.FILE_OUTPUT,
    Kind.TABLE_OUTPUT,
)
PATH_KINDS = (
    *LAYER_KINDS,
    *DESTINATION_KINDS,
    *CAMPAIGN_KINDS,
    Kind.MODEL,
    Kind.WEIGHTS,
    Kind.FOLDER,
    Kind.NEW_FOLDER,
    Kind.FILE,
)

# By name, because qgis_process must not load any windows.
CHOICE_WIDGET = f"{__package__.rpartition('.')[0]}.ui.widgets.choice_widgets.ChoiceWidget"
UNIT_SIGNS = {"m2": "m²", "px": "px"}
PAGE_FILTER = "HTML (*.html)"
TABLE_FILTER = "CSV (*.csv)"
# "*" also accepts words such as imagenet.
WEIGHTS_FILTER = "safetensors (*.safetensors);;* (*)"
# QGIS shows 2 or 17 digits: too few for learning rates, or too many.
DECIMALS = 8


def qgis_parameter(name: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    """The QGIS parameter for a job's parameter. ``default``: the job's, or the user's setting instead."""
    definition = _MAKERS[info.kind](name, label(info), info, default)
    definition.setHelp(tr(info.help))
    if info.advanced:
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return definition


def label(info: ParameterInfo) -> str:
    """The label of the widget, also the name of an output's layer; with the unit if QGIS does not show it."""
    text = tr(info.label)
    return f"{text} ({UNIT_SIGNS[info.unit]})" if info.unit in UNIT_SIGNS else text


def choice_words(definition: QgsProcessingParameterDefinition) -> Dict[str, str]:
    """The meaning of each value of a choice, in the order of the options; empty for other parameters.

    The metadata itself does not keep the order.
    """
    words = definition.metadata().get("words")
    return {value: words[value] for value in definition.options()} if words else {}


def is_optional(info: ParameterInfo, default: Any) -> bool:
    """Whether the user may leave it empty, which only some parameters can interpret."""
    return not info.required and default is None


def _raster(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterRasterLayer(name, text, default, is_optional(info, default))


def _rasters(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    raster = QgsProcessing.SourceType.TypeRaster
    return QgsProcessingParameterMultipleLayers(name, text, raster, default, is_optional(info, default))


def _vector(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    return QgsProcessingParameterFeatureSource(name, text, polygons, default, is_optional(info, default))


def _integer(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    kind = QgsProcessingParameterNumber.Type.Integer
    return QgsProcessingParameterNumber(name, text, kind, default, is_optional(info, default), **_bounds(info))


def _number(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    if info.unit == "m":
        distance = QgsProcessingParameterDistance(name, text, default, "", is_optional(info, default), **_bounds(info))
        distance.setDefaultUnit(QgsUnitTypes.DistanceUnit.DistanceMeters)
        return distance
    kind = QgsProcessingParameterNumber.Type.Double
    number = QgsProcessingParameterNumber(name, text, kind, default, is_optional(info, default), **_bounds(info))
    if info.minimum is not None and 0 < info.minimum < 1e-3:
        number.setMetadata({"widget_wrapper": {"decimals": DECIMALS}})
    return number


def _bounds(info: ParameterInfo) -> Dict[str, float]:
    bounds = {"minValue": info.minimum, "maxValue": info.maximum}
    return {name: value for name, value in bounds.items() if value is not None}


def _choice(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    """A choice. Scripts and models store the job's own values; dialogs show their meaning."""
    several = info.kind == Kind.CHOICES
    chosen = list(default) if several and default else default
    choice = QgsProcessingParameterEnum(
        name, text, list(info.choices), several, chosen, is_optional(info, default), usesStaticStrings=True
    )
    words = {value: tr(meaning) for value, meaning in info.choices.items()}
    choice.setMetadata({"widget_wrapper": {"class": CHOICE_WIDGET}, "words": words})
    return choice


def _folder(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    folder = QgsProcessingParameterFile.Behavior.Folder
    return QgsProcessingParameterFile(name, text, folder, "", default, is_optional(info, default))


def _weights(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    # Optional even with a default: QGIS 3.22 treats an omitted file as missing, whatever its default.
    file = QgsProcessingParameterFile.Behavior.File
    return QgsProcessingParameterFile(name, text, file, "", default, not info.required, WEIGHTS_FILTER)


def _folder_output(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    optional = is_optional(info, default)
    return QgsProcessingParameterFolderDestination(name, text, default, optional, not optional)


def _file(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    file = QgsProcessingParameterFile.Behavior.File
    return QgsProcessingParameterFile(name, text, file, "", default, is_optional(info, default))


def _file_output(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    optional = is_optional(info, default)
    kinds = TABLE_FILTER if info.kind == Kind.TABLE_OUTPUT else PAGE_FILTER
    return QgsProcessingParameterFileDestination(name, text, kinds, default, optional, not optional)


def _raster_output(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    optional = is_optional(info, default)
    return QgsProcessingParameterRasterDestination(name, text, default, optional, not optional)


def _vector_output(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    optional = is_optional(info, default)
    polygons = QgsProcessing.SourceType.TypeVectorPolygon
    return QgsProcessingParameterVectorDestination(name, text, polygons, default, optional, not optional)


def _flag(
    name: str,
    text: str,
    info: ParameterInfo,  # noqa: ARG001
    default: Any,
) -> QgsProcessingParameterDefinition:
    # Optional, so that models made before the parameter existed stay valid.
    return QgsProcessingParameterBoolean(name, text, bool(default), True)


def _crs(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterCrs(name, text, default, is_optional(info, default))


def _text(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterString(name, text, default, False, is_optional(info, default))


def _field(name: str, text: str, info: ParameterInfo, default: Any) -> QgsProcessingParameterDefinition:
    optional = is_optional(info, default)
    return QgsProcessingParameterField(name, text, default, info.layer, optional=optional)


_MAKERS: Dict[str, Callable[[str, str, ParameterInfo, Any], QgsProcessingParameterDefinition]] = {
    Kind.CAMPAIGN: _folder,
    # Not a destination: QGIS would offer a temporary folder, and manual labels would be lost with it.
    Kind.NEW_CAMPAIGN: _folder,
    Kind.NEW_FOLDER: _folder,
    Kind.RASTER: _raster,
    Kind.RASTERS: _rasters,
    Kind.VECTOR: _vector,
    Kind.MODEL: _folder,
    Kind.WEIGHTS: _weights,
    Kind.FOLDER: _folder,
    Kind.FILE: _file,
    Kind.RASTER_OUTPUT: _raster_output,
    Kind.VECTOR_OUTPUT: _vector_output,
    Kind.FOLDER_OUTPUT: _folder_output,
    Kind.FILE_OUTPUT: _file_output,
    Kind.TABLE_OUTPUT: _file_output,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choice,
    Kind.FLAG: _flag,
    Kind.ADDRESS: _text,
    Kind.TEXT: _text,
    Kind.FIELD: _field,
    Kind.BANDS: _text,
    Kind.CRS: _crs,
}
