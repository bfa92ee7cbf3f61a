"""Qt and QGIS names in Python files, such as ``Qt.Key.Key_N`` and ``QgsTask.Flag.CanCancel``."""

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("alcd_core", "bridge", "resources", "toolbox", "ui")
FROM = ("qgis.PyQt", "qgis.core", "qgis.gui", "qgis.analysis", "qgis.utils")
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.Module)


@dataclass(frozen=True)
class Chain:
    """``module``: where the first name is imported from. ``names``: joined by dots. ``place``: file and line."""

    module: str
    names: str
    place: str


def plugin_files() -> List[Path]:
    """The Python files of the plugin's zip."""
    return [*sorted(ROOT.glob("*.py")), *(file for name in FOLDERS for file in sorted((ROOT / name).rglob("*.py")))]


def chains_of(file: Path) -> List[Chain]:
    """Every imported name and every chain of attributes that starts with one, also through a variable
    (``buttons = QMessageBox.StandardButton``; ``buttons.Ok``)."""
    tree = ast.parse(file.read_text("utf-8"), filename=str(file))
    imports = dict(_imports(tree, file.name))
    return [*imports.values(), *_within(tree, imports)]


def _imports(tree: ast.AST, place: str) -> Iterator[Tuple[str, Chain]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").startswith(FROM):
            for name in node.names:
                yield name.asname or name.name, Chain(node.module, name.name, f"{place}:{node.lineno}")


def _within(scope: ast.AST, known: Dict[str, Chain]) -> Iterator[Chain]:
    """The chains in a module, class or function; the variables of a function are known only in it."""
    known = dict(known)
    for target, value in _assignments(scope):
        chain = _chain(value, known)
        if chain is not None:
            known[target] = chain
        else:
            known.pop(target, None)
    for node in _of_scope(scope):
        if isinstance(node, _SCOPES):
            yield from _within(node, known)
        elif isinstance(node, ast.Attribute) and not isinstance(node.parent, ast.Attribute):
            found = _chain(node, known)
            if found is not None:
                yield found


def _assignments(scope: ast.AST) -> Iterator[Tuple[str, ast.AST]]:
    """The variables of a scope with what they are set to; ``a, b = x, y`` gives two."""
    for node in _of_scope(scope):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
            pairs = zip(target.elts, value.elts) if _are_tuples(target, value) else [(target, value)]
            yield from ((left.id, right) for left, right in pairs if isinstance(left, ast.Name))


def _are_tuples(target: ast.AST, value: ast.AST) -> bool:
    return isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts)


def _of_scope(scope: ast.AST) -> Iterator[ast.AST]:
    """All nodes of a scope in text order, inner scopes as one node each; sets the parent of each."""
    for child in ast.iter_child_nodes(scope):
        child.parent = scope
        yield child
        if not isinstance(child, _SCOPES):
            yield from _of_scope(child)


def _chain(node: ast.AST, known: Dict[str, Chain]) -> Optional[Chain]:
    """The chain that an expression is; None if it starts with a call or with a name of our own."""
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.Attribute):
        start = _chain(node.value, known)
        if start is not None:
            return Chain(start.module, f"{start.names}.{node.attr}", f"{start.place.split(':')[0]}:{node.lineno}")
    return None
