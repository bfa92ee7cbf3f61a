"""Tests of maps written from overlapping tiles."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal

from alcd_core.errors import Cancelled, InputError
from alcd_core.imagery.grid import Grid, Tiling, Window
from alcd_core.imagery.map_writer import BlendedMap
from alcd_core.progress import Reporter

from osgeo import osr  # isort: skip


def grid_of(width, height):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(2056)
    return Grid(reference.ExportToWkt(), 2640000.0, 1250000.0, 0.5, 0.5, width, height)


def written(path):
    dataset = gdal.Open(str(path))
    return dataset.ReadAsArray()


def slow_blend(tiling, tiles, valid):
    """The whole grid in memory: every tile with its weights, then divided. ``tiles``: {(row, column): values}."""

    def weights(first, last, outer_first, outer_last, offset):
        """Those of a tile along an axis: rising and falling over the overlap, one half at its core cell's edges."""
        overlap = tiling.overlap
        result = np.zeros(tiling.tile_size)
        for position in range(tiling.tile_size):
            pixel = offset + position
            rise = 1 if outer_first else (pixel - first + (overlap + 1) // 2 + 0.5) / max(overlap, 0.5)
            fall = 1 if outer_last else (last + overlap // 2 - pixel - 0.5) / max(overlap, 0.5)
            result[position] = np.clip(min(rise, fall), 0, 1)
        return result

    def axes(row, column):
        window, cell = tiling.window(row, column), tiling.core_cell(row, column)
        top, bottom = cell.y, cell.y + cell.height
        left, right = cell.x, cell.x + cell.width
        return (
            weights(top, bottom, row == 0, row == tiling.rows - 1, window.y),
            weights(left, right, column == 0, column == tiling.columns - 1, window.x),
        )

    total, weight = np.zeros((2, tiling.height, tiling.width))
    for (row, column), values in tiles.items():
        window = tiling.window(row, column)
        inside = np.s_[window.y : window.y + window.height, window.x : window.x + window.width]
        share = np.outer(*axes(row, column)) * valid[inside]
        total[inside] += share * values
        weight[inside] += share
    return np.where(weight > 0, total / np.where(weight > 0, weight, 1), -1)


@given(
    width=st.integers(64, 260),
    height=st.integers(64, 200),
    overlap=st.sampled_from([0, 1, 16, 31, 40, 63]),
    seed=st.integers(0, 99),
    missing=st.floats(0, 0.6),
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_map_is_that_of_the_whole_grid_in_memory(tmp_path, width, height, overlap, seed, missing):
    tiling, random = Tiling(width, height, 64, overlap), np.random.default_rng(seed)
    valid = random.random((height, width)) > 0.1
    tiles = {}
    with BlendedMap(grid_of(width, height), tiling, str(tmp_path / "map.tif")) as result:
        for row, column, window in tiling.windows():
            if random.random() < missing:
                continue
            tiles[row, column] = random.random((64, 64)).astype(np.float32)
            inside = valid[window.y : window.y + 64, window.x : window.x + 64]
            result.add(row, column, np.where(inside, tiles[row, column], np.nan), inside)
    found, expected = written(tmp_path / "map.tif"), slow_blend(tiling, tiles, valid)
    assert np.array_equal(found == -1, expected == -1)
    assert np.abs(found - expected).max() <= 0.5 / 1024 + 1e-6


@pytest.mark.parametrize("overlap", [0, 32, 100])
def test_equal_tiles_give_an_even_map(tmp_path, overlap):
    tiling = Tiling(333, 290, 128, overlap)
    with BlendedMap(grid_of(333, 290), tiling, str(tmp_path / "map.tif")) as result:
        for row, column, _ in tiling.windows():
            result.add(row, column, np.full((128, 128), 0.625, np.float32), np.ones((128, 128), bool))
    assert (written(tmp_path / "map.tif") == 0.625).all()


@given(
    width=st.integers(64, 260),
    height=st.integers(64, 200),
    overlap=st.sampled_from([0, 1, 8, 15]),
    seed=st.integers(0, 9),
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_away_from_the_seams_every_pixel_is_that_of_the_tile_whose_core_cell_it_is_in(
    tmp_path, width, height, overlap, seed
):
    tiling, random = Tiling(width, height, 64, overlap), np.random.default_rng(seed)
    with BlendedMap(grid_of(width, height), tiling, str(tmp_path / "map.tif")) as result:
        tiles = {}
        for row, column, _ in tiling.windows():
            tiles[row, column] = random.integers(0, 1025, (64, 64)).astype(np.float32) / 1024
            result.add(row, column, tiles[row, column], np.ones((64, 64), bool))
    found, seam = written(tmp_path / "map.tif"), (overlap + 1) // 2
    for row, column, window in tiling.windows():
        cell = tiling.core_cell(row, column)
        left, right = (0 if column == 0 else seam), (0 if column == tiling.columns - 1 else seam)
        top, bottom = (0 if row == 0 else seam), (0 if row == tiling.rows - 1 else seam)
        inner = Window(cell.x + left, cell.y + top, cell.width - left - right, cell.height - top - bottom)
        on_the_map = np.s_[inner.y : inner.y + inner.height, inner.x : inner.x + inner.width]
        assert np.array_equal(found[on_the_map], tiles[row, column][inner.within(window)])


def test_different_tiles_meet_without_a_step(tmp_path):
    tiling = Tiling(270, 128, 128, 32)  # the last column is shifted back by most of a tile
    with BlendedMap(grid_of(270, 128), tiling, str(tmp_path / "map.tif")) as result:
        for row, column, _ in tiling.windows():
            result.add(row, column, np.full((128, 128), float(column % 2), np.float32), np.ones((128, 128), bool))
    assert np.abs(np.diff(written(tmp_path / "map.tif"), axis=1)).max() <= 1 / 32 + 1 / 1024


def test_the_file_is_a_cog_with_overviews(tmp_path):
    tiling = Tiling(1200, 700, 256, 32)
    with BlendedMap(grid_of(1200, 700), tiling, str(tmp_path / "map.tif"), band="uncertainty", step=None) as result:
        result.add(0, 0, np.full((256, 256), 1.2345e-5, np.float32), np.ones((256, 256), bool))
    dataset = gdal.Open(str(tmp_path / "map.tif"))
    band = dataset.GetRasterBand(1)
    assert dataset.GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") == "COG"
    assert dataset.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
    assert band.GetOverviewCount() > 0 and band.GetNoDataValue() == -1 and band.GetDescription() == "uncertainty"
    assert dataset.GetGeoTransform() == (2640000.0, 0.5, 0, 1250000.0, 0, -0.5)
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "2056"
    assert band.ReadAsArray(0, 0, 1, 1)[0, 0] == pytest.approx(1.2345e-5, rel=2e-4)
    assert [file.name for file in tmp_path.iterdir()] == ["map.tif"]


@pytest.mark.parametrize("fault", [RuntimeError, Cancelled])
def test_a_fault_leaves_the_older_map_and_nothing_else(tmp_path, fault):
    path = tmp_path / "map.tif"
    path.write_text("older")
    with pytest.raises(fault), BlendedMap(grid_of(100, 100), Tiling(100, 100, 64, 16), str(path)) as result:
        result.add(0, 0, np.zeros((64, 64), np.float32), np.ones((64, 64), bool))
        raise fault
    assert [file.name for file in tmp_path.iterdir()] == ["map.tif"] and path.read_text() == "older"


def test_a_cancel_while_the_map_is_finished_leaves_nothing(tmp_path):
    reporter = Reporter(cancelled=lambda: True)
    tiling = Tiling(1000, 1000, 64, 16)
    with (
        pytest.raises(Cancelled),
        BlendedMap(grid_of(1000, 1000), tiling, str(tmp_path / "map.tif"), reporter=reporter),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


def test_maps_that_were_finished_before_appear_together_or_not_at_all(tmp_path):
    tiling = Tiling(1000, 1000, 64, 16)

    def make(cancelled):
        with (
            BlendedMap(
                grid_of(1000, 1000), tiling, str(tmp_path / "a.tif"), reporter=Reporter(cancelled=cancelled)
            ) as a,
            BlendedMap(grid_of(1000, 1000), tiling, str(tmp_path / "b.tif")) as b,
        ):
            b.finish()
            a.finish()

    with pytest.raises(Cancelled):
        make(lambda: True)
    assert list(tmp_path.iterdir()) == []
    make(lambda: False)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.tif", "b.tif"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    path = tmp_path / "missing" / "map.tif"
    with (
        pytest.raises(InputError, match="cannot be written"),
        BlendedMap(grid_of(64, 64), Tiling(64, 64, 64, 0), str(path)),
    ):
        pass


IN_A_PROCESS = """
import resource, signal, sys
import numpy as np
from osgeo import gdal
gdal.SetCacheMax(16 << 20)
from alcd_core.errors import InputError
from alcd_core.imagery.grid import Grid, Tiling
from alcd_core.imagery.map_writer import BlendedMap
path, width, height, limit = sys.argv[1], *map(int, sys.argv[2:])
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
tiling, random = Tiling(width, height), np.random.default_rng(0)
crs = 'EPSG:2056'
values = random.random((256, 256)).astype(np.float32)
try:
    with BlendedMap(Grid(crs, 0.0, 0.0, 0.5, 0.5, width, height), tiling, path) as result:
        for row, column, _ in tiling.windows():
            result.add(row, column, values, values > 0)
except InputError as error:
    print("REFUSED", error)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def in_a_process(path, width, height, limit=0):
    command = [sys.executable, "-c", IN_A_PROCESS, str(path), str(width), str(height), str(limit)]
    root = Path(__file__).resolve().parents[3]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.strip().splitlines()


def test_a_full_disk_is_reported_and_leaves_nothing(tmp_path):
    lines = in_a_process(tmp_path / "map.tif", 3000, 3000, limit=5_000_000)
    assert lines[0].startswith("REFUSED") and "space left" in lines[0]
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_the_map(tmp_path):
    small = int(in_a_process(tmp_path / "small.tif", 2048, 256)[-1])
    large = int(in_a_process(tmp_path / "large.tif", 2048, 6000)[-1])
    assert large - small < 50 * 1024  # kB
