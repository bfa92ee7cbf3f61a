"""Settings of the region: its contents and their numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SceneSettings:
    """The demo region. Counts are for 9 square kilometres (6000 px of 0.5 m) and scale with the area.

    ``gsd``: metres per pixel. ``towns``: villages, the first at the centre. ``estates``: fields where a whole estate of
    houses was built. ``street_estates``: fields with only new streets and bare soil so far (no change).
    ``halls_built``, ``halls_torn_down``, ``blocks_built``, ``blocks_torn_down``: industrial halls and blocks of flats.
    ``houses_built``, ``houses_torn_down``: shares of the houses in the villages. ``crop_change``: share of the fields
    with a random new crop at the second date. ``misregistration``: typical shift of the second date, pixels.
    ``annexes``: number of buildings that are extended, or lose a part, whatever the area.
    """

    gsd: float = 0.5
    towns: int = 3
    estates: int = 1
    street_estates: int = 2
    halls_built: int = 7
    halls_torn_down: int = 7
    blocks_built: int = 2
    blocks_torn_down: int = 3
    houses_built: float = 0.001
    houses_torn_down: float = 0.001
    crop_change: float = 0.65
    misregistration: float = 1.0
    annexes: int = 0

    def count(self, number: int, side: float) -> int:
        """``number`` scaled to a region of ``side`` x ``side`` metres; at least one."""
        return max(1, round(number * (side / 3000.0) ** 2))
