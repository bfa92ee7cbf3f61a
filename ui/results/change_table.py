"""The change table: a CSV file with a row for each change polygon, like that of the job ``polygons``."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, Callable, List, Optional, Set, Tuple

from qgis.core import NULL, QgsApplication, QgsFeature, QgsTask, QgsVectorLayer, QgsVectorLayerFeatureSource

from ...alcd_core.renaming import rename
from ...alcd_core.temporary_files import scratch_folder
from ...bridge.texts import tr
from .change_review import AREA, KIND, KINDS, PROBABILITY
from .export import FILTERS, chosen

# Same as in alcd_core's change_table, which needs GDAL; a test checks that they are equal.
COLUMNS = ("id", "kind", "area_m2", "probability", "date_before", "date_after")
Dates = Tuple[Optional[str], Optional[str]]
_running: Set[QgsTask] = set()  # QGIS does not keep the Python part of a task alive


def export_table(
    layer: QgsVectorLayer, path: str, which: str, dates: Dates, done: Callable[[], None], failed: Callable[[str], None]
) -> None:
    """Write the polygons that ``which`` (one of export.WHICH) names to ``path`` in the background.

    ``dates``: of the imagery. ``done`` or ``failed`` (with the reason) is called at the end in the main thread.
    """
    source = QgsVectorLayerFeatureSource(chosen(layer, FILTERS[which]))
    names = source.fields().names()

    def write(_: QgsTask) -> int:
        rows = [_row(feature, names, dates) for feature in source.getFeatures()]
        with scratch_folder(path) as folder:
            written = folder / "table.csv"
            with written.open("w", encoding="utf-8", newline="") as file:
                table = csv.writer(file)
                table.writerow(COLUMNS)
                table.writerows(rows)
            rename(written, Path(path))
        return len(rows)

    def end(error: Optional[Exception], _: Any = None) -> None:
        _running.discard(task)
        if error is None:
            done()
        else:
            failed(str(error))

    task = QgsTask.fromFunction(f"ALCD: {tr('Change table')}", write, on_finished=end)
    _running.add(task)
    QgsApplication.taskManager().addTask(task)


def _row(feature: QgsFeature, names: List[str], dates: Dates) -> List[object]:
    def value(name: str) -> Any:
        found = feature[name] if name in names else None
        return None if found == NULL else found

    kind = value(KIND) if value(KIND) in KINDS else ""
    figures = [f"{float(value(name) or 0):.{decimals}f}" for name, decimals in ((AREA, 3), (PROBABILITY, 4))]
    return [feature.id(), kind, *figures, dates[0] or "", dates[1] or ""]
