"""What the user chooses becomes a job's parameters, or a sentence about what is wrong."""

import pytest
from alcd.alcd_core.errors import InputError
from alcd.ui.campaign.new_campaign import campaign_folder, grid_values, polygon_file, suggested_name
from alcd.ui.results.result_files import free_file, latest_file
from qgis.core import QgsRasterLayer, QgsRasterRange, QgsVectorLayer


@pytest.fixture
def dates(campaign):
    description = campaign.description
    return QgsRasterLayer(description.before.path, "town_2012"), QgsRasterLayer(description.after.path, "town_2015")


def test_two_layers_become_two_files(dates, campaign):
    values = grid_values(*dates, None, {"gsd": 2.0})
    assert values == {"before": campaign.description.before.path, "after": campaign.description.after.path, "gsd": 2.0}


def test_a_nodata_value_of_the_layer_goes_along_unless_the_user_chose_another_way(dates):
    for band in range(1, dates[1].bandCount() + 1):
        dates[1].dataProvider().setUserNoDataValue(band, [QgsRasterRange(255, 255)])
    values = grid_values(*dates, None, {})
    assert values["nodata_after"] == 255 and "nodata_before" not in values
    assert "nodata_after" not in grid_values(*dates, None, {"mask": "none"})
    assert "nodata_after" not in grid_values(*dates, None, {"nodata": 3.0})


def test_one_layer_twice_and_none_are_refused(dates):
    with pytest.raises(InputError, match="same layer"):
        grid_values(dates[0], dates[0], None, {})
    with pytest.raises(InputError, match="each date"):
        grid_values(dates[0], None, None, {})


def test_an_area_that_is_no_file_is_refused(dates):
    area = QgsVectorLayer("Polygon?crs=EPSG:32632", "area", "memory")
    with pytest.raises(InputError, match="GeoPackage"):
        grid_values(*dates, area, {})


def test_a_filter_is_refused_since_the_worker_would_not_know_it(campaign):
    layer = QgsVectorLayer(f"{campaign.file}|layername=tiles", "tiles")
    assert polygon_file(layer).startswith(str(campaign.file))
    layer.setSubsetString("tile_id < 3")
    with pytest.raises(InputError, match="filtered"):
        polygon_file(layer)


@pytest.mark.parametrize("name", ["", "  ", "a/b", "..", "a:b"])
def test_a_name_that_is_no_folder_s_name_is_refused(tmp_path, name):
    with pytest.raises(InputError):
        campaign_folder(str(tmp_path), name)


def test_an_existing_campaign_is_not_overwritten(campaign):
    with pytest.raises(InputError, match="exists already"):
        campaign_folder(str(campaign.folder.parent), campaign.folder.stem)


def test_the_name_is_what_the_layers_have_in_common(dates):
    assert suggested_name(*dates) == "town"
    assert suggested_name(dates[0], None) == ""


def test_result_files_never_take_each_other_s_place(tmp_path):
    first = free_file(tmp_path, "changes-round-001", ".gpkg")
    first.touch()
    second = free_file(tmp_path, "changes-round-001", ".gpkg")
    assert (first.name, second.name) == ("changes-round-001.gpkg", "changes-round-001-2.gpkg")
    assert latest_file(tmp_path, "changes-*.gpkg") == first
    assert latest_file(tmp_path, "nothing-*") is None


def test_a_campaign_is_made_beside_its_imagery_unless_the_user_says_otherwise(tmp_path, campaign, monkeypatch):
    from alcd.ui.campaign import new_campaign
    from qgis.core import QgsRasterLayer

    after = QgsRasterLayer(campaign.raster_path("after"), "after")
    assert new_campaign.suggested_folder(after) == str(tmp_path)
    assert new_campaign.suggested_folder(None) == ""
    assert new_campaign.suggested_folder(QgsRasterLayer("type=xyz&url=https://none", "web", "wms")) == ""
    monkeypatch.setattr(new_campaign.os, "access", lambda *_: False)
    assert new_campaign.suggested_folder(after) == ""


def test_polygons_whose_crs_was_set_in_qgis_only_are_refused(dates, tmp_path):
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsFeature,
        QgsGeometry,
        QgsProject,
        QgsRectangle,
        QgsVectorFileWriter,
    )

    memory = QgsVectorLayer("Polygon?crs=EPSG:32632", "area", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(500000, 5399900, 500100, 5400000)))
    memory.dataProvider().addFeature(feature)
    path, options = str(tmp_path / "area.gpkg"), QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, path, QgsProject.instance().transformContext(), options)
    layer = QgsVectorLayer(path, "area")
    assert polygon_file(layer) == path
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:31468"))
    with pytest.raises(InputError, match=r"lies in EPSG:31468.*file says EPSG:32632"):
        polygon_file(layer)
