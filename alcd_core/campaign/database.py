"""Connections to a campaign's GeoPackage that coexist with QGIS and with each other.

Each operation has its own connection. The file is never opened as a plain file: within QGIS's process, closing that
would drop the locks that SQLite holds on it for QGIS, and edits could be lost.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Iterator, Optional
from urllib.parse import quote

from ..errors import CampaignError
from .geometry import blob_bounds

BUSY_SECONDS = 30.0
"""How long a connection waits for another one that is writing."""

APPLICATION_ID = 0x47504B47  # "GPKG"

_RETRY_SECONDS = 0.05


@contextmanager
def connected(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection for reading; fetch all rows before leaving. Raises CampaignError if the file cannot be used."""
    if is_writable(file):
        with _shared(file) as connection:
            yield connection
    else:
        with _explained(file), closing(_connect(file, _read_only_mode(file))) as connection:
            _require_campaign(connection, file)
            yield connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write everything or nothing. Keep it short: no other connection can write meanwhile."""
    _execute_patiently(connection, "BEGIN IMMEDIATE")
    try:
        yield
        _execute_patiently(connection, "COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def writing(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection in a transaction. Raises CampaignError if the file cannot be used or stays locked."""
    with _shared(file) as connection, transaction(connection):
        yield connection


@contextmanager
def kept_open(file: Path) -> Iterator[None]:
    """An idle connection that holds no lock, for as long as a job works with the file.

    When the last connection closes, SQLite deletes the journal. If QGIS opens the file at that moment, it finds it
    unreadable or a layer without its CRS. This prevents each of a job's many short connections from being the last.
    """
    with _shared(file):
        yield


def is_writable(file: Path) -> bool:
    """Whether this user may write to the file and its folder. On Windows only an attempt gives a reliable answer."""
    return os.access(file.parent, os.W_OK) and (not file.exists() or os.access(file, os.W_OK))


@contextmanager
def _shared(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that coexists with those of QGIS and other jobs."""
    with _explained(file), closing(_connect(file)) as connection:
        _require_campaign(connection, file)  # before the mode, which changes the file
        # QGIS edits in this mode. In SQLite's default mode a reader would make QGIS's commit fail.
        _execute_patiently(connection, "PRAGMA journal_mode = WAL")
        yield connection


def _read_only_mode(file: Path) -> str:
    """The URI mode for a file that must not be written.

    SQLite writes beside a file that was in WAL mode unless it is declared immutable. A journal beside the file means
    that another program is changing it, or died while doing so; the journal must then be read too.
    """
    journals = [file.with_name(file.name + ending) for ending in ("-wal", "-journal")]
    return "ro" if any(journal.exists() for journal in journals) else "ro&immutable=1"


@contextmanager
def new_database(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection, in a transaction, to a file that does not exist yet."""
    with _explained(file), closing(_connect(file, mode="rwc")) as connection, transaction(connection):
        yield connection


def _connect(file: Path, mode: str = "rw") -> sqlite3.Connection:
    path = file.absolute().as_posix()
    root = "" if path.startswith("/") else "/"  # before a Windows drive
    uri = f"file://{root}{quote(os.fsencode(path), safe='/:')}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    _register_functions(connection)
    return connection


def _require_campaign(connection: sqlite3.Connection, file: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    own = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'alcd_campaign'"
    if application != APPLICATION_ID or connection.execute(own).fetchone() == (0,):
        raise CampaignError(f"{file} was not made by ALCD.", "Choose a campaign's folder, or create a campaign.")


def _register_functions(connection: sqlite3.Connection) -> None:
    """Register the functions that a GeoPackage's R-tree triggers call; SQLite does not provide them."""

    def bound(index: int, blob: Optional[bytes]) -> Optional[float]:
        bounds = None if blob is None else blob_bounds(blob)
        return None if bounds is None else bounds[index]

    def is_empty(blob: Optional[bytes]) -> Optional[bool]:
        return None if blob is None else blob_bounds(blob) is None

    def register(name: str, index: int) -> None:
        connection.create_function(name, 1, lambda blob: bound(index, blob), deterministic=True)

    connection.create_function("ST_IsEmpty", 1, is_empty, deterministic=True)
    for index, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        register(name, index)


def _execute_patiently(connection: sqlite3.Connection, statement: str) -> None:
    """Execute with retries until the timeout: SQLite's own timeout does not cover every kind of lock."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute(statement).fetchall()
            return
        except sqlite3.OperationalError as error:
            if not _is_locked(error) or time.monotonic() >= deadline:
                raise
        time.sleep(_RETRY_SECONDS)


def _is_locked(error: sqlite3.Error) -> bool:
    return "locked" in str(error) or "busy" in str(error)


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file into CampaignError; errors caused by bugs pass unchanged."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        explanation = _explanation(file, error)
        if explanation is None:
            raise
        raise explanation from error
    except UnicodeDecodeError as error:  # Python's sqlite3 raises this if SQLite's own message contains broken text
        raise _damaged(file, str(error)) from error


def _explanation(file: Path, error: sqlite3.DatabaseError) -> Optional[CampaignError]:
    text = str(error)
    if _is_locked(error):
        return CampaignError(
            f"Another program has been writing {file} for more than {BUSY_SECONDS:.0f} seconds.",
            "Save the edits of the campaign's layers in QGIS, or switch the project's automatic transactions off,"
            " then try again.",
        )
    if "unable to open" in text or "readonly" in text or "disk is full" in text or "disk I/O" in text:
        return not_writable(file, text)
    # SQLite reports corruption as the general class; a wrong statement is an OperationalError.
    signs = ("no such table", "no such column", "malformed", "Could not decode")
    if type(error) is sqlite3.DatabaseError or any(sign in text for sign in signs):
        return _damaged(file, text)
    return None


def not_writable(file: Path, reason: str) -> CampaignError:
    """The error for missing permissions, a read-only or a full disk."""
    return CampaignError(
        f"{file} cannot be opened for writing: {reason}.",
        "Check that it exists, that you may write to its folder, and that the disk is not full.",
    )


def _damaged(file: Path, reason: str) -> CampaignError:
    first_line = reason.split("\n")[0]
    return CampaignError(
        f"{file} is damaged: {first_line}.",
        "Restore it from a backup, or create the campaign again from the same rasters.",
    )
