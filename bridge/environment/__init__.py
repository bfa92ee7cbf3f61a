"""The worker's Python environment: installed, checked, removed."""
