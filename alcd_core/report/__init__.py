"""Writes a campaign as one HTML page with pictures and charts. Imports imagery and campaign; needs no torch."""
