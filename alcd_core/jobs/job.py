"""Job descriptions, the single source for the command line, the Processing toolbox and the panel."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple, Type

from ..errors import InputError


class Kind:
    """What a parameter means to a user. The toolbox and the panel choose the widget by it."""

    CAMPAIGN = "campaign"
    NEW_CAMPAIGN = "new campaign"
    RASTER = "raster"
    RASTERS = "rasters"
    VECTOR = "vector"
    MODEL = "model"
    WEIGHTS = "weights"
    FOLDER = "folder"
    NEW_FOLDER = "new folder"
    FILE = "file"
    RASTER_OUTPUT = "raster output"
    VECTOR_OUTPUT = "vector output"
    FOLDER_OUTPUT = "folder output"
    FILE_OUTPUT = "file output"
    TABLE_OUTPUT = "table output"
    INTEGER = "integer"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"
    TEXT = "text"
    FIELD = "field"
    ADDRESS = "address"
    BANDS = "bands"
    CRS = "crs"


@dataclass(frozen=True)
class ParameterInfo:
    """What a user interface needs to know about a parameter, besides its name and default.

    ``label``: the label of its widget; ``Job.infos`` derives it from the name if it is empty. ``minimum`` and
    ``maximum``: inclusive bounds in ``unit``. ``choices``: each value with the text that a user chooses it by.
    ``layer``: the parameter with the layer that a field belongs to. ``continues``: name of the parameter whose option
    is repeated on the command line to give these further values.
    """

    help: str
    kind: str
    label: str = ""
    required: bool = False
    unit: str = ""
    minimum: Optional[float] = None
    maximum: Optional[float] = None
    choices: Mapping[str, str] = field(default_factory=dict)
    layer: str = ""
    advanced: bool = False
    continues: str = ""


def parameter(help: str, kind: str, default: Any = None, **details: Any) -> Any:
    """A dataclass field that describes a job's parameter; ``details`` as in ParameterInfo."""
    return dataclasses.field(default=default, metadata={"info": ParameterInfo(help, kind, **details)})


def required(help: str, kind: str, **details: Any) -> Any:
    """A parameter that must be given."""
    return parameter(help, kind, None, required=True, **details)


@dataclass(frozen=True)
class Job:
    """One operation that a user can start.

    ``parameters``: a frozen dataclass of ``parameter`` fields; its docstring is the job's help.
    The function that runs it is ``run(parameters, reporter) -> dict`` in ``runners/NAME.py``, imported when the job
    starts.
    """

    name: str
    title: str
    parameters: Type[Any]

    @property
    def help(self) -> str:
        """The purpose of the job, as one paragraph."""
        return " ".join((self.parameters.__doc__ or "").split())

    def infos(self) -> Dict[str, ParameterInfo]:
        """Every parameter by name: the campaign first, then the required ones; advanced ones last."""
        infos = {one.name: _with_label(one.name, one.metadata["info"]) for one in dataclasses.fields(self.parameters)}
        return dict(sorted(infos.items(), key=lambda item: _rank(item[1])))

    def default(self, name: str) -> Any:
        """A parameter's default."""
        return next(field.default for field in dataclasses.fields(self.parameters) if field.name == name)

    def parse(self, values: Mapping[str, Any]) -> Any:
        """The parameters' dataclass from plain values. Raises InputError for the first problem."""
        for problem in self.problems(values):
            raise InputError(problem, f"See the help of {self.name}.")
        return self.parameters(**values)

    def problems(self, values: Mapping[str, Any]) -> List[str]:
        """One sentence for each problem with these values."""
        infos = self.infos()
        unknown = [f"{self.name} has no parameter {name}." for name in values if name not in infos]
        return unknown + [
            problem for name, info in infos.items() for problem in _problems(name, info, values.get(name))
        ]


def _with_label(name: str, info: ParameterInfo) -> ParameterInfo:
    return info if info.label else dataclasses.replace(info, label=name.replace("_", " ").capitalize())


def _rank(info: ParameterInfo) -> Tuple[bool, bool, bool]:
    return (info.kind not in (Kind.CAMPAIGN, Kind.NEW_CAMPAIGN), not info.required, info.advanced)


def _problems(name: str, info: ParameterInfo, value: Any) -> Sequence[str]:
    title = name.replace("_", " ")
    if value is None or value == "":
        return [f"The {title} is missing."] if info.required else []
    if info.choices:
        chosen = value if info.kind == Kind.CHOICES else (value,)
        return [
            f"The {title} {one} is unknown; choose one of {', '.join(info.choices)}."
            for one in chosen
            if one not in info.choices
        ]
    if info.minimum is not None and not value >= info.minimum:  # written so that NaN is rejected too
        return [f"The {title} is {value:g}{_unit(info)}; it must be at least {info.minimum:g}."]
    if info.maximum is not None and not value <= info.maximum:
        return [f"The {title} is {value:g}{_unit(info)}; it must be at most {info.maximum:g}."]
    if info.kind == Kind.BANDS and min(value) < 1:
        return [f"The {title} are counted from 1; {min(value)} is not a valid band number."]
    return []


def _unit(info: ParameterInfo) -> str:
    return f" {info.unit}" if info.unit else ""
