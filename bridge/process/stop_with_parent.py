"""Runs a module or script and ends it, with its process group, when its standard input ends.

Started by path in a child (``python stop_with_parent.py pip install ...``), so that programs that do not watch their
input, such as pip, do not outlive QGIS if it is killed.
"""

import os
import runpy
import signal
import sys
import threading
from pathlib import Path

STANDARD_INPUT = Path(__file__).resolve().parents[2] / "alcd_core" / "standard_input.py"


def _watch(standard_input: int) -> None:
    while os.read(standard_input, 4096):
        pass
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(130)


def main() -> None:
    standard_input = runpy.run_path(str(STANDARD_INPUT))["take_standard_input"]()
    threading.Thread(target=_watch, args=(standard_input,), daemon=True).start()
    sys.argv = sys.argv[1:]
    if sys.argv[0].endswith(".py"):
        runpy.run_path(sys.argv[0], run_name="__main__")
    else:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
