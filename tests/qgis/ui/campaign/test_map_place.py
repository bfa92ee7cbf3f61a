"""The map zooms to a campaign when it is opened, unless it already shows some of it."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRectangle


@pytest.fixture
def page(session, window, qgis_application):
    from alcd.ui.campaign.campaign_page import CampaignPage
    from alcd.ui.widgets.messages import Messages
    from qgis.gui import QgsMessageBar

    window.bar = QgsMessageBar()
    window.messageBar = lambda: window.bar
    made = CampaignPage(session, window, Messages(window), window.window)
    yield made
    made.form.end()


def shown(canvas, campaign):
    """Whether the whole grid is visible on the map."""
    crs = QgsCoordinateReferenceSystem.fromWkt(campaign.description.grid.crs)
    transform = QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), QgsProject.instance())
    return canvas.extent().contains(transform.transformBoundingBox(QgsRectangle(*campaign.description.grid.bounds)))


@pytest.mark.parametrize("crs", ["EPSG:32632", "EPSG:3857", "EPSG:4326"])
def test_a_map_of_another_place_zooms_to_the_campaign(page, window, campaign, crs):
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    far = {"EPSG:4326": (20, 40, 21, 41)}.get(crs, (900_000, 4_000_000, 910_000, 4_010_000))
    window.canvas.setExtent(QgsRectangle(*far))
    assert not shown(window.canvas, campaign)
    page.open(str(campaign.folder))
    assert shown(window.canvas, campaign)


def test_an_extent_within_the_campaign_stays(page, window, campaign):
    window.canvas.setExtent(QgsRectangle(500_010, 5_399_960, 500_030, 5_399_980))
    before = window.canvas.extent()
    page.open(str(campaign.folder))
    assert window.canvas.extent() == before


def test_a_campaign_that_cannot_be_opened_leaves_the_map_alone(page, window, tmp_path):
    window.canvas.setExtent(QgsRectangle(900_000, 4_000_000, 910_000, 4_010_000))
    before = window.canvas.extent()
    page.open(str(tmp_path / "nothing.alcd"))
    assert window.canvas.extent() == before
