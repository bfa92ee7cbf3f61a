"""Layers that show what a model thinks are hidden and come back, wherever they are from."""

import pytest
from alcd.ui.session.campaign_layers import LABELLING, REVIEW
from alcd.ui.session.opinions import MODEL_TAG, Opinions
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer


@pytest.fixture
def add_map(project, tmp_path):
    """Adds a raster to the project, as the toolbox does: ``add_map("name", made_by="model")``."""

    def add(name, made_by=""):
        path = str(tmp_path / f"{name}.tif")
        raster = gdal.GetDriverByName("GTiff").Create(path, 8, 8, 1)
        raster.SetGeoTransform((500000, 1, 0, 5400000, 0, -1))
        if made_by:
            raster.SetMetadataItem(MODEL_TAG, made_by)
        raster = None
        layer = QgsRasterLayer(path, name, "gdal")
        assert layer.isValid()
        return project.addMapLayer(layer)

    return add


@pytest.fixture
def add_polygons(project):
    def add(name, field):
        return project.addMapLayer(QgsVectorLayer(f"Polygon?crs=EPSG:32632&field={field}:double", name, "memory"))

    return add


def checked(project):
    nodes = project.layerTreeRoot().findLayers()
    return {node.layer().name() for node in nodes if node.itemVisibilityChecked()}


def test_only_layers_with_a_model_s_opinion_are_hidden_until_they_are_revealed(project, add_map, add_polygons):
    add_map("probability", made_by="0123456789abcdef")
    add_map("orthophoto")
    add_polygons("changes", "mean_probability")
    add_polygons("tiles", "change_probability")
    add_polygons("cadastre", "area")
    before = checked(project)
    opinions = Opinions(project)
    opinions.hide()
    assert checked(project) == {"orthophoto", "cadastre"}
    opinions.reveal()
    assert checked(project) == before


def test_a_project_saved_meanwhile_has_them_as_they_were(project, add_map, tmp_path):
    """So it opens as the user left it, even if QGIS does not live to reveal them."""
    add_map("probability", made_by="0123456789abcdef")
    layer = add_map("uncertainty", made_by="0123456789abcdef")
    project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    add_map("orthophoto")
    opinions = Opinions(project)
    opinions.hide()
    assert project.write(str(tmp_path / "town.qgz"))
    assert checked(project) == {"orthophoto"}
    saved = QgsProject()
    assert saved.read(str(tmp_path / "town.qgz"))
    assert checked(saved) == {"probability", "orthophoto"}


def test_layers_that_were_unchecked_stay_so(project, add_map):
    layer = add_map("probability", made_by="0123456789abcdef")
    project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    opinions = Opinions(project)
    opinions.hide()
    opinions.reveal()
    assert checked(project) == set()


def test_a_layer_that_a_job_adds_meanwhile_appears_afterwards(project, add_map):
    opinions = Opinions(project)
    opinions.hide()
    add_map("probability", made_by="0123456789abcdef")
    add_map("orthophoto")
    assert checked(project) == {"orthophoto"}
    opinions.reveal()
    assert checked(project) == {"probability", "orthophoto"}


def test_what_a_page_wants_to_show_is_shown_afterwards(session, campaign, project):
    session.open(campaign.folder)
    layers = session.layers
    layers.arrange(REVIEW)
    layers.opinions.hide()
    layers.arrange(LABELLING)
    assert checked(project) == {"Annotations", "After"}
    layers.opinions.reveal()
    assert checked(project) == {"Annotations", "Proposals", "Tiles", "After"}


def test_clearing_the_project_while_they_are_hidden_does_no_harm(project, add_map):
    add_map("probability", made_by="0123456789abcdef")
    opinions = Opinions(project)
    opinions.hide()
    project.clear()
    opinions.reveal()
    add_map("later", made_by="0123456789abcdef")
    assert checked(project) == {"later"}
