"""Names are valid in any working folder, even if they look like connections."""

import pytest

from alcd_core.rooted_path import rooted


@pytest.mark.parametrize(
    "name",
    [
        "GPKG:a.gpkg:table",
        'NETCDF:"a.gpkg":band',
        "/vsizip/a.gpkg/in.tif",
        "/vsizip/{a.gpkg}/in.tif",
        "a.gpkg|layername=b",
    ],
)
def test_a_file_within_another_name_is_found_from_any_folder(tmp_path, monkeypatch, name):
    (tmp_path / "a.gpkg").touch()
    monkeypatch.chdir(tmp_path)
    found = rooted(name)
    assert found == name.replace("a.gpkg", str(tmp_path / "a.gpkg"))
    monkeypatch.chdir("/")
    assert rooted(found) == found


@pytest.mark.parametrize(
    "name", ["/vsicurl/https://host/a.tif", "https://host/a.tif", "PG:dbname=a", "<GDAL_WMS>", "b.gpkg", ""]
)
def test_a_name_that_is_not_a_file_stays_unchanged(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    assert rooted(name) == name
