"""The example town: generates it in a folder that the user chooses, then fills in the form for a campaign."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QFileDialog

from ...alcd_core.errors import AlcdError
from ...bridge.texts import tr
from ..widgets.messages import Messages

JOB = "example"
FOLDER = "alcd-example"


class ExampleTown:
    """Controls the button of ``page`` (a CampaignPage) that starts the job ``example``."""

    def __init__(self, page: Any, session: Any, messages: Messages) -> None:
        self._page, self._session, self._messages = page, session, messages
        page.example_button.clicked.connect(self._make)
        session.job_ended.connect(self._end)

    def _make(self) -> None:
        parent = QFileDialog.getExistingDirectory(self._page, tr("Choose a Folder for the Example Town"))
        if not parent:
            return
        try:
            self._session.start_job(JOB, {"folder": str(new_folder(Path(parent)))})
        except AlcdError as error:
            self._messages.error(error)

    def _end(self, name: str, outcome: Any) -> None:
        if name != JOB:
            return
        self._messages.outcome(name, outcome)
        if not outcome.finished:
            return
        before, after = outcome.result["before"], outcome.result["after"]
        if self._page.is_free:
            self._page.begin_new()
            self._page.form.fill(before, after, tr("Example town"))
            add_building_map(outcome.result["buildings"])
        else:  # a campaign was opened or started in the meantime
            self._messages.success(tr("The example town is in {}.").format(Path(after).parent))


def add_building_map(path: str) -> None:
    """Add the building map to the project, hidden: it would cover what there is to label."""
    layer = QgsVectorLayer(path, tr("Building map"), "ogr")
    QgsProject.instance().addMapLayer(layer)
    QgsProject.instance().layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)


def new_folder(parent: Path) -> Path:
    """The path of a subfolder that does not exist yet."""
    path, number = parent / FOLDER, 1
    while path.exists():
        number += 1
        path = parent / f"{FOLDER}-{number}"
    return path
