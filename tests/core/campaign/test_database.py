import subprocess
import sys
import threading

import pytest

from alcd_core.campaign import database
from alcd_core.campaign.campaign import open_campaign
from alcd_core.campaign.database import connected, writing
from alcd_core.errors import CampaignError

LABEL = """
import sys
from pathlib import Path
from alcd_core.campaign.campaign import open_campaign
for tile in map(int, sys.argv[2:]):
    open_campaign(Path(sys.argv[1])).write_labels([], {tile: "changed"}, "train", 1, "drawn")
"""


def test_a_file_that_stays_locked_is_explained(campaign, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    with writing(campaign.file):
        assert campaign.counts().total == 12
        with pytest.raises(CampaignError, match=r"Another program has been writing .*campaign\.gpkg"):
            campaign.mark_suggested([1])
    campaign.mark_suggested([1])
    assert campaign.counts().states["queried"] == 1


def test_a_writer_waits_for_another_one(campaign):
    thread = threading.Thread(target=campaign.mark_suggested, args=([1],))
    with writing(campaign.file) as connection:
        thread.start()
        thread.join(0.3)
        assert thread.is_alive()
        connection.execute("UPDATE tiles SET state = 'skipped' WHERE tile_id = 2")
    thread.join(10)
    assert campaign.counts().states == {"unlabelled": 10, "queried": 1, "labelled": 0, "skipped": 1}


def test_a_write_that_fails_is_undone(campaign):
    with pytest.raises(KeyError), writing(campaign.file) as connection:
        connection.execute("UPDATE tiles SET state = 'skipped'")
        raise KeyError
    assert campaign.counts().states["skipped"] == 0


def test_nothing_is_lost_between_concurrent_writers(large_campaign, root):
    shares = [[str(tile) for tile in range(first, 160, 4)] for first in range(1, 5)]
    command = [sys.executable, "-c", LABEL, str(large_campaign.folder)]
    writers = [subprocess.Popen([*command, *share], cwd=root) for share in shares]
    scored = {tile.tile_id: (0.5, 0.5) for tile in large_campaign.tiles()}
    for number in range(10):
        large_campaign.write_query(number, scored, list(scored)[:100], [], "random")
    assert [writer.wait() for writer in writers] == [0] * 4
    assert {tile.tile_id for tile in large_campaign.tiles(state="labelled")} == set(range(1, 160))


def test_a_closed_campaign_is_one_file(campaign):
    campaign.mark_suggested([1])
    assert [file.name for file in campaign.folder.glob("campaign*")] == ["campaign.gpkg"]


def test_a_bug_is_not_reported_as_a_campaign_error(campaign):
    with pytest.raises(database.sqlite3.OperationalError), connected(campaign.file) as connection:
        connection.execute("SELEKT")


def test_a_removed_file_is_named_and_not_created_again(campaign):
    opened = open_campaign(campaign.folder)
    campaign.file.unlink()
    with pytest.raises(CampaignError, match="cannot be opened"):
        opened.counts()
    assert not campaign.file.exists()
