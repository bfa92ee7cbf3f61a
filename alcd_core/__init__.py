"""ALCD's science: change detection between two orthophotos by active learning. Knows neither QGIS nor Qt."""

__version__ = "0.1.0"
