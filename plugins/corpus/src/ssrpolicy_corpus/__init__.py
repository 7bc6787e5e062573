"""Checks, drafts and citations of an archive of letters, on all cores or on a Dask cluster."""
