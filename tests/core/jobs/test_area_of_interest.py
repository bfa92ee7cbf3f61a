"""Every pixel of an area of interest lies in a tile, and the plan reports how much of it is covered."""

import numpy as np
import pytest
import shapely
from rasters import make_pair, write_polygons, write_raster

from alcd_core.errors import InputError
from alcd_core.imagery.grid import Window
from alcd_core.jobs.create import GridParameters
from alcd_core.jobs.helpers.planning import plan_campaign, share
from alcd_core.jobs.registry import jobs, runner
from alcd_core.progress import Reporter

LEFT, TOP = 2_600_000.0, 1_200_000.0


def planned(pair, aoi, **values):
    return plan_campaign(GridParameters(before=pair.before, after=pair.after, aoi=aoi, **values), Reporter())


def in_tiles(plan):
    """(H, W) bool: the grid's pixels that lie in some tile."""
    covered = np.zeros((plan.grid.height, plan.grid.width), bool)
    for window in plan.windows:
        covered[window.y : window.y + window.height, window.x : window.x + window.width] = True
    return covered


def rectangles(*places):
    return [(LEFT + x, TOP - y - height, LEFT + x + width, TOP - y) for x, y, width, height in places]


PARCELS = rectangles(
    (5, 5, 25, 30), (150, 8, 40, 25), (290, 6, 25, 25), (12, 150, 60, 40), (140, 140, 30, 30),
    (280, 150, 40, 25), (5, 290, 30, 25), (150, 285, 25, 35), (290, 285, 30, 35),
)  # fmt: skip
CORRIDOR = rectangles((0, 100, 320, 8), (100, 0, 8, 320))


@pytest.mark.parametrize("places", [PARCELS, CORRIDOR], ids=["parcels", "corridors"])
@pytest.mark.parametrize("tile_size", [128, 256])
def test_every_pixel_of_parcels_and_corridors_lies_in_a_tile(places, tile_size, tmp_path):
    pair = make_pair(tmp_path, size=640, bands=1)
    plan = planned(pair, write_polygons(tmp_path / "aoi.gpkg", places), tile_size=tile_size, overlap=32)
    _, valid = plan.pair.read(Window(0, 0, plan.grid.width, plan.grid.height))
    area = shapely.union_all([shapely.box(*place) for place in places]).area
    assert valid.sum() == area / plan.grid.pixel_size**2
    assert (valid & ~in_tiles(plan)).sum() == 0
    assert plan.covered == pytest.approx(1) and plan.no_data == 0
    assert "The tiles cover 100% of the area of interest." in plan.words()


def test_a_tile_with_the_area_only_in_its_margin_is_not_created(tmp_path):
    pair = make_pair(tmp_path, size=640, bands=1)
    # Two corners give the grid its size; 2 m at 50 m lie in the margin of the second tile (48 to 112 m).
    places = rectangles((0, 0, 20, 20), (300, 300, 20, 20), (49, 0, 2, 20))
    plan = planned(pair, write_polygons(tmp_path / "aoi.gpkg", places), tile_size=128, overlap=32)
    _, valid = plan.pair.read(Window(0, 0, plan.grid.width, plan.grid.height))
    assert (valid & ~in_tiles(plan)).sum() == 0
    assert [(tile.row, tile.column) for tile in plan.windows.rows()] == [
        (0, 0),
        (plan.tiling.rows - 1, plan.tiling.columns - 1),
    ]


def test_ground_without_data_or_outside_the_rasters_is_not_covered(tmp_path):
    pair = make_pair(tmp_path, size=640, bands=1)
    pixels = np.full((1, 640, 640), 90, np.uint8)
    pixels[:, :, 200:400] = 0
    before = write_raster(tmp_path / "gap.tif", pixels)
    from osgeo import gdal

    opened = gdal.Open(before, gdal.GA_Update)
    opened.GetRasterBand(1).SetNoDataValue(0)
    opened = None
    pair = type(pair)(before, pair.after, pair.changes)
    aoi = write_polygons(tmp_path / "aoi.gpkg", rectangles((-160, 0, 480, 320)))  # a third of it lies to the west
    plan = planned(pair, aoi, tile_size=64, overlap=16)
    assert plan.no_data == pytest.approx(200 / 640)
    assert plan.covered == pytest.approx((440 / 640) * (320 / 480))
    assert "no data on 31%" in plan.words() and "cover 46% of the area of interest" in plan.words()


def test_an_area_without_a_valid_pixel_is_rejected_with_the_reason(tmp_path):
    pair = make_pair(tmp_path, size=320, bands=1)
    pixels = np.full((1, 320, 320), 90, np.uint8)
    pixels[:, :, :160] = 0
    before = write_raster(tmp_path / "gap.tif", pixels)
    aoi = write_polygons(tmp_path / "aoi.gpkg", rectangles((0, 0, 70, 70)))
    with pytest.raises(InputError, match="No tile has at least 10% valid"):
        plan_campaign(
            GridParameters(before=before, after=pair.after, aoi=aoi, tile_size=64, overlap=16, nodata_before=0.0),
            Reporter(),
        )


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (
            (10, 10, 20, 20),
            r"aoi\.gpkg covers 40 x 40 pixels of both rasters, .* smaller than a tile of 64.*larger",
        ),
        ((10, 10, 0.1, 0.1), r"aoi\.gpkg, within both rasters, of 0\.1 x 0\.1 CRS units is smaller than a pixel"),
        (
            (9000, 10, 50, 50),
            r"aoi\.gpkg lies outside the overlap .*: it covers 7\.5.*, the overlap .* 7\.4",
        ),
    ],
    ids=["tiny", "smaller than a pixel", "outside"],
)
def test_an_area_without_a_tile_is_reported_as_the_cause(place, words, tmp_path):
    pair = make_pair(tmp_path, size=320, bands=1)
    with pytest.raises(InputError) as caught:
        planned(pair, write_polygons(tmp_path / "aoi.gpkg", rectangles(place)), tile_size=64, overlap=16)
    import re

    assert re.search(words, str(caught.value)), caught.value


@pytest.mark.parametrize(
    ("value", "words"), [(0, "0%"), (1e-4, "less than 1%"), (0.128, "13%"), (0.9999, "more than 99%"), (1, "100%")]
)
def test_shares_of_0_and_100_percent_are_shown_only_if_exact(value, words):
    assert share(value) == words


def test_create_reports_the_covered_share_too(tmp_path):
    pair = make_pair(tmp_path, size=320, bands=1)
    aoi = write_polygons(tmp_path / "aoi.gpkg", rectangles((10, 10, 60, 60)))
    job = jobs()["create"]
    values = {"campaign": str(tmp_path / "x.alcd"), "before": pair.before, "after": pair.after, "aoi": aoi}
    made = runner(job)(job.parse({**values, "tile_size": 64, "overlap": 16}), Reporter())
    assert made["aoi_covered"] == pytest.approx(1)
