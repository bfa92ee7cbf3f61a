"""Layers become files that hold just what the user means, or are refused with the reason."""

import pytest
from alcd.alcd_core.errors import InputError
from alcd.toolbox.layers import parameter_file, raster_file
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)


@pytest.fixture
def project():
    project = QgsProject.instance()
    yield project
    project.clear()


@pytest.fixture
def reference_file(provider, project):
    """What ``parameter_file`` says for a value of the parameter ``reference``."""
    context = QgsProcessingContext()
    context.setProject(project)
    algorithm = provider.algorithm("label").create()

    def file(value):
        return parameter_file(algorithm, {"reference": value}, "reference", context)

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


def test_a_filter_of_the_layer_holds(reference_file, gpkg, project):
    layer = QgsVectorLayer(f"{gpkg}|layername=second", "second")
    layer.setSubsetString('"fid" > 1')
    project.addMapLayer(layer)
    assert features(reference_file(layer.id())) == 2


def test_one_layer_of_many_is_named_to_the_worker(reference_file, gpkg):
    assert reference_file(f"{gpkg}|layername=second") == f"{gpkg}|layername=second"


@pytest.mark.parametrize("as_source", [False, True])
def test_edits_that_are_not_saved_are_refused(reference_file, polygons, project, as_source):
    project.addMapLayer(polygons)
    polygons.startEditing()
    polygons.addFeature(QgsFeature(polygons.fields()))
    value = QgsProcessingFeatureSourceDefinition(polygons.id(), False) if as_source else polygons.id()
    with pytest.raises(InputError, match="squares has edits that are not saved"):
        reference_file(value)
    polygons.rollBack()


def test_an_editing_session_without_edits_is_no_obstacle(reference_file, polygons, project):
    project.addMapLayer(polygons)
    polygons.startEditing()
    assert features(reference_file(polygons.id())) == 3
    polygons.rollBack()


def test_a_raster_layer_s_file_is_used(qgis_application, rasters):
    assert raster_file(QgsRasterLayer(rasters[0], "before")) == rasters[0]


def test_a_raster_of_a_service_is_refused_with_the_way_out(qgis_application):
    layer = QgsRasterLayer("type=xyz&url=https://localhost/{z}/{x}/{y}.png&zmax=1", "tiles", "wms")
    with pytest.raises(InputError, match=r"tiles is no raster file but comes from “wms”.*GeoTIFF"):
        raster_file(layer)


@pytest.mark.parametrize("own", ["", "EPSG:32632"])
def test_a_crs_that_was_set_in_qgis_goes_with_the_polygons(reference_file, polygons, project, tmp_path, own):
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


def test_a_raster_whose_crs_was_set_in_qgis_only_is_refused(rasters):
    layer = QgsRasterLayer(rasters[0], "before")
    assert raster_file(layer) == rasters[0]
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    with pytest.raises(InputError, match=r"lies in EPSG:25833.*file says EPSG:32632"):
        raster_file(layer)


def test_another_description_of_the_same_crs_is_no_other_crs(rasters):
    layer = QgsRasterLayer(rasters[0], "before")
    layer.setCrs(QgsCoordinateReferenceSystem.fromProj("+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs"))
    assert raster_file(layer) == rasters[0]
