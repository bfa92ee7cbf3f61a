"""The files that the job ``simulate`` reads and writes."""
