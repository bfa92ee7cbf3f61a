"""The worker process, and the QThread that supervises it."""
