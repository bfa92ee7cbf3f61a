"""Tests of opening rasters and choosing bands."""

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from alcd_core.errors import InputError
from alcd_core.imagery.raster import default_bands, open_raster


def refused(path, word):
    with pytest.raises(InputError, match=word) as caught:
        open_raster(str(path))
    assert str(path) in caught.value.message and caught.value.hint


def test_a_sound_raster_opens_read_only(make_raster, noise):
    dataset = open_raster(make_raster("a.tif", noise(3, 20, 30)))
    assert (dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount) == (30, 20, 3)
    with pytest.raises(RuntimeError):
        dataset.GetRasterBand(1).WriteArray(np.zeros((20, 30), np.uint8))
        dataset.FlushCache()


def test_a_file_that_is_not_a_raster_is_refused_by_name(tmp_path):
    refused(tmp_path / "missing.tif", "cannot be opened")
    text = tmp_path / "text.tif"
    text.write_text("hello")
    refused(text, "cannot be opened")
    empty = tmp_path / "empty.tif"
    empty.touch()
    refused(empty, "cannot be opened")


@pytest.mark.parametrize("options", [(), ("TILED=YES", "COMPRESS=DEFLATE"), ("INTERLEAVE=BAND",)])
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_truncated_raster_is_refused(make_raster, noise, options, share):
    path = Path(make_raster("a.tif", noise(3, 600, 600), options=options))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    refused(path, "damaged|cannot be opened")


def test_a_raster_without_crs_or_place_is_refused(make_raster, noise):
    refused(make_raster("a.tif", noise(1, 9, 9), crs=""), "no CRS")
    refused(make_raster("b.tif", noise(1, 9, 9), geotransform=(0, 1, 0, 0, 0, 1)), "no geotransform")
    refused(
        make_raster("c.tif", noise(1, 9, 9), crs='LOCAL_CS["site",UNIT["metre",1]]'), "no CRS that is tied to the earth"
    )


def test_complex_and_palette_rasters_are_refused(make_raster, noise):
    refused(make_raster("a.tif", np.ones((1, 9, 9), np.complex64)), "complex")
    path = make_raster("b.tif", noise(1, 9, 9))
    dataset = gdal.Open(path, gdal.GA_Update)
    table = gdal.ColorTable()
    table.SetColorEntry(1, (1, 2, 3, 255))
    dataset.GetRasterBand(1).SetColorTable(table)
    del dataset
    refused(path, "palette")


def test_python_in_a_vrt_is_not_run(make_raster, noise, tmp_path):
    source, marker = make_raster("a.tif", noise(1, 9, 9)), tmp_path / "ran"
    virtual = tmp_path / "a.vrt"
    gdal.Translate(str(virtual), source, format="VRT")
    code = f"def f(*a, **k):\n    open({str(marker)!r}, 'w')\n"
    band = '<VRTRasterBand dataType="Byte" band="1" subClass="VRTDerivedRasterBand">'
    function = (
        "<PixelFunctionType>f</PixelFunctionType><PixelFunctionLanguage>Python</PixelFunctionLanguage>"
        f"<PixelFunctionCode><![CDATA[{code}]]></PixelFunctionCode>"
    )
    text = virtual.read_text().replace('<VRTRasterBand dataType="Byte" band="1">', band + function)
    assert "PixelFunctionCode" in text
    virtual.write_text(text)
    refused(virtual, "damaged")
    assert not marker.exists()


def test_by_default_all_bands_except_alpha_are_used(make_raster, noise):
    opaque = np.concatenate([noise(3, 9, 9), np.full((1, 9, 9), 255, np.uint8)])
    plain, with_alpha = make_raster("a.tif", noise(3, 9, 9)), make_raster("b.tif", opaque, alpha=True)
    assert default_bands(plain, with_alpha) == ((1, 2, 3), (1, 2, 3))


def test_bands_are_chosen_for_both_or_each(make_raster, noise):
    first, second = make_raster("a.tif", noise(3, 9, 9)), make_raster("b.tif", noise(5, 9, 9))
    assert default_bands(first, second, bands=(3, 1)) == ((3, 1), (3, 1))
    assert default_bands(first, second, bands_after=(2, 3, 5)) == ((1, 2, 3), (2, 3, 5))
    assert default_bands(first, second, (1,), bands_after=(5,)) == ((1,), (5,))


def test_bands_that_do_not_fit_are_refused(make_raster, noise):
    first, second = make_raster("a.tif", noise(3, 9, 9)), make_raster("b.tif", noise(4, 9, 9))
    with pytest.raises(InputError, match="different number") as caught:
        default_bands(first, second)
    assert "--bands" in caught.value.hint
    for bands in ((1, 2, 4), (0,), (-1,)):
        with pytest.raises(InputError, match="no band"):
            default_bands(first, second, bands)
