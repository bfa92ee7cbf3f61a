"""Writes a campaign down as one HTML page with its pictures and charts. Knows imagery and campaign; needs no torch."""
