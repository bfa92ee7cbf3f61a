"""Installs the translation for QGIS's language."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .resources import RESOURCES


def install_translator(language: str = "") -> Optional[QTranslator]:
    """Install our translation; returns None if there is none. Keep the returned object: Qt holds no reference.

    ``language``: such as "de" or "de_CH"; by default QGIS's own.
    """
    language = (language or QgsApplication.instance().locale()).split("_")[0]
    translator = QTranslator()
    if not translator.load(str(RESOURCES / "i18n" / f"alcd_{language}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
