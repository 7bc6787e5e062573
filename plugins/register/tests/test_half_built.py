"""Builds that are killed at any moment, or find no room: every row is as it was before."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import random
import resource
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from plugins.register.tests.test_together import WORDS, change
from sqlalchemy import text

from full_disk import file_size_limit
from ssrpolicy import InputError
from ssrpolicy_register.asking.register import open_register
from ssrpolicy_register.building.build import build
from ssrpolicy_register.building.sources import Source
from ssrpolicy_register.database.stores import SCHEMA, store_at

DAY = dt.date(2041, 6, 1)
KILLS, DISKS, PATIENCE = 24, 8, 300.0
_NAMES = {
    True: "SELECT name FROM sqlite_schema WHERE type = 'table'",
    False: f"SELECT tablename FROM pg_tables WHERE schemaname = '{SCHEMA}'",  # noqa: S608 - the name is a constant
}


def rows(address: str) -> dict[str, list[str]]:
    """Every row of every table of a register, those of its indexes of words included."""
    store = store_at(address)
    with store.connected() as connection:
        names = connection.execute(text(_NAMES[store.is_sqlite])).scalars().all()
        return {
            name: sorted(map(repr, connection.exec_driver_sql(f'SELECT * FROM "{name}"')))  # noqa: S608 - the names are those of the database
            for name in names
        }


def apart_from_when(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Rows without that which says when a build ended."""
    about = [each for each in found["about"] if "'built'" not in each]
    return {**found, "about": about}


def used_by_others() -> float:
    """How many seconds of the processor the processes had that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def build_it(address: str, folder: Path) -> None:
    """Build a register of a folder."""
    build(store_at(address), Source.of([folder], name="office"), today=DAY)


def _killed_after(seconds: float, address: str, folder: Path) -> None:
    # It is sent when the process has used so much of the processor, on a busy machine too.
    signal.setitimer(signal.ITIMER_PROF, seconds)
    build_it(address, folder)


def built_until(seconds: float, address: str, folder: Path) -> bool:
    """Build in another process, which is killed after some time; return whether it ended before."""
    process = multiprocessing.get_context("fork").Process(
        target=_killed_after, args=(seconds, address, folder)
    )
    process.start()
    process.join()
    assert process.exitcode in {0, -signal.SIGPROF}
    return process.exitcode == 0


@pytest.fixture
def folder(office: Path, tmp_path: Path) -> Path:
    """Copies of three records that a test may change: many builds of them take little time."""
    for name in ("duinmark-2040-3", "kst-32123-X-124", "lagemeer-2031-7"):
        shutil.copytree(office / name, tmp_path / "records" / name)
    return tmp_path / "records"


@pytest.mark.slow
@pytest.mark.parametrize("there", [True, False])
def test_a_build_that_is_killed_leaves_every_row_as_it_was(
    new_address: Callable[[], str],
    folder: Path,
    there: bool,  # noqa: FBT001 - whether a register was there before
) -> None:
    """Later and later, until one ends; that one leaves the rows of a build that nobody killed."""
    chance = random.Random(17)  # noqa: S311 - the same moments in every run
    address, whole = new_address(), new_address()
    if there:
        for each in (address, whole):
            build_it(each, folder)
        change(folder, *WORDS)
        shutil.rmtree(folder / "duinmark-2040-3")
    before, used = rows(address), used_by_others()
    assert built_until(PATIENCE, whole, folder)
    long = used_by_others() - used
    kills = 0
    for part in sorted(chance.uniform(0, 1.5) for _ in range(KILLS)):
        ended = built_until(part * long, address, folder)
        if ended or rows(address) != before:
            break
        kills += 1

    assert kills >= KILLS // 3
    assert apart_from_when(rows(address)) == apart_from_when(rows(whole))
    assert rows(address) != before


@pytest.mark.slow
def test_a_disk_that_fills_leaves_every_row_as_it_was(tmp_path: Path, folder: Path) -> None:
    """Wherever it fills, the build says so in a sentence; with room enough it is as any other."""
    chance = random.Random(19)  # noqa: S311 - the same sizes in every run
    file, whole = tmp_path / "register.sqlite", tmp_path / "whole.sqlite"
    for each in (file, whole):
        build_it(str(each), folder)
    change(folder, *WORDS)
    more = Path(shutil.copytree(folder / "duinmark-2040-3", folder / "more"), "record.toml")
    more.write_text(more.read_text("utf-8").replace("duinmark-2040-3", "duinmark-2040-4"), "utf-8")
    before = rows(str(file))
    build_it(str(whole), folder)
    sizes = file.stat().st_size, whole.stat().st_size
    for room in sorted(chance.randrange(*sizes) for _ in range(DISKS)):
        with file_size_limit(room), pytest.raises(InputError, match="cannot be used") as raised:
            build_it(str(file), folder)
        assert "Make room on the disk" in str(raised.value)
        assert not Path(f"{file}-journal").exists()
        assert rows(str(file)) == before
    build_it(str(file), folder)

    assert apart_from_when(rows(str(file))) == apart_from_when(rows(str(whole)))


@pytest.mark.postgresql
def test_a_server_that_goes_away_leaves_the_register_as_it_was(
    postgresql: Callable[[], str], folder: Path
) -> None:
    """The build says so in a sentence, with what would work; so does a list that was under way."""
    import psycopg  # noqa: PLC0415 - an extra of the distribution

    address = postgresql()
    build(store_at(address), Source.of([folder]), today=DAY)
    before = rows(address)
    change(folder, *WORDS)

    def end_connections() -> None:
        with psycopg.connect(address, autocommit=True) as admin:
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    def going(files: Sequence[Path], _doing: str) -> Iterator[Path]:
        for number, file in enumerate(files):
            if number == len(files) // 2:
                end_connections()
            yield file

    with pytest.raises(InputError, match="cannot be used") as raised:
        build(store_at(address), Source.of([folder]), today=DAY, tracked=going)
    assert "See that the server runs" in str(raised.value)
    assert rows(address) == before

    register = open_register(address)
    with register.store.connected() as connection:
        connection.exec_driver_sql("SELECT 1")
        end_connections()
        with pytest.raises(InputError, match="cannot be used"), register.store.faults_reported():
            connection.exec_driver_sql("SELECT 1")
