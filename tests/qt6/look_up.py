"""Reports names that do not exist, in either Python: ``python look_up.py PyQt6 < NAMES``.

Reads a JSON list of [module, names joined by dots]; prints a JSON list of [module, names, why] for those that do not
exist. The argument replaces ``qgis.PyQt`` in module names. Imports nothing from the project.
"""

import importlib
import inspect
import json
import sys


def why_not(module: str, names: str, qt: str) -> str:
    """What is wrong with a name; empty if nothing is."""
    try:
        place = importlib.import_module(module.replace("qgis.PyQt", qt))
    except ImportError as error:
        return str(error)
    within = None
    for name in names.split("."):
        within, place = place, getattr(place, name, _MISSING)
        if place is _MISSING:
            place = _submodule(within, name)
        if place is _MISSING:
            return f"{name} does not exist"
    return "" if _is_scoped(place, within) else f"unscoped value of {type(place).__qualname__}"


def _submodule(within: object, name: str) -> object:
    if not inspect.ismodule(within):
        return _MISSING
    try:
        return importlib.import_module(f"{within.__name__}.{name}")
    except ImportError:
        return _MISSING


def _is_scoped(value: object, within: object) -> bool:
    """Whether an enum's value is reached through its enum; Qt 5 and QGIS 3 offer it directly in the class, too."""
    kind = type(value)
    is_enum = type(kind).__name__ in ("enumtype", "EnumMeta", "EnumType")
    return not is_enum or within is kind


_MISSING = object()

if __name__ == "__main__":
    wanted = json.load(sys.stdin)
    answers = [[module, names, why_not(module, names, sys.argv[1])] for module, names in wanted]
    json.dump([answer for answer in answers if answer[2]], sys.stdout)
