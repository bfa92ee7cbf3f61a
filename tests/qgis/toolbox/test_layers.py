"""Layers become files with exactly the features that the user chose, or are rejected with the reason."""

from pathlib import Path
from urllib.parse import quote

import pytest
from alcd.alcd_core.errors import InputError
from alcd.alcd_core.service_source import service_source
from alcd.toolbox.layers import is_automatic, layer_nodata, parameter_file, raster_file
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from web_server import WebServer

from tests.qgis.layer_copies import written


@pytest.fixture
def project():
    project = QgsProject.instance()
    yield project
    project.clear()


@pytest.fixture
def reference_file(provider, project):
    """The result of ``parameter_file`` for a value of the parameter ``reference``."""
    context = QgsProcessingContext()
    context.setProject(project)
    algorithm = provider.algorithm("label").create()

    def file(value):
        return written(parameter_file(algorithm, {"reference": value}, "reference", context))

    return file


@pytest.fixture
def gpkg(polygons, project, tmp_path):
    """The polygons as a GeoPackage with two layers."""
    path = str(tmp_path / "two.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    for name in ("first", "second"):
        options.layerName = name
        QgsVectorFileWriter.writeAsVectorFormatV3(polygons, path, project.transformContext(), options)
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    return path


def features(path):
    layer = QgsVectorLayer(path)
    assert len(layer.dataProvider().subLayers()) == 1
    return layer.featureCount()


def test_a_layer_s_own_file_is_used(reference_file, polygons, project, tmp_path):
    path = str(tmp_path / "one.geojson")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GeoJSON"
    QgsVectorFileWriter.writeAsVectorFormatV3(polygons, path, project.transformContext(), options)
    assert reference_file(path) == path


def test_a_layer_in_memory_is_written_to_a_file(reference_file, polygons, project):
    project.addMapLayer(polygons)
    assert features(reference_file(polygons.id())) == 3


def test_only_selected_features_are_written(reference_file, polygons, project):
    project.addMapLayer(polygons)
    polygons.selectByIds([1])
    assert features(reference_file(QgsProcessingFeatureSourceDefinition(polygons.id(), True))) == 1


def test_a_filter_of_the_layer_is_respected(reference_file, gpkg, project):
    layer = QgsVectorLayer(f"{gpkg}|layername=second", "second")
    layer.setSubsetString('"fid" > 1')
    project.addMapLayer(layer)
    assert features(reference_file(layer.id())) == 2


def test_one_layer_of_many_is_passed_to_the_worker_by_name(reference_file, gpkg):
    assert reference_file(f"{gpkg}|layername=second") == f"{gpkg}|layername=second"


@pytest.mark.parametrize("as_source", [False, True])
def test_unsaved_edits_are_rejected(reference_file, polygons, project, as_source):
    project.addMapLayer(polygons)
    polygons.startEditing()
    polygons.addFeature(QgsFeature(polygons.fields()))
    value = QgsProcessingFeatureSourceDefinition(polygons.id(), False) if as_source else polygons.id()
    with pytest.raises(InputError, match="squares has unsaved edits"):
        reference_file(value)
    polygons.rollBack()


def test_an_editing_session_without_edits_is_accepted(reference_file, polygons, project):
    project.addMapLayer(polygons)
    polygons.startEditing()
    assert features(reference_file(polygons.id())) == 3
    polygons.rollBack()


def test_a_raster_layer_s_file_is_used(qgis_application, rasters):
    assert raster_file(QgsRasterLayer(rasters[0], "before")) == rasters[0]


def test_tiles_are_named_by_their_source_and_shown_again_from_it(qgis_application):
    address = "https://localhost/{z}/{x}/{y}.png?a=1&b=2"
    text = f"authcfg=abc1234&type=xyz&url={quote(address)}&zmax=17&zmin=0"
    layer = QgsRasterLayer(text, "tiles", "wms")
    source = service_source(raster_file(layer))
    assert (source.kind, source.url, source.zoom, source.authcfg) == ("XYZ", address, 17, "abc1234")
    assert layer_nodata(layer) is None
    assert service_source(source.qgis_source) == source
    assert QgsRasterLayer(source.qgis_source, "again", "wms").isValid()


def test_a_coverage_is_named_by_its_source(qgis_application):
    layer = QgsRasterLayer("dpiMode=7&identifier=town&url=http://localhost:1/wcs", "coverage", "wcs")
    source = service_source(raster_file(layer))
    assert (source.kind, source.layers, source.url) == ("WCS", "town", "http://localhost:1/wcs")


@pytest.mark.parametrize(
    ("text", "provider", "words"),
    [
        ("type=xyz&url=https://localhost/{z}/{x}/{y}.png%3Ftoken%3Ds3cr3t&zmax=1", "wms", "contains a login, a key"),
        ("type=xyz&url=https://localhost/{z}/{x}/{q}.png&zmax=1", "wms", "contains {q}"),
        ("url=https://localhost/wcs?token%3Ds3cr3t&identifier=a", "wcs", "contains a login, a key"),
    ],
)
def test_a_service_that_the_worker_cannot_use_is_rejected(qgis_application, text, provider, words):
    with pytest.raises(InputError, match=words) as caught:
        raster_file(QgsRasterLayer(text, "tiles", provider))
    assert "s3cr3t" not in str(caught.value)


def test_a_raster_on_a_web_server_is_used_by_its_address(rasters, tmp_path):
    with WebServer(Path(rasters[0]).parent) as server:
        address = f"/vsicurl/{server.address}/{Path(rasters[0]).name}"
        layer = QgsRasterLayer(address, "ortho")
        assert layer.isValid() and raster_file(layer) == address


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/vsicurl/https://anna:s3cr3t@localhost/a.tif", "contains a login, a key or a token"),
        ("/vsicurl/https://localhost/a.tif?token=s3cr3t", "contains a login, a key or a token"),
        ("/vsicurl/https://localhost/a.tif authcfg='abc1234'", "uses a login of QGIS"),
    ],
)
def test_a_raster_with_a_login_is_rejected_without_showing_it(qgis_application, address, words):
    with pytest.raises(InputError, match=words) as caught:
        raster_file(QgsRasterLayer(address, "ortho"))
    assert "s3cr3t" not in str(caught.value) and "GDAL_HTTP_USERPWD" in caught.value.hint


@pytest.mark.parametrize("own", ["", "EPSG:32632"])
def test_a_crs_set_in_qgis_is_written_with_the_polygons(reference_file, polygons, project, tmp_path, own):
    polygons.setCrs(QgsCoordinateReferenceSystem(own))
    path = str(tmp_path / "one.shp")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "ESRI Shapefile"
    QgsVectorFileWriter.writeAsVectorFormatV3(polygons, path, project.transformContext(), options)
    layer = QgsVectorLayer(path, "one")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    project.addMapLayer(layer)
    written = QgsVectorLayer(reference_file(layer.id()))
    assert written.crs().authid() == "EPSG:25833"
    assert written.extent() == layer.extent()
    assert written.featureCount() == 3


def test_a_raster_whose_crs_was_only_set_in_qgis_is_rejected(rasters):
    layer = QgsRasterLayer(rasters[0], "before")
    assert raster_file(layer) == rasters[0]
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    with pytest.raises(InputError, match=r"has the CRS EPSG:25833.*EPSG:32632.* in its file"):
        raster_file(layer)


def test_another_description_of_the_same_crs_is_accepted(rasters):
    layer = QgsRasterLayer(rasters[0], "before")
    layer.setCrs(QgsCoordinateReferenceSystem.fromProj("+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs"))
    assert raster_file(layer) == rasters[0]


def raster_layer_of(path, nodata=None):
    raster = gdal.GetDriverByName("GTiff").Create(str(path), 8, 8, 2)
    raster.SetGeoTransform((500000, 1, 0, 5000000, 0, -1))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32632)
    raster.SetProjection(reference.ExportToWkt())
    for band in (1, 2):
        if nodata is not None:
            raster.GetRasterBand(band).SetNoDataValue(nodata)
    raster = None
    return QgsRasterLayer(str(path), "ortho")


@pytest.fixture
def raster_layer(qgis_application, tmp_path):
    return raster_layer_of(tmp_path / "plain.tif")


@pytest.fixture
def with_nodata(qgis_application, tmp_path):
    """A layer whose file has the nodata value 0."""
    return raster_layer_of(tmp_path / "nodata.tif", 0)


def set_nodata(layer, *values):
    for band in range(1, layer.bandCount() + 1):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(low, high) for low, high in values])


def test_a_nodata_value_that_only_qgis_knows_is_used(raster_layer):
    assert layer_nodata(raster_layer) is None
    set_nodata(raster_layer, (255, 255))
    assert layer_nodata(raster_layer) == 255


@pytest.mark.parametrize("values", [[(0, 0), (255, 255)], [(0, 10)]])
def test_several_nodata_values_of_a_layer_are_rejected_rather_than_ignored(raster_layer, values):
    set_nodata(raster_layer, *values)
    with pytest.raises(InputError, match="several nodata values or ranges"):
        layer_nodata(raster_layer)


def test_a_nodata_value_of_only_some_bands_is_rejected(raster_layer):
    raster_layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(0, 0)])
    with pytest.raises(InputError, match="several nodata values"):
        layer_nodata(raster_layer)


def test_a_nodata_value_of_the_file_that_is_switched_off_in_qgis_is_reported(with_nodata):
    assert layer_nodata(with_nodata) is None
    for band in (1, 2):
        with_nodata.dataProvider().setUseSourceNoDataValue(band, False)
    with pytest.raises(InputError, match="is switched off in QGIS"):
        layer_nodata(with_nodata)
    set_nodata(with_nodata, (9, 9))
    assert layer_nodata(with_nodata) == 9


def test_a_nodata_value_that_differs_from_the_files_is_rejected(with_nodata):
    set_nodata(with_nodata, (9, 9))
    with pytest.raises(InputError, match="a different one than its file"):
        layer_nodata(with_nodata)
    set_nodata(with_nodata, (0, 0))
    assert layer_nodata(with_nodata) == 0


def test_the_users_own_choice_takes_precedence():
    assert is_automatic({"mask": None, "nodata": ""}, "nodata_before")
    assert not is_automatic({"mask": "none"}, "nodata_before") and not is_automatic({"mask": 0}, "nodata_before")
    assert not is_automatic({"nodata": 0.0}, "nodata_before") and not is_automatic(
        {"nodata_before": 7}, "nodata_before"
    )
