import pytest

from alcd_core.cluster.scene import scene_of
from alcd_core.errors import InputError
from alcd_core.imagery.pair import AlignedPair
from alcd_core.imagery.raster import RasterSource
from alcd_core.imagery.raster_tiles import RasterTiles


def test_imagery_of_a_service_is_refused_since_missing_tiles_would_not_be_counted(tiles, tmp_path):
    description = tmp_path / "before.xml"
    description.write_text("<GDAL_WMS><Title>XYZ of tiles.example</Title></GDAL_WMS>", "utf-8")
    pair = AlignedPair([RasterSource(str(description), (1, 2, 3))], tiles.pair.after, tiles.pair.grid)
    with pytest.raises(InputError, match=r"XYZ of tiles\.example is a service, which a cluster cannot read yet"):
        scene_of(RasterTiles(pair, tiles.windows))
