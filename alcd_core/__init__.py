"""The science of ALCD: change detection between two orthophotos by active learning, without QGIS or Qt."""

__version__ = "0.1.0"
