"""A campaign on disk: a folder ``NAME.alcd`` containing ``campaign.gpkg``, ``models/``, ``maps/`` and ``log.jsonl``.

Every method opens the GeoPackage, does one thing, and closes it. Every write is one transaction: if the process is
killed during it, nothing is written. QGIS and a worker may use a campaign at the same time.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import AbstractSet, Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, Union

from ..errors import CampaignError, InputError, cannot_write
from ..renaming import rename
from ..service_cache import IMAGERY
from ..temporary_files import atomic_folder
from . import annotations as annotation_rows
from . import audits as audit_rows
from . import new_scores, schema, scorings
from . import rounds as round_rows
from . import tiles as tile_rows
from .annotations import NewAnnotation, Proposal
from .audits import Audit, AuditProgress, AuditTile
from .database import connected, is_writable, new_database, not_writable, writing
from .description import Description, RasterFile, from_values, rasters_text, to_values
from .paths import is_remote, map_path, safe_path, stored_path
from .rounds import Round
from .scorings import Scoring
from .tile_table import TileTable
from .tiles import Tile, TileCounts, TileRow

FILE_NAME = "campaign.gpkg"
_ESTIMATE = "estimate"


@dataclass(frozen=True)
class Campaign:
    """An existing campaign, returned by ``create_campaign`` and ``open_campaign``.

    All methods raise CampaignError if the GeoPackage is damaged, or if another program locks it for over 30 seconds.
    """

    folder: Path
    description: Description

    @property
    def file(self) -> Path:
        """The GeoPackage. Never open it as a plain file (see ``database``)."""
        return self.folder / FILE_NAME

    def raster_path(self, date: str, number: int = 0) -> str:
        """The path of a raster of "before" or "after", its orthophoto first. Raises InputError if it no longer
        exists."""
        path = self.description.rasters(date)[number].path
        if not _exists(path):
            raise InputError(
                f"The {date} raster of the campaign {self.description.name} is no longer at {path}.",
                f"Put it back there, or give the campaign its new place: {self.relocate_command(date, number)}.",
            )
        return path

    def relocate_command(self, date: str, number: int = 0) -> str:
        """The command that gives the campaign the new place of one raster; a date's rasters are named together."""
        rasters = enumerate(self.description.rasters(date))
        options = [f"--{date} {'FILE' if index == number else raster.path}" for index, raster in rasters]
        return f"relocate {self.folder} {' '.join(options)}"

    def relocate_rasters(self, date: str, rasters: Sequence[RasterFile]) -> Campaign:
        """Store the new paths and shapes of a date's rasters, all of them in their order; returns the updated campaign.

        The caller has to make sure that they are the same rasters. Raises InputError if a file does not exist.
        """
        for raster in rasters:
            if not _exists(raster.path):
                raise InputError(f"{raster.path} does not exist.", f"Choose the {date} raster.")
        with writing(self.file) as connection:
            schema.write_values(connection, {date: rasters_text(_absolute(rasters), self.folder)})
        return open_campaign(self.folder)

    def tiles(
        self, state: Optional[str] = None, split: Optional[str] = None, tile_ids: Optional[Iterable[int]] = None
    ) -> List[Tile]:
        """Tiles with this state, split and these numbers (None: any), sorted by rank; those without a rank come last,
        sorted by number. Unknown numbers are ignored. For all tiles of a large campaign, use ``open_tiles`` or
        ``all_tiles``, which take little memory."""
        with connected(self.file) as connection:
            return tile_rows.read_tiles(connection, self.description, state, split, tile_ids)

    def all_tiles(self) -> TileTable:
        """The windows of all tiles."""
        return self._table(tile_rows.STATES, tile_rows.SPLITS)

    def open_tiles(self, states: Sequence[str] = tile_rows.OPEN_STATES) -> TileTable:
        """The windows of the tiles that may be queried or labelled for training.

        Not those of an audit, of which no model's opinion may be shown.
        """
        return self._table(states, [split for split in tile_rows.SPLITS if split != tile_rows.AUDIT])

    def unlabelled_tiles(self) -> TileTable:
        """The windows and last scores of all tiles that are not labelled, those of audits included."""
        return self._table([state for state in tile_rows.STATES if state != tile_rows.LABELLED], tile_rows.SPLITS)

    def counts(self) -> TileCounts:
        """Number of tiles by state, split and class, without loading them."""
        with connected(self.file) as connection:
            return tile_rows.count_tiles(connection)

    def annotations(self) -> List[Tuple[bytes, str]]:
        """WKB (polygons and multipolygons, grid's CRS) and class ("change", "ignore") of every annotation."""
        with connected(self.file) as connection:
            return annotation_rows.read_annotations(connection)

    def mark_suggested(self, tile_ids: Sequence[int]) -> List[int]:
        """Mark these tiles as queried, in this order, before any round; returns those not labelled meanwhile."""
        self._require_known(tile_ids)
        with writing(self.file) as connection:
            tile_rows.mark_queried(connection, tile_ids, round_number=0)
            return tile_rows.queried_ids(connection)

    def write_query(
        self,
        round_number: int,
        scores: new_scores.Scores,
        tile_ids: Sequence[int],
        proposals: Iterable[Proposal],
        acquisition: str,
        queried_by: Optional[int] = None,
        pool: int = 0,
        seconds: Optional[float] = None,
    ) -> List[int]:
        """Write the results of a query; returns the tiles that are now queried, the most informative one first.

        ``scores``: score and change probability (0 to 1) of every scored tile; the others keep theirs. ``tile_ids``:
        the tiles to query, the most informative one first: it gets rank 1. Tiles that were labelled or skipped
        meanwhile stay as they are (so a rank can be missing), and tiles queried earlier but not now become unlabelled.
        All of this is one transaction, but for the scores of the tiles that are not queried: see ``new_scores``.
        ``proposals`` replace all earlier ones; those for tiles that are not queried are dropped.
        ``round_number``: the campaign's latest, 0 before the first. ``queried_by``: the round whose model made the
        query; ``acquisition`` and the number of queried tiles are stored in it. None for another campaign's model.
        ``pool``: tiles that could be queried; ``seconds``: how long scoring took.
        """
        proposals = list(proposals)
        self._require_known(tile_ids)
        score_range = new_scores.collect(self.file, scores)
        with writing(self.file) as connection:
            new_scores.declare_complete(connection, tile_ids, queried_by)
            if score_range is not None:
                scoring = Scoring(*score_range, queried_by, acquisition, len(scores), max(pool, len(scores)), seconds)
                schema.write_values(connection, {scorings.KEY: scorings.to_text(scoring)})
            tile_rows.mark_queried(connection, tile_ids, round_number)
            queried = tile_rows.queried_ids(connection)
            still_queried = set(queried)
            kept = [proposal for proposal in proposals if proposal.tile_id in still_queried]
            annotation_rows.replace_proposals(connection, kept, schema.srs_id(self.description), round_number)
            if queried_by is not None:
                round_rows.change_round(connection, queried_by, acquisition=acquisition, queried=len(queried))
        self.finish_query()
        return queried

    def finish_query(self) -> None:
        """Move the scores to their tiles that the last query left to be moved because it was killed at its very end."""
        new_scores.move_to_tiles(self.file)

    def last_scoring(self) -> Optional[Scoring]:
        """How the last query that scored tiles did so; None if that is not known."""
        with connected(self.file) as connection:
            return scorings.from_text(schema.read_values(connection).get(scorings.KEY))

    def score_ranking(self, count: int) -> Tuple[List[int], Sequence[int]]:
        """The ``count`` tiles that scored highest in the last query and may be queried, highest first; and those
        without any score."""
        last = self.last_scoring()
        with connected(self.file) as connection:
            return scorings.read_ranking(connection, None if last is None else last.round, count)

    def write_labels(
        self,
        annotations: Iterable[Union[Tuple[bytes, str], NewAnnotation]],
        tile_classes: Mapping[int, str],
        split: str,
        round_number: int,
        source: str,
        author: str = "",
        seen: Optional[Mapping[int, str]] = None,
    ) -> Optional[int]:
        """Label tiles: write their classes, and the annotations (WKB in the grid's CRS, class, and kind if
        it is known) in them.

        ``split``: "train" or "test". A tile can be labelled again: annotations of the same ``source`` that lie
        completely within it are replaced, so clip annotations to their tiles. Returns how many annotations were
        written. ``seen``: the tiles' states when the labels were made; if one has changed since, nothing is written and
        None is returned.
        """
        annotations = list(annotations)
        self._require_known(tile_classes)
        with writing(self.file) as connection:
            if seen is not None and seen != tile_rows.states_of(connection, seen):
                return None
            again = tile_rows.read_tiles(connection, self.description, tile_rows.LABELLED, tile_ids=tile_classes)
            rectangles = [self.description.grid.window_bounds(tile.window) for tile in again]
            half_pixel = self.description.grid.pixel_size / 2
            annotation_rows.delete_within(connection, rectangles, source, half_pixel)
            tile_rows.label(connection, tile_classes, split, round_number)
            srs = schema.srs_id(self.description)
            return annotation_rows.insert_annotations(connection, annotations, srs, source, author)

    def rounds(self) -> List[Round]:
        """All rounds in order."""
        with connected(self.file) as connection:
            return round_rows.read_rounds(connection)

    def add_round(self, new: Round) -> None:
        """Write a round. Raises CampaignError if its number is taken, or its model lies outside the folder."""
        self._check_model(new)
        with writing(self.file) as connection:
            round_rows.insert_round(connection, new)

    def update_round(self, number: int, **values: Any) -> None:
        """Change columns of a round: ``update_round(3, auc=0.97)``. A map's path is converted for storage."""
        if values.get("probability_map") is not None:
            values["probability_map"] = stored_path(self.folder, values["probability_map"])
        with writing(self.file) as connection:
            round_rows.change_round(connection, number, **values)

    def audits(self) -> List[Audit]:
        """All audits in order."""
        with connected(self.file) as connection:
            return audit_rows.read_audits(connection)

    def latest_audit(self) -> Optional[Audit]:
        """The last audit that was drawn, spent or not; None if there is none."""
        audits = self.audits()
        return audits[-1] if audits else None

    def audit_tiles(self, audit: int) -> List[AuditTile]:
        """The tiles of an audit: the drawn ones in the order to label them, then those that were known before."""
        with connected(self.file) as connection:
            return audit_rows.read_audit_tiles(connection, audit)

    def audit_queue(self, audit: int) -> List[Tile]:
        """The drawn tiles of an audit in the order to label them, in all states."""
        order = [tile.tile_id for tile in self.audit_tiles(audit) if tile.position is not None]
        found = {tile.tile_id: tile for tile in self.tiles(tile_ids=order)}
        return [found[number] for number in order if number in found]

    def audit_progress(self, audit: int) -> AuditProgress:
        """How many of an audit's drawn tiles are labelled, skipped, and left."""
        with connected(self.file) as connection:
            return audit_rows.count_progress(connection, audit)

    def write_audit(self, new: Audit, tiles: Sequence[AuditTile], labelled: AbstractSet[int]) -> bool:
        """Write an audit; its drawn tiles leave the pool. ``labelled``: all labelled tiles when it was drawn.

        Returns False, and writes nothing, if a tile has been labelled, or is no longer, since then.
        """
        with writing(self.file) as connection:
            if tile_rows.labelled_ids(connection) != labelled:
                return False
            audit_rows.insert_audit(connection, new, tiles)
        return True

    def spend_audit(self, audit: int, when: str) -> int:
        """Open an audit's tiles, and those of earlier ones, to training; returns how many of them are labelled. Raises
        CampaignError if it is spent already."""
        with writing(self.file) as connection:
            return audit_rows.mark_spent(connection, audit, when)

    def last_estimate(self) -> Optional[Dict[str, Any]]:
        """The result of the last job estimate; None if there is none."""
        with connected(self.file) as connection:
            text = schema.read_values(connection).get(_ESTIMATE)
        try:
            found = None if text is None else json.loads(text)
        except (ValueError, RecursionError):
            return None  # it is only kept to be shown, and can be made again
        return found if isinstance(found, dict) else None

    def keep_estimate(self, result: Mapping[str, Any]) -> None:
        """Store the result of the job estimate, in place of the former one."""
        with writing(self.file) as connection:
            schema.write_values(connection, {_ESTIMATE: json.dumps(result)})

    def model_folder(self, of: Round) -> Path:
        """The folder of a round's model. Raises CampaignError if it has none, or one outside the campaign's folder."""
        if not of.model:
            raise CampaignError(f"Round {of.round} of the campaign {self.folder} has no model.", "Train again.")
        return safe_path(self.folder, of.model)

    def map_path(self, of: Round) -> Optional[str]:
        """The path of a round's last probability map; None if none was made."""
        return None if of.probability_map is None else map_path(self.folder, of.probability_map)

    def _table(self, states: Sequence[str], splits: Sequence[str]) -> TileTable:
        with connected(self.file) as connection:
            return tile_rows.read_table(connection, self.description, states, splits)

    def _require_known(self, tile_ids: Iterable[int]) -> None:
        """Raise ValueError for unknown tile numbers. Tiles are never added or removed, so no lock is needed."""
        with connected(self.file) as connection:
            tile_rows.require_known(connection, tile_ids)

    def _check_model(self, new: Round) -> None:
        if new.model is not None:
            safe_path(self.folder, new.model)


def create_campaign(
    folder: Path, description: Description, tiles: Iterable[TileRow], imagery: Optional[Path] = None
) -> Campaign:
    """Create a campaign; it appears under its name when it is complete. ``imagery``: a folder that is moved into it.

    Raises InputError if ``folder`` exists or cannot be written.
    """
    folder = Path(folder).absolute()
    require_new(folder)
    description = replace(description, before=_absolute(description.before), after=_absolute(description.after))
    try:
        with atomic_folder(folder) as beside:
            _write_new(beside, folder, description, tiles)
            if imagery is not None:
                rename(imagery, beside / IMAGERY)
    except OSError as error:
        raise cannot_write(folder, error) from error
    except CampaignError as error:  # it names a file that no longer exists
        raise InputError(f"{folder} cannot be written ({error.__cause__}).", error.hint) from error
    return open_campaign(folder)


def require_new(folder: Path) -> None:
    """Raise InputError if the campaign's folder exists already, or its parent folder does not."""
    folder = Path(folder).absolute()
    if os.path.lexists(folder):
        raise InputError(f"{folder} exists already.", "Choose another name for the campaign, or move the old one away.")
    if not folder.parent.is_dir():
        raise InputError(
            f"{folder} cannot be written: the folder {folder.parent} does not exist.",
            "Create it first, or choose another.",
        )


def open_campaign(folder: Path, to_read: bool = False) -> Campaign:
    """Open a campaign, upgrading one made by an older version. ``to_read``: it need not be writable.

    Raises CampaignError if it does not exist, is damaged, or was made by a newer version.
    """
    folder = Path(folder).absolute()
    file = folder / FILE_NAME
    try:
        known = file.is_file()
        empty = known and file.stat().st_size == 0
    except OSError as error:  # missing permissions, a lost network connection
        raise CampaignError(
            f"{folder} cannot be read: {error.strerror or error}.", "Check your permissions and the connection."
        ) from error
    if not known:
        raise CampaignError(f"{folder} is not a campaign: it contains no {FILE_NAME}.", "Choose a folder NAME.alcd.")
    if empty:  # SQLite would turn it into a new database
        raise CampaignError(
            f"{file} is damaged: it is empty.", "Restore it from a backup, or create the campaign anew."
        )
    if not (to_read or is_writable(file)):
        raise not_writable(file, "it is read-only")
    with connected(file) as connection:
        schema.check(connection, file)
        values = schema.read_values(connection)
    return Campaign(folder, from_values(values, folder))


def _write_new(beside: Path, folder: Path, description: Description, tiles: Iterable[TileRow]) -> None:
    for part in ("models", "maps"):
        (beside / part).mkdir()
    (beside / "log.jsonl").touch()
    with new_database(beside / FILE_NAME) as connection:
        schema.create_tables(connection, description)
        # Paths are stored relative to the folder's final place.
        schema.write_values(connection, to_values(description, folder))
        tile_rows.insert_tiles(connection, description, tiles)
        schema.create_triggers(connection)


def _absolute(rasters: Sequence[RasterFile]) -> Tuple[RasterFile, ...]:
    return tuple(
        raster if is_remote(raster.path) else replace(raster, path=str(Path(raster.path).absolute()))
        for raster in rasters
    )


def _exists(path: str) -> bool:
    return is_remote(path) or Path(path).exists()
