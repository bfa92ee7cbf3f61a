"""The jobs audit and estimate on a small real pair, with a network that was trained for seconds."""

import json
import shutil

import numpy as np
import pytest
import shapely
from analyst import skip
from osgeo import gdal
from rasters import make_pair, write_raster

from alcd_core.campaign.campaign import open_campaign
from alcd_core.campaign.database import writing
from alcd_core.campaign.stopping import advice, expected_finds, round_gains
from alcd_core.errors import CampaignError, InputError
from alcd_core.imagery.rasterise import rasterise
from alcd_core.imagery.vector import read_reference
from alcd_core.jobs.registry import jobs, runner
from alcd_core.network.card import load_card
from alcd_core.progress import Reporter

ENCODER = {"encoder": "resnet18", "encoder_depth": 3, "encoder_weights": "none"}
QUICK = {**ENCODER, "epochs": 2, "members": 2, "learning_rate": 0.003, "device": "cpu"}


def start(name, campaign, **values):
    job = jobs()[name]
    return runner(job)(job.parse({"campaign": str(campaign), **values}), Reporter())


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A folder with a pair and a campaign of 49 tiles after one round, with queried tiles and a map."""
    folder = tmp_path_factory.mktemp("audit")
    pair = make_pair(folder)
    campaign = folder / "town.alcd"
    start("create", campaign, before=pair.before, after=pair.after, tile_size=64, overlap=16)
    start("label", campaign, reference=pair.changes, tiles="1,2,8,9,15,16,30,31", split="train")
    start("label", campaign, reference=pair.changes, tiles="5,41", split="test")
    start("train", campaign, **QUICK)
    start("query", campaign, count=8, device="cpu")
    start("predict", campaign, output=str(folder / "map.tif"), device="cpu")
    return folder, pair, campaign


@pytest.fixture
def town(trained, tmp_path):
    """A copy of that campaign, and the pair's changes."""
    _, pair, campaign = trained
    return open_campaign(shutil.copytree(campaign, tmp_path / "town.alcd")), pair.changes


def areas(campaign, changes, path):
    """Square metres of change, on the map, and of both, over the whole region, pixel by pixel."""
    grid = campaign.description.grid
    shapes = [(shapely.from_wkb(shapely.to_wkb(one)), 1) for one, _ in read_reference(changes, grid).polygons]
    truth = rasterise(shapes, grid.geotransform, (grid.height, grid.width)) > 0
    marked = gdal.Open(str(path)).ReadAsArray() >= 0.5
    return [float(one.sum()) * grid.gsd**2 for one in (truth, marked, truth & marked)]


def test_an_audit_takes_tiles_out_of_the_pool_and_is_kept(town):
    campaign, _ = town
    before = {tile.tile_id: tile for tile in campaign.tiles()}
    result = start("audit", campaign.folder, count=20, seed=4)
    audit = campaign.latest_audit()
    assert (audit.audit, audit.round, audit.scored_by, audit.seed, audit.count, audit.spent) == (1, 1, 1, 4, 20, None)
    assert audit.strata[0].tiles == audit.strata[0].drawn == 10
    assert sum(one.tiles for one in audit.strata) == 49
    assert sum(one.drawn for one in audit.strata[1:]) == 20
    queue = campaign.audit_queue(1)
    assert [tile.tile_id for tile in queue][:10] == result["first"]
    assert {(tile.state, tile.split, tile.rank) for tile in queue} == {("unlabelled", "audit", None)}
    assert not {tile.tile_id for tile in queue} & {
        number for number, tile in before.items() if tile.state == "labelled"
    }
    assert not {tile.tile_id for tile in queue} & set(campaign.open_tiles())
    assert "With 20 tiles" in result["summary"]
    assert result["buys"]["missed_at_most_if_none"] > 0
    assert [tile.tile_id for tile in campaign.tiles(split="test")] == [5, 41]


def test_a_preview_draws_nothing_and_the_same_seed_the_same_tiles(town, tmp_path):
    campaign, _ = town
    twin = shutil.copytree(campaign.folder, tmp_path / "twin.alcd")
    told = start("audit", campaign.folder, count=20, preview=True)
    assert campaign.audits() == []
    assert campaign.counts().splits["audit"] == 0
    one, other = (start("audit", folder, count=20) for folder in (campaign.folder, twin))
    assert one["first"] == other["first"]
    assert told["buys"] == one["buys"]


def test_an_audit_says_if_its_strata_mix_the_scores_of_several_rounds(town):
    campaign, _ = town
    assert "several rounds" not in start("audit", campaign.folder, count=20, preview=True)["summary"]
    start("query", campaign.folder, count=8, score=20, device="cpu")
    assert "The last query scored 20 of 39 tiles" in start("audit", campaign.folder, count=20)["summary"]


def test_audit_tiles_are_neither_queried_nor_suggested_nor_trained_on(town):
    campaign, changes = town
    start("audit", campaign.folder, count=15)
    drawn = {tile.tile_id for tile in campaign.audit_queue(1)}
    start("label", campaign.folder, reference=changes, tiles="all")
    assert {tile.tile_id for tile in campaign.tiles(split="audit", state="unlabelled")} == drawn
    start("label", campaign.folder, reference=changes, tiles="audit")
    assert {tile.tile_id for tile in campaign.tiles(split="audit", state="labelled")} == drawn
    start("train", campaign.folder, afresh=True, **QUICK)
    card = load_card(campaign.model_folder(campaign.rounds()[-1]))
    assert not set(card.tile_ids) & drawn
    ground = shapely.from_wkt(card.ground[0][1])
    for tile in campaign.tiles(split="audit"):
        window = shapely.box(*campaign.description.grid.window_bounds(tile.window))
        assert shapely.intersection(ground, window).area == pytest.approx(0)


def test_queries_leave_audit_tiles_alone(town):
    campaign, _ = town
    start("audit", campaign.folder, count=15)
    drawn = {tile.tile_id for tile in campaign.audit_queue(1)}
    assert not drawn & set(start("query", campaign.folder, count=40, device="cpu")["queried"])
    assert not drawn & set(start("query", campaign.folder, count=40, acquisition="random")["queried"])
    assert not drawn & set(start("suggest", campaign.folder, count=40, **ENCODER)["queried"])


def test_an_audit_of_all_tiles_gives_the_true_figures(town, trained, tmp_path):
    campaign, changes = town
    start("audit", campaign.folder, count=1000)
    start("label", campaign.folder, reference=changes, tiles="audit")
    result = start("estimate", campaign.folder, output=str(tmp_path / "figures.json"))
    truth, marked, both = areas(campaign, changes, trained[0] / "map.tif")
    figures = result["figures"]
    expected = {
        "area_of_change": truth,
        "missed_area": truth - both,
        "completeness_area": both / truth,
        "correctness_area": both / marked,
    }
    for name, value in expected.items():
        assert figures[name]["value"] == pytest.approx(value)
        assert (figures[name]["low"], figures[name]["high"]) == (pytest.approx(value), pytest.approx(value))
    assert result["matrix"]["change"]["unchanged"] == pytest.approx(marked - both)
    assert (result["round"], result["drawn"], result["labelled_before"]) == (1, 39, 10)
    assert json.loads((tmp_path / "figures.json").read_text()) == json.loads(json.dumps(result))
    assert campaign.last_estimate() == json.loads(json.dumps(result))
    report = str(tmp_path / "report.html")
    start("report", campaign.folder, output=report)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert result["sentence"] in page
    assert "How complete is the map?" in page


def test_a_sample_gives_intervals_around_the_truth(town, trained):
    campaign, changes = town
    start("audit", campaign.folder, count=25, seed=2)
    start("label", campaign.folder, reference=changes, tiles="audit")
    figures = start("estimate", campaign.folder)["figures"]
    truth, _, both = areas(campaign, changes, trained[0] / "map.tif")
    assert figures["area_of_change"]["low"] <= truth <= figures["area_of_change"]["high"]
    assert figures["completeness_area"]["low"] <= both / truth <= figures["completeness_area"]["high"]
    for one in figures.values():
        assert one["low"] < one["high"]
        assert one["formula"]


def test_missing_labels_are_refused(town):
    campaign, changes = town
    with pytest.raises(InputError, match="has no audit"):
        start("estimate", campaign.folder)
    start("audit", campaign.folder, count=12)
    first = campaign.audit_queue(1)[0].tile_id
    start("label", campaign.folder, reference=changes, tiles=str(first))
    with pytest.raises(InputError, match="Audit 1 is not finished: 11 of its 12 tiles left to label"):
        start("estimate", campaign.folder)
    with pytest.raises(InputError, match="Audit 1 is not finished: 11 of its 12 tiles"):
        start("audit", campaign.folder, count=12)


def test_a_tile_that_was_labelled_at_the_draw_must_still_be(town):
    campaign, changes = town
    start("audit", campaign.folder, count=12)
    start("label", campaign.folder, reference=changes, tiles="audit")
    skip(campaign, 1)
    with pytest.raises(InputError, match="labelled when audit 1 was drawn and no longer are: 1, the first is tile 1"):
        start("estimate", campaign.folder)


def test_skipped_tiles_are_counted_and_bounded(town):
    campaign, changes = town
    start("audit", campaign.folder, count=30)
    skipped = [tile.tile_id for tile in campaign.audit_queue(1)[:3]]
    skip(campaign, *skipped)
    start("label", campaign.folder, reference=changes, tiles="audit")
    assert campaign.audit_progress(1).skipped == 3
    result = start("estimate", campaign.folder)
    assert result["skipped"] == 3
    assert "Skipped tiles: 3;" in result["summary"]
    bounds = result["skipped_bounds"]
    assert bounds["none_changed"]["changed_cells"][1] < bounds["all_changed"]["changed_cells"][1]
    assert bounds["none_changed"]["changed_cells"][0] < bounds["all_changed"]["changed_cells"][0]


def test_a_stratum_of_skipped_tiles_counts_as_the_one_below(town):
    """Tiles that were skipped before the draw have no score: they are a stratum, and may be undecidable again."""
    campaign, changes = town
    no_score = list(campaign.open_tiles())[-4:]
    with writing(campaign.file) as connection:
        marks = ",".join("?" * 4)
        connection.execute(f"UPDATE tiles SET change_probability = NULL WHERE tile_id IN ({marks})", no_score)
    start("audit", campaign.folder, count=20)
    skip(campaign, *(tile.tile_id for tile in campaign.audit_queue(1) if tile.tile_id in no_score))
    start("label", campaign.folder, reference=changes, tiles="audit")
    result = start("estimate", campaign.folder)
    assert result["skipped"] == campaign.latest_audit().strata[-1].drawn > 0
    assert sum(sum(row.values()) for row in result["matrix"].values()) == pytest.approx(320 * 320 * 0.5**2, rel=0.1)


def test_nothing_can_be_said_if_all_tiles_were_skipped(town):
    campaign, _ = town
    start("audit", campaign.folder, count=10)
    skip(campaign, *(tile.tile_id for tile in campaign.audit_queue(1)))
    with pytest.raises(InputError, match="All tiles of audit 1 were skipped"):
        start("estimate", campaign.folder)


def test_an_audit_that_lost_tiles_is_damaged(town):
    campaign, changes = town
    start("audit", campaign.folder, count=12)
    start("label", campaign.folder, reference=changes, tiles="audit")
    with writing(campaign.file) as connection:
        connection.execute("DELETE FROM audit_tiles WHERE position = 3")
    with pytest.raises(CampaignError, match="tiles of audit 1 are not those that were drawn"):
        start("estimate", campaign.folder)


def test_a_released_audit_releases_the_audits_before_it(town):
    campaign, changes = town
    for _ in range(2):
        start("audit", campaign.folder, count=10)
        start("label", campaign.folder, reference=changes, tiles="audit")
    assert start("audit", campaign.folder, release=True)["labelled"] == 20
    assert campaign.counts().splits["audit"] == 0
    assert all(one.spent for one in campaign.audits())


def test_a_map_of_another_region_is_refused(town, tmp_path):
    campaign, changes = town
    start("audit", campaign.folder, count=12)
    start("label", campaign.folder, reference=changes, tiles="audit")
    other = write_raster(tmp_path / "other.tif", np.zeros((1, 320, 320), np.float32), origin=(2_700_000.0, 1_200_000.0))
    with pytest.raises(InputError, match="not a map of this campaign"):
        start("estimate", campaign.folder, map=other)


def test_a_cell_that_lies_in_training_tiles_of_its_neighbours_does_not_spoil_an_audit(tmp_path):
    """The last row and column are shifted back, so a small core cell there can lie in a neighbour's tile."""
    pair = make_pair(tmp_path)
    folder = tmp_path / "shifted.alcd"
    start("create", folder, before=pair.before, after=pair.after, tile_size=96, overlap=24)
    campaign = open_campaign(folder)
    last = max(tile.column for tile in campaign.tiles())
    labelled = [tile.tile_id for tile in campaign.tiles() if tile.column in (last - 1, 1)]
    start("label", folder, reference=pair.changes, tiles=",".join(map(str, labelled)))
    start("train", folder, **QUICK)
    start("predict", folder, output=str(folder / "maps" / "map.tif"), device="cpu")
    start("audit", folder, count=1000)
    start("label", folder, reference=pair.changes, tiles="audit")
    events, job = [], jobs()["estimate"]
    result = runner(job)(job.parse({"campaign": str(folder)}), Reporter(events.append))
    assert result["figures"]["completeness_area"]
    assert any("labelled before the draw" in event.get("message", "") for event in events)


def test_the_result_says_that_a_map_from_elsewhere_was_checked(town, trained, tmp_path):
    campaign, changes = town
    start("audit", campaign.folder, count=12)
    start("label", campaign.folder, reference=changes, tiles="audit")
    assert "Checked is the map of round 1." in start("estimate", campaign.folder)["summary"]
    other = gdal.GetDriverByName("GTiff").CreateCopy(
        str(tmp_path / "other.tif"), gdal.Open(str(trained[0] / "map.tif"))
    )
    other.SetMetadata({})
    other = None
    result = start("estimate", campaign.folder, map=str(tmp_path / "other.tif"))
    assert result["round"] is None
    assert "a map that no model of this campaign made" in result["summary"]


def test_an_audit_opened_to_training_is_spent_and_cannot_check_a_model_that_saw_it(town):
    campaign, changes = town
    start("audit", campaign.folder, count=12)
    start("label", campaign.folder, reference=changes, tiles="audit")
    assert start("estimate", campaign.folder)["figures"]
    released = start("audit", campaign.folder, release=True)
    assert released["labelled"] == 12
    assert campaign.latest_audit().spent == released["spent"]
    assert campaign.counts().splits["audit"] == 0
    with pytest.raises(InputError, match="no audit that could be opened"):
        start("audit", campaign.folder, release=True)
    assert start("estimate", campaign.folder)["round"] == 1  # the map is from before
    start("train", campaign.folder, afresh=True, **QUICK)
    start("predict", campaign.folder, output=str(campaign.folder / "maps" / "second.tif"), device="cpu")
    with pytest.raises(InputError, match="the model of round 2 was trained on 12 of its tiles"):
        start("estimate", campaign.folder)
    again = start("audit", campaign.folder, count=10)
    assert again["audit"] == 2
    assert campaign.latest_audit().strata[0].tiles == 22  # the first audit's tiles are known now


def test_what_speaks_for_another_round(town):
    campaign, changes = town
    (gain,) = round_gains(campaign)
    assert gain.labelled == 8
    expected = expected_finds(campaign)
    assert expected.tiles == 8
    assert 0 <= expected.finds <= 8
    assert advice(campaign).key in ("finds", "dry")
    start("audit", campaign.folder, count=1000)
    start("label", campaign.folder, reference=changes, tiles="audit")
    missed = start("estimate", campaign.folder)["figures"]["missed_cells"]["value"]
    said = advice(campaign)
    assert said.key == ("query_first" if missed else "complete")  # no tile is queried any more
    assert start("info", campaign.folder)["stopping"]["advice"]["reason"] == said.reason


def test_without_a_map_the_amount_of_change_is_estimated(town, trained, tmp_path):
    campaign, changes = town
    campaign.update_round(1, probability_map=None)
    start("audit", campaign.folder, count=1000)
    start("label", campaign.folder, reference=changes, tiles="audit")
    result = start("estimate", campaign.folder)
    truth, _, _ = areas(campaign, changes, trained[0] / "map.tif")
    assert sorted(result["figures"]) == ["area_of_change", "changed_cells"]
    assert result["figures"]["area_of_change"]["value"] == pytest.approx(truth)
    assert (result["map"], result["matrix"]) == (None, {})
