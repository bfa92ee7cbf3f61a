import os
import signal
import subprocess
import sys

import pytest

from alcd_core.campaign.lock import campaign_lock
from alcd_core.errors import CampaignError

HOLD = """
import sys, time
from pathlib import Path
from alcd_core.campaign.lock import campaign_lock
with campaign_lock(Path(sys.argv[1]), "train"):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path, root):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_the_error_of_the_second_job_names_the_first_one(tmp_path, holder):
    message = rf"train \(process {holder.pid} on .+, since \d\d:\d\d\) is working"
    with pytest.raises(CampaignError, match=message), campaign_lock(tmp_path, "query"):
        pytest.fail("two jobs at work")


def test_a_link_in_place_of_the_lock_is_not_followed(tmp_path):
    precious = tmp_path / "precious.docx"
    precious.write_text("a letter")
    (tmp_path / "town.alcd").mkdir()
    (tmp_path / "town.alcd" / "campaign.lock.json.new").symlink_to(precious)
    with campaign_lock(tmp_path / "town.alcd", "query"):
        assert precious.read_text() == "a letter"


def test_the_lock_is_free_when_its_holder_ends(tmp_path, holder):
    holder.communicate("\n")
    with campaign_lock(tmp_path, "query"):
        pass


def test_the_lock_is_free_at_once_when_its_holder_is_killed(tmp_path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with campaign_lock(tmp_path, "query"):
        pass


def test_the_lock_is_free_after_a_failure_and_leaves_no_note(tmp_path):
    with pytest.raises(RuntimeError), campaign_lock(tmp_path, "train"):
        raise RuntimeError
    with campaign_lock(tmp_path, "train"):
        second = campaign_lock(tmp_path, "query")
        with pytest.raises(CampaignError, match="train"), second:
            pytest.fail("two jobs at work")
    assert not (tmp_path / "campaign.lock.json").exists()


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(CampaignError, match=r"no\.alcd"), campaign_lock(tmp_path / "no.alcd", "train"):
        pass
    assert not (tmp_path / "no.alcd").exists()
