"""The Processing provider: one algorithm per file, each a thin wrapper around one job of ``alcd_core``."""
