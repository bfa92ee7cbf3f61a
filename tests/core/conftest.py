"""Fixtures shared by the core's tests."""

from hypothesis import settings

settings.register_profile("alcd", deadline=None)  # machines are shared: how long an example takes says nothing
settings.load_profile("alcd")
