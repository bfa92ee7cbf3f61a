import contextlib
import json
import random
import re
import sqlite3
import subprocess
from dataclasses import replace

import pytest

from alcd_core.campaign import schema
from alcd_core.campaign.campaign import create_campaign, open_campaign
from alcd_core.campaign.database import connected, writing
from alcd_core.errors import CampaignError
from tests.core.campaign.version_1 import make_version_1


def statement(campaign, sql):
    with writing(campaign.file) as connection:
        return connection.execute(sql).fetchall()


def ogr(*arguments):
    finished = subprocess.run(["ogrinfo", *arguments], capture_output=True, text=True, check=True)
    assert "Warning" not in finished.stderr + finished.stdout, finished.stderr
    assert "ERROR" not in finished.stderr + finished.stdout, finished.stderr
    return finished.stdout


def test_another_program_lists_exactly_the_layers_of_the_contract(campaign):
    listed = ogr("-ro", str(campaign.file))
    assert [line.split(": ")[1] for line in listed.splitlines() if line[:1].isdigit()] == [
        "tiles (Polygon)",
        "annotations (Multi Polygon)",
        "proposals (Polygon)",
        "rounds (None)",
        "audits (None)",
        "audit_strata (None)",
        "audit_tiles (None)",
    ]


def test_another_program_reads_the_columns_of_the_contract(campaign):
    expected = {
        "tiles": "tile_id row col state split tile_class score rank change_probability round_queried round_labelled"
        " round_scored",
        "annotations": "class source author created kind",
        "proposals": "tile_id mean_probability round",
        "rounds": "round created method members acquisition encoder preset labelled changed unchanged ambiguous loss"
        " model probability_map queried auc average_precision f1 iou ece seconds",
        "audits": "audit created round scored_by seed count spent",
        "audit_strata": "audit stratum lowest highest tiles drawn inclusion_probability",
        "audit_tiles": "audit tile_id stratum position",
    }
    for layer, names in expected.items():
        described = ogr("-ro", "-so", str(campaign.file), layer)
        columns = re.findall(r"^(\w+): (?:Integer|Integer64|Real|String|DateTime)\b", described, re.MULTILINE)
        assert columns == names.split()


@pytest.mark.parametrize("options", [(), ("FORMAT=WKT2_2019",)])
@pytest.mark.parametrize(
    ("code", "registered", "name"),
    [(32633, True, "WGS 84 / UTM zone 33N"), (32633, False, "WGS 84 / UTM zone 33N"), (4326, True, "WGS 84")],
)
def test_another_program_sees_the_grids_crs(tmp_path, description, wkt, rows, code, registered, name, options):
    grid = replace(description.grid, crs=wkt(code, options))
    register = {"authority": "EPSG", "code": code} if registered else {"authority": None, "code": None}
    campaign = create_campaign(tmp_path / "a.alcd", replace(description, grid=grid, **register), rows(description))
    for layer in schema.LAYERS:
        assert f'CRS["{name}"' in ogr("-ro", "-so", str(campaign.file), layer)
    if registered:
        assert f'ID["EPSG",{code}]]\n' in ogr("-ro", "-so", str(campaign.file), "tiles")


def test_another_program_finds_the_tiles_where_the_grid_has_them(campaign):
    described = ogr("-ro", "-al", "-where", "tile_id = 12", str(campaign.file), "tiles")
    left, bottom, right, top = campaign.description.grid.window_bounds(campaign.tiles()[-1].window)
    assert f"{left:.0f} {bottom:.0f}" in described
    assert f"{right:.0f} {top:.0f}" in described
    found = ogr("-ro", "-so", "-spat", "500001", "5499998", "500002", "5499999", str(campaign.file), "tiles")
    assert "Feature Count: 1\n" in found


def test_setting_a_state_by_hand_sets_the_split(campaign):
    statement(campaign, "UPDATE tiles SET state = 'labelled' WHERE tile_id IN (1, 2)")
    statement(campaign, "UPDATE tiles SET state = 'unlabelled' WHERE tile_id = 2")
    assert [tile.tile_id for tile in campaign.tiles(split="train")] == [1]


def test_setting_a_state_by_hand_keeps_an_audit_tile_in_the_audit(campaign):
    statement(campaign, "UPDATE tiles SET split = 'audit' WHERE tile_id IN (1, 2, 3)")
    statement(campaign, "UPDATE tiles SET state = 'labelled' WHERE tile_id IN (1, 2)")
    statement(campaign, "UPDATE tiles SET state = 'unlabelled' WHERE tile_id = 2")
    statement(campaign, "UPDATE tiles SET state = 'skipped' WHERE tile_id = 3")
    assert {tile.tile_id: tile.state for tile in campaign.tiles(split="audit")} == {
        1: "labelled",
        2: "unlabelled",
        3: "skipped",
    }


@pytest.mark.parametrize(
    ("table", "column", "value"), [("tiles", "split", "elsewhere"), ("annotations", "kind", "moved")]
)
def test_an_unknown_word_is_refused_in_new_and_upgraded_campaigns(
    tmp_path, description, rows, campaign, monkeypatch, table, column, value
):
    upgraded = open_campaign(make_version_1(tmp_path / "old.alcd", description, rows(description), monkeypatch))
    for one in (campaign, upgraded):
        statement(one, "INSERT INTO annotations (class) VALUES ('change')")
        with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
            statement(one, f"UPDATE {table} SET {column} = '{value}'")


def test_a_campaign_of_version_1_gets_todays_tables(tmp_path, description, rows, campaign, monkeypatch):
    folder = make_version_1(tmp_path / "old.alcd", description, rows(description), monkeypatch)
    with writing(folder / "campaign.gpkg") as connection:
        connection.execute("UPDATE tiles SET state = 'labelled', split = 'test', score = 0.5 WHERE tile_id = 3")
        connection.execute("ALTER TABLE tiles ADD COLUMN remark TEXT")  # a user's own
        connection.execute("UPDATE tiles SET remark = 'school' WHERE tile_id = 4")
        connection.execute("INSERT INTO annotations (class, author) VALUES ('ignore', 'Eva')")
        untouched = connection.execute("SELECT * FROM tiles").fetchall()
    upgraded = open_campaign(folder)
    assert statement(upgraded, "SELECT * FROM tiles") == [(*row, None) for row in untouched]  # round_scored
    assert statement(upgraded, "SELECT class, author, kind FROM annotations") == [("ignore", "Eva", None)]
    for name in ("tiles", "annotations", "audits", "audit_strata", "audit_tiles"):
        columns = {row[1:] for row in statement(upgraded, f"PRAGMA table_info({name})")}
        assert columns - {("remark", "TEXT", 0, None, 0)} == {
            row[1:] for row in statement(campaign, f"PRAGMA table_info({name})")
        }
    assert statement(upgraded, "PRAGMA integrity_check") == [("ok",)]
    assert statement(upgraded, "SELECT rtreecheck('rtree_tiles_geom')") == [("ok",)]
    for sql in ("SELECT name FROM sqlite_master ORDER BY name", "SELECT table_name FROM gpkg_contents"):
        assert statement(upgraded, sql) == statement(campaign, sql)
    statement(upgraded, "UPDATE tiles SET split = 'audit' WHERE tile_id = 5")
    statement(upgraded, "UPDATE annotations SET kind = 'built'")
    assert [tile.tile_id for tile in upgraded.tiles(split="audit")] == [5]


def test_a_connection_that_was_open_during_the_upgrade_accepts_the_new_words(tmp_path, description, rows, monkeypatch):
    folder = make_version_1(tmp_path / "old.alcd", description, rows(description), monkeypatch)
    with connected(folder / "campaign.gpkg") as other:
        other.execute("SELECT count(*) FROM tiles").fetchall()
        upgraded = open_campaign(folder)
        other.execute("UPDATE tiles SET split = 'audit' WHERE tile_id = 5")
    assert [tile.tile_id for tile in upgraded.tiles(split="audit")] == [5]


def test_an_old_campaign_that_cannot_be_written_is_refused_with_a_reason(tmp_path, description, rows, monkeypatch):
    folder = make_version_1(tmp_path / "old.alcd", description, rows(description), monkeypatch)
    monkeypatch.setattr("alcd_core.campaign.database.is_writable", lambda _: False)
    with pytest.raises(CampaignError, match="cannot be opened for writing"):
        open_campaign(folder, to_read=True)


def test_a_campaign_of_a_newer_version_is_refused(campaign):
    statement(campaign, "UPDATE alcd_campaign SET value = '99' WHERE key = 'schema_version'")
    with pytest.raises(CampaignError, match=r"newer version.*Update"):
        open_campaign(campaign.folder)


def add_score_of_rounds(connection):
    connection.execute("ALTER TABLE rounds ADD COLUMN score REAL")


def rename_key(connection):
    connection.execute("UPDATE alcd_campaign SET key = 'title' WHERE key = 'name'")


def test_an_older_campaign_is_upgraded_step_by_step(campaign):
    steps = {5: add_score_of_rounds, 6: rename_key}
    with connected(campaign.file) as connection:
        schema.check(connection, campaign.file, target=7, upgrades=steps)
        assert connection.execute("SELECT score FROM rounds").fetchall() == []
        values = schema.read_values(connection)
    assert values["schema_version"] == "7"
    assert json.loads(values["title"]) == "Ansbach"


def test_an_upgrade_that_fails_changes_nothing(campaign):
    def failing(connection):
        rename_key(connection)
        raise RuntimeError("half way")

    with connected(campaign.file) as connection, pytest.raises(RuntimeError, match="half way"):
        schema.check(connection, campaign.file, target=7, upgrades={4: add_score_of_rounds, 5: failing})
    assert open_campaign(campaign.folder) == campaign
    with connected(campaign.file) as connection, pytest.raises(CampaignError, match="cannot upgrade"):
        schema.check(connection, campaign.file, target=7, upgrades={4: add_score_of_rounds})
    assert open_campaign(campaign.folder) == campaign


@pytest.mark.parametrize("table", ["rounds", "tiles", "proposals"])
def test_a_missing_table_is_named(campaign, table):
    statement(campaign, f"DROP TABLE {table}")
    with pytest.raises(CampaignError, match=f"damaged: the table {table}"):
        open_campaign(campaign.folder)


@pytest.mark.parametrize("key", ["grid", "before", "mean", "schema_version"])
def test_a_missing_or_invalid_description_counts_as_damage(campaign, key):
    statement(campaign, f"UPDATE alcd_campaign SET value = 'nonsense' WHERE key = '{key}'")
    with pytest.raises(CampaignError, match="damaged"):
        open_campaign(campaign.folder)
    statement(campaign, f"DELETE FROM alcd_campaign WHERE key = '{key}'")
    with pytest.raises(CampaignError, match="damaged"):
        open_campaign(campaign.folder)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("crs", None),
        ("pixel_size", "0.5"),
        ("pixel_size", 0.0),
        ("left", float("nan")),
        ("width", 10**12),
        ("height", 2.5),
    ],
)
def test_an_impossible_grid_counts_as_damage(campaign, field, value):
    with connected(campaign.file) as connection:
        grid = json.loads(schema.read_values(connection)["grid"])
    statement(campaign, f"UPDATE alcd_campaign SET value = '{json.dumps({**grid, field: value})}' WHERE key = 'grid'")
    with pytest.raises(CampaignError, match="damaged"):
        open_campaign(campaign.folder)


def test_endless_nesting_counts_as_damage(campaign):
    statement(campaign, f"UPDATE alcd_campaign SET value = '{'[' * 100_000}' WHERE key = 'mean'")
    with pytest.raises(CampaignError, match="damaged"):
        open_campaign(campaign.folder)


@pytest.mark.parametrize("seed", range(40))
def test_any_damage_is_reported_and_never_mistaken_for_a_bug(campaign, seed):
    chance = random.Random(seed)
    data = bytearray(campaign.file.read_bytes())
    for place in chance.sample(range(len(data)), 40):
        data[place] = chance.randrange(256)
    campaign.file.write_bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])
    with contextlib.suppress(CampaignError):
        again = open_campaign(campaign.folder)
        for read in (again.counts, again.tiles, again.rounds, again.annotations):
            read()
        again.write_query(1, {tile.tile_id: (0.5, 0.5) for tile in again.tiles()}, [], [], "variance")


def test_a_file_of_another_kind_is_refused(campaign, tmp_path):
    campaign.file.write_text("no database at all, but long enough to be taken for one" * 50)
    with pytest.raises(CampaignError, match="damaged"):
        open_campaign(campaign.folder)
    campaign.file.write_bytes(b"")
    with pytest.raises(CampaignError, match="it is empty"):
        open_campaign(campaign.folder)
    assert campaign.file.read_bytes() == b""


def test_a_geopackage_that_is_not_a_campaign_is_refused(campaign, tmp_path):
    other = tmp_path / "other.alcd"
    other.mkdir()
    subprocess.run(["ogr2ogr", str(other / "campaign.gpkg"), str(campaign.file), "tiles"], check=True)
    before = (other / "campaign.gpkg").read_bytes()
    with pytest.raises(CampaignError, match="not made by ALCD"):
        open_campaign(other)
    assert (other / "campaign.gpkg").read_bytes() == before
    assert [path.name for path in other.iterdir()] == ["campaign.gpkg"]


def test_a_foreign_database_is_refused_and_not_touched(tmp_path):
    file = tmp_path / "campaign.gpkg"
    with contextlib.closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE alcd_campaign (key TEXT, value TEXT)")
    before = file.read_bytes()
    with pytest.raises(CampaignError, match="not made by ALCD"):
        open_campaign(tmp_path)
    assert file.read_bytes() == before


def test_a_truncated_or_overwritten_file_counts_as_damage(campaign):
    content = campaign.file.read_bytes()
    for wrong in (content[: len(content) // 2], content[:4096] + b"\xff" * (len(content) - 4096)):
        campaign.file.write_bytes(wrong)
        with pytest.raises(CampaignError, match="damaged"):
            open_campaign(campaign.folder).tiles()
