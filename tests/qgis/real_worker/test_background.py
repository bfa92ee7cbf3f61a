"""A job in the background of QGIS's window."""

import pytest

pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")


def test_the_window_stays_alive_while_the_worker_trains(training_in_qgis):
    region, report = training_in_qgis
    assert report["status"] == "finished", report
    assert [one.round for one in region.campaign().rounds()] == [1]
    print(
        f"longest stall of the event loop: {report['stall_ms']} ms while training,"
        f" {report['idle_stall_ms']} ms without a job (goal: under 100 ms)"
    )
