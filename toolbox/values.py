"""From what the user gave a Processing algorithm to the job's plain values."""

from __future__ import annotations

import os
from typing import Any, Callable, Dict, Optional, Tuple

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

from ..alcd_core.errors import InputError
from ..alcd_core.jobs.job import Job, Kind
from ..bridge.texts import tr
from .parameters import DESTINATION_KINDS, LAYER_KINDS, PATH_KINDS

Reader = Callable[[QgsProcessingAlgorithm, Dict[str, Any], str, QgsProcessingContext], Any]


def plain_values(
    algorithm: QgsProcessingAlgorithm, job: Job, parameters: Dict[str, Any], context: QgsProcessingContext
) -> Dict[str, Any]:
    """Numbers, choices, texts and paths by the job's names; of layers and destinations only what was given for them,
    since reading those has effects. Raises InputError where a text does not read as what it stands for."""
    return {
        name: _value(algorithm, parameters, name, info.kind, context)
        for name, info in job.infos().items()
        if algorithm.parameterDefinition(name) is not None
    }


def absolute_paths(job: Job, values: Dict[str, Any]) -> Dict[str, Any]:
    """The values with paths that hold in any working folder, since the worker runs in another one. What is no file here
    (/vsicurl/ and the like, imagenet) stays as it is."""
    kinds = {name: info.kind for name, info in job.infos().items()}
    return {
        name: _absolute(value, kinds[name]) if kinds[name] in PATH_KINDS else value for name, value in values.items()
    }


def _absolute(path: Optional[str], kind: str) -> Optional[str]:
    if not path or path.startswith("/vsi"):
        return path
    # abspath, since resolve() would follow links.
    is_file = kind in DESTINATION_KINDS or os.path.exists(path)  # noqa: PTH110
    return os.path.abspath(path) if is_file else path  # noqa: PTH100


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


def _file(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> str:
    return algorithm.parameterAsFile(parameters, name, context)


def _integer(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> int:
    return algorithm.parameterAsInt(parameters, name, context)


def _number(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> float:
    return algorithm.parameterAsDouble(parameters, name, context)


def _flag(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> bool:
    return algorithm.parameterAsBool(parameters, name, context)


def _choice(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> str:
    given = parameters.get(name)
    # QGIS would turn an unknown choice into the default.
    return given if isinstance(given, str) else algorithm.parameterAsEnumString(parameters, name, context)


def _choices(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> Tuple[str, ...]:
    given = parameters.get(name)
    if isinstance(given, str):  # from a shell; QGIS would turn an unknown choice into an empty one
        given = [part.strip() for part in given.split(",") if part.strip()]
    if isinstance(given, (list, tuple)):
        return tuple(map(str, given))
    return tuple(filter(None, algorithm.parameterAsEnumStrings(parameters, name, context)))


def _bands(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> Tuple[int, ...]:
    text = _text(algorithm, parameters, name, context)
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
        raise InputError(tr("The CRS {} is not known.").format(parameters.get(name)), tr("Write it as in EPSG:25832."))
    # A CRS that the user made is known to this QGIS only by its name.
    known = crs.authid() and not crs.authid().startswith("USER:")
    return crs.authid() if known else crs.toWkt()


_READERS: Dict[str, Reader] = {
    Kind.CAMPAIGN: _file,
    Kind.NEW_CAMPAIGN: _file,
    Kind.MODEL: _file,
    Kind.WEIGHTS: _file,
    Kind.FOLDER: _file,
    Kind.FILE: _file,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.FLAG: _flag,
    Kind.TEXT: _text,
    Kind.BANDS: _bands,
    Kind.CRS: _crs,
}
