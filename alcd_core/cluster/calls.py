"""What a cluster is asked to run; the scheduler unpickles it, so that nothing here may load PyTorch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Protocol

from ..imagery.grid import Window
from .scene import Scene

if TYPE_CHECKING:
    from .duties import Assignment
    from .preflight import Inspection

Duty = Literal["score", "predict", "differences", "train"]
"""The name of a function in ``duties``."""
Block = Mapping[int, Window]
"""Neighbouring tiles: their windows by identifier."""
Piece = Block | int
"""A piece of work: a block of tiles, or the number of a network to train."""


class Pieces(Protocol):
    """Pieces of work by their number from 0 on; each may be made when it is needed."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int, /) -> Piece: ...


def attempt(duty: Duty, work: Assignment, piece: Piece, options: Mapping[str, Any]) -> Any:
    """See ``duties.attempt``, which only a worker loads: PyTorch alone takes 700 MB and some seconds."""
    from . import duties

    return duties.attempt(duty, work, piece, options)


def check(device: str, scene: Scene | None) -> Inspection:
    """See ``duties.check``."""
    from . import duties

    return duties.check(device, scene)
