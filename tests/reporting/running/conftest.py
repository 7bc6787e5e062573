"""The place of a report, with the report of last year."""

from pathlib import Path

import pytest

from reporting.running.reported import OLD


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that stands where a report is to go, alone in its folder."""
    path = tmp_path / "out" / "tracker.txt"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path
