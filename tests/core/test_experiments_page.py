"""The tables of the pages on experiments come from the CSV files beside them."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("experiments.md", "experiments-dropped.md")
}
TABLE = re.compile(r"^python (benchmarks/(?:experiment_tables|column_means)\.py docs/.*)$", flags=re.MULTILINE)
COMMANDS = [(name, command) for name, page in PAGES.items() for command in TABLE.findall(page)]


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_that_prints_a_table_prints_the_one_on_the_page(name, command):
    done = subprocess.run([sys.executable, *shlex.split(command)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() in PAGES[name]


def test_the_pages_name_the_commands_of_their_main_tables():
    commands = [command for _, command in COMMANDS]
    assert sum("--main" in command for command in commands) == 6
    assert sum("column_means" in command for command in commands) == 3
    assert sum(name == "experiments-dropped.md" for name, _ in COMMANDS) == 1
