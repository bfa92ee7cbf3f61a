"""The worker process, and the QThread around it."""
