"""Training, scoring, acquisition, metrics and simulation. Works on tile sources, not image files."""
