"""The preview of a campaign reports what create would make, and warns about problems."""

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from rasters import make_pair, write_raster

from alcd_core.jobs.registry import jobs, runner
from alcd_core.progress import Reporter


def run(name: str, **values):
    job = jobs()[name]
    return runner(job)(job.parse(values), Reporter())


def shifted(path: str, target: Path, x: int, y: int) -> str:
    pixels = gdal.Open(path).ReadAsArray()
    return write_raster(target, np.roll(pixels, (y, x), axis=(1, 2)))


def test_it_reports_what_create_would_make_and_writes_nothing(tmp_path):
    pair = make_pair(tmp_path)
    before = set(tmp_path.iterdir())
    promised = run("preview", before=pair.before, after=pair.after, tile_size=64, overlap=16)
    assert set(tmp_path.iterdir()) == before
    campaign = tmp_path / "x.alcd"
    made = run("create", campaign=str(campaign), before=pair.before, after=pair.after, tile_size=64, overlap=16)
    for name in ("tiles", "width", "height", "gsd", "no_data"):
        assert promised[name] == made[name]
    assert promised["tile_metres"] == pytest.approx(32)
    assert len(promised["tile_bounds"]) == 49
    assert promised["megabytes"] == 49 * 2 * 3 * 64 * 64 / 1e6


def test_it_warns_about_a_shift_between_the_dates(tmp_path):
    pair = make_pair(tmp_path, seed=3)
    same = shifted(pair.before, tmp_path / "same.tif", 0, 1)
    moved = shifted(pair.before, tmp_path / "moved.tif", 4, -3)
    values = {"tile_size": 64, "overlap": 16}
    assert run("preview", before=pair.before, after=same, **values)["warnings"] == []
    result = run("preview", before=pair.before, after=moved, **values)
    assert "shifted against each other by 2.5 m (+4.0, -3.0 pixels" in result["warnings"][0]


def test_it_warns_about_dates_of_very_different_brightness(tmp_path):
    pair = make_pair(tmp_path, seed=3)
    pixels = gdal.Open(pair.before).ReadAsArray()
    dark = write_raster(tmp_path / "dark.tif", (pixels // 6).astype(np.uint8))
    result = run("preview", before=pair.before, after=dark, tile_size=64, overlap=16)
    assert any("differ greatly in brightness" in warning for warning in result["warnings"])
