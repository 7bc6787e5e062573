"""Eight builders, twenty readers and fifty kills at once, on one file."""

import datetime as dt
import multiprocessing
import pickle
import random
import time
from pathlib import Path
from typing import Any

import attrs
import pytest
from plugins.register.tests.portfolio import write_folder

from ssrpolicy import LocalText
from ssrpolicy.selection import Selection
from ssrpolicy.testing import small_record
from ssrpolicy_register.asking.register import open_register
from ssrpolicy_register.building.build import build
from ssrpolicy_register.building.sources import Source
from ssrpolicy_register.database.stores import store_at

pytestmark = [pytest.mark.slow, pytest.mark.heavy]

DAY = dt.date(2041, 6, 1)
WORDS = "Eerst", "Daarna"
BUILDERS, READERS, KILLS = 8, 20, 50


def office(folder: Path, word: str, number: int) -> Path:
    """A folder with so many small records, in each of whose summaries a word stands."""
    record = small_record()
    stated = tuple(
        attrs.evolve(each, summary=LocalText(nl=f"{word} {place}"))
        for place, each in enumerate(record.statements)
    )
    every = [attrs.evolve(record, id=f"small-{n}", statements=stated) for n in range(number)]
    return write_folder(folder, every)


def build_of(address: str, folder: Path) -> None:
    """Build a register of a folder, in the place of the other one."""
    build(store_at(address), Source.of([folder], name="office"), today=DAY, may_remove=True)


def seen(address: str) -> set[bytes]:
    """What a reader sees in one question each: totals and rows of a list, and hits of searches."""
    register = open_register(address)
    found = register.listing("statements", Selection(), as_of=DAY)
    totals = found.chosen, found.every, found.overdue, found.nobody
    told = [pickle.dumps((totals, [tuple(map(str, row)) for row in found.table.rows]))]
    for word in WORDS:
        hits = register.search(word, Selection(), as_of=DAY)
        told.append(pickle.dumps((word, hits.total, [str(each) for each in hits.hits])))
    return set(told)


def keep_building(address: str, folders: list[Path], stop: Path) -> None:
    """Build the register of each folder in turn."""
    while not stop.exists():
        for folder in folders:
            build_of(address, folder)


def keep_reading(address: str, told: Path, stop: Path) -> None:
    """Ask the register again and again, and write all that was seen."""
    versions = seen(address)
    while not stop.exists():
        versions |= seen(address)
    told.write_bytes(pickle.dumps(versions))


def test_readers_see_one_version_while_eight_build_and_fifty_are_killed(tmp_path: Path) -> None:
    """Totals and rows are of one version, nobody fails, and the last is as a fresh build."""
    # Forked, so that a builder is not killed while it starts; no connection is passed on.
    forked = multiprocessing.get_context("fork")
    chance = random.Random(11)  # noqa: S311 - the same kills in every run
    address, stop = str(tmp_path / "register.sqlite"), tmp_path / "stop"
    folders = [office(tmp_path / "one", WORDS[0], 3), office(tmp_path / "two", WORDS[1], 4)]

    def started(work: Any, *arguments: Any) -> Any:
        process = forked.Process(target=work, args=arguments)
        process.start()
        return process

    first = started(build_of, address, folders[0])
    first.join()
    told = [tmp_path / f"reader-{number}" for number in range(READERS)]
    readers = [started(keep_reading, address, each, stop) for each in told]
    builders = [started(keep_building, address, folders, stop) for _ in range(BUILDERS)]
    for _ in range(KILLS):
        time.sleep(chance.uniform(0, 0.1))
        killed = chance.randrange(BUILDERS)
        builders[killed].kill()
        builders[killed].join()
        builders[killed] = started(keep_building, address, folders, stop)
    stop.touch()
    for each in (*builders, *readers):
        each.join()
    last = started(build_of, address, folders[1])
    last.join()
    fresh = []
    for number, folder in enumerate(folders):
        fresh.append(str(tmp_path / f"fresh-{number}.sqlite"))
        build_of(fresh[-1], folder)

    assert {each.exitcode for each in (first, *builders, *readers, last)} == {0}
    versions = [seen(each) for each in fresh]
    found = set().union(*(pickle.loads(each.read_bytes()) for each in told))  # noqa: S301 - the test wrote it
    assert found <= versions[0] | versions[1]
    assert seen(address) == versions[1]
    # Each word is found in one version only, and so each question told the versions apart.
    assert versions[0].isdisjoint(versions[1])
