"""Checks of output paths before anything is computed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ...campaign.campaign import Campaign
from ...campaign.description import DATES
from ...campaign.paths import is_own_file
from ...campaign.rounds import Round
from ...errors import InputError
from ...imagery.change_layers import DRIVERS
from ...imagery.map_blocks import ProbabilityMap
from ...imagery.output_file import refuse_edited_database, refuse_file_in_use
from ...network.card import ModelCard

RASTER_ENDINGS = (".tif", ".tiff")
VECTOR_ENDINGS = tuple(DRIVERS)
TABLE_ENDINGS = (".csv",)


def check_output(
    campaign: Campaign, output: str | None, endings: tuple[str, ...], also_used: Iterable[str | None] = ()
) -> None:
    """Raise InputError if ``output`` cannot be written, or if writing it would destroy other data.

    ``endings``: the allowed file name extensions. ``also_used``: other files that the job reads or writes.
    """
    if output is None:
        return
    path = Path(output)
    if path.suffix.lower() not in endings:
        raise InputError(
            f"The name of {output} does not end in {' or '.join(endings)}.", "Choose one of these extensions."
        )
    if not path.parent.is_dir():
        raise InputError(
            f"{output} cannot be written: the folder {path.parent} does not exist.",
            "Create it first, or choose another folder.",
        )
    if path.is_dir():
        raise InputError(f"{output} is a folder.", "Choose a file name.")
    refuse_edited_database(output)
    refuse_file_in_use(output)
    rasters = [raster.path for date in DATES for raster in campaign.description.rasters(date)]
    for used in (*rasters, *also_used):
        if used is not None and path.resolve() == Path(used.partition("|")[0]).resolve():
            raise InputError(f"This job already uses the file {output}.", "Choose another name for the output.")
    if is_own_file(campaign.folder, output):
        raise InputError(
            f"{output} would be among the campaign's own files.",
            "Choose another folder, or maps/ in the campaign's folder.",
        )


def known_maps(campaign: Campaign) -> list[str]:
    """The probability maps that the campaign's rounds refer to."""
    return [path for one in campaign.rounds() if (path := campaign.map_path(one)) is not None]


def map_of(campaign: Campaign, one: Round, card: ModelCard) -> str | None:
    """The round's probability map, if it exists and the round's model made it; None otherwise.

    Another campaign or another model may have overwritten it. Older maps do not record which model made them.
    """
    path = campaign.map_path(one)
    if path is None or not Path(path).is_file():
        return None
    known, grid = ProbabilityMap(path), campaign.description.grid
    same_place = max(abs(known.grid.left - grid.left), abs(known.grid.top - grid.top)) < grid.pixel_size / 100
    same_size = (known.grid.width, known.grid.height) == (grid.width, grid.height)
    return path if same_place and same_size and known.model in ("", card.identity) else None


def note_map(campaign: Campaign, number: int | None, path: str) -> None:
    """Record that the map at ``path`` belongs to this round and no longer to any other.

    ``number``: the round; None for a model from elsewhere.
    """
    place = Path(path).resolve()
    for one in campaign.rounds():
        known = campaign.map_path(one)
        if one.round != number and known is not None and Path(known).resolve() == place:
            campaign.update_round(one.round, probability_map=None)
    if number is not None:
        campaign.update_round(number, probability_map=path)
