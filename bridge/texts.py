"""Translated texts for bridge, toolbox and ui.

They are here because all packages on QGIS's side may import the bridge. ``scripts/translations.py`` collects the
arguments of ``tr`` and ``later``, so these must be plain string literals; insert values with ``format``.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The text in the user's language. May be called in any thread."""
    return QCoreApplication.translate("ALCD", text)


def later(text: str) -> str:
    """The text unchanged, but marked for translation: for constants, which are created before the language is known."""
    return text
