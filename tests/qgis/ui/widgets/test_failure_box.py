"""A failure stays in the panel, with a button to fix it, until the next success or until the user dismisses it."""

import pytest
from alcd.alcd_core.errors import ENCODER_WEIGHTS_HINTS, InputError, WorkerError
from alcd.bridge.hints import set_up
from alcd.bridge.process.outcome import CANCELLED, CRASHED, FAILED, FINISHED, JobOutcome
from alcd.ui.widgets import messages as messages_module
from alcd.ui.widgets.failure_box import FailureBox
from alcd.ui.widgets.messages import Messages
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QWidget


class Window:
    def __init__(self):
        self.bar, self.pages = QgsMessageBar(), []

    def messageBar(self):
        return self.bar

    def showOptionsDialog(self, currentPage):  # noqa: N803 - QGIS's name
        self.pages.append(currentPage)


@pytest.fixture
def iface(qgis_application):
    return Window()


@pytest.fixture
def messages(iface):
    return Messages(iface)


@pytest.fixture
def box(messages):
    parent = QWidget()
    made = FailureBox(messages, parent)
    made.keep = parent
    return made


def shown(box):
    return not box.isHidden()


def failed(message="No.", hint="Do it otherwise.", status=FAILED):
    return JobOutcome(status, message=message, hint=hint)


def test_a_failed_job_is_named_with_what_to_do_about_it(messages, box, iface):
    assert not shown(box)
    messages.outcome("suggest", failed("There is no file of encoder weights at w.", ENCODER_WEIGHTS_HINTS[0]))
    assert shown(box)
    assert box.heading_label.text() == "Suggest first tiles failed"
    assert box.text_label.text().startswith("There is no file of encoder weights at w. Choose other encoder weights in")
    assert "--" not in box.text_label.text()  # the command line's options
    box.action_button.click()
    assert iface.pages == ["ALCD"]
    assert shown(box)  # opening the settings does not fix anything yet


def test_it_stays_when_the_bar_hides_it(messages, box, iface):
    messages.outcome("suggest", failed())
    iface.bar.clearWidgets()
    assert shown(box)


def test_a_refusal_before_a_job_starts_stays_as_well(messages, box, iface):
    messages.error(WorkerError("ALCD's Python environment is not set up yet.", set_up()))
    assert box.text_label.text() == f"ALCD's Python environment is not set up yet. {set_up()}"
    assert not box.action_button.isHidden()
    messages.error(InputError("Choose a polygon layer."))
    assert box.text_label.text() == "Choose a polygon layer."
    assert box.action_button.isHidden()


def test_a_crash_shows_the_log(messages, box, monkeypatch):
    opened = []
    monkeypatch.setattr(messages_module, "show_log", lambda: opened.append("log"))
    messages.outcome("train", failed(status=CRASHED))
    assert box.action_button.text() == "Show log"
    box.action_button.click()
    assert opened == ["log"]


def test_only_a_success_or_the_user_removes_it(messages, box, iface):
    messages.outcome("suggest", failed())
    messages.info("Something else.")
    messages.outcome("suggest", JobOutcome(CANCELLED))
    assert shown(box)
    messages.outcome("suggest", JobOutcome(FINISHED))
    assert not shown(box)
    messages.warning("It cannot be written.")
    assert shown(box)
    messages.success("It is written.")
    assert not shown(box)
    assert [item.text() for item in iface.bar.items()] == ["It is written."]  # in the bar, too
    messages.warning("It cannot be written.")
    box.dismiss_button.click()
    assert not shown(box)
    assert "It cannot be written." not in [item.text() for item in iface.bar.items()]


def test_the_same_failure_is_shown_once_in_the_bar(messages, iface):
    for _ in range(3):
        messages.warning("It cannot be written.")
    assert [item.text() for item in iface.bar.items()] == ["It cannot be written."]
