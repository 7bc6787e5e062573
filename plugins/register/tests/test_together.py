"""Builders and readers at once, killed builders, a full disk: all see one whole version."""

from __future__ import annotations

import datetime as dt
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import attrs
import pytest

from full_disk import file_size_limit
from ssrpolicy import InputError
from ssrpolicy.selection import Selection
from ssrpolicy_register.asking.register import open_register
from ssrpolicy_register.building.build import build
from ssrpolicy_register.building.sources import Source
from ssrpolicy_register.database.schema import begin
from ssrpolicy_register.database.stores import store_at

DAY = dt.date(2041, 6, 1)
KILLS, BUILDERS, READERS, READS = 50, 8, 20, 5
WORDS = ("politieschool", "agentenschool")


def builder(folder: Path, address: str, **how: Any) -> Any:
    """A process that builds a register."""
    words = ["register", "build", str(folder), "--database", address]
    return subprocess.Popen(
        [sys.executable, "-m", "ssrpolicy", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,
    )


def change(folder: Path, old: str, new: str) -> None:
    """Change a word in the summaries of every record, so that each is read again."""
    for record in folder.glob("*/record.toml"):
        lines = record.read_text("utf-8").splitlines(keepends=True)
        told = (line.replace(old, new) if "summary" in line else line for line in lines)
        text = "".join(told)
        record.write_text(f"{text.partition('# at ')[0]}# at {time.monotonic_ns()}\n", "utf-8")


def seen(address: str) -> tuple[int, ...]:
    """How many commitments and hits of each word a reader sees in one register."""
    register = open_register(address)
    found = register.listing("commitments", Selection(), as_of=DAY)
    return found.chosen, *(
        register.search(word, Selection(kinds=("commitment",)), as_of=DAY).total for word in WORDS
    )


def read_once(address: str) -> int:
    """How many hits of a word a reader sees, in one question."""
    return open_register(address).search(WORDS[1], Selection(), as_of=DAY).total


def test_a_builder_that_waited_in_vain_says_so(
    new_address: Callable[[], str], small_folder: Path
) -> None:
    """In SQLite and PostgreSQL alike, in one sentence; and both wait two minutes for another."""
    store = store_at(new_address())
    assert store.patience == 120
    build(store, Source.of([small_folder]), today=DAY)
    with store.connected() as held:
        begin(held, store)
        with pytest.raises(InputError, match=r" is being built by another ssrpolicy\.") as refused:
            build(attrs.evolve(store, patience=0.1), Source.of([small_folder]), today=DAY)
    assert refused.value.hint == "Try again when that is done."


@pytest.mark.slow
def test_readers_see_one_version_while_others_build_and_die(
    new_address: Callable[[], str], folder: Path
) -> None:
    """Builders are killed at any moment; every list is whole, and the last is as a fresh one."""
    address, chance = new_address(), random.Random(7)  # noqa: S311 - the same kills in every run
    build(store_at(address), Source.of([folder]), today=DAY)
    whole = open_register(address).listing("commitments", Selection(), as_of=DAY).chosen
    assert whole > 20
    readers_see: list[int] = []
    with ThreadPoolExecutor(4) as readers:
        for number in range(KILLS):
            old, new = WORDS[number % 2], WORDS[(number + 1) % 2]
            change(folder, old, new)
            with builder(folder, address) as killed:
                time.sleep(chance.uniform(0.3, 1.2))
                found = [
                    readers.submit(
                        lambda: (
                            open_register(address)
                            .listing("commitments", Selection(), as_of=DAY)
                            .chosen
                        )
                    )
                    for _ in range(2)
                ]
                killed.send_signal(signal.SIGKILL)
            readers_see += [each.result() for each in found]
    build(store_at(address), Source.of([folder]), today=DAY)
    fresh = new_address()
    build(store_at(fresh), Source.of([folder]), today=DAY)

    assert set(readers_see) == {whole}
    assert seen(address) == seen(fresh)


@pytest.mark.slow
def test_builders_take_turns(new_address: Callable[[], str], folder: Path) -> None:
    """Eight at once: none fails, nothing stands twice; readers see one version or the other."""
    address, fresh = new_address(), new_address()
    build(store_at(address), Source.of([folder]), today=DAY)
    before = read_once(address)
    change(folder, *WORDS)
    running = [builder(folder, address) for _ in range(BUILDERS)]

    def read() -> set[int]:
        return {read_once(address) for _ in range(READS)}

    with ThreadPoolExecutor(BUILDERS + READERS) as pool:
        ends = [pool.submit(each.communicate) for each in running]
        versions = [pool.submit(read) for _ in range(READERS)]
        told = [(each.result()[1], on.returncode) for each, on in zip(ends, running, strict=True)]
        found = set().union(*(each.result() for each in versions))
    build(store_at(fresh), Source.of([folder]), today=DAY)

    assert told == [("", 0)] * BUILDERS
    assert seen(address) == seen(fresh)
    assert found <= {before, read_once(fresh)}
    assert read_once(fresh) != before


@pytest.mark.slow
def test_a_disk_that_fills_leaves_the_register_as_it_was(tmp_path: Path, folder: Path) -> None:
    """The build says so in a sentence, and what was there still answers."""
    address = str(tmp_path / "register.sqlite")
    aside = tmp_path / "aside"
    shutil.move(folder / "kst-32123-X-124", aside)
    build(store_at(address), Source.of([folder]), today=DAY)
    before, size = seen(address), os.path.getsize(address)  # noqa: PTH202 - a text
    shutil.move(aside, folder / "kst-32123-X-124")

    def small_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, size + 4096))

    with builder(folder, address, preexec_fn=small_disk) as filling:
        _out, told = filling.communicate()

    assert filling.returncode == 2
    assert "cannot be used" in told
    assert "Traceback" not in told
    assert not Path(f"{address}-journal").exists()
    assert seen(address) == before
    with closing(sqlite3.connect(address)) as check:
        assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.heavy
def test_a_first_build_for_which_there_is_no_room_leaves_nothing(
    tmp_path: Path, folder: Path
) -> None:
    """Not half a register either, for whoever copies the file; it can be built there later."""
    address = tmp_path / "register.sqlite"
    with file_size_limit(100_000), pytest.raises(InputError, match="cannot be used") as raised:
        build(store_at(str(address)), Source.of([folder]), today=DAY)

    assert "Make room on the disk" in str(raised.value)
    assert {each.name for each in tmp_path.iterdir()} - {"office"} == {address.name}
    assert address.read_bytes() == b""
    with pytest.raises(InputError, match="holds no register"):
        open_register(str(address)).listing("letters", Selection(), as_of=DAY)
    build(store_at(str(address)), Source.of([folder]), today=DAY)
    assert seen(str(address))[0] > 0


@pytest.mark.postgresql
@pytest.mark.heavy
def test_a_server_that_goes_away_leaves_the_register_as_it_was(
    postgresql: Callable[[], str], folder: Path
) -> None:
    """The build says so in a sentence, with what would work; so does a list that was under way."""
    import psycopg  # noqa: PLC0415 - an extra of the distribution

    address = postgresql()
    build(store_at(address), Source.of([folder]), today=DAY)
    before = seen(address)
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
    assert seen(address) == before

    register = open_register(address)
    with register.store.connected() as connection:
        connection.exec_driver_sql("SELECT 1")
        end_connections()
        with pytest.raises(InputError, match="cannot be used"), register.store.faults_reported():
            connection.exec_driver_sql("SELECT 1")


@pytest.mark.heavy
def test_a_folder_that_may_not_be_written_to_is_told(folder: Path) -> None:
    """In a sentence, with what would work."""
    address = "/proc/register.sqlite"
    with builder(folder, address) as refused:
        _out, told = refused.communicate()

    assert refused.returncode == 2
    assert told.startswith("Error: /proc/register.sqlite cannot be used")
    assert "you may write to it" in " ".join(told.split())
