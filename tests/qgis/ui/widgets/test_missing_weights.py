"""What to start from if the ImageNet weights are not on this computer."""

import pytest
from alcd.bridge.process.outcome import FAILED, FINISHED, JobOutcome
from alcd.bridge.settings import load_settings
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

MISSING = JobOutcome(
    FAILED, message="The ImageNet weights of resnet34 are not on this machine, and downloading was not allowed."
)


@pytest.fixture
def choose(own_settings, monkeypatch):
    """Opens the question and presses the button with a text; the settings are those of the test."""
    from alcd.ui.widgets.missing_weights import choose_weights

    def press(text, **values):
        def answer(box):
            next(one for one in box.buttons() if one.text().replace("&", "") == text).click()

        monkeypatch.setattr(QMessageBox, "exec", answer)
        return choose_weights(QWidget(), MISSING, values)

    return press


def test_the_download_is_allowed_for_this_job_alone(choose):
    assert choose("Download") == {"download": True}
    assert load_settings().encoder_weights == "imagenet"


def test_the_built_in_network_stays_chosen(choose):
    assert choose("Use the built-in network") == {"encoder_weights": "built-in"}
    assert load_settings().encoder_weights == "built-in"


def test_nothing_is_started_if_the_user_cancels(choose):
    assert choose("Cancel") == {}
    assert load_settings().encoder_weights == "imagenet"


@pytest.mark.parametrize("value", [{"encoder": "resnet34"}, {"encoder_depth": 5}, {"preset": "paper"}])
def test_the_built_in_network_is_not_offered_where_it_does_not_fit(choose, value):
    assert choose("Use the built-in network", **value) == {}
    assert load_settings().encoder_weights == "imagenet"


def test_only_missing_weights_lead_to_the_question(qgis_application):
    from alcd.ui.widgets.missing_weights import lacks_weights

    failed = "The ImageNet weights of resnet34 could not be downloaded: no connection."
    assert lacks_weights(MISSING) and lacks_weights(JobOutcome(FAILED, message=failed))
    assert not lacks_weights(JobOutcome(FAILED, message="The disk is full."))
    assert not lacks_weights(JobOutcome(FINISHED, message=MISSING.message))
