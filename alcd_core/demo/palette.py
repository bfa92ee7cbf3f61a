"""Colours and textures in two seasons, as 8-bit RGB reflectance."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Ground:
    """A kind of ground: its colour in the first season (summer) and in the second (early spring).

    ``mottle``, ``grain``: strength of the coarse patches and of the fine texture, as shares of the brightness.
    ``furrows``: strength of the furrows; ``period``: metres between them.
    """

    summer: Colour
    spring: Colour
    mottle: float = 0.10
    grain: float = 0.08
    furrows: float = 0.0
    period: float = 3.0


GROUND = {
    "lawn": Ground((106, 116, 78), (112, 114, 78), 0.11, 0.10),
    "rough": Ground((124, 120, 88), (120, 112, 86), 0.13, 0.15),
    "meadow": Ground((102, 116, 74), (100, 108, 70), 0.13, 0.08),
    "wheat": Ground((178, 158, 104), (92, 112, 66), 0.08, 0.05, 0.07, 6.0),
    "maize": Ground((80, 100, 58), (138, 118, 90), 0.10, 0.09, 0.12, 2.6),
    "rape": Ground((150, 144, 84), (88, 110, 64), 0.09, 0.06, 0.06, 8.0),
    "ploughed": Ground((126, 100, 76), (110, 86, 66), 0.12, 0.09, 0.14, 3.2),
    "stubble": Ground((176, 152, 108), (150, 132, 98), 0.10, 0.07, 0.12, 4.4),
    "forest": Ground((58, 68, 42), (84, 76, 56), 0.20, 0.20),
    "orchard": Ground((112, 124, 74), (108, 112, 68), 0.14, 0.10),
    "soil": Ground((164, 142, 114), (156, 134, 108), 0.15, 0.12),
    "gravel": Ground((170, 162, 146), (164, 158, 146), 0.10, 0.08),
    "asphalt": Ground((110, 110, 110), (116, 115, 113), 0.07, 0.04),
    "new_asphalt": Ground((70, 71, 74), (76, 77, 80), 0.05, 0.04),
    "pavement": Ground((156, 152, 144), (158, 154, 148), 0.07, 0.06),
    "paving": Ground((172, 160, 146), (170, 160, 148), 0.09, 0.07),
    "marking": Ground((218, 218, 212), (214, 214, 210), 0.02, 0.02),
    "water": Ground((62, 82, 76), (80, 92, 80), 0.06, 0.02),
    "pool": Ground((104, 182, 198), (98, 164, 182), 0.03, 0.03),
    "pool_cover": Ground((66, 88, 118), (66, 88, 118), 0.02, 0.02),
    "shore": Ground((108, 110, 76), (108, 102, 76), 0.12, 0.14),
}

CROPS = ("wheat", "maize", "rape", "ploughed", "stubble", "meadow")

ROOFS: dict[str, Colour] = {
    "red": (168, 92, 70),
    "orange": (188, 118, 88),
    "brown": (122, 88, 74),
    "old_red": (142, 98, 84),
    "slate": (86, 88, 96),
    "grey": (132, 130, 130),
    "gravel_roof": (168, 164, 156),
    "bitumen": (104, 102, 102),
    "metal": (190, 196, 202),
    "white": (226, 226, 224),
    "blue": (112, 136, 164),
    "green": (122, 140, 122),
}
HOUSE_ROOFS = ("red", "orange", "brown", "old_red", "slate")
BLOCK_ROOFS = ("red", "orange", "white")
HALL_ROOFS = ("metal", "white", "blue", "metal", "white", "orange")

PANELS: Colour = (44, 54, 86)
ROOF_LIGHTS: Colour = (206, 214, 216)
CHIMNEY: Colour = (112, 92, 84)

CARS: tuple[Colour, ...] = (
    (228, 228, 228), (190, 192, 196), (52, 54, 58), (30, 32, 36), (142, 40, 38),
    (44, 66, 118), (120, 122, 126), (232, 230, 222), (86, 92, 84), (168, 172, 176),
)  # fmt: skip


@dataclass(frozen=True)
class Crown:
    """A kind of tree: colours in summer and spring; ``bare``: share of the crown that is leafless in spring."""

    summer: Colour
    spring: Colour
    bare: float
    pointed: bool = False


TREES = (
    Crown((74, 92, 46), (110, 100, 80), 0.50),
    Crown((86, 104, 54), (118, 110, 84), 0.55),
    Crown((62, 82, 44), (94, 104, 58), 0.15),
    Crown((48, 66, 42), (46, 62, 40), 0.0, True),
    Crown((70, 94, 50), (72, 90, 48), 0.0),
)
DECIDUOUS = (0, 1, 2)
CONIFER = 3
HEDGE = 4
