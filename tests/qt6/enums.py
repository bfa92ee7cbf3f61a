"""Lists enum values as unscoped code writes them, in either Python: ``python enums.py MODULE ...``.

Prints a JSON object with the enum's name by ``Class.Value``, also for the classes that inherit the enum.
"""

import importlib
import inspect
import json
import sys
from typing import Dict, Iterator


def short_names(module: object) -> Dict[str, str]:
    """The enum's name by ``Class.Value``, for all classes in a module."""
    found = {}
    for holder in _classes(module):
        for base in inspect.getmro(holder):
            for name, kind in vars(base).items():
                if _is_enum(kind):
                    found.update({f"{holder.__name__}.{value}": name for value in _values(kind, base)})
    return found


def _classes(holder: object) -> Iterator[type]:
    """The classes in a module or class, recursively, but not other classes that QGIS sets as attributes."""
    for value in vars(holder).values():
        if inspect.isclass(value) and not _is_enum(value) and _lies_in(value, holder):
            yield value
            yield from _classes(value)


def _lies_in(value: type, holder: object) -> bool:
    return inspect.ismodule(holder) or value.__qualname__ == f"{holder.__qualname__}.{value.__name__}"


def _is_enum(kind: object) -> bool:
    return type(kind).__name__ in ("enumtype", "EnumMeta", "EnumType")


def _values(kind: type, holder: type) -> Iterator[str]:
    """The names of an enum's values: its members, and what the enclosing class calls them. Qt 5's enums do not list
    their members, and QGIS keeps older names of values in the class."""
    for name in {**getattr(kind, "__members__", {}), **vars(holder)}:
        if isinstance(getattr(holder, name, getattr(kind, name, None)), kind):
            yield name


if __name__ == "__main__":
    answer: Dict[str, str] = {}
    for name in sys.argv[1:]:
        answer.update(short_names(importlib.import_module(name)))
    json.dump(answer, sys.stdout)
