"""Translated texts for bridge, toolbox and ui.

Here, since everybody on QGIS's side of the border may import the bridge. ``scripts/translations.py`` collects what is
written between the brackets of ``tr`` and ``later``; so it must be a plain text, its figures put in by ``format``.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The text in the user's language; in any thread."""
    return QCoreApplication.translate("ALCD", text)


def later(text: str) -> str:
    """The text as it is, noted for translation: of a constant, which is made before the language is known."""
    return text
