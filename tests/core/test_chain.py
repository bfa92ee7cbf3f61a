"""The whole loop on the command line: from two rasters to change polygons, on a small real pair made on the spot."""

import contextlib
import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from analyst import skip
from osgeo import gdal, ogr
from rasters import make_pair, write_polygons

from alcd_core import cli
from alcd_core.campaign import campaign as campaign_module
from alcd_core.campaign.campaign import Campaign, open_campaign
from alcd_core.errors import CampaignError
from alcd_core.imagery.vector import read_reference
from alcd_core.jobs.helpers.session import changed_tiles
from alcd_core.jobs.runners import label, query
from alcd_core.network.card import ModelCard
from alcd_core.network.model import load_model
from alcd_core.progress import Reporter

ENCODER = ["--encoder", "resnet18", "--encoder-depth", "3", "--encoder-weights", "none"]
TRAINING = ["--epochs", "4", "--members", "2", "--learning-rate", "0.003", "--device", "cpu"]
QUICK = [*ENCODER, *TRAINING]


def alcd(*arguments) -> None:
    assert cli.main([str(argument) for argument in arguments]) == 0


def info(campaign: Path, capsys) -> dict:
    """What ``info --json`` says; in a process of its own, because the JSON voice takes over standard output."""
    command = [sys.executable, "-m", "alcd_core", "info", str(campaign), "--json"]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A campaign after two rounds, its maps and polygons."""
    folder = tmp_path_factory.mktemp("chain")
    pair = make_pair(folder)
    campaign = folder / "town.alcd"
    alcd("create", campaign, "--before", pair.before, "--after", pair.after, "--tile-size", 64, "--overlap", 16)
    alcd("label", campaign, "--reference", pair.changes, "--tiles", "1,2,24,39", "--split", "test")
    alcd("suggest", campaign, "--count", 12, *ENCODER)
    alcd("label", campaign, "--reference", pair.changes)
    alcd("train", campaign, *QUICK)
    alcd("query", campaign, "--count", 6)
    alcd("label", campaign, "--reference", pair.changes)
    alcd("train", campaign, *QUICK)
    alcd("query", campaign, "--count", 5)
    alcd("predict", campaign, "--output", folder / "probability.tif", "--uncertainty", folder / "uncertainty.tif")
    alcd("polygons", campaign, "--output", folder / "changes_found.gpkg", "--min-area", 4)
    alcd("assess", campaign, "--reference", pair.changes, "--map", folder / "four_colours.tif")
    return folder, pair, campaign


def test_states_and_rounds_are_as_the_jobs_left_them(finished, capsys):
    _, _, campaign = finished
    told = info(campaign, capsys)
    assert told["tiles"] == 49
    assert told["states"] == {"unlabelled": 49 - 4 - 12 - 6 - 5, "queried": 5, "labelled": 22, "skipped": 0}
    assert told["splits"] == {"pool": 27, "train": 18, "test": 4, "audit": 0}
    assert [one["labelled"] for one in told["rounds"]] == [12, 18]
    assert [one["queried"] for one in told["rounds"]] == [6, 5]
    assert told["rounds"][1]["auc"] is not None
    assert Path(told["rounds"][1]["probability_map"]).name == "probability.tif"


def test_the_probability_map_covers_the_grid(finished):
    folder, _, _ = finished
    done = subprocess.run(["gdalinfo", str(folder / "probability.tif")], capture_output=True, text=True, check=True)
    assert "LAYOUT=COG" in done.stdout
    pixels = gdal.Open(str(folder / "probability.tif")).ReadAsArray()
    assert pixels.shape == (320, 320)
    assert 0 <= pixels.min() < pixels.max() <= 1


def test_polygons_carry_their_attributes(finished):
    folder, _, _ = finished
    source = ogr.Open(str(folder / "changes_found.gpkg"))
    layer = source.GetLayer(0)
    assert layer.GetFeatureCount() > 0
    for feature in layer:
        assert feature.GetGeometryRef().IsValid()
        assert feature["area_m2"] >= 4
        assert feature["mean_probability"] <= feature["max_probability"] <= 1
        assert feature["round"] == 2


def test_the_confusion_map_agrees_with_the_map_and_the_reference(finished):
    folder, pair, _ = finished
    colours = gdal.Open(str(folder / "four_colours.tif")).ReadAsArray()
    probability = gdal.Open(str(folder / "probability.tif")).ReadAsArray()
    changed = gdal.GetDriverByName("MEM").CreateCopy("", gdal.Open(str(folder / "four_colours.tif")))
    changed.GetRasterBand(1).Fill(0)
    reference = ogr.Open(pair.changes)
    gdal.RasterizeLayer(changed, [1], reference.GetLayer(0), burn_values=[1])
    truth, assessed = changed.ReadAsArray().astype(bool), colours > 0  # the rest was trained on
    assert np.array_equal(np.isin(colours, (1, 3)), truth & assessed)
    assert np.array_equal(np.isin(colours, (1, 2)), (probability >= 0.5) & assessed)


def test_proposals_and_annotations_open_with_another_program(finished):
    _, _, campaign = finished
    command = ["ogrinfo", "-so", "-al", str(campaign / "campaign.gpkg")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Warning" not in done.stdout + done.stderr
    for layer in ("tiles", "annotations", "proposals"):
        assert f"Layer name: {layer}" in done.stdout


def test_ignored_pixels_are_in_no_score_proposal_uncertainty_or_figure(finished, capsys, monkeypatch):
    folder, pair, campaign = finished
    own = shutil.copytree(campaign, folder / "ignored.alcd")
    tile = max(open_campaign(own).tiles(state="queried"), key=lambda tile: tile.score)
    test = open_campaign(own).tiles(state="labelled", split="test")
    database = ogr.Open(str(own / "campaign.gpkg"), 1)
    layer = database.GetLayerByName("annotations")
    for window in (one.window for one in (tile, *test)):
        west, north = 2_600_000 + window.x / 2, 1_200_000 - window.y / 2
        east, south = west + window.width / 2, north - window.height / 2
        feature = ogr.Feature(layer.GetLayerDefn())
        ring = f"(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"MULTIPOLYGON ({ring})"))
        feature["class"] = "ignore"
        layer.CreateFeature(feature)
    layer = database = None
    monkeypatch.setattr(query, "PROPOSAL_THRESHOLD", 0.001)
    alcd("query", own, "--count", 40)
    scored = {one.tile_id: one for one in open_campaign(own).tiles()}[tile.tile_id]
    assert (tile.score > 0, scored.score) == (True, 0.0)
    database = ogr.Open(str(own / "campaign.gpkg"))
    proposed = {feature["tile_id"] for feature in database.GetLayerByName("proposals")}
    assert len(proposed) > 20
    assert tile.tile_id not in proposed
    alcd("predict", own, "--output", folder / "p.tif", "--uncertainty", folder / "u.tif")
    inside = (slice(tile.window.y, tile.window.y + 64), slice(tile.window.x, tile.window.x + 64))
    assert (gdal.Open(str(folder / "u.tif")).ReadAsArray()[inside] == -1).all()  # no data
    assert (gdal.Open(str(folder / "p.tif")).ReadAsArray()[inside] >= 0).all()
    capsys.readouterr()
    alcd("assess", own, "--reference", pair.changes)
    assert "AP not defined" in capsys.readouterr().out  # nothing but what is not to count in the test tiles


def test_annotations_of_neighbouring_tiles_do_not_overlap(finished):
    _, _, campaign = finished
    source = ogr.Open(str(campaign / "campaign.gpkg"))
    shapes = [feature.GetGeometryRef().Clone() for feature in source.GetLayerByName("annotations")]
    assert shapes
    for number, one in enumerate(shapes):
        assert sum(one.Intersection(other).Area() for other in shapes[number + 1 :]) < 1e-6


def test_a_labelled_tile_is_not_labelled_again(finished, capsys):
    folder, _, campaign = finished
    before = open_campaign(campaign).annotations()
    other = write_polygons(folder / "other.gpkg", [(2_600_000, 1_199_900, 2_600_100, 1_200_000)])
    alcd("label", campaign, "--reference", other, "--tiles", "1,24")
    assert "2 were already labelled or skipped" in capsys.readouterr().out
    assert open_campaign(campaign).annotations() == before


def test_a_model_of_another_campaign_can_be_used(finished, tmp_path):
    _, _, teacher = finished
    pair = make_pair(tmp_path, seed=5)
    campaign = tmp_path / "other.alcd"
    alcd("create", campaign, "--before", pair.before, "--after", pair.after, "--tile-size", 64, "--overlap", 16)
    alcd("query", campaign, "--model", teacher, "--count", 3)
    alcd("query", campaign, "--model", teacher / "models/round-001", "--acquisition=change-probability", "--count", 4)
    alcd("assess", campaign, "--model", teacher, "--reference", pair.changes)
    assert len(open_campaign(campaign).tiles(state="queried")) == 4
    alcd("label", campaign, "--reference", pair.changes)
    alcd("train", campaign, *QUICK, "--start-from", teacher)
    assert len(open_campaign(campaign).rounds()) == 1


def cards(campaign: Path) -> list[ModelCard]:
    """The cards of a campaign's models, round by round."""
    return [load_model(campaign / one.model).card for one in open_campaign(campaign).rounds()]


def test_the_same_seed_suggests_the_same_tiles_again(tmp_path):
    pair = make_pair(tmp_path, seed=5)
    campaign = tmp_path / "twice.alcd"
    alcd("create", campaign, "--before", pair.before, "--after", pair.after, "--tile-size", 64, "--overlap", 16)
    asked = []
    for _ in range(2):
        alcd("suggest", campaign, "--count", 12, *ENCODER)
        asked.append([(one.tile_id, one.rank) for one in open_campaign(campaign).tiles(state="queried")])
    assert asked[0] == asked[1]


def test_a_map_overwritten_by_another_model_no_longer_belongs_to_a_round(finished, capsys):
    folder, pair, campaign = finished
    own = shutil.copytree(campaign, folder / "maps.alcd")
    map_file = folder / "common.tif"
    alcd("predict", own, "--output", map_file)
    assert cli.main(["assess", str(own), "--reference", pair.changes, "--map", str(map_file)]) == 2
    assert cli.main(["predict", str(own), "--output", str(folder / "p2.tif"), "--uncertainty", str(map_file)]) == 2
    alcd("predict", own, "--model", own / "models" / "round-001", "--output", map_file)
    first, second = open_campaign(own).rounds()
    assert (Path(first.probability_map).name, second.probability_map) == ("common.tif", None)
    alcd("polygons", own, "--output", folder / "second.gpkg")
    assert "predicting first" in capsys.readouterr().out


def test_a_map_overwritten_by_another_campaign_is_not_mistaken_for_our_own(finished, capsys):
    folder, _, campaign = finished
    own, other = (shutil.copytree(campaign, folder / f"{name}.alcd") for name in ("mine", "other"))
    alcd("train", other, *QUICK)
    map_file = folder / "shared.tif"
    for one in (own, other):
        alcd("predict", one, "--output", map_file)
    alcd("report", own, "--output", folder / "own.html")
    alcd("report", other, "--output", folder / "other.html")
    assert "Probability of change" not in (folder / "own.html").read_text("utf-8")
    assert "Probability of change, round 3" in (folder / "other.html").read_text("utf-8")
    capsys.readouterr()
    alcd("polygons", other, "--output", folder / "others.gpkg")
    assert "predicting first" not in capsys.readouterr().out
    alcd("polygons", own, "--output", folder / "own.gpkg")
    assert "predicting first" in capsys.readouterr().out
    known = gdal.OpenEx(str(map_file), gdal.OF_UPDATE, open_options=["IGNORE_COG_LAYOUT_BREAK=YES"])
    known.SetMetadataItem("ALCD_MODEL", "")  # as older maps have it
    known = None
    alcd("report", other, "--output", folder / "other.html")
    assert "Probability of change, round 3" in (folder / "other.html").read_text("utf-8")


def test_a_report_can_be_made_of_a_read_only_campaign(finished, monkeypatch):
    folder, _, campaign = finished
    monkeypatch.setattr(campaign_module, "is_writable", lambda file: False)
    alcd("report", campaign, "--output", folder / "read_only.html")


def test_all_tiles_means_all_except_the_skipped_ones(finished, capsys):
    folder, pair, campaign = finished
    own = shutil.copytree(campaign, folder / "aside.alcd")
    aside = [tile.tile_id for tile in open_campaign(own).tiles(state="unlabelled")][:2]
    skip(open_campaign(own), *aside)
    alcd("label", own, "--reference", pair.changes, "--tiles", "all")
    assert [tile.tile_id for tile in open_campaign(own).tiles(state="skipped")] == aside
    alcd("label", own, "--reference", pair.changes, "--tiles", aside[0])
    assert [tile.tile_id for tile in open_campaign(own).tiles(state="skipped")] == aside[1:]


def test_changed_tiles_are_counted_as_they_would_be_labelled(tmp_path):
    pair = make_pair(tmp_path)
    after = gdal.Open(pair.after, gdal.GA_Update)
    pixels = after.ReadAsArray()
    pixels[:, :, 20:150] = 0  # so that little of many tiles is valid
    after.WriteArray(pixels)
    for number in range(3):
        after.GetRasterBand(number + 1).SetNoDataValue(0)
    after = None
    folder = tmp_path / "holes.alcd"
    alcd("create", folder, "--before", pair.before, "--after", pair.after, "--tile-size", 64, "--overlap", 16)
    campaign = open_campaign(folder)
    counted = changed_tiles(campaign, read_reference(pair.changes, campaign.description.grid).polygons, Reporter())
    alcd("label", folder, "--reference", pair.changes, "--tiles", "all")
    labelled = {tile.tile_id for tile in campaign.tiles() if tile.tile_class == "changed"}
    assert counted == labelled != set()
    assert changed_tiles(campaign, [], Reporter()) == labelled  # what people said counts for labelled tiles


def test_encoder_weights_that_a_later_round_ignores_are_reported(finished, capsys):
    folder, _, campaign = finished
    own = shutil.copytree(campaign, folder / "weights.alcd")
    alcd("train", own, *ENCODER[:-1], "elsewhere.safetensors", *TRAINING)
    assert "elsewhere.safetensors is not used: training starts from round-002." in capsys.readouterr().out


def test_tiles_labelled_by_hand_while_label_runs_are_kept(finished, monkeypatch):
    folder, pair, campaign = finished
    own = shutil.copytree(campaign, folder / "meanwhile.alcd")
    free = [tile.tile_id for tile in open_campaign(own).tiles(state="unlabelled")][:3]
    classes = label._classes

    def slow(*arguments):
        found = classes(*arguments)
        open_campaign(own).write_labels([], {free[0]: "unchanged"}, "train", 2, "drawn")
        skip(open_campaign(own), free[1])
        return found

    monkeypatch.setattr(label, "_classes", slow)
    alcd("label", own, "--reference", pair.changes, "--tiles", ",".join(map(str, free)), "--split", "test")
    now = {tile.tile_id: (tile.state, tile.split) for tile in open_campaign(own).tiles()}
    assert [now[tile] for tile in free] == [("labelled", "train"), ("skipped", "pool"), ("labelled", "test")]


def test_a_rotated_raster_can_be_relocated(tmp_path):
    pair = make_pair(tmp_path)
    for path in (pair.before, pair.after):
        gdal.Open(path, gdal.GA_Update).SetGeoTransform((2_600_000, 0.433, 0.25, 1_200_000, 0.25, -0.433))
    campaign = tmp_path / "askew.alcd"
    alcd("create", campaign, "--before", pair.before, "--after", pair.after, "--tile-size", 64, "--overlap", 16)
    moved = Path(pair.before).rename(tmp_path / "moved.tif")
    alcd("relocate", campaign, "--before", moved)


def test_a_raster_that_lost_bands_is_reported(finished, capsys):
    folder, pair, campaign = finished
    own = shutil.copytree(campaign, folder / "bands.alcd")
    gdal.Translate(str(folder / "fewer.tif"), pair.before, bandList=[1])
    with contextlib.closing(sqlite3.connect(own / "campaign.gpkg")) as database, database:
        change = "UPDATE alcd_campaign SET value = replace(value, 'before.tif', 'fewer.tif') WHERE key = 'before'"
        assert database.execute(change).rowcount == 1
    assert cli.main(["suggest", str(own), "--count", "3", *ENCODER]) == 2
    assert "has 1 bands, but band 3 is needed" in capsys.readouterr().err


def test_a_model_of_the_campaign_is_recognised_by_any_path(finished, monkeypatch):
    folder, pair, campaign = finished
    own = shutil.copytree(campaign, folder / "named.alcd")
    monkeypatch.chdir(own / "models")
    latest = open_campaign(own).rounds()[1].acquisition
    alcd("query", own, "--model", "round-001", "--acquisition", "entropy", "--count", 3)
    assert [(one.acquisition, one.queried) for one in open_campaign(own).rounds()] == [("entropy", 3), (latest, 5)]
    alcd("assess", own, "--model", "../models/round-001", "--reference", pair.changes)
    assert open_campaign(own).rounds()[0].auc is not None


def test_a_seed_that_is_too_large_to_store_is_refused_at_once(finished, capsys):
    _, _, campaign = finished
    assert cli.main(["train", str(campaign), *QUICK, "--seed", str(2**63)]) == 2
    assert "seed" in capsys.readouterr().err


def test_a_round_continues_from_the_last_model_if_it_is_of_the_same_kind(finished):
    folder, _, campaign = finished
    assert [card.encoder_weights for card in cards(campaign)] == ["none", "model round-001"]
    own = shutil.copytree(campaign, folder / "goes-on.alcd")
    alcd("train", own, *QUICK)
    for otherwise in (["--afresh"], ["--method", "ensemble"], ["--fusion", "concatenation"], ["--preset", "paper"]):
        alcd("train", own, *QUICK, *otherwise)
    assert [card.encoder_weights for card in cards(own)[2:]] == ["model round-002"] + ["none"] * 4


def test_a_round_does_not_continue_from_a_model_trained_on_a_tile_that_is_now_a_test_tile(finished):
    folder, _, campaign = finished
    own = shutil.copytree(campaign, folder / "tested.alcd")
    seen = cards(own)[-1].tile_ids[0]
    database = ogr.Open(str(own / "campaign.gpkg"), 1)
    database.ExecuteSQL(f"UPDATE tiles SET split = 'test' WHERE tile_id = {seen}")
    database = None
    alcd("train", own, *QUICK)
    assert cards(own)[-1].encoder_weights == "none"
    assert seen not in cards(own)[-1].tile_ids


def test_a_damaged_last_model_does_not_prevent_training(finished, capsys):
    folder, _, campaign = finished
    own = shutil.copytree(campaign, folder / "damaged.alcd")
    (own / "models" / "round-002" / "network-0.safetensors").write_bytes(b"x")
    alcd("train", own, *QUICK)
    assert "starts afresh. The model in" in capsys.readouterr().out
    assert load_model(own / "models" / "round-003").card.encoder_weights == "none"


def test_training_continues_with_the_network_that_it_starts_from(finished):
    folder, _, campaign = finished
    own = shutil.copytree(campaign, folder / "own.alcd")
    alcd("train", own, *QUICK, "--fusion", "concatenation", "--orientations", "same")
    alcd("train", own, *QUICK, "--start-from", own)
    assert [card.fusion for card in cards(own)[-2:]] == ["concatenation"] * 2
    assert [card.orientations for card in cards(own)[-2:]] == ["same", "own"]


@pytest.mark.parametrize("fault", [CampaignError("Another program writes.", "Wait."), KeyboardInterrupt()])
def test_a_finished_training_is_not_repeated_if_its_round_could_not_be_written(tmp_path, capsys, monkeypatch, fault):
    pair = make_pair(tmp_path, seed=6)
    campaign = tmp_path / "stopped.alcd"
    alcd("create", campaign, "--before", pair.before, "--after", pair.after, "--tile-size", 64, "--overlap", 16)
    alcd("label", campaign, "--reference", pair.changes, "--tiles", "1,2,8,9,15,16")

    def stopped(*_):
        raise fault

    with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
        patch.setattr(Campaign, "add_round", stopped)
        assert cli.main([str(argument) for argument in ("train", campaign, *QUICK)]) != 0
    weights = campaign / "models" / "round-001" / "network-0.safetensors"
    first = weights.read_bytes()
    assert open_campaign(campaign).rounds() == []
    capsys.readouterr()
    alcd("train", campaign, *QUICK)
    assert "resumes after epoch 4 of 4" in capsys.readouterr().out
    assert [one.round for one in open_campaign(campaign).rounds()] == [1]
    assert weights.read_bytes() == first
    assert not list(weights.parent.glob("checkpoint-*"))
