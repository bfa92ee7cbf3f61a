import json

import pytest

from alcd_core.campaign import schema
from alcd_core.campaign.campaign import open_campaign
from alcd_core.campaign.database import connected, writing
from alcd_core.campaign.rounds import Round
from alcd_core.errors import CampaignError


def put(campaign, table, column, value):
    """One value into the table's first row, as a program would that knows no rules."""
    with writing(campaign.file) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        first = f"(SELECT min(rowid) FROM {table})"
        connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = {first}', (value,))


def describe(campaign, key, value):
    with writing(campaign.file) as connection:
        schema.write_values(connection, {key: json.dumps(value)})


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("tile_id", -5),
        ("row", "x"),
        ("row", -1),
        ("row", 3),
        ("col", 1.5),
        ("col", 10**12),
        ("state", "lost"),
        ("split", b"pool"),
        ("tile_class", "x"),
        ("score", "high"),
        ("rank", b"\x00\xff"),
        ("change_probability", "x"),
        ("round_queried", "x"),
        ("round_labelled", "../../x"),
        ("round_scored", "x"),
    ],
)
def test_an_invalid_tile_is_named(campaign, column, value):
    put(campaign, "tiles", column, value)
    with pytest.raises(CampaignError, match=f"row 1 of the table tiles, the value of {column} is invalid"):
        campaign.tiles()


def test_only_requested_tiles_are_validated(campaign):
    put(campaign, "tiles", "score", "high")
    assert campaign.tiles(state="labelled") == []
    with pytest.raises(CampaignError):
        campaign.tiles(state="unlabelled")


def test_the_outermost_tiles_are_valid(campaign):
    places = {(tile.row, tile.column) for tile in campaign.tiles()}
    assert {(0, 0), (2, 3)} <= places


@pytest.mark.parametrize("column", [name for name in Round.__dataclass_fields__ if name != "round"])
def test_an_invalid_round_is_named(campaign, column):
    campaign.add_round(Round(1, "2026-01-02T03:04:05+00:00"))
    put(campaign, "rounds", column, b"\x00\xff")
    with pytest.raises(CampaignError, match=f"row 1 of the table rounds, the value of {column} is invalid"):
        campaign.rounds()


def test_a_round_before_the_first_is_invalid(campaign):
    campaign.add_round(Round(1, "2026-01-02T03:04:05+00:00"))
    put(campaign, "rounds", "round", 0)
    with pytest.raises(CampaignError, match="the value of round is invalid"):
        campaign.rounds()


def test_a_complete_round_is_valid(campaign):
    figures = (0.1, "models/a", "maps/a.tif", 10, 0.9, 0.8, 0.7, 0.6, 0.01, 60.0)
    full = Round(1, "2026-01-02", "mcbn", 5, "variance", "resnet18", "fast", 20, 10, 9, 1, *figures)
    campaign.add_round(full)
    assert campaign.rounds() == [full]


@pytest.mark.parametrize(("column", "value"), [("geom", b"GP\x00"), ("geom", "x"), ("class", "house")])
def test_an_invalid_annotation_is_named(campaign, column, value):
    with writing(campaign.file) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("DROP TRIGGER rtree_annotations_geom_insert")
        values = {"geom": b"", "class": "change", column: value}
        connection.execute("INSERT INTO annotations (geom, class) VALUES (:geom, :class)", values)
    with pytest.raises(CampaignError, match="row 1 of the table annotations, "):
        campaign.annotations()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", None),
        ("name", ["x"]),
        ("tile_size", 100),
        ("tile_size", True),
        ("overlap", 3.5),
        ("overlap", 256),
        ("created", 3),
        ("mean", [[1.0], [2.0]]),
        ("mean", [[1.0, 2.0, "3"], [1.0, 2.0, 3.0]]),
        ("std", [[1.0, 2.0, float("inf")], [1.0, 2.0, 3.0]]),
        ("std", [[1.0, 2.0, 3.0]]),
        ("mean", 10**400),
        ("aoi_wkb", "no hexadecimal digits"),
        ("aoi_wkb", 12),
        ("code", 3.5),
        ("code", 2**40),
        ("authority", 7),
        ("before", {"path": "a.tif", "absolute": "/a.tif", "bands": []}),
        ("before", {"path": "a.tif", "absolute": "/a.tif", "bands": [1, 2]}),
        ("after", {"path": "a.tif", "absolute": "/a.tif", "bands": [0, 1, 2]}),
        ("after", {"path": 3, "absolute": "/a.tif", "bands": [1, 2, 3]}),
    ],
)
def test_an_invalid_description_counts_as_damage(campaign, key, value):
    describe(campaign, key, value)
    with pytest.raises(CampaignError, match="damaged: its description"):
        open_campaign(campaign.folder)


@pytest.mark.parametrize("crs", ["https://example.org/crs.wkt", "/etc/hostname", "EPSG:32633", "\0", ""])
def test_a_grid_crs_that_is_not_wkt_counts_as_damage_before_it_is_looked_up(campaign, crs):
    with connected(campaign.file) as connection:
        grid = json.loads(schema.read_values(connection)["grid"])
    describe(campaign, "grid", {**grid, "crs": crs})
    with pytest.raises(CampaignError, match="damaged: its description"):
        open_campaign(campaign.folder)
