"""Writes a report of a campaign as one HTML page with pictures and charts. Imports imagery and campaign, no torch."""
