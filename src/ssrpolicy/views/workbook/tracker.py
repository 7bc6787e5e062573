"""The tracker: all that records hold, as tables that people sort, filter and fill in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, Protocol, TypeAlias, TypeVar

from attrs import frozen

from ssrpolicy.model import Commitment, Language, PolicyRecord
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import label
from ssrpolicy.views.language.quantities import counted
from ssrpolicy.views.shared import ReadingContext, Summaries
from ssrpolicy.views.workbook.codes import CODES, code_rows
from ssrpolicy.views.workbook.history import HISTORY, update_rows
from ssrpolicy.views.workbook.instruments import INSTRUMENTS, instrument_rows
from ssrpolicy.views.workbook.overview import Fact, contents, record_title, sections
from ssrpolicy.views.workbook.requests import REQUESTS, request_rows
from ssrpolicy.views.workbook.rows import ColumnOf, table
from ssrpolicy.views.workbook.sources import SOURCES, source_rows
from ssrpolicy.views.workbook.statements import (
    COMMITMENTS,
    STATEMENTS,
    StatementRow,
    statement_rows,
)
from ssrpolicy.views.workbook.tables import Kind, Table, grouped

Group: TypeAlias = Literal["record", "owner", "place", "claimed", "evidence", "schedule"]
"""What rows can be put together by."""

_GROUP_COLUMNS = {"owner": "owners", "place": "places"}


class _Row(Protocol):
    """A row that knows the record it is of."""

    @property
    def context(self) -> ReadingContext: ...


_R = TypeVar("_R", bound=_Row)

_RECORD: ColumnOf[_Row] = ColumnOf("record", Kind.TEXT, 28, lambda row: record_title(row.context))

COLUMN_KEYS = tuple(
    dict.fromkeys(
        column.key
        for columns in (COMMITMENTS, REQUESTS, STATEMENTS, INSTRUMENTS, SOURCES, HISTORY)
        for column in columns
    )
)
"""The key of every column of the tables, but for the code lists."""


@frozen(kw_only=True)
class Tracker:
    """A tracker as of a day, in one language.

    ``facts`` and ``sections`` make the overview; ``tables`` are the commitments, requests, other
    statements, instruments, sources, history and code lists, in this order.
    """

    title: str
    subject: str
    language: Language
    as_of: dt.date
    overview: str
    facts: tuple[Fact, ...]
    sections: tuple[Table, ...]
    tables: tuple[Table, ...]

    def table(self, key: str) -> Table:
        """Return the table with this key; raises KeyError where there is none."""
        for each in (*self.tables, *self.sections):
            if each.key == key:
                return each
        raise KeyError(key)


def tracker(
    records: Sequence[PolicyRecord],
    *,
    as_of: dt.date,
    language: Language,
    group: Group | None = None,
    summaries: Summaries = "report",
) -> Tracker:
    """Return the tracker of one or more records, each axis as of the day.

    Records come in the order given; within one, entries come in the order of reading. With
    ``group``, rows that share an owner, a place, a status or a record stand together in the tables
    that have it, and its column stands next to the id; no row is there twice. Raises ValueError
    when there is no record.
    """
    if not records:
        raise ValueError("a tracker is of one record at least")
    by_id = {record.id: record for record in records}
    contexts = [
        ReadingContext(record, language, as_of, records=by_id, summaries=summaries)
        for record in records
    ]
    statements = [
        row for context in contexts for row in statement_rows(context, context.record.statements)
    ]
    tables = tuple(_tables(contexts, statements, group))
    overview = (
        contents(tables, lambda each: _number_of_entries(each, contexts), language),
        *sections(contexts, statements),
    )
    return Tracker(
        title=_title(contexts),
        subject=label("tracker.subject", language, date=long_date(as_of, language)),
        language=language,
        as_of=as_of,
        overview=label("sheet.overview", language),
        # The notes among the facts say what happened while the tables were made.
        facts=tuple(_facts(contexts)),
        sections=overview,
        tables=tables,
    )


def _tables(
    contexts: list[ReadingContext], statements: list[StatementRow], group: Group | None
) -> Iterator[Table]:
    language = contexts[0].language

    def made(key: str, columns: tuple[ColumnOf[_R], ...], rows: Iterable[tuple[str, _R]]) -> Table:
        if group == "record":
            columns = (columns[0], _RECORD, *columns[1:])
        found = table(key, language, columns, rows)
        return found if group is None else grouped(found, _GROUP_COLUMNS.get(group, group))

    yield made("commitments", COMMITMENTS, _kept(statements, commitments=True))
    yield made("requests", REQUESTS, (row for each in contexts for row in request_rows(each)))
    yield made("statements", STATEMENTS, _kept(statements, commitments=False))
    yield made(
        "instruments", INSTRUMENTS, (row for each in contexts for row in instrument_rows(each))
    )
    yield made("sources", SOURCES, (row for each in contexts for row in source_rows(each)))
    yield made("history", HISTORY, update_rows(contexts))
    yield table("codes", language, CODES, code_rows(contexts))


def _kept(rows: Iterable[StatementRow], *, commitments: bool) -> Iterator[tuple[str, StatementRow]]:
    for row in rows:
        if isinstance(row.statement, Commitment) is commitments:
            yield row.id, row


def _title(contexts: list[ReadingContext]) -> str:
    language = contexts[0].language
    if len(contexts) == 1:
        return label("tracker.title_one", language, name=record_title(contexts[0]))
    records = counted("records", len(contexts), language)
    return label("tracker.title_many", language, records=records)


def _facts(contexts: list[ReadingContext]) -> Iterator[Fact]:
    language, as_of = contexts[0].language, contexts[0].as_of
    yield _fact("what", language)
    yield Fact(key="as_of", label=label("field.as_of", language), value=as_of)
    records = contexts[0].record.id
    if len(contexts) > 1:
        records = counted("records", len(contexts), language)
    yield Fact(key="record", label=label("field.record", language), value=records)
    yield _fact("axes", language)
    yield from _notes(contexts)


def _number_of_entries(table: Table, contexts: list[ReadingContext]) -> int:
    # A request with three answers has three rows.
    if table.key == "requests":
        return sum(len(context.record.requests) for context in contexts)
    return len(table.rows)


def _notes(contexts: list[ReadingContext]) -> Iterator[Fact]:
    language = contexts[0].language
    unverified = sum(len(context.unverified) for context in contexts)
    yield (
        _fact("verified", language)
        if not unverified
        else _counted("unverified", unverified, language)
    )
    if any(context.fell_back for context in contexts):
        yield _fact("fallback", language)
    later = sum(update.date > s.as_of for s in contexts for update in s.record.updates)
    if later:
        yield _counted("later", later, language)


def _fact(key: str, language: Language) -> Fact:
    text = label(f"tracker.{key}_text", language)
    return Fact(key=key, label=label(f"tracker.{key}", language), value=text)


def _counted(key: str, number: int, language: Language) -> Fact:
    form = f"tracker.{key}_{'one' if number == 1 else 'many'}"
    text = label(form, language, number=number)
    return Fact(key=key, label=label(f"tracker.{key}", language), value=text)
