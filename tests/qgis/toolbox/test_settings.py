"""The user's choices, and the worker that follows from them."""

from pathlib import Path

import pytest
from alcd.alcd_core.errors import WorkerError
from alcd.bridge.settings import Settings, load_settings
from alcd.bridge.worker_setup import (
    environment_check,
    installation,
    job_process,
    proxy,
    worker_environment,
    worker_python,
)
from qgis.core import QgsSettings


def test_settings_are_loaded_as_saved(settings):
    chosen = Settings("/a/python", "/b/python", "/wheels", "cuda", "/w.safetensors", "index", "file:///srv/index")
    chosen.save()
    assert load_settings() == chosen


def test_defaults_leave_nothing_in_qgis_s_settings(settings):
    Settings(device="cuda").save()
    Settings().save()
    assert not [key for key in QgsSettings().allKeys() if key.startswith("alcd/")]


def test_the_environment_is_outside_the_plugin(settings):
    folder = worker_environment(Settings()).folder
    assert folder.name == "alcd"
    assert Path(__file__).resolve().parents[3] not in folder.parents
    assert worker_python(Settings()).startswith(str(folder))
    assert worker_python(Settings(python="/a/python")) == "/a/python"


def test_each_index_has_its_own_environment(settings):
    index = "https://packages.example/cpu"
    chosen = Settings(torch_build="index", torch_index=index)
    standard, other = worker_environment(Settings()), worker_environment(chosen)
    assert (standard.index, other.index) == ("", index)
    assert standard.home != other.home
    assert installation(chosen).environment == other
    assert worker_environment(Settings(torch_index=index)) == standard


def test_a_wrong_address_of_an_index_is_refused(settings):
    with pytest.raises(WorkerError, match="is not the address of a PyTorch index"):
        worker_environment(Settings(torch_build="index", torch_index="cpu"))


def test_a_job_runs_in_the_chosen_python_without_a_shell(settings):
    Settings(python="/a/python").save()
    process = job_process("suggest", {"campaign": "/c.alcd", "count": 3})
    assert process._command[:5] == ["/a/python", "-m", "alcd_core", "suggest", "/c.alcd"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"proxyEnabled": False, "proxyHost": "host"}, ""),
        ({"proxyEnabled": True, "proxyHost": "host", "proxyPort": "3128"}, "http://host:3128"),
        (
            {"proxyEnabled": True, "proxyHost": "host", "proxyUser": "a b", "proxyPassword": "p@ss"},
            "http://a%20b:p%40ss@host",
        ),
        ({"proxyEnabled": True, "proxyHost": "host", "proxyType": "Socks5Proxy"}, "socks5://host"),
        ({"proxyEnabled": True, "proxyHost": "host", "proxyType": "DefaultProxy"}, ""),
    ],
)
def test_qgis_s_proxy_is_passed_on(settings, values, expected):
    for name, value in values.items():
        QgsSettings().setValue(f"proxy/{name}", value)
    assert proxy() == (expected, "")


@pytest.mark.parametrize(
    ("kept", "hosts"),
    [
        ([], ""),
        ("http://intranet.example/", "intranet.example"),  # as QGIS stores a list of one
        (["http://intranet.example:8080/maps", "", "10.0.0.1", "http://[::1"], "intranet.example,10.0.0.1,http://[::1"),
    ],
)
def test_addresses_reached_without_the_proxy_are_passed_on_as_hosts(settings, kept, hosts):
    for name, value in {"proxyEnabled": True, "proxyHost": "host", "noProxyUrls": kept}.items():
        QgsSettings().setValue(f"proxy/{name}", value)
    assert proxy() == ("http://host", hosts)


def test_a_chosen_python_that_does_not_work_is_probed_once_and_again_on_request(settings, tmp_path):
    tries = tmp_path / "tries"
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\necho x >> {tries}\nexit 1\n")
    python.chmod(0o755)
    named = Settings(base_python=str(python))
    for _ in range(3):
        with pytest.raises(WorkerError):
            worker_environment(named)
    assert tries.read_text() == "x\n"
    with pytest.raises(WorkerError):
        installation(named)
    assert tries.read_text() == "x\nx\n"
    with pytest.raises(WorkerError):
        environment_check(named)
    assert tries.read_text() == "x\nx\nx\n"
