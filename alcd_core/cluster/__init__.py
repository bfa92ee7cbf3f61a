"""The same work spread over a Dask cluster, or over processes of this machine; the only package that knows Dask."""
