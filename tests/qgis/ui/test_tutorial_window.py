"""The tutorial opens in QGIS, from the plugin's own folder, with pictures that fit."""

import re

import pytest
from alcd.ui.tutorial import FILE, MARGIN, PAGES, TutorialPage, TutorialWindow
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QImage, QTextDocument, QTextTable


@pytest.fixture
def tutorial(qgis_application, pump):
    window = TutorialWindow()
    window.bring_forward()
    pump(5_000, until=lambda: not window.page.document().isEmpty())
    yield window
    window.close()


def pictures(page):
    """Name and picture of each image in the text."""
    found, block = {}, page.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            style = iterator.fragment().charFormat()
            if style.isImageFormat():
                name = style.toImageFormat().name()
                found[name] = page.document().resource(QTextDocument.ResourceType.ImageResource, QUrl(name))
            iterator += 1
        block = block.next()
    return found


def widest(page):
    return page.viewport().width() - 2 * MARGIN


def test_it_shows_headings_tables_and_pictures(tutorial):
    text = FILE.read_text("utf-8")
    shown = tutorial.page.toPlainText()
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    assert len(headings) > 5
    assert all(heading in shown for heading in headings)
    assert any(isinstance(frame, QTextTable) for frame in tutorial.page.document().rootFrame().childFrames())
    found = pictures(tutorial.page)
    assert set(found) == set(re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text))
    assert all(picture.width() > 300 for picture in found.values())


def test_pictures_fit_the_window_when_it_is_resized(tutorial, pump):
    before = widest(tutorial.page)
    assert {picture.width() for picture in pictures(tutorial.page).values()} == {before}
    tutorial.resize(400, 600)
    pump(5_000, until=lambda: {one.width() for one in pictures(tutorial.page).values()} == {widest(tutorial.page)})
    assert widest(tutorial.page) < before
    assert tutorial.page.horizontalScrollBar().maximum() == 0


def test_pictures_are_sharp_on_a_high_resolution_screen(qgis_application, pump, monkeypatch):
    monkeypatch.setattr(TutorialPage, "devicePixelRatioF", lambda _: 2.0)
    window = TutorialWindow()
    window.resize(400, 600)
    window.show()
    pump(5_000, until=lambda: not window.page.document().isEmpty())
    width = widest(window.page)
    shown = pictures(window.page)
    for name, picture in shown.items():
        assert picture.width() == min(2 * width, QImage(str(FILE.parent / name)).width()) > width
        assert picture.width() / picture.devicePixelRatioF() == pytest.approx(width)
    assert shown
    assert window.page.horizontalScrollBar().maximum() == 0
    window.close()


def test_only_web_addresses_and_the_plugin_s_own_pages_are_links(tutorial):
    assert "](" not in tutorial.page.toPlainText()
    links = re.findall(r'href="([^"]+)"', tutorial.page.toHtml())
    assert all(link.startswith("http") or link in PAGES for link in links)
    assert "building-map.md" in links


def test_the_page_on_building_maps_opens_in_the_same_window_and_leads_back(tutorial):
    tutorial.page.anchorClicked.emit(QUrl("building-map.md"))
    assert tutorial.page.toPlainText().startswith("Updating a building map")
    found = pictures(tutorial.page)
    assert len(found) == 5 and all(picture.width() > 300 for picture in found.values())
    tutorial.page.anchorClicked.emit(QUrl("tutorial.md"))
    assert set(pictures(tutorial.page)) == set(re.findall(r"!\[[^\]]*\]\(([^)]+)\)", FILE.read_text("utf-8")))
