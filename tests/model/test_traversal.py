"""One walk over a record finds everything of a kind, with its entry and its place."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import ssrpolicy
from ssrpolicy.model import (
    Code,
    DataPath,
    FullId,
    LocalText,
    PaperNumber,
    Passage,
    PolicyRecord,
    Timeframe,
    code_uses,
    derived,
    entry_id,
    local_texts,
    quotes,
    references,
    subject_at,
    terms,
)
from tables import each_case

RECORDS = ("duinmark-2040-3", "kst-32123-X-124", "lagemeer-2031-7")
# Texts that do not describe an entry: names of codes and papers, what is counted, titles.
NOT_DESCRIBING = ("parties", "places", "sectors", "frameworks", "documents", "title", "of")


@pytest.fixture(params=RECORDS, scope="module")
def record(request: pytest.FixtureRequest, fixtures: Path) -> PolicyRecord:
    """Each record of the fixtures."""
    return ssrpolicy.load(fixtures / "records" / request.param)


def everything(value: object, path: DataPath = ()) -> Iterator[tuple[DataPath, object]]:
    """Every value in a record with its place, found by looking at every field."""
    yield path, value
    if attrs.has(type(value)):
        kind: Any = type(value)
        for field in attrs.fields(kind):
            yield from everything(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from everything(each, (*path, number))


def at(record: PolicyRecord, path: DataPath) -> Any:
    """What stands at a place of a record."""
    value: Any = record
    for part in path:
        value = getattr(value, part) if isinstance(part, str) else value[part]
    return value


def test_every_quote_term_and_text_is_found_at_its_place(record: PolicyRecord) -> None:
    """What a look at every field finds, the walk finds too, and nothing else."""
    there = list(everything(record))

    def of(kind: type) -> dict[DataPath, object]:
        return {path: value for path, value in there if isinstance(value, kind)}

    assert {each.path: each.passage for each in quotes(record)} == of(Passage)
    assert {each.path: each.timeframe for each in terms(record)} == of(Timeframe)
    assert {each.path: each.text for each in local_texts(record)} == {
        path: text for path, text in of(LocalText).items() if not {*path} & {*NOT_DESCRIBING}
    }


def test_every_code_and_reference_stands_at_its_place(record: PolicyRecord) -> None:
    """A code is what stands at its place, and a reference what stands there or is read from it."""
    assert len(list(code_uses(record))) > len(record.statements)
    for use in code_uses(record):
        assert at(record, use.path) == use.id
        assert isinstance(use.entry, Code) == (use.path[0] == use.list_name)
    for each in references(record):
        assert str(at(record, each.path)) == str(each.target)
        assert (each.wanted is None) == isinstance(each.target, PaperNumber)
    for quote in quotes(record):
        if quote.path[0] != "set_aside":
            entry: Any = quote.entry
            assert subject_at(record, quote.path) == f"{record.id}#{entry_id(entry)}"


def test_a_place_outside_the_entries_is_the_records() -> None:
    """What is said of the source or of a declared code is said of the record."""
    record = PolicyRecord(id="letter-record", language="nl", source="letter")

    assert {subject_at(record, path) for path in ((), ("source",), ("parties", 0, "id"))} == {
        "letter-record"
    }


def test_a_reference_leads_within_the_record_or_out_of_it() -> None:
    """A full id of the record itself names one of its entries."""
    record = PolicyRecord(id="letter-record", language="nl", source="letter")
    source = next(references(record))

    assert source.within(record) == "letter"
    assert source._replace(target=FullId("letter-record", "claim")).within(record) == "claim"
    assert source._replace(target=FullId("other", "claim")).within(record) is None
    assert source._replace(target=PaperNumber.parse("kst-32123-X-84")).within(record) is None


def test_what_is_derived_is_worked_out_once_for_each_record() -> None:
    """The result is kept with the record, and a changed record has its own."""
    asked: list[str] = []

    @derived
    def title(record: PolicyRecord) -> str:
        asked.append(record.id)
        return f"Record {record.id}"

    record = PolicyRecord(id="one", language="nl", source="letter")
    other = attrs.evolve(record, id="two")

    assert {title(record), title(record)} == {"Record one"}
    assert title(other) == "Record two"
    assert asked == ["one", "two"]


@each_case(
    "day, expected",
    [
        (dt.date(2009, 12, 31), False),
        (dt.date(2010, 1, 1), True),
        (dt.date(2012, 6, 30), True),
        (dt.date(2012, 7, 1), False),
    ],
)
def test_a_code_is_in_use_from_its_first_to_its_last_day(day: dt.date, expected: bool) -> None:  # noqa: FBT001 - a case's expectation
    """Both days count; a code without dates is always in use."""
    name = LocalText(nl="Eenheid")
    first, last = ssrpolicy.EdtfDate("2010"), ssrpolicy.EdtfDate("2012-06")

    assert Code(id="unit", name=name, valid_from=first, valid_until=last).in_use(day) is expected
    assert Code(id="unit", name=name).in_use(day)
