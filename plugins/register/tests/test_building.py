"""Registers built and built again: what changed is read, and nothing is lost."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from plugins.register.tests.portfolio import portfolio, write_folder

from ssrpolicy import InputError, OutputError
from ssrpolicy.selection import Selection
from ssrpolicy_register.asking.about import information
from ssrpolicy_register.asking.register import open_register
from ssrpolicy_register.building.build import Built, build
from ssrpolicy_register.building.sources import Source
from ssrpolicy_register.database.stores import store_at

pytestmark = pytest.mark.heavy

DAY = dt.date(2041, 6, 1)
CLEAN = "duinmark-2040-3"


@pytest.fixture
def folder(small_folder: Path) -> Path:
    """Seven records, of which it does not matter what they say."""
    return small_folder


def built(address: str, *paths: Path, name: str | None = None, yes: bool = False) -> Built:
    """Build a register from folders."""
    return build(store_at(address), Source.of(paths, name), today=DAY, may_remove=yes)


def commitments(address: str) -> list[str]:
    """The ids of all commitments that a register lists."""
    return list(open_register(address).listing("commitments", Selection(), as_of=DAY).table.ids)


def rows(address: str) -> list[tuple[object, ...]]:
    """All rows of a register in SQLite, but for when and how each was read; words as such."""
    with closing(sqlite3.connect(address)) as read:
        tables = [
            name
            for (name,) in read.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not str(name).startswith(("texts_", "sqlite_"))
            and name not in {"about", "files", "vocabulary"}
        ]
        words = dict(read.execute("SELECT CAST(id AS TEXT), word FROM vocabulary"))
        found = [
            ("words", entry, rank, place, *(words[id] for id in terms.split()))
            for entry, rank, place, terms in read.execute(
                "SELECT entry, rank, paragraph, terms FROM texts"
            )
        ]
        for name in tables:
            columns = [
                row[1]
                for row in read.execute(f"PRAGMA table_info ({name})")
                if not (name == "texts" and row[1] in {"id", "terms"})
            ]
            named = ", ".join(f'"{each}"' for each in columns)
            found += [(name, *row) for row in read.execute(f"SELECT {named} FROM {name}")]  # noqa: S608 - names of the schema
    return sorted(found, key=repr)


def test_a_build_after_changes_is_as_a_fresh_one(tmp_path: Path, office: Path) -> None:
    """Removed, changed and new records leave the rows that a new register has."""
    folder = Path(shutil.copytree(office, tmp_path / "office"))
    address, fresh = str(tmp_path / "kept.sqlite"), str(tmp_path / "fresh.sqlite")
    aside = tmp_path / "aside"
    shutil.move(folder / f"{CLEAN}-later", aside)
    built(address, folder)
    shutil.move(aside, folder / f"{CLEAN}-later")
    shutil.rmtree(folder / "lagemeer-2031-7-twin")
    record = folder / CLEAN / "record.toml"
    record.write_text(record.read_text("utf-8").replace("politieschool", "agentenschool"), "utf-8")
    built(address, folder)
    built(fresh, folder)

    assert rows(address) == rows(fresh)
    with closing(sqlite3.connect(address)) as check:
        check.execute("INSERT INTO texts_words (texts_words) VALUES ('integrity-check')")


def test_what_has_gone_is_removed_within_its_source_only(
    new_address: Callable[[], str], folder: Path, tmp_path: Path
) -> None:
    """Another folder's records stay; the name of a source can be given."""
    address, other = new_address(), tmp_path / "other"
    shutil.move(folder / CLEAN, other / CLEAN)
    built(address, folder)
    built(address, other, name="elsewhere")
    shutil.rmtree(folder / f"{CLEAN}-later")
    found = built(address, folder)

    assert (found.removed, found.records) == (1, 6)
    assert information(address).sources == {str(folder.absolute()): 5, "elsewhere": 1}
    assert any(id.startswith(f"{CLEAN}#") for id in commitments(address))


def test_more_than_half_is_not_removed_without_a_word(
    new_address: Callable[[], str], folder: Path
) -> None:
    """An emptied share looks like that; nothing changes until somebody says that it is meant."""
    address = new_address()
    built(address, folder)
    before = commitments(address)
    for each in sorted(folder.iterdir())[:4]:
        shutil.rmtree(each)
    with pytest.raises(InputError, match="4 of 7 files have gone") as raised:
        built(address, folder)

    assert "--yes" in str(raised.value)
    assert commitments(address) == before
    assert built(address, folder, yes=True).removed == 4


def test_a_folder_that_cannot_be_read_removes_nothing(
    new_address: Callable[[], str], folder: Path
) -> None:
    """It is refused before the register is touched."""
    address = new_address()
    built(address, folder)
    folder.rename(folder.with_name("away"))
    with pytest.raises(InputError):
        built(address, folder)

    assert len(commitments(address)) == 7


def test_a_record_that_breaks_is_kept_as_it_was_and_told(
    new_address: Callable[[], str], folder: Path
) -> None:
    """What it held is shown with the day as of which it is; mended, it is read again."""
    address = new_address()
    built(address, folder)
    before, record = commitments(address), folder / CLEAN / "record.toml"
    whole = record.read_bytes()
    record.write_bytes(b"id = [\n")
    broken = built(address, folder)
    told = {each.code: each.message for each in open_register(address).findings}
    record.write_bytes(whole)
    mended = built(address, folder)

    assert commitments(address) == before
    assert broken.records == 7
    assert told["record-kept"] == "What it held is shown as of 2041-06-01."
    assert "toml-syntax" in told
    assert mended.problems == 0


@pytest.mark.parametrize("key", ["document", "request", "statement", "by"])
def test_an_id_that_names_nothing_keeps_no_record_out(
    key: str, new_address: Callable[[], str], folder: Path
) -> None:
    """What else its record says is in the register, and the others are."""
    address, record = new_address(), folder / CLEAN / "record.toml"
    text = record.read_text(encoding="utf-8")
    named = re.compile(rf'^({key} = \[?)"[\w-]+"', re.MULTILINE)
    record.write_text(named.sub(r'\1"nothere"', text, count=1), encoding="utf-8")

    assert built(address, folder).records == 7
    assert len(commitments(address)) == 7


def test_a_register_that_began_without_a_record_is_searched_like_others(
    new_address: Callable[[], str], tmp_path: Path
) -> None:
    """The index of words is there from the first build on, however little that could read."""
    address, office = new_address(), tmp_path / "office"
    write_folder(office, portfolio()[:1])
    (record,) = office.glob("*/record.toml")
    whole = record.read_bytes()
    record.write_bytes(b"id = [\n")
    built(address, office)
    record.write_bytes(whole)
    built(address, office)
    register = open_register(address)

    assert register.search("politie", Selection(), as_of=DAY).total > 0


def test_of_two_records_with_one_id_the_first_counts(
    new_address: Callable[[], str], folder: Path
) -> None:
    """The other is told; when the first goes, the other takes its place."""
    address = new_address()
    shutil.copytree(folder / CLEAN, folder / "zz-copy")
    twice = built(address, folder)
    told = [each for each in open_register(address).findings if each.code == "record-duplicate"]
    shutil.rmtree(folder / CLEAN)
    once = built(address, folder)

    assert (twice.records, twice.problems) == (7, 1)
    assert told[0].subject == CLEAN
    assert str(folder / CLEAN / "record.toml") in told[0].message
    assert (once.records, once.problems) == (7, 0)


def test_ids_may_change_places(new_address: Callable[[], str], folder: Path) -> None:
    """Two folders exchanged are not two records of one id."""
    address = new_address()
    built(address, folder)
    (folder / CLEAN).rename(folder / "tmp")
    (folder / f"{CLEAN}-twin").rename(folder / CLEAN)
    (folder / "tmp").rename(folder / f"{CLEAN}-twin")
    found = built(address, folder)

    assert (found.records, found.problems) == (7, 0)


# -- bad input ----------------------------------------------------------------------------------


def test_a_register_of_another_version_is_built_again(
    new_address: Callable[[], str], folder: Path
) -> None:
    """A register of another version is not migrated: the message says how to remove it."""
    address = new_address()
    built(address, folder)
    store = store_at(address)
    with store.connected() as connection:
        connection.exec_driver_sql("UPDATE about SET value = '99' WHERE key = 'schema'")
        connection.commit()
    for use in (lambda: built(address, folder), lambda: open_register(address)):
        with pytest.raises(InputError, match="version 99") as raised:
            use()
        assert "build it again" in str(raised.value)
        assert ("DROP SCHEMA ssrpolicy CASCADE" in str(raised.value)) == (not store.is_sqlite)


@pytest.mark.parametrize(
    "content", [b"Geachte voorzitter,\n" * 100, b"SQLite format 3\0" + b"\1" * 900]
)
def test_what_is_no_register_is_refused_and_left_alone(
    tmp_path: Path, folder: Path, content: bytes
) -> None:
    """A letter, a broken database: neither is written to."""
    file = tmp_path / "register.sqlite"
    file.write_bytes(content)
    for use in (lambda: built(str(file), folder), lambda: open_register(str(file))):
        with pytest.raises(InputError, match=r"register\.sqlite"):
            use()
    assert file.read_bytes() == content


def test_a_register_without_one_of_its_tables_says_what_would_work(
    tmp_path: Path, small_folder: Path
) -> None:
    """Somebody removed it; a register can be made anew."""
    file = tmp_path / "register.sqlite"
    built(str(file), small_folder)
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("DROP TABLE states")
    with pytest.raises(InputError, match="no such table") as raised:
        open_register(str(file)).listing("commitments", Selection(), as_of=DAY)
    assert "ssrpolicy register build makes a register" in str(raised.value)


def test_a_database_of_something_else_is_left_alone(tmp_path: Path, folder: Path) -> None:
    """Its tables stay the only ones."""
    file = tmp_path / "addresses.sqlite"
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("CREATE TABLE addresses (name TEXT)")
    with pytest.raises(InputError, match="a database of something else"):
        built(str(file), folder)
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT name FROM sqlite_schema").fetchall() == [("addresses",)]


def test_a_register_is_never_made_in_a_records_folder(folder: Path) -> None:
    """Nor in the place of a source or of the record itself."""
    for name in ("record.toml", "register.sqlite", "sources/letter.sqlite"):
        before = sorted(folder.rglob("*"))
        with pytest.raises((InputError, OutputError)) as raised:
            built(str(folder / CLEAN / name), folder)
        assert sorted(folder.rglob("*")) == before
        assert "--output-dir" not in str(raised.value)  # an option of other commands
