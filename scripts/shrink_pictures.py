"""Copies the pictures that a page of the documentation shows from a folder of screenshots, and makes them small enough
for the repository.

python scripts/shrink_pictures.py SCREENSHOTS docs/tutorial.md docs/images/tutorial
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from PIL import Image

PICTURE = re.compile(r"\]\(images/[^)]*/([^/)]+)\.png\)")
LARGEST = 250_000  # bytes
COLOURS = (256, 128, 64, 32)
WIDTHS = (1280, 1100, 960, 800)  # pixels


def shrink(source: Path, target: Path) -> int:
    """Save the largest version that is small enough; returns its size in bytes."""
    picture = Image.open(source).convert("RGB")
    for width in WIDTHS:
        height = round(picture.height * width / picture.width)
        resized = picture.resize((width, height), Image.Resampling.LANCZOS)
        for colours in COLOURS:
            resized.quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)
            if target.stat().st_size <= LARGEST:
                return target.stat().st_size
    sys.exit(f"{source} cannot be reduced to {LARGEST:,} bytes.")


def main() -> None:
    screenshots, page, target = map(Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    for name in PICTURE.findall(page.read_text("utf-8")):
        size = shrink(screenshots / f"{name}.png", target / f"{name}.png")
        print(f"{target / name}.png: {size:,} bytes")  # noqa: T201  # the command's output


if __name__ == "__main__":
    main()
