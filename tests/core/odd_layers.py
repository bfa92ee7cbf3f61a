"""Small unusual vector files, made on the spot around one place in LV95 (EPSG:2056)."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr, osr

from alcd_core.imagery.gdal_library import point_transform, spatial_reference
from alcd_core.imagery.grid import Grid

gdal.UseExceptions()
ogr.UseExceptions()
osr.UseExceptions()
LV95 = "EPSG:2056"
X, Y = 2_640_000.0, 1_250_000.0
GRID = Grid(spatial_reference(LV95).ExportToWkt(), X - 500, Y + 500, 0.5, 0.5, 2000, 2000)
DRIVERS = {
    ".gpkg": "GPKG",
    ".geojson": "GeoJSON",
    ".shp": "ESRI Shapefile",
    ".gml": "GML",
    ".kml": "KML",
    ".fgb": "FlatGeobuf",
    ".gdb": "OpenFileGDB",
    ".sqlite": "SQLite",
}


def box(x: float = 0.0, y: float = 0.0, size: float = 10.0) -> str:
    """A square, in metres from the place, as WKT."""
    return shapely.box(X + x, Y + y, X + x + size, Y + y + size).wkt


def ring(*points: tuple[float, ...]) -> str:
    """A ring of WKT through points in metres from the place, with heights or without."""
    coordinates = [(X + x, Y + y, *rest) for x, y, *rest in points]
    return "(" + ", ".join(" ".join(map(repr, map(float, one))) for one in [*coordinates, coordinates[0]]) + ")"


def moved(geometry: shapely.Geometry, crs: str) -> shapely.Geometry:
    """From LV95 to another CRS, x first."""
    return shapely.transform(geometry, point_transform(spatial_reference(LV95), spatial_reference(crs)))


def reference_system(crs: str) -> osr.SpatialReference:
    made = osr.SpatialReference()
    made.SetFromUserInput(crs)
    made.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return made


def make(
    path: Path,
    geometries: list,
    *,
    crs: str | None = LV95,
    kind: int = ogr.wkbUnknown,
    layer: str = "shapes",
    options: tuple[str, ...] = (),
    **fields: list,
) -> str:
    """A file with one layer more; ``geometries``: WKT, shapely's or None; ``fields``: a value a feature."""
    driver = gdal.GetDriverByName(DRIVERS[path.suffix])
    exists = path.exists()
    dataset = (
        gdal.OpenEx(str(path), gdal.OF_UPDATE | gdal.OF_VECTOR) if exists else driver.Create(str(path), 0, 0, 0, 0)
    )
    vectors = dataset.CreateLayer(layer, reference_system(crs) if crs else None, kind, list(options))
    for name in fields:
        vectors.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for number, geometry in enumerate(geometries):
        feature = ogr.Feature(vectors.GetLayerDefn())
        if isinstance(geometry, str):
            feature.SetGeometry(ogr.CreateGeometryFromWkt(geometry))
        elif geometry is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(geometry)))
        for index, values in enumerate(fields.values()):
            feature.SetField(index, values[number])
        vectors.CreateFeature(feature)
    feature = vectors = dataset = None
    return str(path)


def change_database(path: str, *statements: str) -> str:
    """Run statements on a GeoPackage, as other programs do."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return path


def without_crs(folder: Path, number: int) -> str:
    """A GeoPackage whose CRS is "undefined": -1 cartesian, 0 geographic."""
    return change_database(
        make(folder / "a.gpkg", [box()]),
        f"UPDATE gpkg_contents SET srs_id = {number}",
        f"UPDATE gpkg_geometry_columns SET srs_id = {number}",
    )


def stale(folder: Path, count: int) -> str:
    """A GeoPackage whose own count and extent are out of date."""
    return change_database(
        make(folder / "a.gpkg", [box(), box(20)]),
        f"UPDATE gpkg_ogr_contents SET feature_count = {count}",
        "UPDATE gpkg_contents SET min_x = 0, min_y = 0, max_x = 1, max_y = 1",
    )


def other_bytes(folder: Path) -> str:
    """A shapefile whose .dbf is in another encoding than its .cpg says."""
    path = make(folder / "a.shp", [box(), box(20)], **{"class": ["....", "ignore"]})
    fields = folder / "a.dbf"
    fields.write_bytes(fields.read_bytes().replace(b"....", b"\xe4\xf6\xfc\xff"))
    (folder / "a.cpg").write_text("UTF-8")
    return path


def lacking(folder: Path, ending: str) -> str:
    """A shapefile without one of its parts."""
    path = make(folder / "a.shp", [box()], **{"class": ["ignore"]})
    (folder / f"a{ending}").unlink()
    return path


def not_finite(folder: Path) -> str:
    """A sound square, and one with a coordinate that is not a number."""
    with np.errstate(invalid="ignore"):
        bad = shapely.Polygon([(X, Y), (np.nan, Y), (X, Y + 10)])
    return make(folder / "a.gpkg", [box(), bad])


def geojson(folder: Path, features: list[dict], crs: str | None = LV95) -> str:
    """A GeoJSON written by hand."""
    head = {"crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:{crs.replace(':', '::')}"}}} if crs else {}
    path = folder / "a.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", **head, "features": features}))
    return str(path)


def geojson_square(x: float, number: int, **properties: object) -> dict:
    """A feature of ``geojson``."""
    outline = shapely.geometry.mapping(shapely.box(X + x, Y, X + x + 10, Y + 10))
    return {"type": "Feature", "id": number, "properties": properties, "geometry": outline}


def zipped(folder: Path) -> str:
    """A GeoPackage in an archive, as GDAL and QGIS name it."""
    make(folder / "a.gpkg", [box()])
    shutil.make_archive(str(folder / "z"), "zip", folder, "a.gpkg")
    return f"/vsizip/{folder}/z.zip/a.gpkg"


def union(folder: Path) -> str:
    """A virtual layer of two, which keeps both's identifiers."""
    parts = [make(folder / f"{name}.gpkg", [box(x)], layer=name) for name, x in (("a", 0), ("b", 50))]
    layers = "".join(
        f'<OGRVRTLayer name="{name}"><SrcDataSource>{path}</SrcDataSource></OGRVRTLayer>'
        for name, path in zip("ab", parts)
    )
    text = f'<OGRVRTUnionLayer name="u"><PreserveSrcFID>ON</PreserveSrcFID>{layers}</OGRVRTUnionLayer>'
    (folder / "u.vrt").write_text(f"<OGRVRTDataSource>{text}</OGRVRTDataSource>")
    return str(folder / "u.vrt")


def renamed(folder: Path, name: str) -> str:
    """A GeoPackage under another name, in the working folder, named relative to it."""
    make(folder / "made.gpkg", [box()])
    os.chdir(folder)
    Path("made.gpkg").rename(name)
    return name
