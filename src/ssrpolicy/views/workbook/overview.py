"""The tracker's overview: what it is, counts by status, owner and place, and what is due."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import TypeAlias

from attrs import frozen

from ssrpolicy.codelists import ListName
from ssrpolicy.model import ClaimedStatus, Commitment, EvidenceStatus, Language, Schedule
from ssrpolicy.views.language import capital, counted, label, meaning
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.statements import StatementRow
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, Link, Table, Value, table

LISTED = 100
"""How many overdue or due statements the overview lists before it points to the sheets."""

_Row: TypeAlias = tuple[str, tuple[Value, ...]]
_WIDTHS = (34, 60, 17, 17, 17, 28)


@frozen(kw_only=True)
class Fact:
    """One line of the overview: what it is about, and what it says."""

    key: str
    label: str
    value: Value


def sections(contexts: list[ReadingContext], rows: list[StatementRow]) -> tuple[Table, ...]:
    """Return the overview's tables, from the rows of every statement."""
    language = contexts[0].language
    return (
        _due("overdue", Schedule.OVERDUE, rows, language),
        _due("due_soon", Schedule.DUE_SOON, rows, language),
        _by_status("claimed", ClaimedStatus, rows, language),
        _by_status("evidence", EvidenceStatus, rows, language),
        _by_status("schedule", Schedule, rows, language),
        _by_name("owners", rows, language),
        _by_name("places", rows, language),
        _records(contexts),
    )


def contents(tables: Iterable[Table], requests: int, language: Language) -> Table:
    """Return the list of the tables that follow: what each holds, and how many entries."""
    rows: list[_Row] = []
    for each in tables:
        link, about = Link(each.title, f"#{each.key}"), label(f"sheet_about.{each.key}", language)
        # A request with three answers has three rows.
        entries = requests if each.key == "requests" else len(each.rows)
        rows.append((each.key, (link, about, entries)))
    columns = {
        "overview.sheet": Kind.LINK,
        "overview.about": Kind.TEXT,
        "overview.entries": Kind.NUMBER,
    }
    return _section("contents", language, columns, rows)


def _section(
    key: str, language: Language, columns: Mapping[str, Kind | type[StrEnum]], rows: Sequence[_Row]
) -> Table:
    """A table of the overview, of columns by the keys of their labels."""
    described = tuple(
        ColumnOf[tuple[Value, ...]](name, width, itemgetter(place), holds, label=name)
        for place, ((name, holds), width) in enumerate(zip(columns.items(), _WIDTHS, strict=False))
    )
    nothing = (label("tracker.none", language), *[None] * (len(columns) - 1))
    title = label(f"section.{key}", language)
    return table(key, language, described, rows or [("", nothing)], title=title)


def _by_status(
    key: str, vocabulary: type[StrEnum], rows: list[StatementRow], language: Language
) -> Table:
    counts = Counter((_is_commitment(row), getattr(row.progress, key)) for row in rows)
    columns: dict[str, Kind | type[StrEnum]] = {
        "overview.status": vocabulary,
        "field.meaning": Kind.TEXT,
        "overview.commitments": Kind.NUMBER,
        "overview.others": Kind.NUMBER,
    }
    listed = [
        (each.value, (each, meaning(each, language), counts[True, each], counts[False, each]))
        for each in vocabulary
    ]
    return _section(key, language, columns, listed)


def _is_commitment(row: StatementRow) -> bool:
    return isinstance(row.entry, Commitment)


def _due(key: str, schedule: Schedule, rows: list[StatementRow], language: Language) -> Table:
    found = [row for row in rows if row.progress.schedule is schedule]
    found.sort(key=lambda row: (row.progress.due is None, row.progress.due))
    listed: list[_Row] = []
    for row in found[:LISTED]:
        context, now = row.context, row.progress
        days = None if now.due is None else abs((context.as_of - now.due).days)
        said, owners = context.text(row.entry.summary), context.parties(now.owners)
        listed.append((row.id, (row.id, said, now.due, days, now.moves, owners)))
    if len(found) > LISTED:
        rest = counted("statements_left", len(found) - LISTED, language)
        listed.append(("", (label("tracker.more", language, rows=rest), *[None] * 5)))
    columns = {
        "field.id": Kind.ID,
        "field.summary": Kind.TEXT,
        "field.due": Kind.DATE,
        "field.days_late" if key == "overdue" else "overview.days_left": Kind.NUMBER,
        "field.moves": Kind.NUMBER,
        "field.owners": Kind.TEXT,
    }
    return _section(key, language, columns, listed)


def _by_name(key: str, rows: list[StatementRow], language: Language) -> Table:
    """Statements counted under each of their owners or places; one may count under several."""
    list_name: ListName = "parties" if key == "owners" else "places"
    under: dict[str, list[StatementRow]] = defaultdict(list)
    nowhere: list[StatementRow] = []
    for row in rows:
        ids = row.progress.owners if key == "owners" else row.entry.places
        found = dict.fromkeys(row.context.code(list_name, id) for id in ids)
        for name in found:
            under[name].append(row)
        if not found:
            nowhere.append(row)
    groups = sorted(under.items(), key=lambda group: group[0].casefold())
    if nowhere:
        groups.append((label(f"tracker.no_{key}", language), nowhere))
    columns = {
        f"field.{key}": Kind.TEXT,
        "overview.breakdown": Kind.TEXT,
        "overview.commitments": Kind.NUMBER,
        "overview.others": Kind.NUMBER,
        "overview.overdue": Kind.NUMBER,
        "overview.due_soon": Kind.NUMBER,
    }
    counts = [(name, (capital(name), *_counts(group, language))) for name, group in groups]
    return _section(key, language, columns, counts)


def _counts(group: list[StatementRow], language: Language) -> tuple[Value, ...]:
    schedules = Counter(row.progress.schedule for row in group)
    committed = Counter(row.progress.schedule for row in group if _is_commitment(row))
    breakdown = "; ".join(
        f"{label(each, language)}: {committed[each]}" for each in Schedule if committed[each]
    )
    number = committed.total()
    late, soon = schedules[Schedule.OVERDUE], schedules[Schedule.DUE_SOON]
    return breakdown or None, number, len(group) - number, late, soon


def _records(contexts: list[ReadingContext]) -> Table:
    columns = {
        "field.record": Kind.ID,
        "field.title": Kind.TEXT,
        "overview.requests": Kind.NUMBER,
        "overview.commitments": Kind.NUMBER,
        "overview.others": Kind.NUMBER,
        "overview.updates": Kind.NUMBER,
    }
    rows: list[_Row] = []
    for context in contexts:
        record, commitments = context.record, len(context.record.commitments)
        counts = (
            len(record.requests),
            commitments,
            len(record.statements) - commitments,
            sum(u.date <= context.as_of and not u.is_internal_note for u in record.updates),
        )
        rows.append((record.id, (record.id, record_title(context), *counts)))
    return _section("records", contexts[0].language, columns, rows)


def record_title(context: ReadingContext) -> str:
    """Return what a record is about: its title, that of its source, or the source's name."""
    record = context.record
    source = record.source_document if record.source in record else None
    title = record.title or (None if source is None else source.title)
    if title is not None:
        return context.text(title) or record.id
    return record.id if source is None else context.document(source.id)
