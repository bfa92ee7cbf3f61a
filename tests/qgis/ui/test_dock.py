"""The dock as a whole: its pages by key, the order of the tabulator, what each page shows on the map."""

import pytest
from alcd.ui.desk import Desk
from alcd.ui.dock import DeskDock
from alcd.ui.tab_order import first_field, in_order
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


@pytest.fixture
def desk(project):
    return Desk(project)  # the dock ends it


@pytest.fixture
def dock(desk, campaign, window, qgis_application):
    bar = QgsMessageBar(window.window)
    window.messageBar = lambda: bar
    made = DeskDock(desk, window, window.window)
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    desk.open(campaign.folder)
    qgis_application.processEvents()
    yield made
    made.unload()


def focus_chain(widget):
    """What the tabulator key leads to from here, in this order."""
    found, following = [], widget.nextInFocusChain()
    while following is not widget:
        if following.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(following)
        following = following.nextInFocusChain()
    return found


def test_each_page_has_a_key_that_gives_it_the_keyboard(dock, window, qgis_application):
    dock.hide()
    expected = (
        (dock.campaign_page, dock.campaign_page.next_button),
        (dock.label_page, window.canvas),
        (dock.learn_page, dock.learn_page.count_box),
    )
    for number, (page, field) in enumerate(expected, start=1):
        QTest.keyClick(window.window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)
        qgis_application.processEvents()
        assert dock.isVisible()
        assert dock.pages.currentWidget() is page
        here = qgis_application.focusWidget()
        assert here is field or field.isAncestorOf(here)


def test_fields_that_were_made_last_are_reached_where_they_stand(dock):
    page = dock.campaign_page
    chain = focus_chain(page.name_edit)
    last = page.new_contents.findChild(object, "parameter_bands_after")
    order = [chain.index(one) for one in (last, page.back_button, page.create_button)]
    assert order == sorted(order)
    assert chain.index(page.new_contents.findChild(object, "parameter_tile_size")) < order[0]


def test_hidden_and_grey_fields_are_passed_over(dock):
    page = dock.learn_page
    page.count_box.setEnabled(False)
    assert first_field(page) is not page.count_box
    assert first_field(dock.results_page) not in list(in_order(dock.results_page.map_group))  # nothing was learnt yet


def test_labelling_and_review_show_their_own_layers(dock, desk, project):
    from alcd.ui.campaign_layers import LABELLING, REVIEW

    def shown():
        root = project.layerTreeRoot()
        roles = ("annotations", "proposals", "tiles")
        return [root.findLayer(desk.layers.layer(role).id()).isVisible() for role in roles]

    desk.layers.arrange(REVIEW)
    assert shown() == [False] * 3
    desk.layers.arrange(LABELLING)
    assert shown() == [True] * 3


def test_labels_are_not_imported_from_the_campaign_s_own_layers(dock, project, add_polygons):
    combo = dock.campaign_page.reference_combo
    assert [combo.layer(number).name() for number in range(combo.count())] == ["known"]


@pytest.fixture
def add_polygons(project):
    from qgis.core import QgsVectorLayer

    project.addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:32632", "known", "memory"))
