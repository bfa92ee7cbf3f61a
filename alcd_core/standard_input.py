"""Standard input, kept for the commands alone. Imports nothing of the package: other programs run this file by path."""

from __future__ import annotations

import os


def take_standard_input() -> int:
    """A private descriptor of standard input; in its place, the program and its children get an empty one.

    On Windows, whoever looks at a pipe while a thread waits for its next line has to wait, too. So ``import numpy`` and
    every child process would hang until the next command (numpy issue 24290, CPython issue 78961).
    """
    private = os.dup(0)  # not inherited by children
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    os.close(empty)
    return private
