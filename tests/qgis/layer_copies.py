"""Writes the copies of layers that a job would write when it starts."""

from concurrent.futures import ThreadPoolExecutor


def written(file):
    """The path of a file that exists, or of a copy that is written for the job, as it is outside the main thread."""
    if isinstance(file, str):
        return file
    with ThreadPoolExecutor(1) as thread:
        thread.submit(file.write, lambda _event: None, lambda: False).result()
    return file.path
