"""Tests of the share of valid pixels of every tile."""

import numpy as np
import pytest
import shapely
from osgeo import gdal

from alcd_core.imagery import validity
from alcd_core.imagery.alignment import common_grid
from alcd_core.imagery.grid import Tiling
from alcd_core.imagery.pair import AlignedPair
from alcd_core.imagery.raster import RasterSource, default_bands
from alcd_core.imagery.validity import valid_fractions

X, Y = 2640000.0, 1250000.0


def measured_and_exact(before, after, *, bands=None, tile_size=64, overlap=16, aoi=None, **options):
    chosen = default_bands(before, after, bands)
    sources = [RasterSource(before, chosen[0])], [RasterSource(after, chosen[1])]
    grid = common_grid(*sources, **options)
    tiling = Tiling(grid.width, grid.height, tile_size, overlap)
    wkb = None if aoi is None else shapely.to_wkb(aoi)
    pair = AlignedPair(*sources, grid, wkb)
    exact = [pair.read(window)[1].mean() for _, _, window in tiling.windows()]
    fractions = valid_fractions(*sources, grid, wkb, tiling).counted
    return fractions, np.array(exact).reshape(tiling.rows, tiling.columns)


@pytest.fixture(params=[None, 20000], ids=["pixel by pixel", "in blocks"])
def block_limit(request, monkeypatch):
    """Also as for rasters far larger: a coarse mask of at most 20,000 blocks of 4 x 4 pixels."""
    if request.param:
        monkeypatch.setattr(validity, "MAXIMUM_MASK_PIXELS", request.param)
    return request.param


@pytest.mark.parametrize("kind", ["none", "nodata", "mask", "alpha"])
@pytest.mark.parametrize("bands", [1, 3, 4])
def test_fractions_are_those_of_the_full_read(make_raster, noise, block_limit, kind, bands):
    array = noise(bands, 250, 330, dtype="uint16")
    rows, columns = np.mgrid[:250, :330]
    hole = (columns - 150) ** 2 + (rows - 90) ** 2 < 70**2
    if kind == "nodata":
        array[:, hole] = 0
    extra = np.where(hole, 0, 65535)[None].astype(np.uint16)
    before = make_raster(
        "a.tif",
        np.concatenate([array, extra]) if kind == "alpha" else array,
        nodata=0 if kind == "nodata" else None,
        mask=~hole if kind == "mask" else None,
        alpha=kind == "alpha",
    )
    fractions, exact = measured_and_exact(before, make_raster("b.tif", noise(bands, 250, 330, dtype="uint16")))
    assert np.abs(fractions - exact).max() < (0.03 if block_limit else 1e-9)
    assert (exact.min() < 0.1) == (kind != "none")


@pytest.mark.parametrize("bands", [(0,), (0, 1, 2)])
def test_nan_and_infinity_are_not_valid(make_raster, noise, block_limit, bands):
    array = noise(3, 250, 330).astype(np.float32)
    for band in bands:
        array[band, 60:190, 100:280] = np.nan
    before, after = make_raster("a.tif", array), make_raster("b.tif", noise(3, 250, 330).astype(np.float32))
    fractions, exact = measured_and_exact(before, after)
    assert np.abs(fractions - exact).max() < 0.05
    assert exact.min() == fractions.min() == 0


def test_the_outline_of_a_rotated_raster_counts(make_raster, noise, block_limit):
    turned = make_raster("a.tif", noise(1, 300, 300), geotransform=(X, 0.4, 0.3, Y, 0.3, -0.4))
    fractions, exact = measured_and_exact(turned, make_raster("b.tif", noise(1, 500, 500), origin=(X - 20, Y + 70)))
    assert np.abs(fractions - exact).max() < (0.03 if block_limit else 0.01)
    assert exact.min() < 0.2 and exact.max() == 1


def test_the_aoi_counts(make_raster, noise, block_limit):
    paths = [make_raster(f"{n}.tif", noise(1, 250, 330)) for n in range(2)]
    aoi = shapely.Point(X + 80, Y - 60).buffer(55)
    fractions, exact = measured_and_exact(*paths, aoi=aoi)
    assert np.abs(fractions - exact).max() < (0.03 if block_limit else 1e-9)
    assert exact.min() < 0.1


def test_another_crs_and_a_finer_source_change_nothing(make_raster, noise, block_limit):
    mask = np.ones((500, 700), bool)
    mask[100:300, 200:500] = False
    before = make_raster("a.tif", noise(3, 500, 700), pixel=0.21, mask=mask)
    fractions, exact = measured_and_exact(before, make_raster("b.tif", noise(3, 300, 400)), crs="EPSG:32632")
    assert np.abs(fractions - exact).max() < 0.03


def test_imagery_without_masks_is_not_read(make_raster, noise, monkeypatch):
    paths = [make_raster(f"{n}.tif", noise(3, 250, 330)) for n in range(2)]
    monkeypatch.setattr(validity, "_read_band", lambda *_: pytest.fail("read"))
    sources = [[RasterSource(path, (1, 2, 3))] for path in paths]
    grid = common_grid(*sources)
    assert (valid_fractions(*sources, grid, None, Tiling(grid.width, grid.height, 64, 16)).counted == 1).all()


def test_real_pairs_agree_with_the_full_read(shared_data):
    messy = [
        str(shared_data / "messy_pair" / f"{n}.tif")
        for n in ("before_wgs84_uint8_rgb", "after_utm14n_uint16_rgbn_nodata0")
    ]
    fractions, exact = measured_and_exact(*messy, bands=(1, 2, 3), tile_size=256, overlap=32)
    assert np.abs(fractions - exact).max() < 0.005 and exact.min() < 0.99


def test_a_raster_of_ten_thousand_million_pixels_needs_no_full_read(shared_data, tmp_path):
    virtual = []
    for name in ("before", "after"):
        source = shared_data / "levir_dev" / f"{name}.tif"
        path = tmp_path / f"{name}.vrt"
        path.write_text(repeated(str(source), 4096, 3072, 25, 33))
        virtual.append([RasterSource(str(path), (1, 2, 3))])
    grid = common_grid(*virtual)
    assert grid.width * grid.height > 10**10
    tiling = Tiling(grid.width, grid.height)
    fractions = valid_fractions(*virtual, grid, None, tiling).counted
    assert fractions.mean() == pytest.approx(11 / 12, abs=0.01)
    pair = AlignedPair(*virtual, grid)
    for row, column in ((0, 0), (11, 14), (12, 15), (9, 13), (200, 230), (tiling.rows - 1, tiling.columns - 1)):
        exact = pair.read(tiling.window(row, column))[1].mean()
        assert fractions[row, column] == pytest.approx(exact, abs=0.045)


def repeated(path, width, height, across, down):
    """A VRT that shows one raster again and again, with its mask."""
    dataset = gdal.Open(path)
    places = [(column * width, row * height) for row in range(down) for column in range(across)]

    def sources(band):
        return "".join(
            f"<SimpleSource><SourceFilename>{path}</SourceFilename><SourceBand>{band}</SourceBand>"
            f'<SourceProperties RasterXSize="{width}" RasterYSize="{height}" DataType="Byte"/>'
            f'<SrcRect xOff="0" yOff="0" xSize="{width}" ySize="{height}"/>'
            f'<DstRect xOff="{x}" yOff="{y}" xSize="{width}" ySize="{height}"/></SimpleSource>'
            for x, y in places
        )

    bands = "".join(f'<VRTRasterBand dataType="Byte" band="{n}">{sources(n)}</VRTRasterBand>' for n in (1, 2, 3))
    mask = f'<MaskBand><VRTRasterBand dataType="Byte">{sources("mask,1")}</VRTRasterBand></MaskBand>'
    transform = ", ".join(map(str, dataset.GetGeoTransform()))
    return (
        f'<VRTDataset rasterXSize="{width * across}" rasterYSize="{height * down}"><SRS>{dataset.GetProjection()}</SRS>'
        f"<GeoTransform>{transform}</GeoTransform>{bands}{mask}</VRTDataset>"
    ).replace("<SRS>" + dataset.GetProjection(), "<SRS>EPSG:2056")
