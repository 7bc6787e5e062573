"""Builders and readers at once, killed builders, a full disk: all see one whole version."""

from __future__ import annotations

import datetime as dt
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
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


@pytest.mark.heavy
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


@pytest.mark.heavy
def test_a_folder_that_may_not_be_written_to_is_told(folder: Path) -> None:
    """In a sentence, with what would work."""
    address = "/proc/register.sqlite"
    with builder(folder, address) as refused:
        _out, told = refused.communicate()

    assert refused.returncode == 2
    assert told.startswith("Error: /proc/register.sqlite cannot be used")
    assert "you may write to it" in " ".join(told.split())
