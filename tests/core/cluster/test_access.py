"""Which addresses of a scheduler are accepted, and what a worker must have."""

import dataclasses

import pytest

from alcd_core.cluster.access import Access
from alcd_core.cluster.preflight import NEEDED_BYTES, Inspection, reason_to_leave_out
from alcd_core.errors import InputError


@pytest.fixture
def files(tmp_path):
    names = {"tls_ca_file": "ca.pem", "tls_cert": "cert.pem", "tls_key": "key.pem"}
    for name in names.values():
        (tmp_path / name).touch()
    return {name: str(tmp_path / file) for name, file in names.items()}


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:8786", "tcp://localhost:8786", "tcp://[::1]:8786"])
def test_this_computer_needs_no_encryption(address):
    assert Access(address).security().require_encryption is False


@pytest.mark.parametrize("address", ["tcp://10.0.0.7:8786", "tcp://localhost.example:8786", "tcp://0.0.0.0:8786"])
def test_an_unencrypted_address_on_the_network_needs_an_explicit_yes(address):
    with pytest.raises(InputError, match="would not be encrypted"):
        Access(address)
    Access(address, allow_unencrypted=True)


def test_an_encrypted_address_needs_its_three_files(files):
    security = Access("tls://boss:8786", **files).security()
    assert security.require_encryption
    config = security.get_tls_config_for_role("worker")
    assert (config["ca_file"], config["cert"], config["key"]) == tuple(files.values())
    for name in files:
        with pytest.raises(InputError, match="three TLS files"):
            Access("tls://boss:8786", **{**files, name: None})
        with pytest.raises(InputError, match=r"/nowhere/x\.pem does not exist"):
            Access("tls://boss:8786", **{**files, name: "/nowhere/x.pem"})


def test_files_for_an_unencrypted_address_are_refused(files):
    with pytest.raises(InputError, match="is not encrypted"):
        Access("tcp://127.0.0.1:8786", **files)


def test_a_cluster_without_an_address_is_not_this_computer():
    with pytest.raises(InputError, match="not the address of its scheduler"):
        Access("")


@pytest.mark.parametrize(
    "address",
    ["boss", "boss:8786", "http://boss:8786", "tcp://boss", "tcp://boss:port", "tcp://[::1:8786", "tls://[boss]:8786"],
)
def test_what_is_not_an_address_is_refused(address):
    with pytest.raises(InputError, match="is not the address of a Dask scheduler"):
        Access(address)


OWN = Inspection("boss", {"ALCD": "1.0", "GDAL": "3.6.2"}, "CPU", "float32", 2 * NEEDED_BYTES, ("a", "b"), "hash")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"versions": {"ALCD": "1.0", "GDAL": "3.9.1"}}, "it has GDAL 3.9.1, this machine 3.6.2."),
        ({"fault": "b.tif cannot be opened."}, "b.tif cannot be opened."),
        ({"rasters": ("a", "c")}, "it reads another raster: c instead of b."),
        ({"pixels": "other"}, "the pixels that it reads differ"),
        ({"free_bytes": NEEDED_BYTES // 2}, "only 0.5 GB of its memory are free"),
        ({"device": "H200", "precision": "bfloat16"}, ""),
    ],
)
def test_a_worker_that_would_compute_something_else_is_left_out(change, reason):
    found = reason_to_leave_out(dataclasses.replace(OWN, **change), OWN)
    assert found.startswith(reason) and bool(found) == bool(reason)
