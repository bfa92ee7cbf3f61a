"""Form widgets for a job's parameters."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsDoubleSpinBox, QgsFileWidget, QgsProjectionSelectionWidget, QgsSpinBox
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from ...alcd_core.jobs.job import Job, Kind, ParameterInfo
from ...bridge.texts import tr
from ...toolbox.layers import further_raster_file
from .choice_box import choice_box
from .raster_list import RasterList

LARGEST = 2_000_000_000
Field = Tuple[QWidget, Callable[[], Any]]


class ParameterForm:
    """Rows of a form layout for parameters of jobs; a parameter that several jobs share is shown once.

    ``changed`` is called whenever the user changes a value.
    """

    def __init__(self, layout: QFormLayout, changed: Optional[Callable[[], Any]] = None) -> None:
        self._layout = layout
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # the panel is narrow
        self._changed = changed or (lambda: None)
        self._read: Dict[str, Callable[[], Any]] = {}
        self._widgets: Dict[str, QWidget] = {}

    def add(self, job: Job, names: Sequence[str], defaults: Optional[Dict[str, Any]] = None) -> None:
        """Add rows for these parameters. ``defaults`` override the job's own."""
        infos = job.infos()
        for name in names:
            if name in self._read:
                continue
            default = (defaults or {}).get(name, job.default(name))
            widget, read = _MAKERS[infos[name].kind](infos[name], default, self._changed)
            widget.setObjectName(f"parameter_{name}")
            widget.setToolTip(tr(infos[name].help))
            self._layout.addRow(tr(infos[name].label), widget)
            self._layout.labelForField(widget).setToolTip(tr(infos[name].help))
            self._read[name], self._widgets[name] = read, widget

    def choose(self, name: str, value: Any) -> None:
        """Set a choice, number, text or file to this value; None sets the job's default."""
        widget = self._widgets[name]
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(max(widget.findData(value), 0))
        elif isinstance(widget, QAbstractSpinBox):
            widget.setValue(widget.minimum() if value is None else value)
        elif isinstance(widget, QLineEdit):
            widget.setText("" if value is None else str(value))
        else:
            widget.setFilePath("" if value is None else str(value))

    def values(self, job: Job) -> Dict[str, Any]:
        """The values that the user chose for this job, without those left to the job's default."""
        chosen = {name: self._read[name]() for name in job.infos() if name in self._read}
        return {name: value for name, value in chosen.items() if value is not None}

    def widget(self, name: str) -> QWidget:
        """A parameter's widget."""
        return self._widgets[name]


class DecimalBox(QgsDoubleSpinBox):
    """Shows no trailing zeros: 0.001, not 0.00100000. The arrows change the value by about a tenth."""

    def __init__(self) -> None:
        super().__init__()
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)

    def textFromValue(self, value: float) -> str:  # noqa: N802
        text, point = super().textFromValue(value), self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text


def _integer(info: ParameterInfo, default: Any, changed: Callable[[], Any]) -> Field:
    box = QgsSpinBox()
    return _number(box, info, default, changed, int)


def _decimal(info: ParameterInfo, default: Any, changed: Callable[[], Any]) -> Field:
    box = DecimalBox()
    box.setDecimals(8 if info.minimum is not None and 0 < info.minimum < 1e-3 else 3)
    return _number(box, info, default, changed, float)


def _number(box: Any, info: ParameterInfo, default: Any, changed: Callable[[], Any], kind: Any) -> Field:
    low = kind(info.minimum if info.minimum is not None else -LARGEST)
    step = kind(10 ** -box.decimals()) if kind is float else 1
    # Without a default, the lowest value means "automatic".
    box.setRange(low - step if default is None else low, kind(info.maximum if info.maximum is not None else LARGEST))
    if info.unit:
        box.setSuffix(f" {info.unit}")
    if default is None:
        box.setSpecialValueText(tr("Automatic"))
        box.setClearValue(box.minimum(), tr("Automatic"))
        box.setValue(box.minimum())
    else:
        box.setClearValue(kind(default))
        box.setValue(kind(default))
    box.valueChanged.connect(lambda *_: changed())
    return box, lambda: None if default is None and box.value() == box.minimum() else box.value()


def _choice(info: ParameterInfo, default: Any, changed: Callable[[], Any]) -> Field:
    choices = {value: tr(words) for value, words in info.choices.items()}
    box = choice_box(choices, or_none=default is None)
    box.setCurrentIndex(max(box.findData(default), 0))
    box.currentIndexChanged.connect(lambda *_: changed())
    return box, box.currentData


def _flag(_: ParameterInfo, default: Any, changed: Callable[[], Any]) -> Field:
    box = QCheckBox()
    box.setChecked(bool(default))
    box.toggled.connect(lambda *_: changed())
    return box, lambda: box.isChecked() or None


def _text(_: ParameterInfo, default: Any, changed: Callable[[], Any]) -> Field:
    edit = QLineEdit(str(default or ""))
    edit.setPlaceholderText(tr("Automatic"))
    edit.editingFinished.connect(lambda: changed())
    return edit, lambda: edit.text().strip() or None


def _bands(info: ParameterInfo, default: Any, changed: Callable[[], Any]) -> Field:
    edit, read = _text(info, ",".join(map(str, default or ())), changed)
    edit.setPlaceholderText(tr("All"))
    return edit, lambda: band_numbers(read())


def band_numbers(text: Optional[str]) -> Optional[List[int]]:
    """The numbers in a text such as ``1, 2,3``; None if there are none."""
    parts = [part.strip() for part in (text or "").split(",")]
    return [int(part) for part in parts if part.isdigit()] or None


def _file(info: ParameterInfo, default: Any, changed: Callable[[], Any]) -> Field:
    widget = QgsFileWidget()
    is_folder = info.kind in (Kind.MODEL, Kind.FOLDER)
    mode = QgsFileWidget.StorageMode.GetDirectory if is_folder else QgsFileWidget.StorageMode.GetFile
    widget.setStorageMode(mode)
    widget.setFilePath(str(default or ""))
    widget.fileChanged.connect(lambda *_: changed())
    return widget, lambda: widget.filePath().strip() or None


def _rasters(_: ParameterInfo, _default: Any, changed: Callable[[], Any]) -> Field:
    widget = RasterList()
    widget.changed.connect(lambda: changed())
    return widget, lambda: [further_raster_file(layer) for layer in widget.layers()] or None


def _crs(_: ParameterInfo, default: Any, changed: Callable[[], Any]) -> Field:
    widget = QgsProjectionSelectionWidget()
    widget.setCrs(QgsCoordinateReferenceSystem(default or ""))
    widget.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
    widget.setNotSetText(tr("Automatic"))
    widget.crsChanged.connect(lambda *_: changed())
    return widget, lambda: widget.crs().authid() or None if widget.crs().isValid() else None


_MAKERS: Dict[str, Callable[[ParameterInfo, Any, Callable[[], Any]], Field]] = {
    Kind.INTEGER: _integer,
    Kind.NUMBER: _decimal,
    Kind.CHOICE: _choice,
    Kind.FLAG: _flag,
    Kind.TEXT: _text,
    Kind.BANDS: _bands,
    Kind.WEIGHTS: _file,
    Kind.MODEL: _file,
    Kind.FOLDER: _file,
    Kind.CRS: _crs,
    Kind.RASTERS: _rasters,
}
