"""Jobs cancelled in each phase, in Processing and in the background: nothing is changed and no process remains."""

import time

import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")
pytest.importorskip("torch", reason="training needs torch")

from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer  # noqa: E402

from tests.qgis.bridge.support import wait_until  # noqa: E402

# Jobs, and the message at which they are cancelled; if empty, one second after their start without a message.
PROCESSING_PHASES = [
    ("create", "Comparing the rasters"),
    ("create", "Measuring brightness"),
    ("label", "Reading the reference"),
    ("train", "Epoch 2 of 200"),
    ("predict", "Tile 1 of"),
]
BACKGROUND_PHASES = [
    ("create", "Measuring tiles"),
    ("label", "Labelling"),
    ("train", ""),
    ("query", "Tile 1 of"),
]


@pytest.fixture
def region(request, tmp_path):
    """A region in which the job of the test can run."""
    job = request.node.callspec.params["job"]
    if job == "create":
        return request.getfixturevalue("rasters").copy(tmp_path / "region")
    if job in ("query", "predict"):
        return request.getfixturevalue("training_in_qgis")[0].copy(tmp_path / "region")
    return request.getfixturevalue("labelled").copy(tmp_path / "region")


@pytest.fixture(autouse=True)
def every_event(plugin, monkeypatch):
    """Deliver all progress events, so that a phase of a few milliseconds is noticed."""
    from alcd.bridge.process import event_throttle

    monkeypatch.setattr(event_throttle, "PROGRESS_SECONDS", 0.0)


@pytest.mark.parametrize(("job", "said"), PROCESSING_PHASES)
def test_in_processing(plugin, region, job, said):
    before = all_of(region)
    feedback = CancelledWhenSaid(said)
    algorithm = qgis_core.QgsApplication.processingRegistry().createAlgorithmById(f"alcd:{job}")
    results, _ = algorithm.run(long_job(region, job), qgis_core.QgsProcessingContext(), feedback)
    assert feedback.cancelled_at is not None
    print(f"{job}: ended {time.monotonic() - feedback.cancelled_at:.1f} s after the cancel")
    assert results == {}
    assert region.workers() == []
    assert all_of(region) == before


@pytest.mark.parametrize("job", ["train"])
def test_the_batch_dialog_s_cancel_button_works_while_the_worker_is_silent(plugin, region, job):
    before = all_of(region)
    feedback = CancelledWhenSaid("Epoch 1")
    QTimer.singleShot(500, feedback.cancel)  # the button, in the thread that runs the algorithm, as in that dialog
    algorithm = qgis_core.QgsApplication.processingRegistry().createAlgorithmById(f"alcd:{job}")
    results, _ = algorithm.run(long_job(region, job), qgis_core.QgsProcessingContext(), feedback)
    assert feedback.cancelled_at is None, "the button worked only once the worker spoke"
    assert results == {}
    assert all_of(region) == before


@pytest.mark.parametrize(("job", "said"), BACKGROUND_PHASES)
def test_in_the_background(plugin, region, job, said):
    from alcd.bridge.process.job_thread import JobThread, running_threads
    from alcd.bridge.worker_setup import job_process

    before = all_of(region)
    thread = JobThread(job_process(job, long_job(region, job)))
    asked = []

    def cancel():
        asked.append(time.monotonic())
        thread.cancel()

    if said:
        thread.progressed.connect(lambda _, message: cancel() if said in message else None)
    else:
        QTimer.singleShot(1000, cancel)
    run(thread)
    assert asked
    print(f"{job}: ended {time.monotonic() - asked[0]:.1f} s after the cancel")
    assert thread.outcome.status == "cancelled"
    assert running_threads() == set()
    assert wait_until(lambda: region.workers() == [], 5)
    assert all_of(region) == before


class CancelledWhenSaid(qgis_core.QgsProcessingFeedback):
    """A user who presses Cancel when the dialog shows a certain text."""

    def __init__(self, words):
        super().__init__(False)
        self.cancelled_at = None
        self._words = words

    def setProgressText(self, text):
        if self._words in text and self.cancelled_at is None:
            self.cancelled_at = time.monotonic()
            self.cancel()


def long_job(region, job):
    """Parameters of a job that lasts long enough to be cancelled."""
    parameters = region.parameters(job)
    if job == "train":
        parameters["epochs"] = 200
    return parameters


def all_of(region):
    """The data that a cancelled job must not change, except for a training's checkpoint."""
    if not region.campaign_folder.exists():
        return region.left_in_sight()
    campaign = region.campaign()
    models = {path.name for path in (region.campaign_folder / "models").iterdir() if path.suffix != ".partial"}
    return region.left_in_sight(), campaign.tiles(), campaign.annotations(), campaign.rounds(), models


def run(thread):
    loop = QEventLoop()
    thread.finished.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(120_000, loop.quit)
    thread.begin()
    loop.exec() if hasattr(loop, "exec") else loop.exec_()
    assert thread.isFinished()
