"""The functions that run the jobs, one file per job. For the worker only: they import torch and GDAL."""
