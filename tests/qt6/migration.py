"""What QGIS's migration script would change or warn about, by rules of our own.

The plugin repository runs scripts/pyqt5_to_pyqt6/pyqt5_to_pyqt6.py of QGIS on every upload and shows "not compatible"
at any finding. The script looks at names alone, not at where they are imported from, and so does this.
"""

import ast
from typing import Dict, Iterator, List, Optional, Tuple

GONE = {
    ("Qt", "MidButton"): "Qt.MouseButton.MiddleButton",
    ("Qt", "TextColorRole"): "Qt.ItemDataRole.ForegroundRole",
    ("Qt", "BackgroundColorRole"): "Qt.ItemDataRole.BackgroundRole",
    ("QPainter", "HighQualityAntialiasing"): "QPainter.RenderHint.Antialiasing",
}
NEVER_IMPORTED = {
    "QRegExp": "QRegularExpression",
    "resources_rc": "files by their paths",
    "qApp": "QApplication.instance()",
}


def findings(source: str, enums: Dict[str, str]) -> List[Tuple[int, str]]:
    """(line, what should be there instead). ``enums``: the enum's name by ``Class.Value``."""
    found = []
    for node in ast.walk(ast.parse(source)):
        found += [(node.lineno, words) for words in _of_node(node, enums) if words]
    return sorted(found)


def _of_node(node: ast.AST, enums: Dict[str, str]) -> Iterator[Optional[str]]:
    if isinstance(node, ast.Import):
        yield from (_module(name.name) for name in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield _module(node.module or "")
        yield from (NEVER_IMPORTED.get(name.name) for name in node.names)
    elif isinstance(node, ast.Call):
        yield _method(node) if isinstance(node.func, ast.Attribute) else _constructor(node)
    elif isinstance(node, ast.Attribute):
        yield _attribute(node, enums)
    elif isinstance(node, ast.Subscript):
        yield "textActivated" if _ends_in(node.value, "activated") and _is_name(node.slice, "str") else None
    elif isinstance(node, ast.FunctionDef) and node.name == "exec_":
        yield "exec"


def _module(name: str) -> Optional[str]:
    if name.startswith(("PyQt5", "PyQt6", "PySide")):
        return "qgis.PyQt"
    return "qgis.PyQt.QtCore" if name == "qgis.PyQt.Qt" else None


def _method(call: ast.Call) -> Optional[str]:
    if call.func.attr == "addAction" and len(call.args) >= 4:
        return "addAction with an action that was made before"
    return "QScreen" if call.func.attr == "desktop" and not call.args else None


def _constructor(call: ast.Call) -> Optional[str]:
    if _is_name(call.func, "QVariant") and (not call.args or _begins_with(call.args[0], "QVariant")):
        return "NULL"
    if _is_name(call.func, "QDateTime"):
        of_date = len(call.args) == 1 and isinstance(call.args[0], ast.Call) and _is_name(call.args[0].func, "QDate")
        return "QDateTime(QDate, QTime)" if of_date or len(call.args) == 8 else None
    return None


def _attribute(node: ast.Attribute, enums: Dict[str, str]) -> Optional[str]:
    if node.attr == "exec_":
        return "exec"
    if node.attr == "width" and isinstance(node.value, ast.Call) and _makes_metrics(node.value.func):
        return "horizontalAdvance"
    if not isinstance(node.value, ast.Name):
        return None
    holder = node.value.id
    if (holder, node.attr) == ("QVariant", "Type"):
        return "QVariant"
    enum = enums.get(f"{holder}.{node.attr}")
    return GONE.get((holder, node.attr)) or (f"{holder}.{enum}.{node.attr}" if enum else None)


def _makes_metrics(function: ast.AST) -> bool:
    return _ends_in(function, "fontMetrics") or _is_name(function, "QFontMetrics")


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _begins_with(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Attribute) and _is_name(node.value, name)


def _ends_in(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == name
