"""Progress of an installation, read from pip's output."""

from __future__ import annotations

import re

from ..texts import tr

UNITS = {"kB": 1e-3, "MB": 1.0, "GB": 1e3}  # megabytes
TYPICAL_MB = 1500.0
COLLECTED = 0.7  # fraction of the whole once everything is downloaded

GETTING = re.compile(
    r"^\s*(?:Downloading|Using cached|Processing) (?P<file>\S+)(?: \((?P<size>[\d.]+) (?P<unit>[kMG]B)\))?"
)
INSTALLING = re.compile(r"^Installing collected packages: (?P<names>.+)$")


class PipProgress:
    """Reads pip's output line by line. ``fraction`` (0 to 1) never decreases; ``message`` describes the current step.

    The total size is unknown until pip has resolved it, so the fraction approaches ``COLLECTED`` more and more slowly
    with every megabyte, and then follows the number of installed packages.
    """

    def __init__(self) -> None:
        self.fraction = 0.0
        self.message = tr("Looking for packages")
        self.packages = 0  # number of packages being installed; 0 before
        self._done_mb = 0.0
        self._current_mb = 0.0
        self._name = ""

    def add(self, line: str) -> bool:
        """Process a line of pip's output; returns whether it changed the state."""
        getting = GETTING.match(line)
        if getting:
            self._done_mb += self._current_mb
            self._current_mb = float(getting["size"] or 0) * UNITS.get(getting["unit"], 0.0)
            self._name = re.split(r"[/\\]", getting["file"])[-1].split("-")[0]
            self._show_download(0.0)
            return True
        installing = INSTALLING.match(line)
        if installing:
            self.packages = len(installing["names"].split(","))
            self.installed(0)
            return True
        return False

    def downloaded(self, megabytes: float) -> None:
        """Set how much of the current file has been downloaded."""
        if self._current_mb > 0 and not self.packages:
            self._show_download(min(megabytes, self._current_mb))

    def installed(self, packages: int) -> None:
        """Set how many packages are in the environment."""
        if self.packages:
            done = min(packages, self.packages)
            self.message = tr("Installing packages ({} of {})").format(done, self.packages)
            self._advance(COLLECTED + (1 - COLLECTED) * done / self.packages)

    def _show_download(self, megabytes: float) -> None:
        if self._current_mb >= 1:
            text = tr("Downloading {} ({} of {} MB)")
            self.message = text.format(self._name, f"{megabytes:.0f}", f"{self._current_mb:.0f}")
        else:
            self.message = tr("Downloading {}").format(self._name)
        total = self._done_mb + megabytes
        self._advance(COLLECTED * total / (total + TYPICAL_MB))

    def _advance(self, fraction: float) -> None:
        self.fraction = max(self.fraction, fraction)
