"""The parts of the job ``demo``."""
