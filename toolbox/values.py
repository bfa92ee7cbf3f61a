"""A job's plain values from the parameters of an algorithm."""

from __future__ import annotations

import os
from typing import Any, Callable, Dict, Optional, Tuple

from qgis.core import NULL, QgsProcessingAlgorithm, QgsProcessingContext, QgsProperty

from ..alcd_core.errors import InputError
from ..alcd_core.jobs.job import Job, Kind
from ..alcd_core.rooted_path import rooted
from ..bridge.texts import tr
from .parameters import DESTINATION_KINDS, LAYER_KINDS, PATH_KINDS

Reader = Callable[[QgsProcessingAlgorithm, Dict[str, Any], str, QgsProcessingContext], Any]


def plain_values(
    algorithm: QgsProcessingAlgorithm, job: Job, parameters: Dict[str, Any], context: QgsProcessingContext
) -> Dict[str, Any]:
    """Numbers, choices, texts and paths by the job's parameter names.

    Layers and destinations stay as they were given, because reading them has side effects. Raises InputError if a text
    cannot be read as the type of its parameter.
    """
    given = {name: _evaluated(value, context) for name, value in parameters.items()}
    return {
        name: _value(algorithm, given, name, info.kind, context)
        for name, info in job.infos().items()
        if algorithm.parameterDefinition(name) is not None
    }


def _evaluated(value: Any, context: QgsProcessingContext) -> Any:
    """The value of an expression, or the value itself if it is not an expression; None for SQL's NULL."""
    if isinstance(value, QgsProperty):
        value, _ = value.value(context.expressionContext())
    return None if value == NULL else value


def absolute_paths(job: Job, values: Dict[str, Any]) -> Dict[str, Any]:
    """The values with absolute paths, because the worker runs in a different working folder. Values that are not local
    files (such as /vsicurl/ paths or imagenet), and copies of layers, are unchanged."""
    kinds = {name: info.kind for name, info in job.infos().items()}
    return {
        name: _absolute(value, kinds[name]) if kinds[name] in PATH_KINDS and isinstance(value, (str, list)) else value
        for name, value in values.items()
    }


def _absolute(path: Any, kind: str) -> Any:
    if isinstance(path, list):
        return [_absolute(one, kind) for one in path]
    if not path or kind not in DESTINATION_KINDS:
        return rooted(path) if path else path
    return path if path.startswith("/vsi") else os.path.abspath(path)  # noqa: PTH100  # resolve() would follow links


def _value(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, kind: str, context: QgsProcessingContext
) -> Any:
    given = parameters.get(name)
    if kind in LAYER_KINDS or kind in DESTINATION_KINDS:
        return given
    if given in (None, "") and algorithm.parameterDefinition(name).defaultValue() in (None, ""):
        return None
    return _READERS[kind](algorithm, parameters, name, context)


def _text(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> str:
    return algorithm.parameterAsString(parameters, name, context).strip()


def field_name(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> str:
    """The name of the chosen field; models and scripts may hand on a list of one. Raises InputError for several."""
    names = algorithm.parameterAsFields(parameters, name, context)
    if len(names) > 1:
        title = algorithm.parameterDefinition(name).description()
        raise InputError(tr("{}: {} are several fields.").format(title, ", ".join(names)), tr("Choose one."))
    return names[0].strip() if names else ""


def _file(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> str:
    return algorithm.parameterAsFile(parameters, name, context)


def _integer(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> int:
    _require_number(algorithm, parameters, name)
    return algorithm.parameterAsInt(parameters, name, context)


def _number(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> float:
    _require_number(algorithm, parameters, name)
    return algorithm.parameterAsDouble(parameters, name, context)


def _require_number(algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str) -> None:
    """Raise InputError for anything else, which QGIS would replace by the default."""
    given = parameters.get(name)
    if given in (None, ""):
        return
    try:
        float(given)
    except (TypeError, ValueError):
        title = algorithm.parameterDefinition(name).description()
        raise InputError(tr("{}: {} is not a number.").format(title, given), tr("Enter a number.")) from None


def _flag(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> bool:
    return algorithm.parameterAsBool(parameters, name, context)


def _choice(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> str:
    given = parameters.get(name)
    if isinstance(given, (list, tuple)) and len(given) == 1:
        (given,) = given
    if given is None:
        return algorithm.parameterAsEnumString(parameters, name, context)
    return _chosen(algorithm, name, given)


def _choices(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> Tuple[str, ...]:
    given = parameters.get(name)
    if given is None:
        return tuple(filter(None, algorithm.parameterAsEnumStrings(parameters, name, context)))
    if isinstance(given, str):  # from a shell
        given = [part.strip() for part in given.split(",") if part.strip()]
    parts = given if isinstance(given, (list, tuple)) else [given]
    return tuple(_chosen(algorithm, name, part) for part in parts)


def _chosen(algorithm: QgsProcessingAlgorithm, name: str, given: Any) -> str:
    """A choice by its value, which the job checks, or by its index, as in models.

    Raises InputError for anything else, which QGIS would replace by the default.
    """
    if isinstance(given, str):
        return given
    options = algorithm.parameterDefinition(name).options()
    if type(given) in (int, float) and given in range(len(options)):
        return options[int(given)]
    title = algorithm.parameterDefinition(name).description()
    raise InputError(tr("{}: {} is not among the choices.").format(title, given), ", ".join(options))


def _bands(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> Tuple[int, ...]:
    given = parameters.get(name)
    several = isinstance(given, (list, tuple))
    text = ",".join(map(str, given)) if several else _text(algorithm, parameters, name, context)
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        title = name.replace("_", " ")
        message = tr("The {} are not numbers separated by commas: {}.").format(title, text)
        raise InputError(message, tr("Write them as in 1,2,3.")) from None


def _crs(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> Optional[str]:
    crs = algorithm.parameterAsCrs(parameters, name, context)
    if not crs.isValid():
        raise InputError(tr("The CRS {} is unknown.").format(parameters.get(name)), tr("Write it as in EPSG:25832."))
    # The identifier of a user-defined CRS is known only to this QGIS.
    known = crs.authid() and not crs.authid().startswith("USER:")
    return crs.authid() if known else crs.toWkt()


_READERS: Dict[str, Reader] = {
    Kind.CAMPAIGN: _file,
    Kind.NEW_CAMPAIGN: _file,
    Kind.MODEL: _file,
    Kind.WEIGHTS: _file,
    Kind.FOLDER: _file,
    Kind.NEW_FOLDER: _file,
    Kind.FILE: _file,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.FLAG: _flag,
    Kind.TEXT: _text,
    Kind.FIELD: field_name,
    Kind.BANDS: _bands,
    Kind.CRS: _crs,
}
