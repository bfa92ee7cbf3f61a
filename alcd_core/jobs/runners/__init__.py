"""The functions that run the jobs, one file a job. For the worker only: they import torch and GDAL."""
