"""Files that are as they were are known without being read; no change is missed for that."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from plugins.register.tests.test_building import CLEAN, DAY
from sqlalchemy import select

from ssrpolicy_register.building.build import Built, build
from ssrpolicy_register.building.sources import Source
from ssrpolicy_register.database.stores import store_at
from ssrpolicy_register.database.tables import files

pytestmark = pytest.mark.heavy

MINUTE = 60 * 10**9
TEXT = f"{CLEAN}/sources"


@pytest.fixture
def folder(small_folder: Path) -> Path:
    """Seven records, of which it does not matter what they say."""
    return small_folder


def built(address: str, folder: Path, *, later: int = MINUTE, every_byte: bool = False) -> Built:
    """Build a register some time from now, when files of today changed long ago."""
    return build(
        store_at(address),
        Source.of([folder]),
        today=DAY,
        every_byte=every_byte,
        clock=lambda: time.time_ns() + later,
    )


def of_sources(folder: Path) -> Path:
    """The text of a paper of one of the records."""
    return next((folder / TEXT).glob("*.txt"))


def other_bytes(file: Path) -> bytes:
    """As many bytes as a file has, of which one is another."""
    return file.read_bytes()[:-2] + b"?\n"


def written(file: Path) -> None:
    """Write as many other bytes into a file."""
    file.write_bytes(other_bytes(file))


def written_with_its_times(file: Path) -> None:
    """Write them, and give the file the times that it had."""
    times = file.stat()
    written(file)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def put_in_its_place(file: Path) -> None:
    """Put another file of the same size and times in its place."""
    other = file.with_name("other")
    other.write_bytes(other_bytes(file))
    shutil.copystat(file, other)
    other.replace(file)


def renamed(file: Path) -> None:
    """Give it another name."""
    file.rename(file.with_name(f"a-{file.name}"))


def added(file: Path) -> None:
    """Put a file next to it that was there for long, elsewhere."""
    new = file.with_name("more.txt")
    new.write_bytes(b"Nog een brief.\n")
    os.utime(new, ns=(MINUTE, MINUTE))


def linked(file: Path) -> None:
    """Let its name be a link to another file."""
    elsewhere = file.parents[3] / "elsewhere.txt"
    elsewhere.write_bytes(other_bytes(file))
    file.unlink()
    file.symlink_to(elsewhere)


@pytest.mark.parametrize("how", [{}, {"every_byte": True}])
def test_only_what_changed_is_read_again(
    new_address: Callable[[], str], folder: Path, how: dict[str, bool]
) -> None:
    """A changed source counts as well; nothing is read of what is as it was."""
    address = new_address()
    first = built(address, folder)
    again = built(address, folder, **how)
    source = of_sources(folder)
    source.write_bytes(source.read_bytes() + b"\nNog een regel.\n")
    changed = built(address, folder, **how)

    assert (first.read, first.records) == (7, 7)
    assert (again.read, again.unchanged) == (0, 7)
    assert changed.read == 1
    assert changed.problems >= 1  # the source is not the one that was recorded


@pytest.mark.parametrize(
    "change",
    [written, written_with_its_times, put_in_its_place, renamed, added, linked, Path.unlink],
)
def test_whatever_changed_is_seen(
    tmp_path: Path, folder: Path, change: Callable[[Path], None]
) -> None:
    """With the size and the times that the file had, too."""
    address = str(tmp_path / "office.sqlite")
    built(address, folder)
    assert built(address, folder).read == 0

    change(of_sources(folder))

    assert (built(address, folder).read, built(address, folder).read) == (1, 0)


@pytest.mark.parametrize("name", ["record.toml", "sources"])
def test_what_may_change_again_within_a_tick_of_the_clock_is_read_again(
    tmp_path: Path, folder: Path, name: str
) -> None:
    """A file of less than ten seconds before a build, as git has it of its index."""
    address = str(tmp_path / "office.sqlite")
    file = folder / CLEAN / name if name == "record.toml" else of_sources(folder)
    file.write_bytes(file.read_bytes())
    changed = max(file.stat().st_mtime_ns, file.stat().st_ctime_ns)
    left = []
    for seconds in (0, 9, 11):
        built(address, folder, later=changed + seconds * 10**9 - time.time_ns())
        with store_at(address).connected() as connection:
            query = select(files.c.path).where(files.c.stamp.is_(None))
            left.append(str(folder / CLEAN / "record.toml") in connection.scalars(query).all())

    assert left == [True, True, False]


def test_bytes_are_compared_where_that_is_asked_for(tmp_path: Path, folder: Path) -> None:
    """A disk that tells nothing of a change is like one whose clock stands still."""
    address = str(tmp_path / "office.sqlite")
    built(address, folder)
    with store_at(address).connected() as connection:
        # As after a change that the file system did not tell.
        connection.exec_driver_sql("UPDATE files SET digest = 'of other bytes'")
        connection.commit()

    assert built(address, folder).read == 0
    assert built(address, folder, every_byte=True).read == 7
