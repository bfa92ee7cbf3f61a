"""Several sets of parameters: one after the other, as the batch dialog runs them, and at the same time."""

import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")

from qgis.PyQt.QtCore import QCoreApplication  # noqa: E402

from tests.qgis.bridge.support import wait_until  # noqa: E402
from tests.qgis.real_worker.support import TILES  # noqa: E402

SETS = 3
SECONDS = 120


@pytest.fixture
def regions(plugin, rasters, tmp_path):
    return [rasters.copy(tmp_path / f"region {number}") for number in range(SETS)]


def algorithm(job):
    return qgis_core.QgsApplication.processingRegistry().createAlgorithmById(f"alcd:{job}")


def test_a_batch_creates_labels_and_describes_several_campaigns(regions):
    for job in ("create", "label", "info"):
        one = algorithm(job)  # the batch dialog runs one algorithm again and again
        for region in regions:
            feedback = qgis_core.QgsProcessingFeedback(False)
            results, done = one.run(region.parameters(job), qgis_core.QgsProcessingContext(), feedback)
            assert done, feedback.textLog()
            assert results["campaign"] == str(region.campaign_folder)
    assert [len(region.campaign().tiles(state="labelled")) for region in regions] == [TILES] * SETS


def test_algorithms_of_the_task_manager_run_at_the_same_time(regions):
    for job in ("create", "label"):
        ended = run_as_tasks(job, regions)
        assert ended == [str(region.campaign_folder) for region in regions]
    assert [len(region.campaign().tiles(state="labelled")) for region in regions] == [TILES] * SETS


def test_one_invalid_set_in_a_batch_does_not_affect_the_others(regions):
    (regions[1].folder / "after.tif").write_text("no raster")
    ended = run_as_tasks("create", regions)
    assert ended == [str(regions[0].campaign_folder), None, str(regions[2].campaign_folder)]
    assert not regions[1].campaign_folder.exists()


def test_two_jobs_on_one_campaign_do_not_mix(regions):
    region = regions[0]
    region.run("create")
    ended = run_as_tasks("label", [region, region])
    assert ended.count(str(region.campaign_folder)) >= 1
    assert len(region.campaign().tiles(state="labelled")) == TILES
    assert len(region.campaign().annotations()) == len({shape for shape, _ in region.campaign().annotations()})


def run_as_tasks(job, regions):
    """Run a job for each region in QGIS threads; returns the resulting campaigns, None for those that failed."""
    ended, kept = {}, []
    for number, region in enumerate(regions):
        context, feedback = qgis_core.QgsProcessingContext(), qgis_core.QgsProcessingFeedback(False)
        one = algorithm(job)
        task = qgis_core.QgsProcessingAlgRunnerTask(one, region.parameters(job), context, feedback)

        def note(done, results, number=number):
            ended[number] = results.get("campaign") if done else None

        task.executed.connect(note)
        if task.isCanceled():  # the preparation failed; such a task never reports its end
            ended[number] = None
        kept.append((one, context, feedback, task))
        qgis_core.QgsApplication.taskManager().addTask(task)

    def over():
        QCoreApplication.processEvents()
        return len(ended) == len(regions)

    assert wait_until(over, SECONDS)
    return [ended[number] for number in range(len(regions))]
