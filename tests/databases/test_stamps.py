"""The stamp that the file system gives a record changes with its bytes, or a file has none."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from ssrpolicy.databases import file_digest, file_stamp

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="other systems do not say when a file was changed"
)

MINUTE = 60 * 10**9


def test_two_writes_within_a_tick_of_the_clock_never_have_one_stamp(tmp_path: Path) -> None:
    """The size and all times of a file stay the same then, as Linux has them."""
    file = tmp_path / "record.toml"
    for number in range(200):
        file.write_bytes(b"%03d" % number)
        first = file_digest(file), file_stamp(file, now=time.time_ns())
        file.write_bytes(b"%03d" % (number + 500))

        assert file_digest(file) != first[0]
        assert file_stamp(file, now=time.time_ns()) is first[1] is None


def test_a_stamp_is_of_a_record_that_has_been_as_it_is_for_some_time(tmp_path: Path) -> None:
    """It is that of the same files only; of what is not there nothing is told."""
    file, source = tmp_path / "record.toml", tmp_path / "sources" / "letters" / "letter.txt"
    source.parent.mkdir(parents=True)
    source.write_bytes(b"Geachte voorzitter,")
    file.write_bytes(b"id")
    later = time.time_ns() + MINUTE
    stamps = [file_stamp(file, now=later), file_stamp(file, now=later + MINUTE)]
    source.rename(source.with_name("other.txt"))
    stamps.append(file_stamp(file, now=later))

    assert None not in stamps
    assert stamps[0] == stamps[1] != stamps[2]
    assert file_stamp(tmp_path / "none.toml", now=later) is None
