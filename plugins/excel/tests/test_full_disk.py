"""A disk that fills up while a tracker is written costs nothing that was there."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest

import ssrpolicy
from full_disk import file_size_limit
from ssrpolicy.errors import OutputError

pytestmark = pytest.mark.heavy

AS_OF = dt.date(2010, 12, 31)


@pytest.mark.parametrize("size", [0, 300, 2_000, 8_000, 20_000])
def test_a_full_disk_leaves_the_old_tracker_and_no_scrap(
    size: int, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it fills up, in a sheet or in the package, the tracker of before stays whole."""
    scraps = tmp_path / "scraps"
    scraps.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scraps))
    record = ssrpolicy.load(letter)
    target = tmp_path / "out" / "tracker.xlsx"
    target.parent.mkdir()
    ssrpolicy.report(record, "excel", target, as_of=AS_OF)
    before = target.read_bytes()
    assert len(before) > size

    with file_size_limit(size), pytest.raises(OutputError) as failed:
        ssrpolicy.report(record, "excel", target, as_of=dt.date(2011, 6, 1))

    assert failed.value.message == f"{target} cannot be written: File too large."
    assert target.read_bytes() == before
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [target]
