"""A separate QGIS process: a window with a map, a job in the background, and a measurement of the window's stalls.

Arguments: a folder for the profile, the job, its parameters as JSON. Prints a JSON object for each progress, and at
the end one with the status and the longest stalls in milliseconds, without a job and with it.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from qgis.core import QgsApplication, QgsRasterLayer, QgsVectorLayer  # noqa: E402
from qgis.gui import QgsMapCanvas  # noqa: E402
from qgis.PyQt.QtCore import QElapsedTimer, Qt, QTimer  # noqa: E402
from qgis.PyQt.QtWidgets import QMainWindow, QProgressBar  # noqa: E402

IDLE_MILLISECONDS = 2000


class StallMeter:
    """The longest time between two turns of the event loop, by a timer that is due every millisecond."""

    def __init__(self):
        self.longest = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)

    def start(self):
        self.longest = 0
        self._clock.start()
        self._timer.start(1)

    def _turn(self):
        self.longest = max(self.longest, self._clock.restart())


def say(**values):
    print(json.dumps(values), flush=True)


def main(application, job, parameters):
    from tests.qgis.plugin import load_plugin

    load_plugin()
    from alcd.bridge.process.job_task import JobTask
    from alcd.bridge.process.job_thread import JobThread
    from alcd.bridge.settings import Settings
    from alcd.bridge.worker_setup import job_process

    Settings(python=sys.executable).save()
    window, canvas, bar = QMainWindow(), QgsMapCanvas(), QProgressBar()
    window.setCentralWidget(canvas)
    window.statusBar().addWidget(bar)
    layers = layers_of(parameters["campaign"])
    canvas.setDestinationCrs(layers[0].crs())
    canvas.setExtent(layers[0].extent())
    canvas.setLayers(layers)
    window.show()

    meter, report = StallMeter(), {}
    thread = JobThread(job_process(job, parameters))

    def begin():
        report["idle_stall_ms"] = meter.longest
        meter.start()
        QgsApplication.taskManager().addTask(JobTask(job, thread.state))
        thread.begin()

    def progressed(fraction, message):
        bar.setValue(round(100 * fraction))
        say(fraction=fraction, message=message)

    thread.progressed.connect(progressed)
    thread.finished.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    # The first rendering of the map is not measured.
    QTimer.singleShot(IDLE_MILLISECONDS // 2, meter.start)
    QTimer.singleShot(IDLE_MILLISECONDS, begin)
    application.exec() if hasattr(application, "exec") else application.exec_()
    say(status=thread.outcome.status, message=thread.outcome.message, stall_ms=meter.longest, **report)
    canvas.setLayers([])
    Settings().save()


def layers_of(campaign):
    names = ("annotations", "tiles")
    vectors = [QgsVectorLayer(f"{campaign}/campaign.gpkg|layername={name}", name, "ogr") for name in names]
    return [*vectors, QgsRasterLayer(str(Path(campaign).parent / "after.tif"), "after")]


if __name__ == "__main__":
    # It must outlive all its layers.
    qgis = QgsApplication([], True, str(Path(sys.argv[1]) / "profiles" / "default"))
    qgis.initQgis()
    main(qgis, sys.argv[2], json.loads(sys.argv[3]))
    qgis.exitQgis()
