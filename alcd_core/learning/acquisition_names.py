"""The acquisitions that are treated apart, by name; what they compute is in ``acquisition.py``."""

from __future__ import annotations

FIRST_MEMBER_ONLY = "single-pass"
"""The acquisition that looks at each tile once, with the first member alone; all others are for all members."""
RANDOM = "random"
"""A further choice beside the functions: tiles are drawn at random and not scored."""
NEEDS_SEVERAL_MEMBERS = ("variance", "mutual-information")
"""Acquisitions that are zero everywhere for a single member."""
