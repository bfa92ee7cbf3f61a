"""The tables of a campaign's GeoPackage (OGC 12-128r17, version 1.3) and their upgrades.

Other programs can show and edit it without the plugin. ``annotations`` therefore contains multipolygons, which all
QGIS tools that draw, split, merge or add parts can write; ``tiles`` and ``proposals`` contain single polygons.
Defaults and triggers turn features drawn or changed in QGIS without the plugin into valid annotations and labels.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Callable, Mapping, Tuple

from ..errors import CampaignError
from .database import APPLICATION_ID, transaction
from .description import Description
from .upgrades import (
    KIND_COLUMN,
    NEW_SCORES,
    ROUND_SCORED,
    SPLIT_CHECK,
    add_audits_and_kinds,
    add_new_scores,
    add_round_scored,
    create_audit_tables,
    list_rasters,
)

SCHEMA_VERSION = 5
LAYERS = ("tiles", "annotations", "proposals")
TABLES = (*LAYERS, "rounds", "audits", "audit_strata", "audit_tiles", "new_scores", "alcd_campaign")

_CUSTOM_SRS_ID = 100000
_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

_STANDARD_TABLES = (
    """CREATE TABLE gpkg_spatial_ref_sys (
        srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
        organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)""",
    f"""CREATE TABLE gpkg_contents (
        table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
        description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT ({_NOW}),
        min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
        CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""",
    """CREATE TABLE gpkg_geometry_columns (
        table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
        z TINYINT NOT NULL, m TINYINT NOT NULL,
        CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
        CONSTRAINT uk_gc_table_name UNIQUE (table_name),
        CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
        CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""",
    """CREATE TABLE gpkg_extensions (
        table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
        CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""",
)

_STANDARD_SRS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    (
        "WGS 84 geodetic",
        4326,
        "EPSG",
        4326,
        'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
        'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
        'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
        "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid",
    ),
)

_CAMPAIGN_TABLES = (
    f"""CREATE TABLE tiles (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POLYGON,
        tile_id INTEGER NOT NULL UNIQUE, "row" INTEGER NOT NULL, col INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'unlabelled' CHECK (state IN ('unlabelled', 'queried', 'labelled', 'skipped')),
        split TEXT NOT NULL DEFAULT 'pool' {SPLIT_CHECK},
        tile_class TEXT CHECK (tile_class IN ('changed', 'unchanged', 'ambiguous')),
        score REAL, rank INTEGER, change_probability REAL, round_queried INTEGER, round_labelled INTEGER,
        {ROUND_SCORED})""",
    "CREATE INDEX tiles_state ON tiles (state, split)",
    # A user who sets a tile to labelled in an attribute table should not need to know about splits. The splits test
    # and audit stay, whatever the state.
    """CREATE TRIGGER tiles_labelled AFTER UPDATE OF state ON tiles WHEN NEW.state = 'labelled' AND NEW.split = 'pool'
        BEGIN UPDATE tiles SET split = 'train' WHERE fid = NEW.fid; END""",
    """CREATE TRIGGER tiles_unlabelled AFTER UPDATE OF state ON tiles
        WHEN NEW.state != 'labelled' AND OLD.state = 'labelled' AND NEW.split = 'train'
        BEGIN UPDATE tiles SET split = 'pool' WHERE fid = NEW.fid; END""",
    f"""CREATE TABLE annotations (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON,
        class TEXT DEFAULT 'change' CHECK (class IN ('change', 'ignore')),
        source TEXT DEFAULT 'drawn', author TEXT, created DATETIME DEFAULT ({_NOW}), {KIND_COLUMN})""",
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
    NEW_SCORES,
)

# The spatial index of one layer, as in annex F.3 of the standard; LAYER stands for the layer's name.
_INDEX_TABLE = "CREATE VIRTUAL TABLE rtree_LAYER_geom USING rtree(id, minx, maxx, miny, maxy)"
_INDEX_TRIGGERS = (
    """CREATE TRIGGER rtree_LAYER_geom_insert AFTER INSERT ON LAYER WHEN (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
        BEGIN INSERT OR REPLACE INTO rtree_LAYER_geom VALUES
        (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END""",
    """CREATE TRIGGER rtree_LAYER_geom_update1 AFTER UPDATE OF geom ON LAYER
        WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
        BEGIN INSERT OR REPLACE INTO rtree_LAYER_geom VALUES
        (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END""",
    """CREATE TRIGGER rtree_LAYER_geom_update2 AFTER UPDATE OF geom ON LAYER
        WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
        BEGIN DELETE FROM rtree_LAYER_geom WHERE id = OLD.fid; END""",
    """CREATE TRIGGER rtree_LAYER_geom_update3 AFTER UPDATE ON LAYER
        WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
        BEGIN DELETE FROM rtree_LAYER_geom WHERE id = OLD.fid;
        INSERT OR REPLACE INTO rtree_LAYER_geom VALUES
        (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END""",
    """CREATE TRIGGER rtree_LAYER_geom_update4 AFTER UPDATE ON LAYER
        WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
        BEGIN DELETE FROM rtree_LAYER_geom WHERE id IN (OLD.fid, NEW.fid); END""",
    """CREATE TRIGGER rtree_LAYER_geom_delete AFTER DELETE ON LAYER WHEN OLD.geom NOTNULL
        BEGIN DELETE FROM rtree_LAYER_geom WHERE id = OLD.fid; END""",
)

_LAYER_TYPES = {"tiles": "POLYGON", "annotations": "MULTIPOLYGON", "proposals": "POLYGON"}

UPGRADES: Mapping[int, Callable[[sqlite3.Connection], None]] = {
    1: add_audits_and_kinds,
    2: list_rasters,
    3: add_new_scores,
    4: add_round_scored,
}
"""Functions that upgrade schema version N (the key) to N + 1. Version 1 is the first."""


def srs_id(description: Description) -> int:
    """The number under which the grid's CRS is registered in the GeoPackage: its EPSG code, or a custom number."""
    return description.code if description.authority == "EPSG" and description.code else _CUSTOM_SRS_ID


def create_tables(connection: sqlite3.Connection, description: Description) -> None:
    """Create the empty tables; ``create_triggers`` completes them."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 10300")
    for statement in (*_STANDARD_TABLES, *_CAMPAIGN_TABLES):
        connection.execute(statement)
    _register_srs(connection, description)
    left, bottom, right, top = description.grid.bounds
    for layer in LAYERS:
        # The whole grid as every layer's extent, so that it stays correct whatever is written later.
        connection.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)"
            " VALUES (?, 'features', ?, ?, ?, ?, ?, ?)",
            (layer, layer, left, bottom, right, top, srs_id(description)),
        )
        connection.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
            (layer, _LAYER_TYPES[layer], srs_id(description)),
        )
        connection.execute(_INDEX_TABLE.replace("LAYER", layer))
        connection.execute(
            "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',"
            " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
            (layer,),
        )
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('rounds', 'attributes', 'rounds')"
    )
    create_audit_tables(connection)
    write_values(connection, {"schema_version": str(SCHEMA_VERSION)})


def create_triggers(connection: sqlite3.Connection) -> None:
    """Let the spatial index follow its layers from now on. Filling the tables is faster without."""
    for layer in LAYERS:
        for trigger in _INDEX_TRIGGERS:
            connection.execute(trigger.replace("LAYER", layer))


def write_values(connection: sqlite3.Connection, values: Mapping[str, str]) -> None:
    """Write key/value pairs of the campaign's own table."""
    connection.executemany("INSERT OR REPLACE INTO alcd_campaign VALUES (?, ?)", list(values.items()))


def read_values(connection: sqlite3.Connection) -> Mapping[str, str]:
    """All key/value pairs of the campaign's own table."""
    return dict(connection.execute("SELECT key, value FROM alcd_campaign").fetchall())


def check(
    connection: sqlite3.Connection,
    file: Path,
    target: int = SCHEMA_VERSION,
    upgrades: Mapping[int, Callable[[sqlite3.Connection], None]] = UPGRADES,
) -> None:
    """Make sure that a campaign has schema version ``target``; an older one is upgraded in one transaction.

    Raises CampaignError if it is damaged, or was made by a newer version.
    """
    if _version(connection, file) < target:
        with transaction(connection):
            # Read again: another process may have upgraded it while this one waited.
            for version in range(_version(connection, file), target):
                _upgrade(connection, file, version, upgrades)
            write_values(connection, {"schema_version": str(target)})
    if _version(connection, file) > target:
        raise CampaignError(f"{file} was made by a newer version of ALCD.", "Update ALCD, then open it again.")
    _check_tables(connection, file)


def _upgrade(
    connection: sqlite3.Connection,
    file: Path,
    version: int,
    upgrades: Mapping[int, Callable[[sqlite3.Connection], None]],
) -> None:
    if version not in upgrades:
        raise CampaignError(
            f"{file} has the schema version {version}, which this version of ALCD cannot upgrade.",
            "Create the campaign again from the same rasters.",
        )
    upgrades[version](connection)


def _check_tables(connection: sqlite3.Connection, file: Path) -> None:
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()}
    missing = [table for table in TABLES if table not in present]
    if missing:
        raise CampaignError(
            f"{file} is damaged: the table {missing[0]} is missing.",
            "Restore it from a backup, or create the campaign again from the same rasters.",
        )


def _version(connection: sqlite3.Connection, file: Path) -> int:
    text = read_values(connection).get("schema_version", "")
    if not text.isdigit():
        raise CampaignError(f"{file} is damaged: its schema version is missing.", "Restore it from a backup.")
    return int(text)


def _register_srs(connection: sqlite3.Connection, description: Description) -> None:
    known = bool(description.authority and description.code)
    number = srs_id(description)
    own = (
        f"{description.authority}:{description.code}" if known else f"Grid of {description.name}",
        number,
        description.authority if known else "NONE",
        description.code if known else number,
        description.grid.crs,
        "",
    )
    rows: Tuple[Tuple[object, ...], ...] = _STANDARD_SRS
    connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.execute("INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", own)
