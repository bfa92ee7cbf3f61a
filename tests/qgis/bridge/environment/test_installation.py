"""The worker's environment, really created from tiny wheels: completely, cancelled, killed, and twice at once."""

import dataclasses
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from alcd.alcd_core.errors import WorkerError
from alcd.bridge.environment.environment import MARK, Environment, State
from alcd.bridge.environment.installation import Installation, InstallationOptions
from alcd.bridge.environment.interpreter import qgis_versions
from alcd.bridge.environment.removal import Removal, remove_folder
from alcd.bridge.locks.folder_lock import folder_lock
from alcd.bridge.locks.use_lock import exclusive_use, shared_use
from alcd.bridge.process.worker import WorkerProcess

from tests.qgis.bridge.support import ROOT, commands_with, wait_until
from tests.qgis.bridge.wheels import REQUIREMENTS, make_wheel, make_wheels


def write_requirements(folder, text=REQUIREMENTS):
    file = folder / "requirements.txt"
    file.write_text(text)
    return file


@pytest.fixture
def wheels(tmp_path):
    return make_wheels(tmp_path / "wheels")


@pytest.fixture
def environment(tmp_path):
    return Environment(tmp_path / "user folder", write_requirements(tmp_path), qgis_versions())


def install(environment, wheels, on_event=None):
    events = []
    installation = Installation(environment, InstallationOptions(wheels=wheels))
    outcome = installation.run(lambda event: (events.append(event), on_event and on_event(installation, event)))
    return outcome, events


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """An installed environment for tests that only read it, with its outcome, its events, and the state of this process
    before and after."""
    folder = tmp_path_factory.mktemp("installed")
    environment = Environment(folder / "user", write_requirements(folder), qgis_versions())
    before = (list(sys.path), dict(os.environ))
    outcome, events = install(environment, make_wheels(folder / "wheels"))
    return environment, outcome, events, before, (list(sys.path), dict(os.environ))


@pytest.fixture
def ready(installed, environment):
    """An installed environment of the test's own: a copy, because an installation takes several seconds."""
    shutil.copytree(installed[0].folder, environment.folder, symlinks=True)
    assert environment.state() is State.READY
    return environment


def test_an_installed_environment_is_ready(installed):
    environment, outcome, *_ = installed
    assert outcome.status == "finished", outcome.log_tail
    assert environment.state() is State.READY
    assert outcome.result["python"] == environment.python
    assert environment.mark()["check"]["packages"]["torch"] == "2.0"


def test_it_sees_qgis_numpy_and_gdal_and_not_a_newer_numpy(installed):
    environment, *_ = installed
    program = "import numpy, osgeo.gdal, torch; print(numpy.__version__, osgeo.gdal.__version__, torch.__file__)"
    done = subprocess.run([environment.python, "-c", program], capture_output=True, text=True, check=True)
    numpy, gdal, torch = done.stdout.split()
    assert (numpy, gdal) == (environment.versions.numpy, environment.versions.gdal)
    assert torch.startswith(str(environment.home))
    assert (environment.home / "constraints.txt").read_text() == f"numpy=={environment.versions.numpy}\n"


def test_progress_increases_and_names_each_step(installed):
    _, _, events, *_ = installed
    fractions = [event["fraction"] for event in events]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert any("Downloading" in event["message"] or "Installing" in event["message"] for event in events)


def test_qgis_itself_is_not_changed(installed):
    *_, before, after = installed
    assert before == after


def test_the_log_contains_the_output_of_pip_and_no_download_remains(installed):
    environment, *_ = installed
    assert "Successfully installed" in environment.log_file.read_text()
    assert not (environment.home / "downloads").exists()


def test_without_its_python_or_its_mark_it_is_broken(installed, tmp_path):
    environment, *_ = installed
    shutil.copytree(environment.folder, tmp_path / "copy", symlinks=True)
    copy = dataclasses.replace(environment, folder=tmp_path / "copy")
    assert copy.state() is State.READY
    Path(copy.python).unlink()
    assert copy.state() is State.BROKEN
    (environment.home / MARK).rename(tmp_path / MARK)
    assert environment.state() is State.BROKEN
    (tmp_path / MARK).rename(environment.home / MARK)


def test_other_requirements_or_another_qgis_make_it_outdated(installed, tmp_path):
    environment, *_ = installed
    newer = dataclasses.replace(environment, requirements=write_requirements(tmp_path, "torch==2.0\n"))
    other = dataclasses.replace(environment, versions=dataclasses.replace(environment.versions, numpy="2.0.0"))
    assert [newer.state(), other.state(), environment.state()] == [State.OUTDATED, State.OUTDATED, State.READY]


def test_another_build_of_pytorch_makes_it_outdated(installed):
    environment, *_ = installed
    indices = [dataclasses.replace(environment, index=f"https://packages.example/{name}") for name in ("cpu", "cu130")]
    assert [one.state() for one in indices] == [State.OUTDATED, State.OUTDATED]
    assert len({one.home for one in [environment, *indices]}) == 3


def test_line_endings_of_the_requirements_do_not_matter(installed, tmp_path):
    environment, *_ = installed
    windows = tmp_path / "windows.txt"
    windows.write_bytes(REQUIREMENTS.replace("\n", "\r\n").encode())
    assert dataclasses.replace(environment, requirements=windows).state() is State.READY


@pytest.mark.parametrize("phase", ["Looking for QGIS", "Creating", "Testing"])
def test_a_cancellation_in_any_phase_leaves_nothing(environment, wheels, phase):
    outcome, events = install(
        environment, wheels, lambda job, event: event["message"].startswith(phase) and job.cancel()
    )
    assert outcome.status == "cancelled"
    assert events[-1]["message"].startswith((phase, "Cleaning up"))
    assert environment.state() is State.MISSING


def test_an_abandoned_installation_counts_as_broken(environment, wheels):
    outcome, _ = install(
        environment, wheels, lambda job, event: event["message"].startswith("Looking for packages") and job.abandon()
    )
    assert outcome.status == "cancelled"
    assert environment.state() is State.BROKEN


def test_qgis_killed_during_an_installation_leaves_no_process_and_no_lock(environment, wheels):
    outdated = make_outdated(environment)
    program = (
        "import sys; from pathlib import Path; from tests.qgis.plugin import load_plugin; load_plugin()\n"
        "from alcd.bridge.environment.environment import Environment\n"
        "from alcd.bridge.environment.interpreter import qgis_versions\n"
        "from alcd.bridge.environment.installation import Installation, InstallationOptions\n"
        "folder, requirements, wheels = map(Path, sys.argv[1:])\n"
        "environment = Environment(folder, requirements, qgis_versions())\n"
        "options = InstallationOptions(wheels=wheels)\n"
        "Installation(environment, options).run(lambda event: print(event['message'], flush=True))"
    )
    arguments = [str(environment.folder), str(environment.requirements), str(wheels)]
    qgis = subprocess.Popen([sys.executable, "-c", program, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    home = str(environment.home)
    assert wait_until(lambda: any("--requirement=" in command for command in commands_with(home)), seconds=300.0)
    qgis.send_signal(signal.SIGKILL)
    qgis.wait()
    qgis.stdout.close()
    assert wait_until(lambda: not commands_with(str(environment.home)))
    assert environment.state() is State.BROKEN
    assert outdated.exists()
    assert install(environment, wheels)[0].status == "finished"
    assert environment.state() is State.READY
    assert not outdated.exists()


def make_outdated(environment, versions=None):
    """The environment of an older plugin."""
    folder = environment.folder / "env-0123456789ab"
    folder.mkdir(parents=True)
    (folder / MARK).write_text(json.dumps({"versions": dataclasses.asdict(versions or environment.versions)}))
    return folder


def test_the_environment_of_another_qgis_stays_until_all_are_removed(environment, wheels):
    other = make_outdated(environment, dataclasses.replace(environment.versions, python="3.9.5"))
    assert install(environment, wheels)[0].status == "finished"
    assert other.exists()
    assert Removal(environment).run(lambda event: None).status == "finished"
    assert list(environment.folder.glob("env-*")) == []


def test_an_environment_in_which_a_job_runs_is_neither_recreated_nor_removed(ready, wheels):
    outdated = make_outdated(ready)
    with shared_use(ready.home), shared_use(ready.home), shared_use(outdated):
        again, _ = install(ready, wheels)
        assert (again.status, again.message) == ("failed", "A job is running in ALCD's Python environment.")
        assert Removal(ready).run(lambda event: None).status == "failed"
    assert outdated.exists()
    assert ready.state() is State.READY
    assert install(ready, wheels)[0].status == "finished"
    assert not outdated.exists()


def test_a_job_does_not_wait_for_an_environment_that_is_being_changed(environment):
    environment.folder.mkdir()
    worker = WorkerProcess([sys.executable, "-c", "print('started')"], dict(os.environ), home=environment.home)
    with exclusive_use(environment.home):
        outcome = worker.run(lambda event: None)
    assert (outcome.status, outcome.message) == ("failed", "ALCD's Python environment is being changed.")


def test_a_job_locks_its_environment_until_it_has_ended(environment):
    environment.folder.mkdir()
    seen = []

    def look(event):
        with pytest.raises(WorkerError), exclusive_use(environment.home):
            pass
        seen.append(event)

    program = "import json; print(json.dumps({'event': 'progress', 'fraction': 0.5, 'message': 'x'}))"
    WorkerProcess([sys.executable, "-c", program], dict(os.environ), home=environment.home).run(look)
    assert seen
    with exclusive_use(environment.home):
        pass


def test_a_working_environment_is_restored_if_recreating_it_fails(ready, wheels, tmp_path):
    mark = ready.mark()
    (tmp_path / "no wheels").mkdir()
    assert install(ready, tmp_path / "no wheels")[0].status == "failed"
    assert (ready.state(), ready.mark()) == (State.READY, mark)
    assert subprocess.run([ready.python, "-c", "import torch"]).returncode == 0
    outcome, _ = install(ready, wheels, lambda one, event: one.cancel() if event["fraction"] > 0.01 else None)
    assert (outcome.status, ready.state()) == ("cancelled", State.READY)
    assert install(ready, wheels)[0].status == "finished"
    assert not ready.backup.exists()


def test_an_environment_that_cannot_be_renamed_is_not_changed(ready, wheels, monkeypatch):
    mark = ready.mark()

    def refused(self, target):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refused)
    assert install(ready, wheels)[0].status == "failed"
    assert (ready.state(), ready.mark()) == (State.READY, mark)


def test_a_working_environment_is_restored_if_qgis_closes_while_it_is_recreated(ready, wheels):
    mark = ready.mark()
    outcome, _ = install(ready, wheels, lambda one, event: one.abandon() if event["fraction"] > 0.01 else None)
    assert (outcome.status, ready.state(), ready.mark()) == ("cancelled", State.READY, mark)
    assert install(ready, wheels)[0].status == "finished"
    assert ready.all() == [ready.home]


def test_a_second_qgis_is_asked_to_wait_and_changes_nothing(environment, wheels):
    with folder_lock(environment.folder):
        outcome, _ = install(environment, wheels)
        assert outcome.status == "failed"
        assert "Another QGIS" in outcome.message
        assert "Another QGIS" in Removal(environment).run(lambda event: None).message
    assert environment.state() is State.MISSING


def test_a_missing_wheel_is_reported_with_a_remedy_and_an_older_environment_stays(environment, wheels):
    make_outdated(environment)
    (wheels / "torchvision-1.0-py3-none-any.whl").unlink()
    outcome, _ = install(environment, wheels)
    assert outcome.status == "failed"
    assert "torchvision==1.0" in outcome.message
    assert str(wheels) in outcome.hint
    assert environment.state() is State.OUTDATED


def test_packages_that_cannot_be_imported_are_detected(environment, wheels):
    make_wheel(wheels, "torch", "raise OSError('libcudart.so.13: cannot open shared object file')")
    outcome, _ = install(environment, wheels)
    assert outcome.status == "failed"
    assert "torch: OSError: libcudart.so.13" in outcome.message
    assert environment.state() is State.MISSING


def test_a_folder_that_cannot_be_written_is_reported(environment, wheels):
    environment.folder.write_text("a file")
    outcome, _ = install(environment, wheels)
    assert outcome.status == "failed"
    assert str(environment.folder) in outcome.message


def test_a_removal_removes_environments_and_nothing_else(environment, tmp_path):
    home = environment.home
    (home / "lib").mkdir(parents=True)
    (tmp_path / "precious.txt").write_text("precious")
    (home / "lib" / "link").symlink_to(tmp_path)
    (home / MARK).write_text("{}")
    (environment.folder / "env-notes").mkdir()
    assert Removal(environment).run(lambda event: None).status == "finished"
    assert environment.state() is State.MISSING
    assert (tmp_path / "precious.txt").exists()
    assert (environment.folder / "env-notes").is_dir()


def test_a_stopped_removal_leaves_a_broken_environment(environment):
    environment.home.mkdir(parents=True)
    for name in (MARK, "a", "b"):
        (environment.home / name).write_text(json.dumps({}))
    assert not remove_folder(environment.home, lambda: True)
    assert environment.state() is State.BROKEN
