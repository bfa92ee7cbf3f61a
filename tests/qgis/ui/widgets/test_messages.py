"""Messages in QGIS's bar."""

import pytest

LONG = "The dates look shifted against each other. " * 8


@pytest.fixture
def bar(qgis_application):
    from qgis.gui import QgsMessageBar
    from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

    window = QWidget()
    layout = QVBoxLayout(window)
    made = QgsMessageBar(window)
    layout.addWidget(made)
    layout.addStretch()
    window.resize(580, 400)
    window.show()
    made.keep = window
    yield made
    window.close()


@pytest.fixture
def messages(bar):
    from alcd.ui.widgets.messages import Messages

    class Window:
        def messageBar(self):
            return bar

    return Messages(Window())


def test_a_long_warning_is_shown_in_full(messages, bar, pump):
    from qgis.PyQt.QtWidgets import QTextBrowser

    messages.warning(LONG)
    pump(100)
    browser = bar.items()[0].findChild(QTextBrowser)
    assert browser.verticalScrollBar().maximum() == 0
    assert browser.height() >= browser.document().size().height()


def test_a_short_message_keeps_qgis_s_height(messages, bar, pump):
    messages.warning("Short.")
    pump(100)
    low = bar.height()
    messages.warning(LONG)
    pump(100)
    assert low < 50 < bar.height()


def test_qgis_s_own_notice_of_a_finished_job_is_removed(messages, bar, pump):
    messages.success("50 tiles to label first.")
    bar.pushInfo("Task complete", "ALCD: suggest")
    bar.pushInfo("Another plugin", "ALCD: is mentioned")
    pump(600)
    assert [item.text() for item in bar.items()] == ["ALCD: is mentioned", "50 tiles to label first."]
