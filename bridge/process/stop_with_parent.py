"""Runs a module or script and ends it, with its process group, when its standard input ends.

Started by path in a child (``python stop_with_parent.py pip install ...``), so that programs that do not watch their
input, such as pip, do not outlive QGIS if it is killed.
"""

import os
import runpy
import signal
import sys
import threading


def _watch_input() -> None:
    while os.read(0, 4096):
        pass
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(130)


def main() -> None:
    threading.Thread(target=_watch_input, daemon=True).start()
    sys.argv = sys.argv[1:]
    if sys.argv[0].endswith(".py"):
        runpy.run_path(sys.argv[0], run_name="__main__")
    else:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
