"""The user's choices become job parameters, or an error message."""

import pytest
from alcd.alcd_core.errors import InputError
from alcd.ui.campaign.new_campaign import campaign_folder, grid_values, suggested_name
from alcd.ui.results.result_files import free_file, latest_file
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsVectorLayer,
)

from tests.qgis.layer_copies import written


@pytest.fixture
def dates(campaign):
    description = campaign.description
    before, after = (description.orthophoto(date).path for date in ("before", "after"))
    return QgsRasterLayer(before, "town_2012"), QgsRasterLayer(after, "town_2015")


def test_two_layers_become_two_files(dates, campaign):
    values = grid_values(*dates, None, {"gsd": 2.0})
    assert values == {"before": campaign.raster_path("before"), "after": campaign.raster_path("after"), "gsd": 2.0}


def test_the_layer_s_nodata_value_is_passed_on_unless_the_user_chose_otherwise(dates):
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


def test_an_area_that_is_not_a_file_is_written_to_one(dates):
    area = QgsVectorLayer("Polygon?crs=EPSG:32632", "area", "memory")
    area.dataProvider().addFeatures([square(area, 500000), square(area, 500050)])
    copy = QgsVectorLayer(written(grid_values(*dates, area, {})["aoi"]))
    assert copy.featureCount() == 2
    assert copy.extent() == area.extent()
    area.selectByIds([1])
    assert QgsVectorLayer(written(grid_values(*dates, area, {}, selected_only=True)["aoi"])).featureCount() == 1


def test_an_area_with_unsaved_edits_is_refused(dates):
    area = QgsVectorLayer("Polygon?crs=EPSG:32632", "area", "memory")
    area.startEditing()
    area.addFeature(square(area, 500000))
    with pytest.raises(InputError, match="unsaved edits"):
        grid_values(*dates, area, {})


def test_a_filter_and_a_crs_set_in_qgis_apply_to_the_area(dates, campaign):
    area = QgsVectorLayer(f"{campaign.file}|layername=tiles", "tiles")
    assert grid_values(*dates, area, {})["aoi"] == f"{campaign.file}|layername=tiles"
    area.setSubsetString("tile_id < 3")
    area.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    copy = QgsVectorLayer(written(grid_values(*dates, area, {})["aoi"]))
    assert (copy.featureCount(), copy.crs().authid()) == (2, "EPSG:25832")


def square(layer, left):
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 5399900, left + 40, 5399940)))
    return feature


@pytest.mark.parametrize("name", ["", "  ", "a/b", "..", "a:b"])
def test_a_name_that_cannot_be_a_folder_name_is_refused(tmp_path, name):
    with pytest.raises(InputError):
        campaign_folder(str(tmp_path), name)


def test_an_existing_campaign_is_not_overwritten(campaign):
    with pytest.raises(InputError, match="already exists"):
        campaign_folder(str(campaign.folder.parent), campaign.folder.stem)


def test_the_name_is_what_the_layers_have_in_common(dates):
    assert suggested_name(*dates) == "town"
    assert suggested_name(dates[0], None) == ""


def test_result_files_never_replace_each_other(tmp_path):
    first = free_file(tmp_path, "changes-round-001", ".gpkg")
    first.touch()
    second = free_file(tmp_path, "changes-round-001", ".gpkg")
    assert (first.name, second.name) == ("changes-round-001.gpkg", "changes-round-001-2.gpkg")
    assert latest_file(tmp_path, "changes-*.gpkg") == first
    assert latest_file(tmp_path, "nothing-*") is None


def test_a_campaign_is_created_beside_its_imagery_by_default(tmp_path, campaign, monkeypatch):
    from alcd.ui.campaign import new_campaign
    from qgis.core import QgsRasterLayer

    after = QgsRasterLayer(campaign.raster_path("after"), "after")
    assert new_campaign.suggested_folder(after) == str(tmp_path)
    assert new_campaign.suggested_folder(None) == ""
    assert new_campaign.suggested_folder(QgsRasterLayer("type=xyz&url=https://none", "web", "wms")) == ""
    monkeypatch.setattr(new_campaign.os, "access", lambda *_: False)
    assert new_campaign.suggested_folder(after) == ""
