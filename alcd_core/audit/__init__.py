"""Probability samples of tiles and what they say about a map: estimates with confidence intervals. Needs only numpy."""
