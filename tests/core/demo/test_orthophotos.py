"""The pair of orthophotos that the demo generates, at a small size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from sklearn.metrics import average_precision_score

from alcd_core.demo import orthophotos
from alcd_core.demo.canvas import MARGIN
from alcd_core.demo.orthophotos import make_orthophotos
from alcd_core.demo.projection import projections
from alcd_core.demo.region import plan_region
from alcd_core.demo.scene import AFTER, BEFORE, Scene
from alcd_core.demo.settings import SceneSettings
from alcd_core.errors import Cancelled, InputError
from alcd_core.progress import Reporter

SIZE = 1400
Paths = tuple[Path, Path, Path, Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    return make_orthophotos(tmp_path_factory.mktemp("demo") / "pair", 5, SIZE)


def truth_mask(paths: Paths, kind: str = "") -> np.ndarray:
    image, truth = gdal.Open(str(paths[0])), ogr.Open(str(paths[2]))
    mask = gdal.GetDriverByName("MEM").Create("", SIZE, SIZE, 1)
    mask.SetGeoTransform(image.GetGeoTransform())
    mask.SetProjection(image.GetProjection())
    layer = truth.GetLayerByName("changes")
    if kind:
        layer.SetAttributeFilter(f"kind = '{kind}'")
    gdal.RasterizeLayer(mask, [1], layer, burn_values=[1])
    return mask.ReadAsArray().astype(bool)


def test_both_images_are_tiled_eight_bit_rgb_with_overviews_on_one_grid(made: Paths) -> None:
    first, second = (gdal.Open(str(path)) for path in made[:2])
    for image in (first, second):
        assert (image.RasterXSize, image.RasterYSize, image.RasterCount) == (SIZE, SIZE, 3)
        assert image.GetRasterBand(1).DataType == gdal.GDT_Byte
        assert image.GetRasterBand(1).GetBlockSize() == [256, 256]
        assert image.GetRasterBand(1).GetOverviewCount() >= 3
        assert image.GetSpatialRef().GetAuthorityCode(None) == "2056"
        assert image.GetGeoTransform()[1] == 0.5
    assert first.GetGeoTransform() == second.GetGeoTransform()


def test_nothing_unfinished_is_left(made: Paths) -> None:
    assert sorted(path.name for path in made[0].parent.iterdir()) == [
        *("after.tif", "before.tif", "buildings.gpkg", "truth.gpkg")
    ]


def test_the_same_seed_gives_the_same_pixels_and_another_seed_different_ones(made: Paths, tmp_path: Path) -> None:
    def pixels(paths: Paths) -> list[np.ndarray]:
        return [gdal.Open(str(path)).ReadAsArray() for path in paths[:2]]

    again, other = make_orthophotos(tmp_path / "again", 5, SIZE), make_orthophotos(tmp_path / "other", 6, SIZE)
    assert all(np.array_equal(a, b) for a, b in zip(pixels(made), pixels(again)))
    assert np.array_equal(truth_mask(made), truth_mask(again))
    assert not any(np.array_equal(a, b) for a, b in zip(pixels(made), pixels(other)))


def test_the_truth_is_where_buildings_stand_at_one_date_only(made: Paths) -> None:
    """Heights are painted and the truth is drawn from the plan. They must agree."""
    settings = SceneSettings()
    streams = [np.random.default_rng((5, number)) for number in range(5)]
    scene = plan_region(SIZE * 0.5, settings, streams[0])
    views = projections(streams[1], settings.misregistration * settings.gsd)
    bare = Scene(scene.side, buildings=scene.buildings)
    heights = []
    for date in (BEFORE, AFTER):
        canvas = orthophotos.painted_canvas(bare, date, views[date], SIZE, 0.5, streams[3 + date], Reporter())
        heights.append(canvas.height[MARGIN:-MARGIN, MARGIN:-MARGIN])
    for kind, there, gone in (("built", AFTER, BEFORE), ("torn_down", BEFORE, AFTER)):
        mask = truth_mask(made, kind)
        assert mask.sum() > 500
        assert (heights[there][mask] > 200).mean() > 0.99
        # Neighbours in a terrace touch, and the dates are shifted against each other.
        assert (heights[gone][mask] > 200).mean() < 0.05


def test_what_did_not_change_is_not_in_the_truth(made: Paths) -> None:
    assert 0.0005 < truth_mask(made).mean() < 0.06


def test_a_threshold_on_the_plain_difference_does_not_solve_it(made: Paths) -> None:
    images = [gdal.Open(str(path)).ReadAsArray().astype(np.float32) for path in made[:2]]
    standard = [(image - image.mean((1, 2), keepdims=True)) / image.std((1, 2), keepdims=True) for image in images]
    difference = np.abs(standard[0] - standard[1]).mean(axis=0)
    assert average_precision_score(truth_mask(made).ravel(), difference.ravel()) < 0.3


def test_the_light_and_the_season_differ(made: Paths) -> None:
    means = [gdal.Open(str(path)).ReadAsArray().mean((1, 2)) for path in made[:2]]
    assert np.abs(means[0] - means[1]).max() > 4


def test_a_region_that_is_too_small_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="too small"):
        make_orthophotos(tmp_path, 0, 200)


def test_a_folder_that_cannot_be_created_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be created"):
        make_orthophotos(tmp_path / "file" / "pair", 0, 512)


def test_cancelling_leaves_nothing_unfinished(tmp_path: Path) -> None:
    calls = iter(range(1000))
    with pytest.raises(Cancelled):
        make_orthophotos(tmp_path / "pair", 0, 512, Reporter(cancelled=lambda: next(calls) > 8))
    assert list((tmp_path / "pair").iterdir()) == []
