"""The tracker's overview: what it is, counts by status, owner and place, and what is due."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from enum import StrEnum
from operator import itemgetter

from attrs import frozen

from ssrpolicy.model import ClaimedStatus, Commitment, EvidenceStatus, Language, Schedule
from ssrpolicy.views.language.labels import capital, label, meaning
from ssrpolicy.views.language.quantities import counted
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.shared.names import document_name
from ssrpolicy.views.workbook.rows import ColumnOf, table
from ssrpolicy.views.workbook.statements import StatementRow
from ssrpolicy.views.workbook.tables import Kind, Link, Table, Value

LISTED = 100
"""How many overdue or due statements the overview lists before it points to the sheets."""

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
        _by_status("claimed", ClaimedStatus, lambda row: row.progress.claimed, rows, language),
        _by_status("evidence", EvidenceStatus, lambda row: row.progress.evidence, rows, language),
        _by_status("schedule", Schedule, lambda row: row.progress.schedule, rows, language),
        _by_name("owners", rows, language),
        _by_name("places", rows, language),
        _records(contexts),
    )


def contents(tables: Iterable[Table], entries: Callable[[Table], int], language: Language) -> Table:
    """Return the list of the tables that follow: what each holds, and how many entries."""
    rows: list[tuple[str, tuple[Value, ...]]] = [
        (
            each.key,
            (
                Link(each.title, f"#{each.key}"),
                label(f"sheet_about.{each.key}", language),
                entries(each),
            ),
        )
        for each in tables
    ]
    columns = (
        ("overview.sheet", Kind.LINK),
        ("overview.about", Kind.TEXT),
        ("overview.entries", Kind.NUMBER),
    )
    return _section("contents", language, columns, rows)


def _section(
    key: str,
    language: Language,
    columns: tuple[tuple[str, Kind], ...],
    rows: list[tuple[str, tuple[Value, ...]]],
    *,
    vocabulary: type[StrEnum] | None = None,
) -> Table:
    """A table of the overview; ``vocabulary`` is that of its first column, if it has one."""
    described = tuple(
        ColumnOf(
            *(name, kind, width, itemgetter(place)),
            label=name,
            vocabulary=None if place else vocabulary,
        )
        for place, ((name, kind), width) in enumerate(zip(columns, _WIDTHS, strict=False))
    )
    nothing = (label("tracker.none", language), *[None] * (len(columns) - 1))
    title = label(f"section.{key}", language)
    return table(key, language, described, rows or [("", nothing)], title=title)


def _by_status(
    key: str,
    vocabulary: type[StrEnum],
    value: Callable[[StatementRow], StrEnum],
    rows: list[StatementRow],
    language: Language,
) -> Table:
    commitments = Counter(value(row) for row in rows if _is_commitment(row))
    others = Counter(value(row) for row in rows if not _is_commitment(row))
    return _section(
        key,
        language,
        (
            ("overview.status", Kind.CHOICE),
            ("field.meaning", Kind.TEXT),
            ("overview.commitments", Kind.NUMBER),
            ("overview.others", Kind.NUMBER),
        ),
        [
            (each.value, (each, meaning(each, language), commitments[each], others[each]))
            for each in vocabulary
        ],
        vocabulary=vocabulary,
    )


def _is_commitment(row: StatementRow) -> bool:
    return isinstance(row.statement, Commitment)


def _due(key: str, schedule: Schedule, rows: list[StatementRow], language: Language) -> Table:
    found = [row for row in rows if row.progress.schedule is schedule]
    found.sort(key=lambda row: (row.progress.due is None, row.progress.due))
    listed: list[tuple[str, tuple[Value, ...]]] = [
        (
            row.id,
            (
                row.id,
                row.context.text(row.statement.summary),
                row.progress.due,
                None
                if row.progress.due is None
                else abs((row.context.as_of - row.progress.due).days),
                row.progress.moves,
                row.context.parties(row.progress.owners),
            ),
        )
        for row in found[:LISTED]
    ]
    if len(found) > LISTED:
        rest = counted("statements_left", len(found) - LISTED, language)
        listed.append(("", (label("tracker.more", language, rows=rest), *[None] * 5)))
    days = "field.days_late" if schedule is Schedule.OVERDUE else "overview.days_left"
    columns = (
        ("field.id", Kind.ID),
        ("field.summary", Kind.TEXT),
        ("field.due", Kind.DATE),
        (days, Kind.NUMBER),
        ("field.moves", Kind.NUMBER),
        ("field.owners", Kind.TEXT),
    )
    return _section(key, language, columns, listed)


def _by_name(key: str, rows: list[StatementRow], language: Language) -> Table:
    """Statements counted under each of their owners or places; one may count under several."""
    under: dict[str, list[StatementRow]] = defaultdict(list)
    nowhere: list[StatementRow] = []
    for row in rows:
        if key == "owners":
            found = [row.context.party(id) for id in row.progress.owners]
        else:
            found = [row.context.code("places", id) for id in row.statement.places]
        for name in dict.fromkeys(found):
            under[name].append(row)
        if not found:
            nowhere.append(row)
    groups = sorted(under.items(), key=lambda group: group[0].casefold())
    if nowhere:
        groups.append((label(f"tracker.no_{key}", language), nowhere))
    columns = (
        (f"field.{key}", Kind.TEXT),
        ("overview.breakdown", Kind.TEXT),
        ("overview.commitments", Kind.NUMBER),
        ("overview.others", Kind.NUMBER),
        ("overview.overdue", Kind.NUMBER),
        ("overview.due_soon", Kind.NUMBER),
    )
    counts = [(name, (capital(name), *_counts(group, language))) for name, group in groups]
    return _section(key, language, columns, list(counts))


def _counts(group: list[StatementRow], language: Language) -> tuple[Value, ...]:
    commitments = [row for row in group if _is_commitment(row)]
    by_schedule = Counter(row.progress.schedule for row in commitments)
    breakdown = "; ".join(
        f"{by_schedule[each]} {label(each, language)}" for each in Schedule if by_schedule[each]
    )
    schedules = Counter(row.progress.schedule for row in group)
    return (
        breakdown or None,
        len(commitments),
        len(group) - len(commitments),
        schedules[Schedule.OVERDUE],
        schedules[Schedule.DUE_SOON],
    )


def _records(contexts: list[ReadingContext]) -> Table:
    language = contexts[0].language
    columns = (
        ("field.record", Kind.ID),
        ("field.title", Kind.TEXT),
        ("overview.requests", Kind.NUMBER),
        ("overview.commitments", Kind.NUMBER),
        ("overview.others", Kind.NUMBER),
        ("overview.updates", Kind.NUMBER),
    )
    rows: list[tuple[str, tuple[Value, ...]]] = [
        (
            context.record.id,
            (
                context.record.id,
                record_title(context),
                len(context.record.requests),
                len(context.record.commitments),
                len(context.record.statements) - len(context.record.commitments),
                sum(update.date <= context.as_of for update in context.record.updates),
            ),
        )
        for context in contexts
    ]
    return _section("records", language, columns, rows)


def record_title(context: ReadingContext) -> str:
    """Return what a record is about: its title, that of its source, or the source's name."""
    record = context.record
    source = record.source_document if record.source in record else None
    title = record.title or (None if source is None else source.title)
    if title is not None:
        return context.text(title) or record.id
    return record.id if source is None else document_name(source, context.language)
