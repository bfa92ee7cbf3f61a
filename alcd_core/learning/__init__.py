"""Training, scoring, acquisition, metrics, the active-learning loop. Knows tile sources, not files of imagery."""
