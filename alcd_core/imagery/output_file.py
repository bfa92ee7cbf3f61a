"""Output files that appear complete or not at all: written beside their final place, then renamed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import InputError, cannot_write
from ..progress import Reporter
from ..renaming import rename
from .gdal_library import gdal, progress_callback, quiet


def publish(finished: Path, output_path: str) -> None:
    """Move a finished file to its place, replacing an older one. Raises InputError if that fails."""
    refuse_edited_database(output_path)
    try:
        rename(finished, Path(output_path))
    except OSError as error:
        raise cannot_write(output_path, error) from error


def refuse_edited_database(output_path: str) -> None:
    """Raise InputError if a journal of edits lies beside the file: SQLite would apply it to the new one."""
    for ending in ("-wal", "-journal"):
        journal = Path(output_path + ending)
        if journal.is_file() and journal.stat().st_size > 0:
            raise InputError(
                f"{output_path} cannot be replaced: it is open elsewhere, with edits in {journal.name}.",
                "Close the layer there, or choose another name.",
            )


def refuse_file_in_use(output_path: str) -> None:
    """Raise InputError if the file exists and cannot be replaced because a program has it open: Windows only."""
    if sys.platform != "win32" or not Path(output_path).is_file():
        return
    try:
        Path(output_path).replace(output_path)  # changes nothing, but is refused like any other renaming
    except PermissionError as error:
        raise InputError(
            f"{output_path} cannot be replaced: a program, perhaps QGIS, has it open.",
            "Remove its layer from QGIS, or choose another name.",
        ) from error


@contextmanager
def writing(output_path: str, reporter: Reporter | None = None) -> Iterator[None]:
    """Turn GDAL's errors while writing into InputError, or into Cancelled if the user asked to stop."""
    try:
        with quiet():
            yield
    except (RuntimeError, OSError) as error:
        if reporter is not None:
            reporter.check()
        raise cannot_write(output_path, error) from error


def write_cog(raster: gdal.Dataset, finished: Path, resampling: str, reporter: Reporter, message: str) -> None:
    """Copy a raster to a cloud-optimised GeoTIFF with overviews. ``resampling``: of the overviews."""
    options = [
        "COMPRESS=DEFLATE",
        "PREDICTOR=YES",
        "OVERVIEWS=IGNORE_EXISTING",
        f"OVERVIEW_RESAMPLING={resampling}",
        "BIGTIFF=IF_SAFER",
    ]
    gdal.Translate(
        str(finished),
        raster,
        format="COG",
        creationOptions=options,
        callback=progress_callback(reporter, message),
    )
