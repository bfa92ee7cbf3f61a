"""Test tiles are never trained on, trained ground is never measured, and each pixel is counted once."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
import torch
from osgeo import gdal, ogr
from rasters import make_pair, write_polygons
from sklearn.metrics import average_precision_score

from alcd_core import cli
from alcd_core.campaign.campaign import Campaign, open_campaign
from alcd_core.jobs.helpers.session import training_source
from alcd_core.jobs.helpers.simulation.files import open_files
from alcd_core.jobs.helpers.trained_ground import (
    held_out_share,
    held_out_tiles,
    seen_tiles,
    trainable_tiles,
    trained_on,
    training_ground,
)
from alcd_core.jobs.registry import jobs, runner
from alcd_core.learning.metrics import LEVELS
from alcd_core.learning.scene_assessment import assess_scenes
from alcd_core.learning.scoring import Scorer
from alcd_core.learning.tiles import IGNORE
from alcd_core.network.card import load_card
from alcd_core.network.model import load_model
from alcd_core.network.precision import choose_dtype
from alcd_core.progress import Reporter

ENCODER = ["--encoder", "resnet18", "--encoder-depth", "3", "--encoder-weights", "none"]
QUICK = [*ENCODER, "--epochs", "2", "--members", "2", "--learning-rate", "0.003", "--device", "cpu"]
TILING = ["--tile-size", "64", "--overlap", "16"]  # on 320 px: 7 x 7 tiles, the last row and column are shifted back
TRAINED, TESTED = (1, 2, 9, 10, 15, 17, 23, 32, 42), (24, 41)


def alcd(*arguments) -> None:
    assert cli.main([str(argument) for argument in arguments]) == 0


def assessed(campaign: Path, reference: str, *more) -> dict:
    """What assess returns."""
    job = jobs()["assess"]
    values = dict(campaign=str(campaign), reference=reference, device="cpu", **dict(more))
    return runner(job)(job.parse(values), Reporter())


def set_split(campaign: Path, tile: int, split: str) -> None:
    database = ogr.Open(str(campaign / "campaign.gpkg"), 1)
    database.ExecuteSQL(f"UPDATE tiles SET split = '{split}' WHERE tile_id = {tile}")


def pixels_of(campaign: Campaign, tile_ids) -> np.ndarray:
    """Where (H, W) these tiles lie."""
    grid = campaign.description.grid
    inside = np.zeros((grid.height, grid.width), bool)
    for tile in campaign.tiles():
        if tile.tile_id in set(tile_ids):
            inside[tile.window.within(replace(tile.window, x=0, y=0))] = True
    return inside


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A campaign with labels to train on and test tiles beside them, after one round."""
    folder = tmp_path_factory.mktemp("leaks")
    pair = make_pair(folder)
    campaign = folder / "town.alcd"
    alcd("create", campaign, "--before", pair.before, "--after", pair.after, *TILING)
    alcd("label", campaign, "--reference", pair.changes, "--tiles", ",".join(map(str, TESTED)), "--split", "test")
    alcd("label", campaign, "--reference", pair.changes, "--tiles", ",".join(map(str, TRAINED)))
    alcd("train", campaign, *QUICK)
    return folder, pair, campaign


@pytest.fixture
def own(begun, tmp_path):
    """A copy of the campaign that a test may change."""
    return shutil.copytree(begun[2], tmp_path / "own.alcd")


def test_all_pixels_outside_test_tiles_and_none_inside_have_training_labels(begun):
    campaign = open_campaign(begun[2])
    tiles, held_out = campaign.tiles(split="train"), held_out_tiles(campaign)
    assert {tile.tile_id for tile in held_out} == set(TESTED)
    source = training_source(campaign, tiles, held_out)
    tested = pixels_of(campaign, TESTED)
    shared = 0
    for tile in tiles:
        labels = source.read([tile.tile_id]).labels[0]
        inside = tested[tile.window.within(replace(tile.window, x=0, y=0))]
        assert np.array_equal(labels == IGNORE, inside)
        shared += inside.sum()
    assert shared > 2000
    trained = pixels_of(campaign, TRAINED)
    share = (trained & tested).sum() / trained.sum()
    assert held_out_share(campaign.description.grid, tiles, held_out) == pytest.approx(share)


def test_a_model_card_contains_the_ground_that_was_trained_on(begun):
    campaign = open_campaign(begun[2])
    folder = campaign.model_folder(campaign.rounds()[0])
    ((crs, area),) = load_card(folder).ground
    assert crs == campaign.description.grid.crs
    expected = pixels_of(campaign, TRAINED) & ~pixels_of(campaign, TESTED)
    assert shapely.from_wkt(area).area == pytest.approx(expected.sum() / 4)  # pixels of half a metre
    ground = trained_on(folder, load_card(folder), campaign.description.grid)
    seen = {tile.tile_id for tile in seen_tiles(campaign.description.grid, campaign.tiles(), ground)}
    assert not seen & set(TESTED)
    assert set(TRAINED) < seen  # and neighbours


def test_a_tile_with_almost_no_pixels_left_is_not_trained_on(begun):
    campaign = open_campaign(begun[2])
    tiles = {(tile.row, tile.column): tile for tile in campaign.tiles()}
    last, before = tiles[(0, 6)], tiles[(0, 5)]  # the last one is shifted back over most of the one before
    moved = replace(last, window=replace(before.window, x=before.window.x + 5))
    assert trainable_tiles(campaign.description.grid, [moved, tiles[0, 4]], [before]) == [tiles[0, 4]]


def test_assess_counts_each_pixel_of_the_region_once_and_none_that_was_trained_on(begun, own):
    _, pair, _ = begun
    for tile in TESTED:
        set_split(own, tile, "pool")
    campaign = open_campaign(own)
    result = assessed(own, pair.changes)
    trained = pixels_of(campaign, TRAINED) & ~pixels_of(campaign, TESTED)
    assert (result["measured_pixels"], result["left_out_pixels"]) == ((~trained).sum(), trained.sum())
    share = trained.mean()
    assert f"Measured on {1 - share:.1%} of the pixels; the other {share:.1%} are left out" in result["summary"]


def test_assess_counts_the_core_cells_of_test_tiles(begun):
    _, pair, campaign = begun
    known = open_campaign(campaign)
    tiling = known.description.tiling
    cells = [tiling.core_cell(tile.row, tile.column) for tile in known.tiles(split="test")]
    result = assessed(campaign, pair.changes)
    assert result["measured_pixels"] == sum(cell.width * cell.height for cell in cells)
    assert (result["left_out_pixels"], result["where"]) == (0, "2 test tiles")
    assert "left out" not in result["summary"]


def test_assess_reports_the_same_with_and_without_a_map(begun, tmp_path):
    _, pair, campaign = begun
    plain, drawn = assessed(campaign, pair.changes), assessed(campaign, pair.changes, ("map", str(tmp_path / "m.tif")))
    assert {key: drawn[key] for key in plain if key not in ("summary", "map")} == {
        key: plain[key] for key in plain if key not in ("summary", "map")
    }


def test_ground_that_was_trained_on_is_left_out_of_the_confusion_map(begun, tmp_path):
    _, pair, campaign = begun
    assessed(campaign, pair.changes, ("map", str(tmp_path / "m.tif")))
    known = open_campaign(campaign)
    trained = pixels_of(known, TRAINED) & ~pixels_of(known, TESTED)
    assert np.array_equal(gdal.Open(str(tmp_path / "m.tif")).ReadAsArray() == 0, trained)


def test_nothing_is_measured_if_everything_was_trained_on(begun, own, capsys):
    _, pair, _ = begun
    for tile in TESTED:
        set_split(own, tile, "train")
    alcd("label", own, "--reference", pair.changes, "--tiles", "all")
    alcd("train", own, *QUICK, "--afresh")
    assert cli.main(["assess", str(own), "--reference", pair.changes]) == 2
    assert "trained on all of this ground" in capsys.readouterr().err


def test_a_test_tile_that_the_model_has_seen_is_left_out(begun, own):
    _, pair, _ = begun
    set_split(own, 9, "test")
    campaign = open_campaign(own)
    tiling, tile = campaign.description.tiling, next(one for one in campaign.tiles() if one.tile_id == 9)
    cell = tiling.core_cell(tile.row, tile.column)
    free = (pixels_of(campaign, TESTED))[cell.y : cell.y + cell.height, cell.x : cell.x + cell.width].sum()
    assert assessed(own, pair.changes)["left_out_pixels"] == cell.width * cell.height - free


def encoder_weights(campaign: Path) -> list[str]:
    known = open_campaign(campaign)
    return [load_model(known.model_folder(one)).card.encoder_weights for one in known.rounds()]


def test_a_new_test_tile_is_not_seen_through_a_start_model_and_the_next_round(begun, own, capsys):
    """Tiles 1, 2, 9 ... were trained on; 9 becomes a test tile; training starts from the first model; a plain training
    would go on from that."""
    set_split(own, 9, "test")
    first = own / "models" / "round-001"
    capsys.readouterr()
    assert cli.main(["train", str(own), *QUICK, "--start-from", str(first)]) == 2
    assert "trained on ground of 1 test or audit tiles (9)" in capsys.readouterr().err
    set_split(own, 9, "train")
    alcd("train", own, *QUICK, "--start-from", first)
    set_split(own, 9, "test")
    capsys.readouterr()
    alcd("train", own, *QUICK)
    assert encoder_weights(own) == ["none", "model round-001", "none"]


def test_a_new_test_tile_next_to_a_training_tile_is_not_seen_through_the_last_round(begun, own, capsys):
    _, pair, _ = begun
    alcd("label", own, "--reference", pair.changes, "--tiles", 11, "--split", "test")  # beside 10, which is trained on
    capsys.readouterr()
    alcd("train", own, *QUICK)
    assert (
        "Training starts afresh: round-001 was, or may have been, trained on ground of 1 test or audit tiles (11)."
        in (capsys.readouterr().out)
    )
    alcd("label", own, "--reference", pair.changes, "--tiles", 28, "--split", "test")  # beside none
    alcd("train", own, *QUICK)
    assert encoder_weights(own) == ["none", "none", "model round-002"]


def test_ground_is_kept_through_all_starts(begun, own):
    """What a start model saw is in the ground of the model after it, though it is not trained on now."""
    campaign = open_campaign(own)
    first = campaign.model_folder(campaign.rounds()[0])
    tiles = [tile for tile in campaign.tiles() if tile.tile_id in (28, 35)]
    ground = training_ground(campaign.description.grid, tiles, [], (first, load_card(first)))
    card = replace(load_card(first), ground=ground)
    areas = trained_on(first, card, campaign.description.grid)
    seen = {tile.tile_id for tile in seen_tiles(campaign.description.grid, campaign.tiles(), areas)}
    assert {*TRAINED, 28, 35} <= seen
    assert len(ground) == 1


def test_ground_of_another_campaign_counts_where_it_lies(begun, tmp_path):
    """The same region with other tiles: their numbers say nothing, the ground does."""
    _, pair, campaign = begun
    other = tmp_path / "other.alcd"
    alcd("create", other, "--before", pair.before, "--after", pair.after, "--tile-size", 96, "--overlap", 0)
    result = assessed(other, pair.changes, ("model", str(campaign)))
    known = open_campaign(campaign)
    trained = pixels_of(known, TRAINED) & ~pixels_of(known, TESTED)
    assert result["left_out_pixels"] == trained.sum()
    elsewhere = make_pair(tmp_path / "elsewhere", seed=3)
    far = tmp_path / "far.alcd"
    for path in (elsewhere.before, elsewhere.after):
        raster = gdal.Open(path, gdal.GA_Update)
        raster.SetGeoTransform((2_610_000, 0.5, 0, 1_210_000, 0, -0.5))
        raster = None
    alcd("create", far, "--before", elsewhere.before, "--after", elsewhere.after, *TILING)
    there = write_polygons(tmp_path / "far.gpkg", [(2_610_010, 1_209_900, 2_610_030, 1_209_920)])
    assert assessed(far, there, ("model", str(campaign)))["left_out_pixels"] == 0


def test_an_older_card_counts_as_the_whole_tiles_of_its_campaign_and_as_everything_elsewhere(begun, own, tmp_path):
    campaign = open_campaign(own)
    grid, first = campaign.description.grid, campaign.model_folder(campaign.rounds()[0])
    older = replace(load_card(first), ground=None)
    areas = trained_on(first, older, grid)
    assert sum(area.area for area, _ in areas) == pytest.approx(pixels_of(campaign, TRAINED).sum() / 4)
    for folder, card in ((tmp_path, older), (first, replace(older, encoder_weights="model round-001"))):
        (area,) = trained_on(folder, card, grid)
        assert area[0].area == pytest.approx(320 * 320 / 4)


@pytest.mark.parametrize("ground", [("EPSG:2056", "POLYGON"), ("nonsense", "POLYGON ((0 0, 0 1, 1 1, 0 0))")])
def test_a_damaged_ground_is_refused(begun, own, capsys, ground):
    path = own / "models" / "round-001" / "card.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "ground": [ground]}))
    assert cli.main(["assess", str(own), "--reference", begun[1].changes]) == 2
    assert "ground cannot be read" in capsys.readouterr().err


def test_assess_the_simulation_and_another_program_agree_on_a_models_precision(begun, own, tmp_path):
    pair = make_pair(tmp_path / "other", seed=4)
    path = own / "models" / "round-001" / "card.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "ground": []}))  # as if trained elsewhere
    other = tmp_path / "other.alcd"
    alcd("create", other, "--before", pair.before, "--after", pair.after)
    result = assessed(other, pair.changes, ("model", str(own)))
    tiles = open_files(tmp_path / "other", 1, None, Reporter()).tiles
    scorer = Scorer(load_model(path.parent), tiles.source, torch.device("cpu"), choose_dtype(torch.device("cpu")))
    scores = assess_scenes(scorer, tiles, list(tiles.classes), (), Reporter())
    assert scores.whole.average_precision == result["average_precision"]
    truth, probability, places = [], [], np.zeros((320, 320), int)
    for tile, known in zip(scorer.predict(list(tiles.classes)), open_campaign(other).tiles()):
        cell = open_campaign(other).description.tiling.core_cell(known.row, known.column)
        places[cell.y : cell.y + cell.height, cell.x : cell.x + cell.width] += 1
        truth.append(tile.labels[cell.within(known.window)].ravel())
        probability.append(tile.probability[cell.within(known.window)].ravel())
    assert (places == 1).all()
    levels = np.rint(np.concatenate(probability).astype(float) * (LEVELS - 1))
    expected = average_precision_score(np.concatenate(truth) == 1, levels)
    assert result["average_precision"] == pytest.approx(expected, rel=1e-9)


def test_the_report_shows_the_precision_that_assess_found(begun, tmp_path):
    _, pair, campaign = begun
    result = assessed(campaign, pair.changes)
    assert open_campaign(campaign).rounds()[-1].average_precision == result["average_precision"]
    alcd("report", campaign, "--output", tmp_path / "report.html", "--reference", pair.changes)
    assert f"{result['average_precision']:.2f}" in (tmp_path / "report.html").read_text("utf-8")
