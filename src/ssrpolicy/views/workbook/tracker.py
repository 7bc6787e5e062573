"""The tracker: all that records hold, as tables that people sort, filter and fill in."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal, TypeAlias, TypeVar, get_args

from attrs import evolve, frozen

from ssrpolicy.arguments import check_choice, check_flag, check_type
from ssrpolicy.errors import UnknownIdError
from ssrpolicy.messages import _
from ssrpolicy.model import Commitment, Handling, Language, PolicyRecord
from ssrpolicy.selection import Chosen
from ssrpolicy.similar import nearest_or_all
from ssrpolicy.views.language import counted, label, long_date, one_or_many
from ssrpolicy.views.shared import (
    ReadingContext,
    Summaries,
    asked_noun,
    marks_languages,
    one_language,
    record_title,
    records_given,
    selected_title,
    selection_line,
    with_something,
)
from ssrpolicy.views.workbook.codes import CODES, code_rows
from ssrpolicy.views.workbook.history import HISTORY, update_rows
from ssrpolicy.views.workbook.instruments import INSTRUMENTS, instrument_rows
from ssrpolicy.views.workbook.overview import Fact, contents, sections
from ssrpolicy.views.workbook.reminders import REMINDERS, owner_names, reminder_rows
from ssrpolicy.views.workbook.requests import REQUESTS, request_rows
from ssrpolicy.views.workbook.rows import Row
from ssrpolicy.views.workbook.sources import SOURCES, source_rows
from ssrpolicy.views.workbook.stages import Figure, by_urgency, figures
from ssrpolicy.views.workbook.statements import (
    COMMITMENTS,
    STATEMENTS,
    StatementRow,
    statement_rows,
)
from ssrpolicy.views.workbook.tables import ColumnOf, Table, grouped, table

Group: TypeAlias = Literal["record", "owner", "place", "claimed", "evidence", "schedule"]
"""What rows can be put together by."""

_GROUP_COLUMNS = {"owner": "owners", "place": "places"}


_R = TypeVar("_R", bound=Row)

_RECORD: ColumnOf[Row] = ColumnOf("record", 28, lambda row: record_title(row.context))

COLUMN_KEYS = tuple(
    dict.fromkeys(
        column.key
        for columns in (
            *(COMMITMENTS, REMINDERS, REQUESTS, STATEMENTS),
            *(INSTRUMENTS, SOURCES, HISTORY),
        )
        for column in columns
    )
)
"""The key of every column of the tables, but for the code lists."""


@frozen(kw_only=True)
class Tracker:
    """A tracker as of a day, in one language.

    ``figures`` and ``sections`` make the overview, ``counts`` says of how much it is; ``facts`` and
    ``contents`` make the explanation. ``tables`` are the commitments, where they are asked those of
    each owner and reminders, the requests, other statements, instruments, sources, history and
    code lists, in this order.

    Attributes:
        language: the language of labels and summaries.
        overview: the title of the overview.
        explanation: the title of the explanation.
        title: what it is called.
        selection: what is reported of the records, in words; None for everything.
        languages: that summaries of all or some records are in the other language; None where not.
        subject: the day in words.
        as_of: the day.
    """

    title: str
    subject: str
    counts: str
    selection: str | None = None
    languages: str | None = None
    language: Language
    as_of: dt.date
    overview: str
    explanation: str
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    sections: tuple[Table, ...]
    tables: tuple[Table, ...]
    contents: Table

    def table(self, key: str) -> Table:
        """Return the table with this key; raises UnknownIdError for any other key."""
        known = {each.key: each for each in (*self.sections, *self.tables, self.contents)}
        check_type(key, str, "key", '"commitments"')
        if key not in known:
            raise UnknownIdError(
                _("The tracker has no table {key!r:.80}.", key=key), hint=nearest_or_all(key, known)
            )
        return known[key]


def tracker(
    records: PolicyRecord | Iterable[PolicyRecord],
    *,
    as_of: dt.date,
    language: Language,
    group: Group | None = None,
    summaries: Summaries = "report",
    per_owner: bool = False,
    selection: Chosen | None = None,
) -> Tracker:
    """Return the tracker of one or more records, each axis as of the day.

    Records come in the order given; within one, entries come in the order of reading, but
    commitments the most pressing first. With ``group``, rows that share an owner, a place, a status
    or a record stand together in the tables that have it, and its column stands next to the id; no
    row is there twice. With ``per_owner`` there are also a table of the commitments of each owner
    and one of reminders. ``selection`` is what is reported of the records, None for everything.
    Raises ValueError without a record.
    """
    given = records_given(records, as_of=as_of, language=language, selection=selection)
    if group is not None:
        check_choice(group, "group", get_args(Group))
    check_flag(per_owner, "per_owner")
    check_choice(summaries, "summaries", get_args(Summaries))
    handling = Handling(given, as_of)
    reported = with_something(given, selection)
    contexts = [
        ReadingContext(
            record,
            language,
            as_of,
            handling=handling,
            summaries=summaries,
            marks=marks_languages(record, language),
            chosen=selection,
        )
        for record in reported
    ]
    statements = [row for each in contexts for row in statement_rows(each, each.shown_statements)]
    commitments = by_urgency(row for row in statements if isinstance(row.entry, Commitment))
    others = [row for row in statements if not isinstance(row.entry, Commitment)]
    tables = tuple(_tables(contexts, commitments, others, group=group, per_owner=per_owner))
    requests = sum(len(each.shown_requests) for each in contexts)
    answers = sum(len(each.shown_dispositions) for each in contexts)
    title = title_of(contexts)
    asked = asked_noun(contexts)
    numbers = {"commitments": len(commitments), asked: requests, "answers": answers}
    return Tracker(
        title=selected_title(
            title if contexts[1:] else label(f"tracker.title_{asked}", language, name=title),
            selection,
            language,
        ),
        selection=None if selection is None else selection_line(selection, language),
        subject=label("tracker.subject", language, date=long_date(as_of, language)),
        counts=", ".join(counted(each, number, language) for each, number in numbers.items()),
        languages=one_language(contexts),
        language=language,
        as_of=as_of,
        overview=label("sheet.overview", language),
        explanation=label("sheet.explanation", language),
        figures=figures(commitments, language),
        # The notes among the facts say what happened while the tables were made.
        facts=tuple(_facts(contexts)),
        sections=sections(contexts, commitments, others),
        tables=tables,
        contents=contents(tables, language),
    )


def _tables(
    contexts: list[ReadingContext],
    commitments: list[StatementRow],
    others: list[StatementRow],
    *,
    group: Group | None,
    per_owner: bool,
) -> Iterator[Table]:
    language = contexts[0].language

    def made(key: str, columns: tuple[ColumnOf[_R], ...], rows: Iterable[tuple[str, _R]]) -> Table:
        if group == "record":
            columns = (columns[0], _RECORD, *columns[1:])
        found = table(key, language, columns, rows)
        return found if group is None else grouped(found, _GROUP_COLUMNS.get(group, group))

    yield (own := made("commitments", COMMITMENTS, ((row.id, row) for row in commitments)))
    if per_owner:
        yield from _of_each_owner(own, commitments)
        yield table("reminders", language, REMINDERS, reminder_rows(commitments))
    yield made("requests", REQUESTS, chain.from_iterable(map(request_rows, contexts)))
    yield made("statements", STATEMENTS, ((row.id, row) for row in others))
    yield made("instruments", INSTRUMENTS, chain.from_iterable(map(instrument_rows, contexts)))
    yield made("sources", SOURCES, chain.from_iterable(map(source_rows, contexts)))
    yield made("history", HISTORY, update_rows(contexts))
    yield table("codes", language, CODES, code_rows(contexts))


def _of_each_owner(table: Table, commitments: list[StatementRow]) -> Iterator[Table]:
    """The rows of the commitments of each owner, by name; those of two owners are in both."""
    owners: dict[str, set[str]] = defaultdict(set)
    for row in commitments:
        for name in owner_names(row):
            owners[name].add(row.id)
    for name in sorted(owners, key=str.casefold):
        rows = [each for each in zip(table.ids, table.rows, strict=True) if each[0] in owners[name]]
        yield evolve(
            table,
            key=f"{table.key}/{name}",
            title=name,
            rows=tuple(row for _, row in rows),
            ids=tuple(id for id, _ in rows),
        )


def title_of(contexts: Sequence[ReadingContext]) -> str:
    """Return what a report is about: the title of its one record, or how many it has."""
    if len(contexts) == 1:
        return record_title(contexts[0])
    language = contexts[0].language
    records = counted("records", len(contexts), language)
    return label("tracker.title_many", language, records=records)


def _facts(contexts: list[ReadingContext]) -> Iterator[Fact]:
    language, as_of = contexts[0].language, contexts[0].as_of
    number = len(contexts)
    records = counted("records", number, language) if number > 1 else contexts[0].record.id
    what, axes, *rest = notes_of(contexts)
    yield what
    yield Fact(key="as_of", label=label("field.as_of", language), value=as_of)
    yield Fact(key="record", label=label("field.record", language), value=records)
    yield from (axes, *rest)


def notes_of(contexts: Sequence[ReadingContext]) -> Iterator[Fact]:
    """Yield what a reader must know of a report, once its records are read."""
    language = contexts[0].language

    def note(key: str, number: int | None = None) -> Fact:
        form = f"{key}_text" if number is None else one_or_many(key, number)
        text = label(f"tracker.{form}", language, number=number)
        return Fact(key=key, label=label(f"tracker.{key}", language), value=text)

    yield note("what")
    yield note("axes")
    unverified = sum(len(context.unverified) for context in contexts)
    yield note("unverified", unverified) if unverified else note("verified")
    if any(context.fell_back for context in contexts):
        name, marked = label("tracker.fallback", language), label("tracker.fallback_text", language)
        yield Fact(key="fallback", label=name, value=one_language(contexts) or marked)
    later = sum(update.date > each.as_of for each in contexts for update in each.shown_updates)
    if later:
        yield note("later", later)
