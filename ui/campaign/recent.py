"""Recently opened campaigns, stored in QGIS's settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import List

from qgis.core import QgsSettings

KEY = "alcd/recent"
MAX_LENGTH = 10


def recent_campaigns() -> List[Path]:
    """Folders that still contain a campaign."""
    stored = QgsSettings().value(KEY, []) or []
    paths = [Path(text) for text in ([stored] if isinstance(stored, str) else stored)]
    # Unlike Path.is_file, it raises nothing if the folder is not readable or its disk is missing.
    return [path for path in paths if os.path.isfile(path / "campaign.gpkg")]  # noqa: PTH113


def remember(folder: Path) -> None:
    """Move a campaign to the top of the list."""
    others = [path for path in recent_campaigns() if path != folder]
    QgsSettings().setValue(KEY, [str(path) for path in [folder, *others][:MAX_LENGTH]])
