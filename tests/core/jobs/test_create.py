"""How ``create`` stores the grid's CRS and the dates of the imagery."""

import pytest
from osgeo import osr
from rasters import make_pair

from alcd_core import cli
from alcd_core.jobs.registry import jobs, runner
from alcd_core.jobs.runners.create import _authority
from alcd_core.progress import Reporter


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


def test_the_dates_are_stored_and_shown(tmp_path, capsys):
    pair, folder = make_pair(tmp_path), str(tmp_path / "town.alcd")
    dates = ["--date-before", "2012-06", "--date-after", "2015"]
    assert cli.main(["create", folder, "--before", pair.before, "--after", pair.after, *dates]) == cli.DONE
    assert cli.main(["info", folder]) == cli.DONE
    shown = capsys.readouterr().out
    assert "before.tif (bands 1, 2, 3, 2012-06)" in shown and "after.tif (bands 1, 2, 3, 2015)" in shown
    info = jobs()["info"]
    result = runner(info)(info.parse({"campaign": folder}), Reporter())
    assert [result["rasters"][date]["date"] for date in ("before", "after")] == ["2012-06", "2015"]


def test_wrong_dates_are_refused_and_nothing_is_created(tmp_path, capsys):
    pair, folder = make_pair(tmp_path), tmp_path / "town.alcd"
    dates = ["--date-before", "2015", "--date-after", "2012"]
    assert cli.main(["create", str(folder), "--before", pair.before, "--after", pair.after, *dates]) == cli.WRONG_INPUT
    assert "earlier" in capsys.readouterr().err and not folder.exists()
