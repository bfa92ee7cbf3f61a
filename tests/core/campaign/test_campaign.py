import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from alcd_core.campaign.campaign import create_campaign, open_campaign
from alcd_core.campaign.database import connected
from alcd_core.errors import CampaignError, InputError

# Writes query after query; each gives all tiles one score, its own number, and as many proposals as it has tiles.
WRITE_QUERIES = """
import sys
from pathlib import Path
from alcd_core.campaign.annotations import Proposal
from alcd_core.campaign.campaign import open_campaign
from alcd_core.campaign.geometry import rectangle

campaign = open_campaign(Path(sys.argv[1]))
ids = [tile.tile_id for tile in campaign.tiles()]
square = rectangle(500000, 5499000, 500010, 5499010)
print("ready", flush=True)
for number in range(int(sys.argv[2]), 10**9):
    asked = ids[number % 100 : number % 100 + 400]
    proposals = [Proposal(tile, square, 0.5) for tile in asked]
    campaign.write_query(number, {tile: (float(number), 0.5) for tile in ids}, asked, proposals, "variance")
    print("written", flush=True)
"""


def test_an_unreadable_folder_is_reported_in_a_sentence(campaign, monkeypatch):
    def forbidden(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", forbidden)
    with pytest.raises(CampaignError, match="cannot be read: Permission denied"):
        open_campaign(campaign.folder)


def test_a_campaign_is_read_back_as_it_was_described(campaign, description, tmp_path):
    assert campaign.description == description
    assert open_campaign(campaign.folder) == campaign
    assert sorted(entry.name for entry in campaign.folder.iterdir()) == ["campaign.gpkg", "log.jsonl", "maps", "models"]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["after.tif", "ansbach.alcd", "before.tif"]


def test_relative_raster_paths_refer_to_the_working_directory(tmp_path, description, monkeypatch):
    monkeypatch.chdir(tmp_path)
    relative = replace(description, before=(replace(description.before[0], path="before.tif"),))
    campaign = create_campaign(Path("deep.alcd"), relative, [])
    assert campaign.raster_path("before") == str(tmp_path.resolve() / "before.tif")


def test_names_with_odd_characters_work(tmp_path, description, rows):
    campaign = create_campaign(tmp_path / "a #1 100%?&ä'.alcd", description, rows(description))
    assert campaign.counts().total == 12


def test_an_existing_folder_is_refused_and_left_alone(campaign, description):
    with pytest.raises(InputError, match="exists already"):
        create_campaign(campaign.folder, description, [])
    assert campaign.counts().total == 12


def test_a_folder_that_cannot_be_written_is_named(tmp_path, description):
    (tmp_path / "file").touch()
    for parent in ("missing", "file"):
        with pytest.raises(InputError, match="cannot be written"):
            create_campaign(tmp_path / parent / "a.alcd", description, [])


def test_a_creation_that_fails_leaves_nothing_behind(tmp_path, description, rows):
    def failing():
        yield from rows(description)[:3]
        raise KeyboardInterrupt

    before = sorted(tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        create_campaign(tmp_path / "a.alcd", description, failing())
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_without_a_campaign_is_named(tmp_path):
    with pytest.raises(CampaignError, match="no campaign"):
        open_campaign(tmp_path)
    with pytest.raises(CampaignError, match="no campaign"):
        open_campaign(tmp_path / "nowhere")
    assert not (tmp_path / "campaign.gpkg").exists()


def test_a_killed_writer_leaves_the_old_or_the_new_state(large_campaign, root):
    shuffled = random.Random(0)
    start = 1
    seen = set()
    for _ in range(8):
        command = [sys.executable, "-c", WRITE_QUERIES, str(large_campaign.folder), str(start)]
        writer = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)
        assert [writer.stdout.readline() for _ in range(2)] == ["ready\n", "written\n"]
        time.sleep(shuffled.uniform(0.02, 0.5))
        writer.kill()
        writer.communicate()
        scores = check_is_one_state(large_campaign.folder)
        seen |= scores
        start = int(max(scores, default=0)) + 1
    assert len(seen) > 2


def check_is_one_state(folder):
    campaign = open_campaign(folder)
    with connected(campaign.file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT rtreecheck('rtree_proposals_geom')").fetchall() == [("ok",)]
        proposals = connection.execute("SELECT round, count(*) FROM proposals GROUP BY round").fetchall()
    scores = {tile.score for tile in campaign.tiles()} - {None}
    queried = campaign.tiles(state="queried")
    assert len(scores) <= 1
    assert [(tile.rank, tile.round_queried) for tile in queried] == [
        (rank, number) for number in map(int, scores) for rank in range(1, 401)
    ]
    assert proposals == [(int(number), 400) for number in scores]
    return scores


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_parent_is_named(tmp_path, description):
    tmp_path.chmod(0o555)
    with pytest.raises(InputError, match="cannot be written"):
        create_campaign(tmp_path / "a.alcd", description, [])
    tmp_path.chmod(0o755)
