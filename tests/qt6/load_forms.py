"""Loads forms under PyQt6, without QGIS: ``python load_forms.py FORM ...``.

Prints a JSON object with the error by form; empty if all of them load. Each of QGIS's own widgets is replaced by the
Qt widget that the form says it extends, with setters that do nothing.
"""

import json
import sys
import traceback
import types
from xml.etree import ElementTree

from PyQt6 import QtWidgets, uic


class _AnySetter:
    def __getattr__(self, name):
        if name.startswith("set"):
            return lambda *_: None
        raise AttributeError(name)


def stand_in(form: str) -> None:
    """Create the modules and classes that a form's <customwidgets> name."""
    for widget in ElementTree.parse(form).iter("customwidget"):
        header, name, base = (widget.findtext(part) for part in ("header", "class", "extends"))
        path = header.split(".")
        for depth in range(1, len(path) + 1):
            dotted = ".".join(path[:depth])
            sys.modules.setdefault(dotted, types.ModuleType(dotted))
        setattr(sys.modules[header], name, type(name, (_AnySetter, getattr(QtWidgets, base)), {}))


def main() -> None:
    """Load each form and print the errors."""
    application = QtWidgets.QApplication([])
    wrong = {}
    for form in sys.argv[1:]:
        stand_in(form)
        try:
            uic.loadUi(form)
        except Exception:  # noqa: BLE001  # reported, whatever it is
            wrong[form] = traceback.format_exc(limit=-1)
    json.dump(wrong, sys.stdout)
    del application


if __name__ == "__main__":
    main()
