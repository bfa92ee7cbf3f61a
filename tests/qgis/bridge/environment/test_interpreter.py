"""QGIS's own Python, found and confirmed."""

import dataclasses
import os
import sys

import pytest
from alcd.alcd_core.errors import WorkerError
from alcd.bridge import hints
from alcd.bridge.environment import interpreter
from alcd.bridge.environment.interpreter import (
    Host,
    Versions,
    candidates,
    find_interpreter,
    probe,
    qgis_versions,
    this_host,
)
from alcd.bridge.hints import fixable_in_settings, name_another_python


def script(tmp_path, text):
    file = tmp_path / "python3"
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return str(file)


def test_it_is_found_on_this_machine_and_has_the_versions_of_qgis():
    path = find_interpreter(qgis_versions())
    assert probe(path) == qgis_versions()


def test_the_path_and_sys_executable_have_no_influence(monkeypatch, tmp_path):
    other = script(tmp_path, "exit 1")
    monkeypatch.setattr(sys, "executable", other)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    assert find_interpreter(qgis_versions()) != other


def test_on_windows_it_is_beside_qgis():
    host = Host("win32", "3.12", r"C:\OSGeo4W\apps\Python312", "", r"C:\OSGeo4W\bin\qgis-ltr-bin.exe")
    assert candidates(host)[0] == r"C:\OSGeo4W\apps\Python312\python.exe"
    moved = dataclasses.replace(host, base_prefix=r"C:\OSGeo4W\apps\qgis")
    assert r"C:\OSGeo4W\apps\Python312\python.exe" in candidates(moved)
    assert host.executable not in candidates(host)


def test_on_macos_it_is_in_the_bundle():
    host = Host(
        "darwin", "3.12", "/Applications/QGIS.app/Contents/Frameworks", "", "/Applications/QGIS.app/Contents/MacOS/QGIS"
    )
    assert "/Applications/QGIS.app/Contents/MacOS/bin/python3" in candidates(host)
    assert "/Applications/QGIS.app/Contents/Frameworks/bin/python3.12" in candidates(host)


def test_on_macos_the_remedy_names_where_a_suitable_python_comes_from(monkeypatch):
    assert "Homebrew" not in name_another_python()
    monkeypatch.setattr(hints.sys, "platform", "darwin")
    assert "Homebrew" in name_another_python()
    assert fixable_in_settings(name_another_python())


def test_an_older_python_of_qgis_is_rejected_with_a_remedy():
    with pytest.raises(WorkerError, match=r"QGIS's Python is 3\.9\.5.*3\.11 or newer") as caught:
        find_interpreter(Versions("3.9.5", "3.6.2", "1.24.2"))
    assert "settings" in caught.value.hint


def test_an_older_python_chosen_by_the_user_is_rejected(tmp_path):
    old = script(tmp_path, """echo '{"python": "3.9.5", "gdal": "3.6.2", "numpy": "1.24.2", "virtual": false}'""")
    with pytest.raises(WorkerError, match=r"is Python 3\.9\.5"):
        probe(old)


def test_a_python_without_gdal_is_rejected(tmp_path):
    answer = '{"python": "3.11.5", "gdal": "", "numpy": "2.0", "virtual": false, "error": "No module named osgeo"}'
    with pytest.raises(WorkerError, match=r"lacks GDAL or numpy .No module named osgeo"):
        probe(script(tmp_path, f"echo '{answer}'"))


def test_a_virtual_environment_is_rejected_as_the_base():
    with pytest.raises(WorkerError, match="virtual environment"):
        probe(sys.executable)


@pytest.mark.parametrize("text", ["exit 1", "echo hello", "echo '[]'", "kill -9 $$"])
def test_a_program_that_is_not_a_python_is_rejected(tmp_path, text):
    with pytest.raises(WorkerError, match="is not a working Python"):
        probe(script(tmp_path, text))


def test_a_python_that_never_answers_is_abandoned(tmp_path, monkeypatch):
    monkeypatch.setattr(interpreter, "PROBE_SECONDS", 0.2)
    with pytest.raises(WorkerError, match="no answer"):
        probe(script(tmp_path, "exec sleep 60"))


def test_a_python_with_versions_other_than_those_of_qgis_is_rejected(tmp_path):
    other = script(tmp_path, """echo '{"python": "3.11.2", "gdal": "3.9.0", "numpy": "2.0.0", "virtual": false}'""")
    with pytest.raises(WorkerError, match=r"has Python 3\.11\.2, GDAL 3\.9\.0, numpy 2\.0\.0"):
        find_interpreter(qgis_versions(), paths=["/nowhere", other])


def test_this_process_shows_where_its_python_may_be():
    host = this_host()
    assert host.version == f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert candidates(host)
