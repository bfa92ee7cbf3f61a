"""The Processing provider: one algorithm a file, each a thin face on one job of ``alcd_core``."""
