"""How ``create`` stores the grid's CRS."""

import pytest
from osgeo import osr

from alcd_core.jobs.runners.create import _authority


def wkt(authority: str, code: str) -> str:
    """UTM zone 32 as if somebody's register had it under this code."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32632)
    own = 'AUTHORITY["EPSG","32632"]'
    assert own in reference.ExportToWkt()
    return reference.ExportToWkt().replace(own, f'AUTHORITY["{authority}","{code}"]')


@pytest.mark.parametrize(
    ("authority", "code", "known"),
    [
        ("EPSG", "25832", ("EPSG", 25832)),
        ("MINE", "77", ("MINE", 77)),
        ("MINE", "99999999999", (None, None)),
        ("IGNF", "LAMB93", (None, None)),
    ],
)
def test_an_authority_is_stored_if_a_geopackage_can_hold_its_code(authority, code, known):
    assert _authority(wkt(authority, code)) == known
