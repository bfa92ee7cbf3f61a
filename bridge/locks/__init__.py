"""Locks on the worker's environment: jobs share it, an installation has it alone."""
