"""Which bands that are flagged alpha are masks."""

import numpy as np
import pytest
from osgeo import gdal

from alcd_core.imagery import alpha
from alcd_core.imagery.alpha import alpha_bands, examine_alpha, mask_bands
from alcd_core.imagery.raster import open_raster


@pytest.fixture(params=["as a whole", "at places"])
def way(request, monkeypatch):
    """Also as for bands far larger."""
    if request.param == "at places":
        monkeypatch.setattr(alpha, "WHOLE_SAMPLE", 1000)
        monkeypatch.setattr(alpha, "PLACE_SIZE", 16)


def found_in(make_raster, values, dtype="uint8", **more):
    dataset = open_raster(make_raster("a.tif", np.stack([values, values]).astype(dtype), alpha=True, **more))
    assert alpha_bands(dataset) == (2,)
    found = examine_alpha(dataset, 2)
    assert mask_bands(dataset) == ((2,) if found.is_mask else ())
    return found


@pytest.mark.parametrize(
    ("dtype", "opaque"),
    [("uint8", 255), ("uint8", 127), ("uint8", 1), ("uint16", 255), ("uint16", 65535), ("float32", 1)],
)
def test_two_values_are_a_mask_with_the_higher_one_opaque(make_raster, way, dtype, opaque):
    values = np.full((300, 400), opaque)
    values[:120] = 0
    found = found_in(make_raster, values, dtype)
    assert found.is_mask and found.opaque == opaque


def test_a_soft_edge_and_lossy_compression_leave_a_mask_a_mask(make_raster, way):
    soft = np.clip(np.arange(300)[:, None] * 6 + np.zeros(400), 0, 255)
    found = found_in(make_raster, soft)
    assert found.is_mask
    lossy = 255 - np.random.default_rng(0).integers(0, 9, (300, 400))
    found = found_in(make_raster, lossy)
    assert found.is_mask and found.opaque == 255


@pytest.mark.parametrize("spread", [3, 12, 60])
def test_infrared_is_not_a_mask_however_uniform_the_ground(make_raster, way, spread):
    values = np.random.default_rng(0).normal(120, spread, (300, 400)).clip(1, 254)
    values[:90] = 0  # a collar
    found = found_in(make_raster, values)
    assert not found.is_mask


def test_a_fully_transparent_band_is_a_mask(make_raster, way):
    found = found_in(make_raster, np.zeros((300, 400)))
    assert found.is_mask and found.opaque == 255


@pytest.mark.parametrize("name", ["NIR", "near infrared", "Near-Infrared (842 nm)", "CIR", "nDSM height"])
def test_a_band_named_after_another_quantity_is_not_a_mask(make_raster, name):
    path = make_raster("a.tif", np.full((2, 60, 60), 255, np.uint8), alpha=True)
    opened = gdal.Open(path, gdal.GA_Update)
    opened.GetRasterBand(2).SetDescription(name)
    opened = None
    assert mask_bands(open_raster(path)) == ()


def test_a_large_band_is_not_read_as_a_whole_and_only_once(make_raster, monkeypatch):
    read = []
    original = gdal.Band.ReadAsArray

    def counted(self, *arguments, **more):
        array = original(self, *arguments, **more)
        read.append(array.size)
        return array

    monkeypatch.setattr(gdal.Band, "ReadAsArray", counted)
    values = np.full((1200, 1200), 255)
    assert found_in(make_raster, values, options=("TILED=YES",)).is_mask
    assert sum(read) == 64 * 64**2 < values.size


def test_a_rewritten_file_is_examined_again(make_raster):
    assert found_in(make_raster, np.full((60, 60), 255)).is_mask
    assert not found_in(make_raster, np.random.default_rng(0).integers(1, 250, (60, 60))).is_mask


def test_plain_is_what_gdal_itself_expects(make_raster):
    two, three = np.full((60, 60), 255), np.full((60, 60), 255)
    two[:9], three[:9], three[9] = 0, 0, 100
    assert found_in(make_raster, two).is_plain
    assert not found_in(make_raster, three).is_plain and not found_in(make_raster, two, "uint16").is_plain
