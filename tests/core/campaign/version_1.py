"""Makes a campaign as schema version 1 had it."""

import json

from alcd_core.campaign import schema
from alcd_core.campaign import tiles as tile_rows
from alcd_core.campaign.campaign import FILE_NAME
from alcd_core.campaign.database import new_database
from alcd_core.campaign.description import DATES, to_values

_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
TABLES = (
    """CREATE TABLE tiles (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POLYGON,
        tile_id INTEGER NOT NULL UNIQUE, "row" INTEGER NOT NULL, col INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'unlabelled' CHECK (state IN ('unlabelled', 'queried', 'labelled', 'skipped')),
        split TEXT NOT NULL DEFAULT 'pool' CHECK (split IN ('pool', 'train', 'test')),
        tile_class TEXT CHECK (tile_class IN ('changed', 'unchanged', 'ambiguous')),
        score REAL, rank INTEGER, change_probability REAL, round_queried INTEGER, round_labelled INTEGER)""",
    "CREATE INDEX tiles_state ON tiles (state, split)",
    # A user who sets a tile to labelled in an attribute table should not need to know about splits.
    """CREATE TRIGGER tiles_labelled AFTER UPDATE OF state ON tiles WHEN NEW.state = 'labelled' AND NEW.split = 'pool'
        BEGIN UPDATE tiles SET split = 'train' WHERE fid = NEW.fid; END""",
    """CREATE TRIGGER tiles_unlabelled AFTER UPDATE OF state ON tiles
        WHEN NEW.state != 'labelled' AND OLD.state = 'labelled' AND NEW.split = 'train'
        BEGIN UPDATE tiles SET split = 'pool' WHERE fid = NEW.fid; END""",
    f"""CREATE TABLE annotations (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON,
        class TEXT DEFAULT 'change' CHECK (class IN ('change', 'ignore')),
        source TEXT DEFAULT 'drawn', author TEXT, created DATETIME DEFAULT ({_NOW}))""",
    # QGIS writes NULL, not the default, into columns that a script or a paste leaves out.
    """CREATE TRIGGER annotations_defaults AFTER INSERT ON annotations
        WHEN NEW.class IS NULL OR NEW.source IS NULL OR NEW.created IS NULL
        BEGIN UPDATE annotations SET class = coalesce(class, 'change'), source = coalesce(source, 'drawn'),
        created = coalesce(created, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) WHERE fid = NEW.fid; END""",
    """CREATE TABLE proposals (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POLYGON,
        tile_id INTEGER NOT NULL, mean_probability REAL, round INTEGER)""",
    """CREATE TABLE rounds (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, round INTEGER NOT NULL UNIQUE, created DATETIME NOT NULL,
        method TEXT, members INTEGER, acquisition TEXT, encoder TEXT, preset TEXT,
        labelled INTEGER, changed INTEGER, unchanged INTEGER, ambiguous INTEGER, loss REAL,
        model TEXT, probability_map TEXT, queried INTEGER,
        auc REAL, average_precision REAL, f1 REAL, iou REAL, ece REAL, seconds REAL)""",
    "CREATE TABLE alcd_campaign (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
)


def make_version_1(folder, description, rows, monkeypatch):
    """Writes a campaign of version 1; returns its folder."""
    folder.mkdir()
    with monkeypatch.context() as patch, new_database(folder / FILE_NAME) as connection:
        patch.setattr(schema, "_CAMPAIGN_TABLES", TABLES)
        patch.setattr(schema, "create_audit_tables", lambda _: None)
        patch.setattr(schema, "SCHEMA_VERSION", 1)
        schema.create_tables(connection, description)
        values = to_values(description, folder)
        for date in DATES:  # lists of rasters came with version 3
            values[date] = json.dumps(json.loads(values[date])[0])
        schema.write_values(connection, values)
        tile_rows.insert_tiles(connection, description, rows)
        schema.create_triggers(connection)
    return folder
