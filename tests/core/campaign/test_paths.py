import shutil

import pytest

from alcd_core.campaign.campaign import create_campaign, open_campaign
from alcd_core.campaign.description import RasterFile
from alcd_core.campaign.paths import (
    is_own_file,
    is_remote,
    map_path,
    raster_from_stored,
    raster_to_stored,
    safe_path,
    stored_path,
)
from alcd_core.errors import CampaignError, InputError


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/etc/passwd",
        "models/../../x",
        "C:\\x",
        "C:x",
        "\\\\host\\x",
        "\\x",
        "",
        ".",
        "models/..",
        "a\0b",
        "link/x",
    ],
)
def test_no_path_leads_out_of_the_folder(tmp_path, path):
    folder = tmp_path / "a.alcd"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    with pytest.raises(CampaignError):
        safe_path(folder, path)


def test_a_path_inside_the_folder_is_resolved(tmp_path):
    assert safe_path(tmp_path, "models/round-003") == tmp_path.resolve() / "models" / "round-003"
    assert safe_path(tmp_path, "models/../maps/a.tif") == tmp_path.resolve() / "maps" / "a.tif"


def test_a_map_is_kept_relative_inside_the_folder_and_absolute_elsewhere(tmp_path):
    folder = tmp_path / "a.alcd"
    (folder / "maps").mkdir(parents=True)
    inside, outside = folder / "maps" / "p.tif", tmp_path / "p.tif"
    assert stored_path(folder, str(inside)) == "maps/p.tif"
    assert map_path(folder, "maps/p.tif") == str(inside.resolve())
    assert map_path(folder, stored_path(folder, str(outside))) == str(outside.resolve())
    with pytest.raises(CampaignError):
        map_path(folder, "../p.tif")


def test_remote_rasters_are_kept_as_they_are(tmp_path):
    for path in ("/vsicurl/https://host/a.tif", "https://host/a.tif", 'NETCDF:"a.nc":b', "<GDAL_WMS>"):
        assert is_remote(path)
        assert raster_from_stored(**unpacked(raster_to_stored(path, tmp_path)), folder=tmp_path) == path
    assert not is_remote("C:\\data\\a.tif")
    assert not is_remote("/data/vsi/a.tif")


@pytest.mark.parametrize("name", ["<x>.tif", "ab:30.tif", "a:30.tif"])
def test_a_raster_whose_name_looks_like_a_connection_is_found_from_any_folder(tmp_path, monkeypatch, name):
    folder = tmp_path / "a.alcd"
    folder.mkdir()
    for place in (tmp_path, folder):
        (place / name).touch()
        monkeypatch.chdir(place)
        stored = raster_to_stored(name, folder)
        monkeypatch.chdir("/")
        assert raster_from_stored(**unpacked(stored), folder=folder) == str(place / name)


def unpacked(stored):
    return {"relative": stored["path"], "absolute": stored["absolute"]}


def test_rasters_are_found_after_campaign_and_rasters_moved_together(tmp_path, description, campaign):
    new = tmp_path.with_name(tmp_path.name + "-moved")
    tmp_path.rename(new)
    try:
        moved = open_campaign(new / "ansbach.alcd")
        assert moved.raster_path("before") == str(new.resolve() / "before.tif")
        assert moved.raster_path("after") == str(new.resolve() / "after.tif")
    finally:
        new.rename(tmp_path)


def test_rasters_are_found_after_the_campaign_moved_alone(tmp_path, campaign):
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    shutil.copytree(campaign.folder, tmp_path / "deep" / "deeper" / "copy.alcd")
    copy = open_campaign(tmp_path / "deep" / "deeper" / "copy.alcd")
    assert copy.raster_path("before") == str(tmp_path.resolve() / "before.tif")


def test_the_copy_beside_the_campaign_takes_precedence_over_the_original(tmp_path, campaign):
    (tmp_path / "copy").mkdir()
    shutil.copytree(campaign.folder, tmp_path / "copy" / "ansbach.alcd")
    shutil.copy(tmp_path / "before.tif", tmp_path / "copy" / "before.tif")
    copy = open_campaign(tmp_path / "copy" / "ansbach.alcd")
    assert copy.raster_path("before") == str(tmp_path.resolve() / "copy" / "before.tif")


def test_a_moved_raster_is_named_and_can_be_relocated(tmp_path, campaign):
    (tmp_path / "before.tif").rename(tmp_path / "elsewhere.tif")
    with pytest.raises(InputError, match=r"before\.tif.*relocate .* --before"):
        campaign.raster_path("before")
    with pytest.raises(InputError, match="nowhere"):
        campaign.relocate_rasters("before", [RasterFile(str(tmp_path / "nowhere.tif"), (1, 2, 3))])
    again = campaign.relocate_rasters("before", [RasterFile(str(tmp_path / "elsewhere.tif"), (1, 2, 3))])
    assert again.raster_path("before") == str(tmp_path.resolve() / "elsewhere.tif")
    assert again.description.before[0].bands == (1, 2, 3)
    assert again.description.after == campaign.description.after


def test_a_campaign_reached_through_a_link_finds_its_rasters(tmp_path, description):
    (tmp_path / "real" / "inner").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "real" / "inner")
    create_campaign(tmp_path / "link" / "b.alcd", description, [])
    stored = open_campaign(tmp_path / "real" / "inner" / "b.alcd")
    assert stored.raster_path("after") == str(tmp_path.resolve() / "after.tif")


def test_among_a_campaigns_files_only_maps_belong_to_the_user(tmp_path):
    folder = tmp_path / "town.alcd"
    (folder / "maps").mkdir(parents=True)
    (tmp_path / "link").symlink_to(folder)
    for own in ("campaign.gpkg", "models/m.tif", "maps/../campaign.gpkg"):
        assert is_own_file(folder, str(folder / own))
    assert is_own_file(folder, str(tmp_path / "link" / "campaign.gpkg"))
    for free in (folder / "maps" / "m.tif", tmp_path / "m.tif", tmp_path / "town.alcd.gpkg"):
        assert not is_own_file(folder, str(free))
