"""A new user's first minutes in the real panel: help, an example to try, and failures that stay visible."""

import os
import sys

import pytest

from tests.desktop.qgis_program import command, prepare, run_session

SECONDS = 500


@pytest.fixture(scope="module")
def minutes(tmp_path_factory, plugin_zip):
    """The report of the session."""
    command()
    torch = pytest.importorskip("torch")
    safetensors = pytest.importorskip("safetensors.torch")
    folder = tmp_path_factory.mktemp("minutes")
    (folder / "mine").mkdir()
    weights = folder / "other.safetensors"
    safetensors.save_file({"stem.weight": torch.zeros(3)}, weights)
    prepare(folder, plugin_zip)
    more = {"ALCD_TEST_WEIGHTS": str(weights), "ALCD_TEST_PYTHON": sys.executable}
    if os.environ.get("ALCD_PICTURES"):
        more["ALCD_PICTURES"] = os.environ["ALCD_PICTURES"]
    return run_session(folder, "first_minutes_session.py", SECONDS, **more)


def test_the_tutorial_opens_from_the_installed_plugin(minutes):
    assert minutes["tutorial"].startswith("Ten minutes with ALCD")


def test_a_job_that_cannot_start_is_still_reported_after_fifteen_seconds(minutes):
    refused = minutes["refused"]
    assert refused["visible"]
    assert "The Python chosen for ALCD does not exist" in refused["text"]
    assert refused["button"] == "Open settings"


def test_a_failed_job_is_still_reported_after_fifteen_seconds(minutes):
    failed = minutes["failed"]
    assert failed["visible"]
    assert failed["heading"] == "Suggest first tiles failed"
    assert "weights of another network, not of resnet34" in failed["text"]
    assert "Choose other encoder weights in ALCD's settings" in failed["text"]
    assert failed["button"] == "Open settings"


def test_the_next_success_removes_the_failure(minutes):
    assert minutes["cleared by the example"]
    assert minutes["cleared by the suggestion"]


def test_the_example_trains_its_own_small_network_without_a_setting(minutes):
    card = str(minutes["card"])
    assert "resnet18" in card
    assert minutes["queried"] == 12


def test_dialogs_offer_choices_in_words(minutes):
    assert minutes["train offers"] == [
        "MCBN: one network, with a sample of its batch statistics for each member",
        "Fast: the best results per minute of computing",
    ]
    assert minutes["query offers"] == ["Single pass: where one member is least certain, in half of the time"]
