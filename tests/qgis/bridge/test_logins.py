"""Logins of services, with the real authentication store of a QGIS of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("logins_in_qgis.py")


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("logins")
    done = subprocess.run([sys.executable, PROGRAM, folder], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    if told is None:
        pytest.skip("QGIS's authentication store is disabled here")
    return told


def test_the_logins_of_all_rasters_reach_the_environment_of_the_job(report):
    first, further = report["ids"]
    assert report["found"] == {f"ALCD_LOGIN_{first}": "eva:eva:1", f"ALCD_LOGIN_{further}": "jan:jan:1"}


def test_a_login_that_qgis_does_not_know_is_left_out(report):
    assert report["unknown"] == {}


def test_a_login_of_another_kind_is_refused_by_its_name(report):
    assert "town hall is of the kind EsriToken" in report["refused"]
    assert "secret" not in report["refused"]
