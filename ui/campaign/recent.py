"""Recently opened campaigns, kept in QGIS's settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import List

from qgis.core import QgsSettings

KEY = "alcd/recent"
LONGEST = 10


def recent_campaigns() -> List[Path]:
    """Folders that still hold a campaign."""
    stored = QgsSettings().value(KEY, []) or []
    paths = [Path(text) for text in ([stored] if isinstance(stored, str) else stored)]
    # Unlike Path.is_file, it is quiet where a folder may not be read or its disk is gone.
    return [path for path in paths if os.path.isfile(path / "campaign.gpkg")]  # noqa: PTH113


def remember(folder: Path) -> None:
    """Put a campaign first."""
    others = [path for path in recent_campaigns() if path != folder]
    QgsSettings().setValue(KEY, [str(path) for path in [folder, *others][:LONGEST]])
