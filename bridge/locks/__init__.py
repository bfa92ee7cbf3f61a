"""Locks on the worker's environment: shared by jobs, exclusive for an installation."""
