"""The maps of the report: the places with the most change, the comparison with the reference."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from rasters import write_polygons, write_raster

from alcd_core.imagery.grid import Grid, Tiling
from alcd_core.imagery.vector import read_reference
from alcd_core.report.maps import MapSources, map_figures, most_changed

LEFT, TOP = 2_600_000.0, 1_200_000.0


@pytest.fixture
def probability(tmp_path):
    values = np.zeros((1, 320, 320), np.float32)
    values[0, 70:120, 70:120] = 0.9
    values[0, 250:300, 250:300] = 0.8
    return write_raster(tmp_path / "probability.tif", values)


@pytest.fixture
def grid(probability):
    return Grid(gdal.Open(probability).GetProjection(), LEFT, TOP, 0.5, 0.5, 320, 320)


def test_the_places_with_the_most_change_come_first_and_are_not_adjacent(probability, grid):
    windows = list(Tiling(320, 320, 64, 0).windows())
    chosen = most_changed(probability, grid, grid, windows, 2)
    assert [(window.x, window.y) for window in chosen] == [(64, 64), (256, 256)]
    assert len(most_changed(probability, grid, grid, windows, 99)) < len(windows)


def test_only_available_sources_get_a_map(probability, grid, tmp_path):
    reference = read_reference(write_polygons(tmp_path / "r.gpkg", [(LEFT, TOP - 50, LEFT + 50, TOP)]), grid).polygons
    assert map_figures(MapSources(None, 0, None, None), grid) == []
    assert [one[0][:5] for one in map_figures(MapSources(probability, 3, None, None), grid)] == ["Proba"]
    assert [one[0][:5] for one in map_figures(MapSources(None, 0, None, reference), grid)] == ["Refer"]
    names = [one[0][:5] for one in map_figures(MapSources(probability, 3, probability, reference), grid)]
    assert names == ["Proba", "Uncer", "Refer", "Predi"]
