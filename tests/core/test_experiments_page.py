"""The tables of docs/experiments.md come from the CSV files beside it."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "experiments.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^python (benchmarks/experiment_tables\.py docs/.*)$", PAGE, flags=re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_prints_a_table_prints_the_one_on_the_page(command):
    done = subprocess.run([sys.executable, *shlex.split(command)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() in PAGE


def test_the_page_names_the_commands_of_its_main_tables():
    assert sum("--main" in command for command in COMMANDS) == 5
