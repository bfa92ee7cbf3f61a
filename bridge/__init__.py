"""From QGIS to the core: the worker's Python environment, the worker process, and the thread around it.

QGIS never imports torch. A job runs in a child process (``worker``), in a Python environment of its own
(``environment``, ``installation``); ``job_thread`` turns what it says into Qt signals. Everything but ``job_thread``,
``job_task`` and ``texts`` is plain Python without Qt. This package imports nothing of the plugin's other packages.
"""
