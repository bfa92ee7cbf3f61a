"""Training, scoring, acquisition, metrics and simulation. Takes tile sources, never image files."""
