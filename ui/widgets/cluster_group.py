"""The part of the options page that chooses where jobs compute: this computer or a Dask cluster."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGroupBox, QWidget

from ...bridge.settings import CLUSTER, THIS_COMPUTER, Settings


class ClusterGroup(QGroupBox):
    """Shows and returns the settings of the cluster, and what its workers answered."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self.where_combo.addItem(self.tr("This computer"), THIS_COMPUTER)
        self.where_combo.addItem(self.tr("A Dask cluster"), CLUSTER)
        self.workers_label.setTextFormat(Qt.TextFormat.PlainText)
        self.where_combo.currentIndexChanged.connect(self.enable_widgets)

    def show_settings(self, settings: Settings) -> None:
        """Fill the widgets."""
        self.where_combo.setCurrentIndex(max(self.where_combo.findData(settings.compute_on), 0))
        self.address_edit.setText(settings.scheduler)
        self.ca_file.setFilePath(settings.tls_ca_file)
        self.certificate_file.setFilePath(settings.tls_cert)
        self.key_file.setFilePath(settings.tls_key)
        self.unencrypted_check.setChecked(bool(settings.allow_unencrypted))
        self.enable_widgets()

    def values(self) -> Dict[str, str]:
        """The fields of ``Settings`` as shown in the widgets."""
        return {
            "compute_on": self.where_combo.currentData(),
            "scheduler": self.address_edit.text().strip(),
            "tls_ca_file": self.ca_file.filePath().strip(),
            "tls_cert": self.certificate_file.filePath().strip(),
            "tls_key": self.key_file.filePath().strip(),
            "allow_unencrypted": "yes" if self.unencrypted_check.isChecked() else "",
        }

    def enable_widgets(self, *_: Any, busy: bool = False) -> None:
        """The widgets of the cluster can be used if it is chosen, and tested unless an operation is running."""
        chosen = self.where_combo.currentData() == CLUSTER
        for widget in (self.address_edit, self.ca_file, self.certificate_file, self.key_file, self.unencrypted_check):
            widget.setEnabled(chosen)
        self.test_button.setEnabled(chosen and not busy)
