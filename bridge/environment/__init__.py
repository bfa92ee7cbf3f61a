"""The worker's Python environment: made, checked, removed."""
