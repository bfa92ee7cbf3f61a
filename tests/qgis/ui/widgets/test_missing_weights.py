"""What to start from if the ImageNet weights are not on this computer."""

import pytest
from alcd.bridge.process.outcome import FAILED, FINISHED, JobOutcome
from alcd.bridge.settings import load_settings
from qgis.PyQt.QtCore import QSettings
from qgis.PyQt.QtWidgets import QMessageBox, QWidget


@pytest.fixture
def choose(qgis_application, tmp_path, monkeypatch):
    """Opens the question and presses the button with a text; the settings are those of the test."""
    from alcd.ui.widgets.missing_weights import choose_weights
    from qgis.PyQt.QtCore import QCoreApplication

    QCoreApplication.setOrganizationName("alcd-tests")
    QCoreApplication.setApplicationName("alcd-tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QSettings().clear()

    def press(text):
        def answer(box):
            next(one for one in box.buttons() if one.text().replace("&", "") == text).click()

        monkeypatch.setattr(QMessageBox, "exec", answer)
        return choose_weights(QWidget())

    return press


def test_the_download_is_allowed_for_this_job_alone(choose):
    assert choose("Download") == {"download": True}
    assert load_settings().encoder_weights == "imagenet"


def test_the_start_model_stays_chosen(choose):
    assert choose("Use ALCD's start model") == {"encoder_weights": "start"}
    assert load_settings().encoder_weights == "start"


def test_nothing_is_started_if_the_user_cancels(choose):
    assert choose("Cancel") == {}
    assert load_settings().encoder_weights == "imagenet"


def test_only_missing_weights_lead_to_the_question(qgis_application):
    from alcd.ui.widgets.missing_weights import lacks_weights

    missing = "The ImageNet weights of resnet34 are not on this machine, and downloading was not allowed."
    assert lacks_weights(JobOutcome(FAILED, message=missing))
    assert not lacks_weights(JobOutcome(FAILED, message="The disk is full."))
    assert not lacks_weights(JobOutcome(FINISHED, message=missing))
