"""The builds of PyTorch: addresses that are accepted, and sizes."""

import pytest
from alcd.alcd_core.errors import WorkerError
from alcd.bridge.environment.torch_build import CPU_INDEX, checked_index, needed_gigabytes, size_of


@pytest.mark.parametrize(
    "address",
    [
        CPU_INDEX,
        "https://packages.example:8443/pytorch/cu130/",
        "file:///srv/pytorch/simple",
        "file:///C:/pytorch/simple",
        "http://127.0.0.1:8000/simple",
        "http://[::1]:8000/simple",
        "http://localhost/simple",
    ],
)
def test_an_address_is_accepted_without_the_blanks_around_it(address):
    assert checked_index(f" {address}\n") == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "cpu",
        "https://",
        "file://",
        "http://packages.example/cpu",
        "http://127.0.0.1.example/cpu",
        "ftp://packages.example/cpu",
        "--extra-index-url=https://packages.example",
        "https://packages.example/cpu https://other.example",
        "https://[packages.example/cpu",
    ],
)
def test_what_is_not_a_safe_address_is_refused(address):
    with pytest.raises(WorkerError, match="is not the address of a PyTorch index") as caught:
        checked_index(address)
    assert "https://" in caught.value.hint


@pytest.mark.parametrize("login", ["ada:secret@", "ada@", ":secret@"])
def test_a_password_is_refused_and_not_repeated(login):
    with pytest.raises(WorkerError, match="contains a user name or a password") as caught:
        checked_index(f"https://{login}packages.example/cpu")
    assert "secret" not in str(caught.value)
    assert ".netrc" in caught.value.hint


def test_the_size_depends_on_the_build_and_the_system():
    assert size_of("", "linux").disk > 5 * size_of(CPU_INDEX, "linux").disk
    assert size_of("", "win32") == size_of(CPU_INDEX, "win32")  # PyPI has nothing else for Windows
    assert size_of("https://packages.example/cu130", "linux") is None
    assert size_of("", "freebsd14") is None
    assert needed_gigabytes("", "linux") == needed_gigabytes("https://packages.example/cu130", "win32") == 10
