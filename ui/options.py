"""The page ALCD in QGIS's options: worker environment, device, encoder weights."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QWidget

from ..alcd_core.errors import WorkerError
from ..alcd_core.initial_weights import BUILT_IN, IMAGENET, NONE, WORDS
from ..bridge.environment.check import reason_words
from ..bridge.environment.environment import State
from ..bridge.environment.torch_build import CPU_INDEX, checked_index
from ..bridge.process.job_task import JobTask
from ..bridge.process.job_thread import JobThread, Work
from ..bridge.settings import Settings, load_settings
from ..bridge.worker_setup import environment_check, installation, job_process, removal, torch_index, worker_environment
from .session.session import campaign_of
from .widgets.cluster_group import ClusterGroup
from .widgets.torch_builds import build_of, may_download, space_on_disk, standard_build

FOLDER = Path(__file__).resolve().parent
DEVICES = ("auto", "cpu", "cuda", "mps")
STANDARD, INDEX = "standard", "index"
FILE = "file"


class OptionsFactory(QgsOptionsWidgetFactory):
    """Creates the page each time the options are opened."""

    def __init__(self) -> None:
        super().__init__("ALCD", QIcon(str(FOLDER.parent / "resources" / "icons" / "alcd.svg")))

    def createWidget(self, parent: QWidget) -> OptionsPage:  # noqa: N802
        return OptionsPage(parent)


class OptionsPage(QgsOptionsPageWidget):
    """The page. An operation that it starts continues when the options are closed, and is shown again when they are
    reopened."""

    running: Optional[JobThread] = None  # the operation in progress, whichever page started it

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(FOLDER / "options.ui"), self)
        self.cluster_group = ClusterGroup()
        self.layout().insertWidget(self.layout().count() - 1, self.cluster_group)
        self._prepare_widgets()
        self._show_settings(load_settings())
        self.cluster_group.test_button.clicked.connect(self._test_cluster)
        self.install_button.clicked.connect(self._install)
        self.check_button.clicked.connect(self._check)
        self.remove_button.clicked.connect(self._remove)
        self.cancel_button.clicked.connect(self._cancel)
        self.log_button.clicked.connect(self._show_log)
        self.weights_combo.currentIndexChanged.connect(self._enable_widgets)
        self.index_edit.textChanged.connect(self._name_build)
        self.build_combo.currentIndexChanged.connect(self._show_state)
        self.index_edit.textChanged.connect(self._show_state)
        for widget in (self.python_file, self.base_python_file, self.wheels_file):
            widget.fileChanged.connect(self._show_state)
        self._follow()
        self._show_state()

    def apply(self) -> None:
        """Called by QGIS when the options are accepted."""
        self._save()
        provider = QgsApplication.processingRegistry().providerById("alcd")
        if provider is not None:
            provider.refreshAlgorithms()  # the device is a default value in the example model

    def settings(self) -> Settings:
        """The settings as shown in the widgets."""
        weights = self.weights_combo.currentData()
        return Settings(
            python=self.python_file.filePath().strip(),
            base_python=self.base_python_file.filePath().strip(),
            wheels=self.wheels_file.filePath().strip(),
            device=self.device_combo.currentData(),
            encoder_weights=self.weights_file.filePath().strip() if weights == FILE else weights,
            torch_build=self.build_combo.currentData(),
            torch_index=self.index_edit.text().strip() or CPU_INDEX,
            **self.cluster_group.values(),
        )

    def _save(self) -> None:
        settings = self.settings()
        try:
            checked_index(settings.torch_index)
        except WorkerError:  # it may contain a password
            settings = dataclasses.replace(settings, torch_index=load_settings().torch_index)
        settings.save()

    def _prepare_widgets(self) -> None:
        self.layout().setContentsMargins(0, 0, 0, 0)
        self.wheels_file.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.weights_file.setFilter("safetensors (*.safetensors)")
        automatic = self.tr("Automatic (a usable graphics card, otherwise the CPU)")
        for device, name in zip(DEVICES, (automatic, self.tr("CPU"), "CUDA", self.tr("Apple GPU"))):
            self.device_combo.addItem(name, device)
        self.build_combo.addItem(standard_build(), STANDARD)
        self.build_combo.addItem(build_of(CPU_INDEX), INDEX)
        self.weights_combo.addItem(self.tr("ImageNet (downloaded once, with your consent)"), IMAGENET)
        self.weights_combo.addItem(self.tr("Built-in (a small network, no download)"), BUILT_IN)
        self.weights_combo.addItem(self.tr("None (random initial weights)"), NONE)
        self.weights_combo.addItem(self.tr("From a file"), FILE)

    def _show_settings(self, settings: Settings) -> None:
        self.python_file.setFilePath(settings.python)
        self.base_python_file.setFilePath(settings.base_python)
        self.wheels_file.setFilePath(settings.wheels)
        self.device_combo.setCurrentIndex(max(self.device_combo.findData(settings.device), 0))
        is_file = settings.encoder_weights not in WORDS
        kind = FILE if is_file else settings.encoder_weights
        self.weights_combo.setCurrentIndex(self.weights_combo.findData(kind))
        self.weights_file.setFilePath(settings.encoder_weights if is_file else "")
        self.build_combo.setCurrentIndex(max(self.build_combo.findData(settings.torch_build), 0))
        self.index_edit.setText(settings.torch_index)
        self.cluster_group.show_settings(settings)
        self._name_build()

    def _name_build(self) -> None:
        self.build_combo.setItemText(self.build_combo.findData(INDEX), build_of(self.settings().torch_index))

    def _show_state(self) -> None:
        settings = self.settings()
        self.devices_label.clear()
        if settings.python:
            exists = Path(settings.python).is_file()
            text = self.tr("Jobs run in the existing Python {}.") if exists else self.tr("Python was not found at {}.")
            self.state_label.setText(text.format(settings.python))
        else:
            self._show_environment(settings)
        self._enable_widgets()

    def _show_environment(self, settings: Settings) -> None:
        try:
            environment = worker_environment(settings)
        except WorkerError as error:
            self.state_label.setText(str(error))
            return
        texts = {
            State.MISSING: f"{self.tr('Not set up yet.')} {space_on_disk(environment.index)}".strip(),
            State.OUTDATED: self.tr("Created for other settings, or for another QGIS or ALCD. Set it up again."),
            State.BROKEN: self.tr("Damaged. Set it up again."),
            State.READY: self.tr("Ready."),
        }
        self.state_label.setText(f"{texts[environment.state()]}\n{environment.home}")
        mark = environment.mark()
        if mark is not None:
            self._show_devices(mark.get("check", {}))

    def _show_devices(self, check: Dict[str, Any]) -> None:
        self.devices_label.setText("\n".join(self._device_text(device) for device in check.get("devices", [])))

    def _device_text(self, device: Dict[str, Any]) -> str:
        name = device.get("card") or device["name"]
        if device.get("usable"):
            return self.tr("{}: usable").format(name)
        return self.tr("{}: not usable ({})").format(name, reason_words(device.get("reason", "")))

    def _enable_widgets(self) -> None:
        busy = OptionsPage.running is not None
        own = not self.settings().python
        self.install_button.setEnabled(own and not busy)
        self.remove_button.setEnabled(own and not busy)
        self.check_button.setEnabled(not busy)
        self.cancel_button.setEnabled(busy)
        self.progress_bar.setVisible(busy)
        self.base_python_file.setEnabled(own and not busy)
        self.wheels_file.setEnabled(own and not busy)
        downloads = own and not busy and not self.settings().wheels
        self.build_combo.setEnabled(downloads)
        self.index_edit.setEnabled(downloads and self.build_combo.currentData() == INDEX)
        self.python_file.setEnabled(not busy)
        self.weights_file.setEnabled(self.weights_combo.currentData() == FILE)
        self.cluster_group.enable_widgets(busy=busy)

    def _install(self) -> None:
        self._save()
        settings = self.settings()
        try:
            if not settings.wheels and not may_download(self, torch_index(settings)):
                return
        except WorkerError as error:
            self.progress_label.setText(str(error))
            return
        self._begin(self.tr("Set up ALCD's Python environment"), installation)

    def _check(self) -> None:
        self._begin(self.tr("Check ALCD's Python environment"), environment_check)

    def _test_cluster(self) -> None:
        settings, campaign = self.settings(), campaign_of(QgsProject.instance())
        values = {"device": settings.device, **settings.cluster_values(), "readable": campaign or None}
        self.cluster_group.workers_label.clear()
        self._begin(self.tr("Test the Dask cluster"), lambda _settings: job_process("cluster", values))

    def _remove(self) -> None:
        self._begin(self.tr("Remove ALCD's Python environment"), removal)

    def _begin(self, title: str, make: Any) -> None:
        try:
            work: Work = make(self.settings())
        except WorkerError as error:
            self.progress_label.setText(str(error))
            return
        thread = JobThread(work)
        thread.finished.connect(_forget)
        OptionsPage.running = thread
        self._follow()
        thread.begin()
        QgsApplication.taskManager().addTask(JobTask(title, thread.state))
        self.progress_label.clear()
        self._enable_widgets()

    def _follow(self) -> None:
        thread = OptionsPage.running
        if thread is not None:
            thread.progressed.connect(self._show_progress)
            thread.succeeded.connect(self._show_success)
            thread.failed.connect(self._show_failure)
            thread.finished.connect(self._enable_widgets)

    def _cancel(self) -> None:
        if OptionsPage.running is not None:
            OptionsPage.running.cancel()

    def _show_progress(self, fraction: float, message: str) -> None:
        self.progress_bar.setValue(round(1000 * fraction))
        self.progress_label.setText(message)

    def _show_success(self, result: Dict[str, Any]) -> None:
        self._show_state()
        if result.get("devices"):
            self._show_devices(result)
        if "workers" in result:
            text = "\n".join(result["workers"]) or self.tr("The cluster has no workers.")
            self.cluster_group.workers_label.setText(text)

    def _show_failure(self, message: str, hint: str) -> None:
        self.progress_label.setText(f"{message} {hint}")
        self._show_state()

    def _show_log(self) -> None:
        try:
            file = worker_environment(self.settings()).log_file
        except WorkerError as error:
            self.progress_label.setText(str(error))
            return
        if file.is_file():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
        else:
            self.progress_label.setText(self.tr("There is no log yet."))


def _forget() -> None:
    OptionsPage.running = None
