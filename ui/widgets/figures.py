"""Formats numbers in the language chosen in QGIS: 1,234.5 or 1.234,5 or 1 234,5."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale


def figure(value: float, decimals: int = 0) -> str:
    """A number with this many decimals."""
    return _locale().toString(float(value), "f", decimals)


def rounded(value: float, digits: int) -> str:
    """A number with at most this many significant digits, without trailing zeros."""
    return _locale().toString(float(value), "g", digits)


def _locale() -> QLocale:
    """QGIS's locale with thousands separators, which QGIS omits by default."""
    locale = QLocale()
    locale.setNumberOptions(locale.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    return locale
