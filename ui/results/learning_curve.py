"""The learning curve: labels against average precision, AUC and changed tiles found."""

from __future__ import annotations

from typing import Any, List, Optional, Sequence

from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QWidget

from ...bridge.texts import tr
from ..widgets.plot import LinePlot, Series

COLOURS = {"average_precision": QColor(229, 83, 61), "auc": QColor(52, 138, 189), "changed": QColor(242, 166, 30)}


class LearningCurve(LinePlot):
    """Plots a campaign's rounds."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Labelled tiles"), top=1.0, parent=parent)
        self.setToolTip(tr("“Changed tiles” is the share of changed tiles among the labelled ones"))

    def set_rounds(self, rounds: Sequence[Any]) -> None:
        """Plot these rounds."""
        self.set_series(curves(rounds))


def curves(rounds: Sequence[Any]) -> List[Series]:
    """The lines, from campaign rounds; an unknown figure gives no point."""
    labelled = [one for one in rounds if one.labelled]
    names = {"average_precision": tr("Average precision"), "auc": tr("AUC")}
    lines = []
    for name, text in names.items():
        known = [(one.labelled, getattr(one, name)) for one in labelled if getattr(one, name) is not None]
        lines.append(Series(text, known, COLOURS[name]))
    changed = [(one.labelled, one.changed / one.labelled) for one in labelled if one.changed is not None]
    return [*lines, Series(tr("Changed tiles"), changed, COLOURS["changed"])]
