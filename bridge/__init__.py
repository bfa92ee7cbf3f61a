"""Connects QGIS to the core: the worker's Python environment, the worker process, and the thread that supervises it.

QGIS never imports torch. A job runs in a child process (``process.worker``) with its own Python environment
(``environment``); ``process.job_thread`` turns its output into Qt signals. QGIS and Qt are imported only by
``process.job_thread``, ``process.job_task``, ``settings``, ``texts`` and ``worker_setup``. Of the plugin's other
packages, the bridge imports ``alcd_core`` only.
"""
