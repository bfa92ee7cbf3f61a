"""The campaigns that were opened lately, the last one first; kept in QGIS's settings."""

from __future__ import annotations

from pathlib import Path
from typing import List

from qgis.core import QgsSettings

KEY = "alcd/recent"
LONGEST = 10


def recent_campaigns() -> List[Path]:
    """Folders that still hold a campaign."""
    stored = QgsSettings().value(KEY, []) or []
    paths = [Path(text) for text in ([stored] if isinstance(stored, str) else stored)]
    return [path for path in paths if (path / "campaign.gpkg").is_file()]


def remember(folder: Path) -> None:
    """Put a campaign first."""
    others = [path for path in recent_campaigns() if path != folder]
    QgsSettings().setValue(KEY, [str(path) for path in [folder, *others][:LONGEST]])
