"""Existing building maps and reference buildings against the changes."""
