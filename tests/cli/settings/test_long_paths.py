"""The settings file above a path is looked for folder by folder, however many there are."""

import tracemalloc
from pathlib import Path

import pytest

from ssrpolicy.cli.settings import nearest


def test_a_path_of_very_many_parts_takes_little_memory() -> None:
    """No system has such a path; the folders above it are not all written out at once."""
    path = Path("/".join(["a"] * 5_000))
    tracemalloc.start()
    try:
        with pytest.raises(OSError, match="File name too long"):
            nearest(path)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 5 << 20
