"""Generates the imagery of ``alcd demo``: a procedural region at two dates and its true changes.

Imports no other subpackage.
"""
