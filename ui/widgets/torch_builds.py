"""The builds of PyTorch in words, and the consent to download one."""

from __future__ import annotations

import sys

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...bridge.environment.torch_build import is_cpu_only, size_of
from ...bridge.texts import tr
from .figures import rounded


def standard_build() -> str:
    """The build that the registry has for this system, and its size."""
    names = {
        "linux": tr("Standard, from PyPI, with CUDA"),
        "win32": tr("Standard, from PyPI, CPU only"),
        "darwin": tr("Standard, from PyPI, with Apple GPU"),
    }
    return _with_size(names.get(sys.platform, tr("Standard, from PyPI")), "")


def build_of(index: str) -> str:
    """The build that the index with this address has, and its size, where they are known."""
    cpu_only = is_cpu_only(index) and sys.platform != "darwin"
    return _with_size(tr("CPU only, from the index below") if cpu_only else tr("From the index below"), index)


def space_on_disk(index: str) -> str:
    """How much will be installed."""
    size = size_of(index)
    return "" if size is None else tr("About {} GB will be installed.").format(rounded(size.disk, 2))


def may_download(parent: QWidget, index: str) -> bool:
    """Ask the user whether the packages may be downloaded, naming from where."""
    words = [
        f"{tr('PyTorch will be downloaded from:')}\n{index}" if index else "",
        tr("All other packages will be downloaded from PyPI, or from the registry that pip is set to use.")
        if index
        else tr("All packages will be downloaded from PyPI, or from the registry that pip is set to use."),
        _with_size(tr("Download"), index),
        tr("Download and install them now?"),
    ]
    buttons = QMessageBox.StandardButton
    text = "\n\n".join(filter(None, words))
    answer = QMessageBox.question(parent, "ALCD", text, buttons.Yes | buttons.No, buttons.Yes)
    return answer == buttons.Yes


def _with_size(name: str, index: str) -> str:
    size = size_of(index)
    if size is None:
        return tr("{}: size not known").format(name)
    amounts = rounded(size.download, 2), rounded(size.disk, 2)
    return tr("{}: {} GB, installed {} GB").format(name, *amounts)
