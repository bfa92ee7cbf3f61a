"""``label`` from two states of a building map: what is labelled, with which kind, and what is refused."""

import contextlib
import sqlite3

import pytest
import shapely
from osgeo import ogr
from rasters import make_pair, write_polygons

from alcd_core import cli
from alcd_core.campaign.campaign import open_campaign
from alcd_core.jobs.registry import jobs, runner
from alcd_core.progress import Reporter

LEFT, TOP = 2_600_000.0, 1_200_000.0


def alcd(*arguments) -> int:
    return cli.main([str(argument) for argument in arguments])


def box(x, y, width, height):
    """Left, bottom, right, top of metres from the upper left corner."""
    return (LEFT + x, TOP - y - height, LEFT + x + width, TOP - y)


SAME, SHIFTED = box(5, 5, 10, 8), box(6, 6, 10, 8)
NEW, LOST, OLD, LONGER = box(20, 5, 10, 10), box(5, 20, 10, 8), box(40, 40, 10, 8), box(40, 40, 16, 8)


@pytest.fixture
def town(tmp_path):
    pair = make_pair(tmp_path)
    campaign = tmp_path / "town.alcd"
    assert not alcd("create", campaign, "--before", pair.before, "--after", pair.after, "--tile-size", 64,
                    "--overlap", 16)  # fmt: skip
    before = write_polygons(tmp_path / "map_before.gpkg", [SAME, LOST, OLD])
    after = write_polygons(tmp_path / "map_after.gpkg", [SHIFTED, NEW, LONGER])
    return campaign, before, after


def labelled(campaign, **values) -> dict:
    job = jobs()["label"]
    return runner(job)(job.parse({"campaign": str(campaign), "tiles": "all", **values}), Reporter())


def annotations(campaign) -> list[tuple]:
    """(class, kind, area) of every annotation."""
    source = ogr.Open(str(campaign / "campaign.gpkg"))
    layer = source.GetLayerByName("annotations")
    return sorted((one["class"], one["kind"] or "", round(one.GetGeometryRef().Area())) for one in layer)


def test_the_differences_become_annotations_with_their_kind(town):
    campaign, before, after = town
    result = labelled(campaign, buildings_before=before, buildings_after=after)
    assert annotations(campaign) == [
        ("change", "altered", 48),
        ("change", "built", 100),
        ("change", "torn_down", 80),
    ]
    assert result["kinds"] == {"built": 1, "torn_down": 1, "altered": 1}
    assert (result["slivers"], result["tolerance_m"]) == (2, 1.5)
    assert "differ in 3 places: 1 built, 1 torn down, 1 altered" in result["summary"]
    assert result["polygons_read"]["before"]["polygons"] == result["polygons_read"]["after"]["polygons"] == 3


def test_the_ground_of_the_annotations_is_that_of_a_reference_with_the_same_polygons(town, tmp_path):
    campaign, before, after = town
    labelled(campaign, buildings_before=before, buildings_after=after)
    classes = {tile.tile_id: tile.tile_class for tile in open_campaign(campaign).tiles()}
    other = make_pair(tmp_path / "other")
    again = tmp_path / "again.alcd"
    assert not alcd("create", again, "--before", other.before, "--after", other.after, "--tile-size", 64,
                    "--overlap", 16)  # fmt: skip
    reference = write_polygons(tmp_path / "reference.gpkg", [NEW, LOST, box(50, 40, 6, 8)])
    labelled(again, reference=reference)
    assert {tile.tile_id: tile.tile_class for tile in open_campaign(again).tiles()} == classes


def test_a_smaller_tolerance_keeps_the_slivers(town):
    campaign, before, after = town
    result = labelled(campaign, buildings_before=before, buildings_after=after, tolerance=0.5)
    assert result["slivers"] == 0
    assert ("change", "altered", 17) in annotations(campaign)  # 10 x 8 shifted by 1 m both ways


def test_only_the_chosen_tiles_are_labelled(town):
    campaign, before, after = town
    result = labelled(campaign, buildings_before=before, buildings_after=after, tiles="1")
    assert result["labelled"] == 1
    inside = shapely.box(*open_campaign(campaign).description.grid.window_bounds(
        open_campaign(campaign).tiles(tile_ids=[1])[0].window))  # fmt: skip
    for wkb, _ in open_campaign(campaign).annotations():
        assert inside.buffer(1e-6).contains(shapely.from_wkb(wkb))


def test_a_reference_with_kinds_gives_annotations_with_kinds(town, tmp_path):
    campaign, _, _ = town
    labelled(campaign, reference=write_polygons(tmp_path / "kinds.gpkg", [NEW], kind="built"))
    assert annotations(campaign) == [("change", "built", 100)]


def test_a_field_of_other_kinds_is_not_taken_for_kinds_of_change(town, tmp_path):
    campaign, _, _ = town
    result = labelled(campaign, reference=write_polygons(tmp_path / "uses.gpkg", [NEW], kind="residential"))
    (warning,) = result["warnings"]
    assert "1 of 1 polygons of" in warning and "have a kind other than built, torn_down, altered" in warning
    assert annotations(campaign) == [("change", "", 100)]


def untouched(campaign) -> bool:
    with contextlib.closing(sqlite3.connect(campaign / "campaign.gpkg")) as database:
        rows = database.execute("SELECT count(*) FROM annotations").fetchone()
        labels = database.execute("SELECT count(*) FROM tiles WHERE state = 'labelled'").fetchone()
    return rows == labels == (0,)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ((), "There are no polygons to label from."),
        (("--reference", "{before}", "--buildings-before", "{before}"), "Both polygons of change and building maps"),
        (("--buildings-before", "{before}"), "Only one building map is given: the one after is missing."),
        (("--buildings-after", "{after}"), "Only one building map is given: the one before is missing."),
        (("--buildings-before", "{before}", "--buildings-after", "{before}"), "is given both as the map before and"),
        (("--buildings-before", "{points}", "--buildings-after", "{after}"), "contains no polygons"),
        (("--buildings-before", "{lines}", "--buildings-after", "{after}"), "contains no polygons"),
        (("--buildings-before", "{empty}", "--buildings-after", "{after}"), "contains no polygons"),
        (("--buildings-before", "{before}", "--buildings-after", "{elsewhere}"), "lies outside the grid"),
        (("--buildings-before", "{before}", "--buildings-after", "no.gpkg"), "no.gpkg"),
        (
            ("--buildings-before", "{before}", "--buildings-after", "{after}", "--tolerance", "-1"),
            "it must be at least 0",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence_and_nothing_is_written(town, tmp_path, capsys, given, sentence):
    campaign, before, after = town
    paths = {"before": before, "after": after}
    for name, wkt in (("points", "POINT (2600010 1199990)"), ("lines", "LINESTRING (2600010 1199990, 2600020 1199980)"),
                      ("empty", None)):  # fmt: skip
        paths[name] = write_shapes(tmp_path / f"{name}.gpkg", wkt)
    paths["elsewhere"] = write_polygons(tmp_path / "elsewhere.gpkg", [(2_700_000, 1_100_000, 2_700_010, 1_100_010)])
    assert alcd("label", campaign, "--tiles", "all", *(one.format(**paths) for one in given)) == 2
    assert sentence in capsys.readouterr().err
    assert untouched(campaign)


def write_shapes(path, wkt) -> str:
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    model = ogr.Open(write_polygons(path.with_name(f"model_{path.name}"), [SAME]))
    layer = source.CreateLayer("shapes", model.GetLayer(0).GetSpatialRef(), ogr.wkbUnknown)
    if wkt:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
    return str(path)
