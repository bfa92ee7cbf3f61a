"""Whatever a worker does while its supervisor's pipe is open, it finds an empty standard input."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOOK = """
import subprocess, sys
print("read", len(sys.stdin.read()), flush=True)
subprocess.run([sys.executable, "-c", "import sys; print('child read', len(sys.stdin.read()))"])
"""
TAKEN = f"""
import os
from alcd_core.standard_input import take_standard_input
commands = take_standard_input()
{LOOK}
print(os.read(commands, 100).decode().strip())
"""
LISTENING = f"""
from alcd_core.stopping import Stopping
with Stopping(listen=True):
    exec({LOOK!r})
"""


def output(*command) -> str:
    """What a program prints while its standard input is an open pipe with one line in it."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT, text=True, **pipes)
    process.stdin.write("a command\n")
    process.stdin.flush()
    try:
        process.wait(timeout=20)
        return process.stdout.read()
    finally:
        process.kill()
        process.communicate()


def test_the_commands_are_at_a_private_descriptor():
    assert output("-c", TAKEN) == "read 0\nchild read 0\na command\n"


@pytest.mark.parametrize("how", ["listening for commands", "stopping with the parent"])
def test_nothing_waits_for_the_pipe_of_the_commands(how, tmp_path):
    program = tmp_path / "look.py"
    program.write_text(LOOK)
    supervised = [str(ROOT / "bridge" / "process" / "stop_with_parent.py"), str(program)]
    command = ["-c", LISTENING] if how == "listening for commands" else supervised
    assert output(*command) == "read 0\nchild read 0\n"
