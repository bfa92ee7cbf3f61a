"""Jobs reject a raster that is not the one their campaign was created with, and ``relocate`` accepts a new one."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from rasters import make_pair, write_raster

from alcd_core.campaign.campaign import open_campaign
from alcd_core.errors import InputError
from alcd_core.jobs.helpers.session import aligned_pair
from alcd_core.jobs.registry import jobs, runner
from alcd_core.progress import Reporter

LEFT, TOP = 2_600_000.0, 1_200_000.0
OWN_CODE = ',AUTHORITY["EPSG","2056"]'
QUICK = {"encoder": "resnet18", "encoder_depth": 3, "encoder_weights": "none", "device": "cpu"}


def run(name, **values):
    job = jobs()[name]
    return runner(job)(job.parse(values), Reporter())


@pytest.fixture
def pair(tmp_path):
    return make_pair(tmp_path, size=160)


@pytest.fixture
def campaign(pair, tmp_path):
    folder = str(tmp_path / "x.alcd")
    run("create", campaign=folder, before=pair.before, after=pair.after, tile_size=64, overlap=16)
    return folder


def pixels(path):
    return gdal.Open(path).ReadAsArray()


CHANGES = {
    "place": (lambda old: {"origin": (LEFT + 500, TOP)}, "it has moved by 500 m"),
    "a shift of one pixel": (lambda old: {"origin": (LEFT + 0.5, TOP)}, "it has moved by 0.5 m"),
    "resolution": (lambda old: {"gsd": 1.0}, "it has moved by"),
    "CRS": (lambda old: {"epsg": 21781, "origin": (600_000, 200_000 + 300)}, "it has moved by"),
    "size": (lambda old: {"pixels": old[:, :150]}, "it has 160 x 150 pixels instead of 160 x 160"),
    "bands": (lambda old: {"pixels": old[[0, 1, 2, 2]]}, "it has 4 bands instead of 3"),
    "fewer bands": (lambda old: {"pixels": old[:2]}, "it has 2 bands, but band 3 is needed"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_raster_replaced_by_a_different_one_is_rejected_before_anything_is_read(change, campaign, pair):
    how, words = CHANGES[change]
    old = pixels(pair.before)
    write_raster(Path(pair.before), **{"pixels": old, **how(old)})
    with pytest.raises(InputError, match=words) as caught:
        run("suggest", campaign=campaign, count=2, **QUICK)
    assert f"relocate {campaign} --before" in caught.value.hint and pair.before in caught.value.message


@pytest.mark.parametrize("name", ["suggest", "label", "train", "report"])
def test_every_job_that_reads_imagery_checks_the_rasters(name, campaign, pair, tmp_path):
    more = {
        "suggest": {"count": 2, **QUICK},
        "label": {"reference": pair.changes, "tiles": "all"},
        "train": {**QUICK, "epochs": 1, "members": 2},
        "report": {"output": str(tmp_path / "r.html")},
    }
    if name == "train":
        run("label", campaign=campaign, reference=pair.changes, tiles="all")
    write_raster(Path(pair.after), pixels(pair.after), origin=(LEFT + 40, TOP))
    with pytest.raises(InputError, match="no longer the after raster"):
        run(name, campaign=campaign, **more[name])


def test_a_raster_that_is_stored_differently_is_still_the_same(campaign, pair):
    """Compressed, tiled, with overviews, and its CRS written otherwise."""
    old = gdal.Open(pair.before).GetProjection()
    again = gdal.Translate(f"{pair.before}.new.tif", pair.before, creationOptions=["COMPRESS=DEFLATE", "TILED=YES"])
    again.SetProjection(old.replace('PROJCS["CH1903+ / LV95"', 'PROJCS["Swiss grid"').replace(OWN_CODE, ""))
    again.BuildOverviews("AVERAGE", [2])
    again = None
    shutil.move(f"{pair.before}.new.tif", pair.before)
    assert gdal.Open(pair.before).GetProjection() != old
    opened = open_campaign(Path(campaign))
    assert aligned_pair(opened).read(opened.tiles()[0].window)[1].all()


def test_relocate_accepts_another_raster_of_the_same_place(campaign, pair, tmp_path):
    old = pixels(pair.before)
    larger = np.pad(old, ((0, 0), (40, 40), (40, 40)), constant_values=50)
    write_raster(Path(pair.before), larger, origin=(LEFT - 20, TOP + 20))
    with pytest.raises(InputError, match="it has 240 x 240 pixels"):
        aligned_pair(open_campaign(Path(campaign)))
    run("relocate", campaign=campaign, before=pair.before)
    opened = open_campaign(Path(campaign))
    tile = opened.tiles()[0]
    images, valid = aligned_pair(opened).read(tile.window)
    part = np.s_[:, tile.window.y : tile.window.y + 64, tile.window.x : tile.window.x + 64]
    assert valid.all() and np.array_equal(images[0], old[part])


def older(campaign):
    """As a version wrote it that knew nothing of masks, shapes and several rasters a date."""
    with closing(sqlite3.connect(f"{campaign}/campaign.gpkg")) as connection, connection:
        for date in ("before", "after"):
            (text,) = connection.execute("SELECT value FROM alcd_campaign WHERE key = ?", (date,)).fetchone()
            kept = {key: value for key, value in json.loads(text)[0].items() if key in ("path", "absolute", "bands")}
            connection.execute("UPDATE alcd_campaign SET value = ? WHERE key = ?", (json.dumps(kept), date))
        connection.execute("DROP TABLE new_scores")
        connection.execute("ALTER TABLE tiles DROP COLUMN round_scored")
        connection.execute("UPDATE alcd_campaign SET value = '2' WHERE key = 'schema_version'")


def test_an_older_campaign_opens_and_uses_the_rasters_own_definition_of_no_data(campaign, pair):
    older(campaign)
    (raster,) = open_campaign(Path(campaign)).description.before
    assert (raster.mask, raster.nodata, raster.shape) == ("auto", None, None)
    assert run("suggest", campaign=campaign, count=2, **QUICK)["queried"]
    write_raster(Path(pair.before), pixels(pair.before), origin=(LEFT + 5000, TOP))
    with pytest.raises(InputError, match="does not cover the campaign's grid"):
        run("suggest", campaign=campaign, count=2, **QUICK)


@pytest.mark.parametrize(
    "wrong",
    [
        {"mask": "all"},
        {"mask": 3},
        {"nodata": "0"},
        {"nodata": True},
        {"shape": {"width": 0, "height": 1, "bands": 1, "corners": None}},
        {"shape": {"width": 1, "height": 1, "bands": 1, "corners": [0, 1]}},
        {"shape": {"width": 1}},
        [],
        {},
        ["own", "own"],
        ["own"] * 101,
    ],
)
def test_an_invalid_description_is_reported(wrong, campaign):
    from alcd_core.errors import CampaignError

    with closing(sqlite3.connect(f"{campaign}/campaign.gpkg")) as connection, connection:
        (text,) = connection.execute("SELECT value FROM alcd_campaign WHERE key = 'before'").fetchone()
        (own,) = json.loads(text)
        rasters = [own for _ in wrong] if isinstance(wrong, list) else [{**own, **wrong}] if wrong else own
        changed = json.dumps(rasters)
        connection.execute("UPDATE alcd_campaign SET value = ? WHERE key = 'before'", (changed,))
    with pytest.raises(CampaignError, match="damaged"):
        open_campaign(Path(campaign))


def test_jobs_use_the_campaigns_definition_of_no_data(pair, tmp_path):
    array = pixels(pair.before)
    array[:, :40] = 255
    array[:, 100:110] = 0
    before = write_raster(tmp_path / "collar.tif", array)
    folder = tmp_path / "collar.alcd"
    values = {"before": before, "after": pair.after, "tile_size": 64, "overlap": 16, "nodata_before": 255.0}
    made = run("create", campaign=str(folder), **values)
    opened = open_campaign(folder)
    assert opened.description.before[0].nodata == 255 and opened.description.after[0].nodata is None
    read = aligned_pair(opened)
    whole = type(opened.tiles()[0].window)(0, 0, opened.description.grid.width, opened.description.grid.height)
    _, valid = read.read(whole)
    expected = np.ones((160, 160), bool)
    expected[:40] = False
    assert np.array_equal(valid, expected) and made["no_data"] == pytest.approx(0.25)


def test_preview_and_create_report_a_collar_and_how_to_mark_it(pair, tmp_path):
    array = pixels(pair.after)
    array[:, :, :48] = 0
    after = write_raster(tmp_path / "collar.tif", array)
    values = {"before": pair.before, "after": after, "tile_size": 64, "overlap": 16}
    result = run("preview", **values)
    # 48 of 160 pixels; pixels that tiles share count more than once.
    (warning,) = (one for one in result["warnings"] if "collar" in one)
    assert "0 in all bands on about 25% of the area" in warning and "use --nodata-after 0" in warning
    assert result["no_data"] == 0
    made = run("create", campaign=str(tmp_path / "c.alcd"), **values)
    assert warning in made["warnings"] and warning in made["summary"]
    after_it = run("preview", **values, nodata_after=0.0)
    assert not any("collar" in one for one in after_it["warnings"]) and after_it["no_data"] == pytest.approx(0.3)
