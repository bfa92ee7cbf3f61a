"""Large regions from small ones: a raster repeated side by side and downwards, without copying pixels."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

gdal.UseExceptions()


def repeated(path: Path, folder: Path, columns: int, rows: int) -> Path:
    """A virtual raster in ``folder`` that shows the raster ``columns`` x ``rows`` times."""
    source = gdal.Open(str(path))
    left, pixel_width, _, top, _, pixel_height = source.GetGeoTransform()
    width, height = source.RasterXSize * pixel_width, source.RasterYSize * pixel_height
    folder.mkdir(parents=True, exist_ok=True)
    parts = []
    for row in range(rows):
        for column in range(columns):
            x, y = left + column * width, top + row * height
            part = folder / f"{path.stem}-{row}-{column}.vrt"
            gdal.Translate(str(part), source, format="VRT", outputBounds=[x, y, x + width, y + height])
            parts.append(str(part))
    whole = folder / f"{path.stem}.vrt"
    gdal.BuildVRT(str(whole), parts)
    return whole
