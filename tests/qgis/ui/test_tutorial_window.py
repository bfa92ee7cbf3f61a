"""The tutorial opens in QGIS, from the plugin's own folder, with pictures that fit."""

import re

import pytest
from alcd.ui.tutorial import FILE, MARGIN, TutorialWindow
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QTextDocument, QTextTable


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


def test_only_web_addresses_are_links(tutorial):
    assert "](" not in tutorial.page.toPlainText()
    links = re.findall(r'href="([^"]+)"', tutorial.page.toHtml())
    assert all(link.startswith("http") for link in links)
