"""Makes ``demo.png``, the picture at the top of the README, from what the demo wrote:

    bash scripts/alcd demo --output /tmp/demo
    PYTHONPATH=. "$(bash scripts/setup)" docs/images/make_demo_picture.py /tmp/demo docs/images/demo.png

It shows the place where the truth has the most change.
"""

from __future__ import annotations

import base64
import io
import re
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from alcd_core.campaign.campaign import open_campaign
from alcd_core.imagery.grid import Grid, Window
from alcd_core.imagery.vector import read_reference
from alcd_core.jobs.helpers.session import aligned_pair
from alcd_core.learning.tiles import CHANGE
from alcd_core.report.maps import MapSources, map_figures, rasterised
from alcd_core.report.pictures import Picture, brightness_limits, detail_grid, photographs, picture_grid

GROUND = 420
"""Pixels of the grid across a panel."""
PANEL, GAP, BAND = 280, 8, 26
COLOURS = 256


def main(demo: Path, target: Path) -> None:
    """Draw the panels side by side, each with its name under it."""
    campaign = open_campaign(demo / "demo.alcd")
    grid, maps = campaign.description.grid, demo / "demo.alcd" / "maps"
    reference = read_reference(str(demo / "imagery" / "truth.gpkg"), grid).polygons
    detail = detail_grid(grid, most_change(grid, rasterised(reference, picture_grid(grid, 300)) == CHANGE), PANEL)
    pair = aligned_pair(campaign)
    before, after = (opened(one) for one in photographs(pair, detail, brightness_limits(pair, picture_grid(grid, 400))))
    last = campaign.rounds()[-1].round
    sources = MapSources(str(maps / "probability.tif"), last, str(maps / "uncertainty.tif"), reference)
    captions = map_figures(sources, detail)
    overlays = {re.split("[:,]", caption)[0]: opened(picture) for caption, picture, _ in captions}
    panels = {
        "before": before,
        "after": after,
        "uncertainty": over(after, overlays["Uncertainty"]),
        "prediction": over(after, overlays["Probability of change"]),
        "truth": over(after, overlays["Reference"]),
    }
    side_by_side(panels).quantize(COLOURS, Image.MAXCOVERAGE).save(target, optimize=True)
    print(f"{target}: {target.stat().st_size:,} bytes")  # noqa: T201  # a command's answer


def most_change(grid: Grid, changed: np.ndarray) -> Window:
    """The square of ``GROUND`` pixels that holds the most changed pixels of a small picture of the whole grid."""
    scale = grid.width / changed.shape[1]
    side = round(GROUND / scale)
    sums = np.pad(changed.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    boxes = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    row, column = np.unravel_index(boxes.argmax(), boxes.shape)
    return Window(int(column * scale), int(row * scale), GROUND, GROUND)


def opened(picture: Picture) -> Image.Image:
    """The pixels of a data URI."""
    return Image.open(io.BytesIO(base64.b64decode(picture.data.split(",")[1]))).convert("RGBA")


def over(photo: Image.Image, overlay: Image.Image) -> Image.Image:
    """A map over the photo, which is made pale."""
    pale = Image.blend(photo, Image.new("RGBA", photo.size, "white"), 0.55)
    return Image.alpha_composite(pale, overlay)


def side_by_side(panels: dict[str, Image.Image]) -> Image.Image:
    """The panels on white, with their names."""
    width = len(panels) * (PANEL + GAP) - GAP
    sheet = Image.new("RGB", (width, PANEL + BAND), "white")
    draw, font = ImageDraw.Draw(sheet), ImageFont.truetype("DejaVuSans.ttf", 14)
    for number, (name, panel) in enumerate(panels.items()):
        left = number * (PANEL + GAP)
        sheet.paste(panel.convert("RGB").resize((PANEL, PANEL)), (left, 0))
        draw.text((left, PANEL + 5), name, fill=(60, 66, 72), font=font)
    return sheet


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
