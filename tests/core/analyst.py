"""Edits that an analyst makes to a campaign in QGIS without the plugin."""

from __future__ import annotations

from alcd_core.campaign.campaign import Campaign
from alcd_core.campaign.database import writing


def skip(campaign: Campaign, *tile_ids: int) -> None:
    """Put tiles aside."""
    with writing(campaign.file) as connection:
        connection.executemany("UPDATE tiles SET state = 'skipped' WHERE tile_id = ?", [(tile,) for tile in tile_ids])
