"""Figures as they are written in the language that the user chose for QGIS: 1,234.5 or 1.234,5 or 1 234,5."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale


def figure(value: float, decimals: int = 0) -> str:
    """A count, or a number with so many decimals."""
    return _locale().toString(float(value), "f", decimals)


def rounded(value: float, digits: int) -> str:
    """A measure with so many digits that count; zeros at its end are left out."""
    return _locale().toString(float(value), "g", digits)


def _locale() -> QLocale:
    """QGIS's own, which by default sets no separators: thousands are easier to read with them."""
    locale = QLocale()
    locale.setNumberOptions(locale.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    return locale
