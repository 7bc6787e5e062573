"""The tracker's overview: what it is, counts by status, owner and place, and what is due."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from enum import StrEnum

from attrs import frozen

from ssrpolicy.model.statements import Commitment
from ssrpolicy.model.texts import Language
from ssrpolicy.model.vocabulary import ClaimedStatus, EvidenceStatus, Schedule
from ssrpolicy.views.language.labels import capital, label, meaning
from ssrpolicy.views.language.quantities import counted
from ssrpolicy.views.shared.names import document_name
from ssrpolicy.views.workbook.rows import Scope, choices, word
from ssrpolicy.views.workbook.statements import StatementRow
from ssrpolicy.views.workbook.tables import Column, Kind, Link, Table, Value

LISTED = 100
"""How many overdue or due statements the overview lists before it points to the sheets."""

_WIDTHS = (34, 60, 17, 17, 17, 28)


@frozen(kw_only=True)
class Fact:
    """One line of the overview: what it is about, and what it says."""

    key: str
    label: str
    value: Value


def sections(scopes: list[Scope], rows: list[StatementRow]) -> tuple[Table, ...]:
    """Return the overview's tables, from the rows of every statement."""
    language = scopes[0].language
    return (
        _due("overdue", Schedule.OVERDUE, rows, language),
        _due("due_soon", Schedule.DUE_SOON, rows, language),
        _by_status("claimed", ClaimedStatus, lambda row: row.progress.claimed, rows, language),
        _by_status("evidence", EvidenceStatus, lambda row: row.progress.evidence, rows, language),
        _by_status("schedule", Schedule, lambda row: row.progress.schedule, rows, language),
        _by_name("owners", rows, language),
        _by_name("places", rows, language),
        _records(scopes),
    )


def contents(tables: Iterable[Table], entries: Callable[[Table], int], language: Language) -> Table:
    """Return the list of the tables that follow: what each holds, and how many entries."""
    rows: list[tuple[Value, ...]] = []
    ids: list[str] = []
    for table in tables:
        about = label(f"sheet_about.{table.key}", language)
        rows.append((Link(table.title, f"#{table.key}"), about, entries(table)))
        ids.append(table.key)
    columns = (
        ("overview.sheet", Kind.LINK),
        ("overview.about", Kind.TEXT),
        ("overview.entries", Kind.NUMBER),
    )
    return _section("contents", language, columns, rows, ids)


def _section(
    key: str,
    language: Language,
    columns: Iterable[tuple[str, Kind]],
    rows: list[tuple[Value, ...]],
    ids: list[str],
    *,
    vocabulary: type[StrEnum] | None = None,
) -> Table:
    """A table of the overview; ``vocabulary`` is that of its first column, if it has one."""
    first = () if vocabulary is None else choices(vocabulary, language)
    columns = tuple(columns)
    if not rows:
        rows, ids = [(label("tracker.none", language), *[None] * (len(columns) - 1))], [""]
    return Table(
        key=key,
        title=label(f"section.{key}", language),
        columns=tuple(
            Column(
                key=name,
                label=label(name, language),
                kind=kind,
                width=width,
                main=True,
                choices=() if index else first,
            )
            for index, ((name, kind), width) in enumerate(zip(columns, _WIDTHS, strict=False))
        ),
        rows=tuple(rows),
        ids=tuple(ids),
    )


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
            (word(each, language), meaning(each, language), commitments[each], others[each])
            for each in vocabulary
        ],
        [each.value for each in vocabulary],
        vocabulary=vocabulary,
    )


def _is_commitment(row: StatementRow) -> bool:
    return isinstance(row.statement, Commitment)


def _due(key: str, schedule: Schedule, rows: list[StatementRow], language: Language) -> Table:
    found = [row for row in rows if row.progress.schedule is schedule]
    found.sort(key=lambda row: (row.progress.due is None, row.progress.due))
    listed: list[tuple[Value, ...]] = [
        (
            row.id,
            row.scope.names.text(row.statement.summary),
            row.progress.due,
            None if row.progress.due is None else abs((row.scope.as_of - row.progress.due).days),
            row.progress.moves,
            row.scope.names.parties(row.progress.owners),
        )
        for row in found[:LISTED]
    ]
    ids = [row.id for row in found[:LISTED]]
    if len(found) > LISTED:
        rest = counted("statements_left", len(found) - LISTED, language)
        listed.append((label("tracker.more", language, rows=rest), None, None, None, None, None))
        ids.append("")
    days = "field.days_late" if schedule is Schedule.OVERDUE else "overview.days_left"
    columns = (
        ("field.id", Kind.ID),
        ("field.summary", Kind.TEXT),
        ("field.due", Kind.DATE),
        (days, Kind.NUMBER),
        ("field.moves", Kind.NUMBER),
        ("field.owners", Kind.TEXT),
    )
    return _section(key, language, columns, listed, ids)


def _by_name(key: str, rows: list[StatementRow], language: Language) -> Table:
    """Statements counted under each of their owners or places; one may count under several."""
    under: dict[str, list[StatementRow]] = defaultdict(list)
    nowhere: list[StatementRow] = []
    for row in rows:
        names = row.scope.names
        if key == "owners":
            found = [names.party(id) for id in row.progress.owners]
        else:
            found = [names.code("places", id) for id in row.statement.places]
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
    counts = [(capital(name), *_counts(group, language)) for name, group in groups]
    return _section(key, language, columns, list(counts), [name for name, _ in groups])


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


def _records(scopes: list[Scope]) -> Table:
    language = scopes[0].language
    columns = (
        ("field.record", Kind.ID),
        ("field.title", Kind.TEXT),
        ("overview.requests", Kind.NUMBER),
        ("overview.commitments", Kind.NUMBER),
        ("overview.others", Kind.NUMBER),
        ("overview.updates", Kind.NUMBER),
    )
    rows: list[tuple[Value, ...]] = [
        (
            scope.record.id,
            record_title(scope),
            len(scope.record.requests),
            len(scope.record.commitments),
            len(scope.record.statements) - len(scope.record.commitments),
            sum(update.date <= scope.as_of for update in scope.record.updates),
        )
        for scope in scopes
    ]
    ids = [scope.record.id for scope in scopes]
    return _section("records", language, columns, rows, ids)


def record_title(scope: Scope) -> str:
    """Return what a record is about: its title, that of its source, or the source's name."""
    record, names = scope.record, scope.names
    source = record.source_document if record.source in record else None
    title = record.title or (None if source is None else source.title)
    if title is not None:
        return names.text(title) or record.id
    return record.id if source is None else document_name(source, names.language)
