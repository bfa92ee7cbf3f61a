"""Locks on the worker's environment."""
