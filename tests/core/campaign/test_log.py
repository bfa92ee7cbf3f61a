import errno
import json
import subprocess
import sys

import pytest

from alcd_core.campaign import log

WRITE = """
import sys

import pytest
from pathlib import Path
from alcd_core.campaign import log
log.MAXIMUM_BYTES = int(sys.argv[3])
for number in range(500):
    log.append_event(Path(sys.argv[1]), "test", writer=sys.argv[2], number=number, text="x" * 300)
"""


def write_at_once(folder, root, limit):
    command = [sys.executable, "-c", WRITE, str(folder)]
    writers = [subprocess.Popen([*command, str(number), str(limit)], cwd=root) for number in range(4)]
    assert [writer.wait() for writer in writers] == [0] * 4


def entries(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_an_event_is_one_line_of_json_whatever_it_says(tmp_path):
    log.append_event(tmp_path, "error", traceback="line 1\nline 2 \udc80 ä", path=tmp_path)
    (entry,) = entries(tmp_path / "log.jsonl")
    assert entry["event"] == "error"
    assert entry["path"] == str(tmp_path)
    assert entry["time"].endswith("+00:00")


def test_lines_of_several_writers_stay_intact_and_none_is_lost(tmp_path, root):
    write_at_once(tmp_path, root, 5_000_000)
    written = {(entry["writer"], entry["number"]) for entry in entries(tmp_path / "log.jsonl")}
    assert len(written) == 2000


def test_the_log_does_not_grow_without_limit(tmp_path, root):
    write_at_once(tmp_path, root, 50_000)
    sizes = {file.name: file.stat().st_size for file in tmp_path.iterdir()}
    assert set(sizes) == {"log.jsonl", "log.1.jsonl"}
    assert max(sizes.values()) < 60_000
    assert entries(tmp_path / "log.jsonl") + entries(tmp_path / "log.1.jsonl")


def test_a_full_disk_does_not_stop_a_job_but_a_missing_campaign_does(tmp_path, monkeypatch):
    with pytest.raises(FileNotFoundError):
        log.append_event(tmp_path / "nowhere.alcd", "test")

    def full_disk(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(log.os, "write", full_disk)
    log.append_event(tmp_path, "test")
    assert (tmp_path / "log.jsonl").read_bytes() == b""


def test_a_link_in_place_of_the_log_is_not_followed(tmp_path):
    precious = tmp_path / "precious.txt"
    precious.write_text("a letter")
    (tmp_path / "log.jsonl").symlink_to(precious)
    log.append_event(tmp_path, "test")
    assert precious.read_text() == "a letter"
