"""Builds the plugin's zip reproducibly."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from translations import compile_all

ROOT = Path(__file__).resolve().parent.parent
NAME = "alcd"  # the folder that QGIS loads as a package
FILES = (
    "LICENSE",
    "metadata.txt",
    "__init__.py",
    "plugin.py",
    "requirements/worker.txt",
    "docs/tutorial.md",
    "docs/building-map.md",
)
FOLDERS = ("alcd_core", "bridge", "docs/images/building-map", "docs/images/tutorial", "resources", "toolbox", "ui")
SUFFIXES = {".py", ".ui", ".svg", ".qml", ".model3", ".html", ".qm", ".json", ".png", ".safetensors"}
# Far below the 25 MB limit of QGIS's plugin repository. Two thirds are the built-in network; the rest is mostly the
# pictures of the tutorial and of the page on building maps, which must be available offline. A larger zip contains
# something that does not belong in it.
LARGEST = 12_000_000
DATE = (1980, 1, 1, 0, 0, 0)


def plugin_files() -> Iterator[Path]:
    """The files that a user's QGIS needs, and nothing else."""
    for name in FILES:
        yield ROOT / name
    for folder in FOLDERS:
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in SUFFIXES and "__pycache__" not in file.parts:
                yield file


def build(target: Path) -> int:
    """Write the zip; returns its size in bytes. Raises SystemExit if it is too large for the plugin repository."""
    compile_all()
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(plugin_files()):
            entry = zipfile.ZipInfo(f"{NAME}/{file.relative_to(ROOT).as_posix()}", DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file.read_bytes())
    size = target.stat().st_size
    if size > LARGEST:
        sys.exit(f"{target} has {size:,} bytes; the limit is {LARGEST:,}.")
    return size


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / f"{NAME}.zip"
    size = build(target)
    print(f"{target} ({size:,} bytes)")  # noqa: T201  # the command's output
