"""The size of the open campaign's cache of fetched tiles."""

import threading
from types import SimpleNamespace

import pytest
from alcd.ui.campaign import fetched_tiles as module
from alcd.ui.campaign.fetched_tiles import FetchedTiles
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QPushButton


class OpenCampaign(QObject):
    """The part of a session that matters here."""

    opened, closed = pyqtSignal(), pyqtSignal()

    def __init__(self):
        super().__init__()
        self.campaign = self.job = None

    def open(self, folder):
        self.campaign = SimpleNamespace(folder=folder)
        self.opened.emit()

    def close(self):
        self.campaign = None
        self.closed.emit()


class Page(QObject):
    """The part of the page that matters here."""

    def __init__(self):
        super().__init__()
        self.fetched_label, self.fetched_button = QLabel(), QPushButton()


@pytest.fixture
def campaigns(tmp_path):
    """Folders of campaigns on a service: one with two tiles, one with none."""
    folders = [tmp_path / name for name in ("two.alcd", "none.alcd")]
    for folder in folders:
        (folder / "imagery" / "before").mkdir(parents=True)
        (folder / "imagery" / "before.xml").touch()
    for number in range(2):
        (folders[0] / "imagery" / "before" / f"{number}.png").write_bytes(b"1")
    return folders


@pytest.fixture
def page(qgis_application):
    return Page()


@pytest.fixture
def fetched(page):
    session = OpenCampaign()
    made = FetchedTiles(page, session, None)
    made.session = session
    return made


def test_the_figures_of_another_campaign_are_never_shown(fetched, page, campaigns, pump):
    two, none = campaigns
    fetched.session.open(two)
    fetched.refresh()
    pump(5000, until=page.fetched_button.isVisible)
    assert " 2 tiles" in page.fetched_label.text() and page.fetched_button.isEnabled()
    fetched.session.close()
    assert page.fetched_label.isHidden() and page.fetched_button.isHidden()
    fetched.session.open(none)
    fetched.refresh()
    pump(5000, until=page.fetched_button.isVisible)
    assert " 0 tiles" in page.fetched_label.text() and not page.fetched_button.isEnabled()


def test_what_changed_while_it_was_measured_is_measured_again(fetched, page, campaigns, pump, monkeypatch):
    begun, go_on, measure = threading.Event(), threading.Event(), module.cache_size

    def slow(folder):
        found = measure(folder)
        begun.set()
        assert go_on.wait(10)
        return found

    monkeypatch.setattr(module, "cache_size", slow)
    folder = campaigns[1]
    fetched.session.open(folder)
    fetched.refresh()
    assert begun.wait(10)
    (folder / "imagery" / "before" / "late.png").write_bytes(b"1")
    fetched.refresh()
    go_on.set()
    pump(5000, until=page.fetched_button.isVisible)
    assert " 1 tiles" in page.fetched_label.text()
