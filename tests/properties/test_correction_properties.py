"""What holds for every record: changes touch nothing else, and the last one can be undone."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ssrpolicy.codec import entry_text
from ssrpolicy.editing import append, record_to_edit, remove, replace, undo
from ssrpolicy.model import (
    EditRefusedError,
    LocalText,
    PolicyRecord,
    Sector,
    SetAside,
    SetAsideReason,
)
from strategies import records

TABLES = (
    *("documents", "requests", "statements", "dispositions", "instruments", "set_aside"),
    *("updates", "parties", "places", "sectors", "frameworks"),
)
COMMENTS = ("", "# over deze:\n", "# los\n\n", "\n\n", "# los\n\n# over deze:\n")
some = settings(
    max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@contextmanager
def written(record: PolicyRecord, comments: list[str], line_end: str) -> Iterator[Path]:
    """The folder of a record, written with comments between its entries."""
    head = f'format = "ssrpolicy-record/1"\nid = "{record.id}"\n'
    lines = [f'{head}language = "{record.language}"\nsource = "{record.source}"\n']
    entries = [entry for table in TABLES for entry in getattr(record, table)]
    for number, entry in enumerate(entries):
        lines.append(comments[number % len(comments)] + entry_text(entry, record))
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "record.toml"
        file.write_bytes("\n".join(lines).replace("\n", line_end).encode())
        yield file


def without_texts(record: PolicyRecord) -> PolicyRecord:
    """The record without the texts of its documents, which stand in files of their own."""
    bare = (attrs.evolve(each, text=None, file=None, sha256=None) for each in record.documents)
    return attrs.evolve(record, title=None, documents=tuple(bare))


def entries_of(record: PolicyRecord) -> list[tuple[str, int, Any]]:
    """Every entry of a record with its table and number."""
    return [(t, n, e) for t in TABLES for n, e in enumerate(getattr(record, t))]


def reworded(entry: Any) -> Any:
    """The entry with other words in each of its texts, or with another reason."""
    names = {"title", "summary", "doubt", "name", "scope", "note"} & set(dir(entry))
    changed: dict[str, Any] = dict.fromkeys(names, LocalText(nl="Anders\n'gezegd'", en="Else"))
    if isinstance(entry, SetAside):
        changed = {"reason": SetAsideReason.REPETITION}
    return attrs.evolve(entry, **changed)


layouts: Any = {
    "record": records().map(without_texts),
    "comments": st.lists(st.sampled_from(COMMENTS), min_size=1, max_size=4),
    "line_end": st.sampled_from(("\n", "\r\n")),
}


@pytest.mark.slow
@some
@given(data=st.data(), **layouts)
def test_a_removed_entry_and_nothing_else_is_gone_and_comes_back(
    *, data: st.DataObject, record: PolicyRecord, comments: list[str], line_end: str
) -> None:
    """Without an entry the record has all the others, and undo gives back every byte."""
    with written(record, comments, line_end) as file:
        before = file.read_bytes()
        old = record_to_edit(file)
        table, number, entry = data.draw(st.sampled_from(entries_of(old)))
        try:
            remove(file, entry)
        except EditRefusedError:
            assert file.read_bytes() == before
            return
        there = getattr(old, table)
        changed: dict[str, Any] = {table: (*there[:number], *there[number + 1 :])}
        expected = attrs.evolve(old, **changed)
        assert record_to_edit(file) == expected
        # Every line that is there was there before, in its order.
        rest = iter(before.splitlines(keepends=True))
        assert all(line in rest for line in file.read_bytes().splitlines(keepends=True))

        undo(file)
        assert file.read_bytes() == before


@pytest.mark.slow
@some
@given(**layouts)
def test_what_is_added_and_removed_and_what_replaces_itself_changes_no_byte(
    *, record: PolicyRecord, comments: list[str], line_end: str
) -> None:
    """Every entry replaced with itself, and one added and removed, leave the file as it was."""
    with written(record, comments, line_end) as file:
        before = file.read_bytes()
        for _, _, entry in entries_of(record_to_edit(file)):
            with suppress(EditRefusedError):  # one that is there twice is not known by itself
                replace(file, entry, entry)
        assert file.read_bytes() == before

        append(file, Sector(id="een-nieuwe-sector", name=LocalText(nl="nieuw")))
        remove(file, "een-nieuwe-sector")
        assert file.read_bytes() == before


@pytest.mark.slow
@some
@given(data=st.data(), **layouts)
def test_a_replaced_entry_reads_back_and_can_be_undone(
    *, data: st.DataObject, record: PolicyRecord, comments: list[str], line_end: str
) -> None:
    """Another entry of the same table in its place is what is read, or nothing is changed."""
    with written(record, comments, line_end) as file:
        before = file.read_bytes()
        old = record_to_edit(file)
        table, number, entry = data.draw(st.sampled_from(entries_of(old)))
        other = data.draw(st.sampled_from([*getattr(old, table), *map(reworded, [entry] * 5)]))
        if hasattr(entry, "id"):
            other = attrs.evolve(other, id=entry.id)
        try:
            replace(file, entry, other)
        except EditRefusedError:
            assert file.read_bytes() == before
            return
        assert getattr(record_to_edit(file), table)[number] == other
        if other != entry:
            undo(file)
        assert file.read_bytes() == before
