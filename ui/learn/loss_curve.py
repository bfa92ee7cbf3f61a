"""The training loss, with earlier networks in grey."""

from __future__ import annotations

from typing import Any, List, Mapping, Optional, Tuple

from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QWidget

from ...bridge.texts import tr
from ..widgets.plot import LinePlot, Series

CURRENT, EARLIER = QColor(229, 83, 61), QColor(128, 128, 128, 140)


class LossCurve(LinePlot):
    """Plots the loss from a job's metric events and ignores all other events."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Epoch"), parent=parent)
        self.networks: List[List[Tuple[float, float]]] = []  # (epoch, loss) of each
        self._begins = False  # the next epoch is the first one of this run

    def clear(self) -> None:
        """Remove all curves."""
        self.networks = []
        self.set_series([])

    def begin(self, after_stop: bool) -> None:
        """A training run starts. ``after_stop``: it may resume the last one and then continues its curve."""
        if not after_stop:
            self.clear()
        self._begins = True

    def add(self, event: Mapping[str, Any]) -> None:
        """Add an event. An epoch that does not follow the last one starts the next network's curve."""
        if event.get("event") != "metric" or event.get("name") != "loss":
            return
        if event["value"] is None:  # not a number: the training diverges
            return
        point = (float(event["epoch"]), float(event["value"]))
        if self._begins:
            self._begins = False
            if not self.networks or point[0] != self.networks[-1][-1][0] + 1:
                self.networks = []
        if not self.networks or point[0] <= self.networks[-1][-1][0]:
            self.networks.append([])
        self.networks[-1].append(point)
        earlier = [Series("", points, EARLIER, marks=False) for points in self.networks[:-1]]
        name = tr("Loss") if len(self.networks) == 1 else tr("Loss of network {}").format(len(self.networks))
        self.set_series([*earlier, Series(name, self.networks[-1], CURRENT, marks=False)])
