"""A new user's first minutes in the real panel: help, an example to try, and failures that stay visible."""

from alcd_core.jobs.query import ACQUISITIONS
from alcd_core.jobs.registry import jobs


def test_the_tutorial_opens_from_the_installed_plugin(example):
    assert example["tutorial"].startswith("Ten minutes with ALCD")


def test_a_job_that_cannot_start_is_still_reported_when_the_bar_has_hidden_it(example):
    refused = example["refused"]
    assert refused["visible"]
    assert "The Python chosen for ALCD does not exist" in refused["text"]
    assert refused["button"] == "Open settings"


def test_a_failed_job_is_still_reported_when_the_bar_has_hidden_it(example):
    failed = example["failed"]
    assert failed["visible"]
    assert failed["heading"] == "Suggest first tiles failed"
    assert "weights of another network, not of resnet34" in failed["text"]
    assert "Choose other encoder weights in ALCD's settings" in failed["text"]
    assert failed["button"] == "Open settings"


def test_the_next_success_removes_the_failure(example):
    assert example["cleared by the example"]
    assert example["cleared by the suggestion"]


def test_without_imagenet_weights_the_built_in_network_finds_the_first_tiles(example):
    assert example["chosen weights"] == "built-in"


def test_the_example_trains_its_own_small_network_without_a_setting(example):
    assert example["card"]["encoder"] == "resnet18"
    assert example["queried"] == 12


def test_dialogs_offer_choices_in_words(example):
    assert example["train offers"] == [
        "MCBN: one network, with a sample of its batch statistics for each member",
        "Fast: for tens to hundreds of labelled tiles",
    ]
    words = ACQUISITIONS[jobs()["query"].default("acquisition")]
    assert ": " in words
    assert example["query offers"] == [words]
