"""Generates the imagery of ``alcd demo``: a procedural region at two dates, and its truth. Imports no other package."""
