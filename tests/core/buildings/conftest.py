"""Small maps of probabilities, building maps beside them, and what comes out of both."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from odd_layers import GRID, make
from osgeo import gdal, ogr

from alcd_core.buildings.footprint_store import FootprintStore, footprint_store
from alcd_core.buildings.map_update import MapUpdate, UpdateSummary
from alcd_core.imagery.map_blocks import ProbabilityMap
from alcd_core.imagery.polygons import write_change_polygons
from alcd_core.progress import Reporter


@dataclass(frozen=True)
class Outcome:
    """The layers of a file: geometries with their attributes, buildings by id; and the numbers that were reported."""

    changes: list[tuple[shapely.Geometry, dict[str, Any]]]
    buildings: dict[Any, dict[str, Any]]
    summary: UpdateSummary
    store: FootprintStore

    def states(self) -> dict[Any, str]:
        """The state of each building."""
        return {identifier: building["state"] for identifier, building in self.buildings.items()}

    def kinds(self) -> list[tuple[str, Any]]:
        """Kind and ids of each polygon, sorted."""
        return sorted(((one["kind"], one["building_ids"]) for _, one in self.changes), key=str)


def layer_features(path: Path, name: str) -> list[tuple[shapely.Geometry, dict[str, Any]]]:
    """Geometries and attributes of a layer, as OGR reads them."""
    dataset = ogr.Open(str(path))
    return [
        (shapely.from_wkb(bytes(one.GetGeometryRef().ExportToWkb())), {key: one.GetField(key) for key in one.keys()})  # noqa: SIM118
        for one in dataset.GetLayerByName(name)
    ]


@pytest.fixture
def make_map(tmp_path: Path) -> Callable[[np.ndarray], str]:
    """A function that writes probabilities (H, W), -1 where unknown, at the upper left corner of ``GRID``."""

    def write(values: np.ndarray) -> str:
        path = str(tmp_path / "map.tif")
        height, width = values.shape
        raster = gdal.GetDriverByName("GTiff").Create(path, width, height, 1, gdal.GDT_Float32)
        raster.SetProjection(GRID.crs)
        raster.SetGeoTransform(GRID.geotransform)
        raster.GetRasterBand(1).SetNoDataValue(-1)
        raster.WriteArray(values.astype(np.float32))
        return path

    return write


@pytest.fixture
def update(make_map, tmp_path: Path) -> Callable[..., Outcome]:
    """A function that compares probabilities (H, W) with footprints; their corners are in pixels of the grid."""

    def run(values, footprints, ids=None, tolerance=1.5, **options) -> Outcome:
        layer = tmp_path / "houses.gpkg"
        layer.unlink(missing_ok=True)
        fields = {} if ids is None else {"egid": ids}
        make(layer, [on_ground(one) for one in footprints], **fields)
        path = make_map(np.asarray(values))
        probability = ProbabilityMap(path)
        (tmp_path / "footprints.sqlite").unlink(missing_ok=True)
        identifier = None if ids is None else "egid"
        with footprint_store(str(layer), probability.grid, identifier, tmp_path, Reporter()) as store:
            found = MapUpdate(store, probability, tolerance)
            write_change_polygons(path, str(tmp_path / "out.gpkg"), buildings=found, **options)
        output = tmp_path / "out.gpkg"
        buildings = {one["building_id"]: {**one, "shape": shape} for shape, one in layer_features(output, "buildings")}
        return Outcome(layer_features(output, "changes"), buildings, found.summary, store)

    return run


def on_ground(pixels: shapely.Geometry) -> shapely.Geometry:
    """From pixels of the grid to its CRS."""
    corner, size = np.array([GRID.left, GRID.top]), np.array([GRID.pixel_size, -GRID.pixel_size])
    return shapely.transform(pixels, lambda points: corner + points * size)
