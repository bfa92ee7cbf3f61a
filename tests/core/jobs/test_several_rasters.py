"""Campaigns with several rasters a date, from ``create`` to the map."""

from pathlib import Path

import numpy as np
import pytest
from rasters import make_pair, write_raster

from alcd_core.campaign.campaign import open_campaign
from alcd_core.errors import InputError, ModelError
from alcd_core.imagery.raster import open_raster
from alcd_core.jobs.helpers.session import aligned_pair
from alcd_core.jobs.registry import jobs, runner
from alcd_core.progress import Reporter
from alcd_core.report.pictures import brightness_limits

NETWORK = {"encoder": "resnet18", "encoder_depth": 3, "encoder_weights": "none", "device": "cpu"}
TILES = {"tile_size": 64, "overlap": 16}


def run(name, **values):
    job = jobs()[name]
    return runner(job)(job.parse(values), Reporter())


@pytest.fixture
def pair(tmp_path):
    return make_pair(tmp_path, size=160)


@pytest.fixture
def heights(tmp_path):
    """A coarser height model of each date."""
    chance = np.random.default_rng(4)
    return [
        write_raster(tmp_path / f"heights-{date}.tif", chance.normal(430, 3, (1, 80, 80)).astype(np.float32), gsd=1.0)
        for date in ("before", "after")
    ]


@pytest.fixture
def campaign(pair, heights, tmp_path):
    folder = str(tmp_path / "x.alcd")
    more = {"more_before": [heights[0]], "more_after": [heights[1]]}
    run("create", campaign=folder, before=pair.before, after=pair.after, **more, **TILES)
    return folder


def test_all_bands_are_learnt_and_a_model_of_other_bands_is_refused(campaign, pair, tmp_path):
    opened = open_campaign(Path(campaign))
    assert opened.description.bands == 4
    assert [mean[3] for mean in opened.description.mean] == pytest.approx([430, 430], abs=0.5)
    run("label", campaign=campaign, reference=pair.changes, tiles="1,2,3")
    run("train", campaign=campaign, epochs=1, members=2, **NETWORK)
    run("query", campaign=campaign, count=2, device="cpu")
    run("predict", campaign=campaign, output=str(tmp_path / "p.tif"), device="cpu")
    assert open_raster(str(tmp_path / "p.tif")).RasterXSize == 160
    files = run("info", campaign=campaign)["rasters"]["after"]
    assert files["path"] == pair.after
    assert files["more"] == [{"path": str(tmp_path / "heights-after.tif"), "bands": [1], "missing": False}]
    limits = brightness_limits(aligned_pair(opened), opened.description.grid)
    assert limits.shape == (2, 3, 2) and limits.max() < 256  # the report shows colours, not heights
    plain = str(tmp_path / "plain.alcd")
    run("create", campaign=plain, before=pair.before, after=pair.after, **TILES)
    with pytest.raises(ModelError, match="trained on 4 bands, but the campaign has 3"):
        run("query", campaign=plain, model=campaign, device="cpu")


def test_each_of_the_rasters_can_be_relocated(campaign, pair, heights, tmp_path):
    opened = open_campaign(Path(campaign))
    images, _ = aligned_pair(opened).read(opened.tiles()[0].window)
    moved = Path(heights[0]).rename(tmp_path / "elsewhere.tif")
    with pytest.raises(InputError, match=rf"heights-before.*relocate .* --before {pair.before} --before FILE"):
        aligned_pair(opened)
    with pytest.raises(InputError, match="has 2 before rasters, but 1 were named"):
        run("relocate", campaign=campaign, before=str(moved))
    with pytest.raises(InputError, match=r"elsewhere\.tif has 1 bands, but the campaign uses band 3"):
        run("relocate", campaign=campaign, before=str(moved), more_before=[pair.before])
    with pytest.raises(InputError, match="before raster in this place of the campaign: it has 160 x 160 pixels"):
        run("relocate", campaign=campaign, before=pair.before, more_before=[pair.after])
    with pytest.raises(InputError, match="named in another order"):
        run("relocate", campaign=campaign, after=heights[1], more_after=[pair.after])
    run("relocate", campaign=campaign, before=pair.before, more_before=[str(moved)])
    again, _ = aligned_pair(open_campaign(Path(campaign))).read(opened.tiles()[0].window)
    assert np.array_equal(again, images)


def test_both_dates_need_as_many_rasters(pair, heights, tmp_path):
    with pytest.raises(InputError, match="2 rasters of the first date, but 1 of the second"):
        run("preview", before=pair.before, more_before=[heights[0]], after=pair.after, **TILES)
