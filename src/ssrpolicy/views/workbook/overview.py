"""The tracker's overview: what is late and due soon, and counts by status, owner and place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from ssrpolicy.codelists import ListName
from ssrpolicy.fields import typed
from ssrpolicy.model import ClaimedStatus, EvidenceStatus, Language, Schedule
from ssrpolicy.views.language import capital, counted, counted_in_words, label, meaning
from ssrpolicy.views.shared import (
    ReadingContext,
    asked_noun,
    last_day_words,
    reckoned_words,
    record_title,
)
from ssrpolicy.views.workbook.cells import Link, Value
from ssrpolicy.views.workbook.quarters import quarters
from ssrpolicy.views.workbook.sections import SectionRow, section
from ssrpolicy.views.workbook.statements import StatementRow
from ssrpolicy.views.workbook.tables import Kind, Table

LISTED = 100
"""How many overdue or due statements the overview lists before it points to the sheets."""


@frozen(kw_only=True, field_transformer=typed)
class Fact:
    """One line of the overview: what it is about, and what it says.

    Attributes:
        key: what it is about, the same in every language.
        label: the same in words.
        value: what it says.
    """

    key: str
    label: str
    value: Value


def sections(
    contexts: list[ReadingContext], commitments: list[StatementRow], others: list[StatementRow]
) -> tuple[Table, ...]:
    """Return the overview's tables; they count commitments, and name what else is late.

    Of a single record the title has the counts, and no table lists it.
    """
    language, as_of = contexts[0].language, contexts[0].as_of
    return (
        _due("overdue", Schedule.OVERDUE, contexts, commitments, others),
        _due("due_soon", Schedule.DUE_SOON, contexts, commitments, others),
        quarters(commitments, as_of, language),
        _by_status("schedule", Schedule, commitments, language),
        _by_status("claimed", ClaimedStatus, commitments, language),
        _by_status("evidence", EvidenceStatus, commitments, language),
        _by_name("owners", commitments, language),
        _by_name("places", commitments, language),
        *([_records(contexts)] if len(contexts) > 1 else []),
    )


def contents(tables: Iterable[Table], language: Language) -> Table:
    """Return the list of the tables: what each holds, and how many rows."""
    rows: list[SectionRow] = []
    for each in tables:
        kind = each.key.partition("/")[0]
        name = "owner" if kind != each.key else kind
        link, about = Link(each.title, f"#{each.key}"), label(f"sheet_about.{name}", language)
        rows.append((each.key, (link, about, len(each.rows))))
    columns = {
        "overview.sheet": Kind.LINK,
        "overview.about": Kind.TEXT,
        "overview.entries": Kind.NUMBER,
    }
    return section("contents", language, columns, rows)


def _by_status(
    key: str, vocabulary: type[StrEnum], rows: list[StatementRow], language: Language
) -> Table:
    """How many commitments have each status; one that none has is left out."""
    counts = Counter(getattr(row.progress, key) for row in rows)
    columns: dict[str, Kind | type[StrEnum]] = {
        "overview.status": vocabulary,
        "field.meaning": Kind.TEXT,
        "overview.commitments": Kind.NUMBER,
    }
    listed = [
        (each.value, (each, meaning(each, language), counts[each]))
        for each in vocabulary
        if counts[each]
    ]
    return section(key, language, columns, listed)


def _due(
    key: str,
    schedule: Schedule,
    contexts: list[ReadingContext],
    commitments: list[StatementRow],
    others: list[StatementRow],
) -> Table:
    """The commitments at a point of the calendar, the earliest first, and how many others."""
    language = contexts[0].language
    found = [row for row in commitments if row.progress.schedule is schedule]
    found.sort(key=lambda row: (row.progress.due is None, row.progress.due))
    listed: list[SectionRow] = []
    for row in found[:LISTED]:
        context, now = row.context, row.progress
        days = None if now.due is None else abs((context.as_of - now.due).days)
        said, owners = context.text(row.entry.summary), context.parties(now.owners)
        if reckoned_words(context.record, now) is not None:
            said = f"{said}\n{last_day_words(context.record, now, language)}"
        called = row.id if contexts[1:] else row.entry.id
        link = Link(called, f"#commitments/{row.id}")
        values = (link, said, owners, row.due, days, now.claimed, now.last_update)
        listed.append((row.id, values))
    left = len(found) - LISTED
    if left > 0:
        rest = counted_in_words("statements_left", left, language)
        words = label("tracker.more", language, rows=rest)
        listed.append(("more", (None, words, *[None] * 5)))
    if also := sum(row.progress.schedule is schedule for row in others):
        rest = counted("statements", also, language)
        title = label("sheet.statements", language)
        words = label("tracker.others_too", language, rows=rest, sheet=title)
        listed.append(("others", (None, words, *[None] * 5)))
    columns: dict[str, Kind | type[StrEnum]] = {
        "field.id": Kind.LINK,
        "field.summary": Kind.TEXT,
        "field.owners": Kind.TEXT,
        "field.term_date": Kind.DATE,
        "overview.days_over" if key == "overdue" else "overview.days_left": Kind.NUMBER,
        "field.claimed": ClaimedStatus,
        "field.last_update": Kind.DATE,
    }
    return section(key, language, columns, listed)


def _by_name(key: str, rows: list[StatementRow], language: Language) -> Table:
    """Commitments counted under each of their owners or places; one may count under several."""
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
        "overview.overdue": Kind.NUMBER,
        "overview.due_soon": Kind.NUMBER,
    }
    counts = [(name, (capital(name), *_counts(group, language))) for name, group in groups]
    return section(key, language, columns, counts)


def _counts(group: list[StatementRow], language: Language) -> tuple[Value, ...]:
    schedules = Counter(row.progress.schedule for row in group)
    breakdown = "; ".join(
        f"{label(each, language)}: {schedules[each]}" for each in Schedule if schedules[each]
    )
    late, soon = schedules[Schedule.OVERDUE], schedules[Schedule.DUE_SOON]
    return breakdown or None, len(group), late, soon


def _records(contexts: list[ReadingContext]) -> Table:
    columns = {
        "field.record": Kind.ID,
        "field.title": Kind.TEXT,
        f"overview.{asked_noun(contexts)}": Kind.NUMBER,
        "overview.commitments": Kind.NUMBER,
        "overview.others": Kind.NUMBER,
        "overview.updates": Kind.NUMBER,
    }
    rows: list[SectionRow] = []
    for context in contexts:
        record, commitments = context.record, len(context.shown_commitments)
        counts = (
            len(context.shown_requests),
            commitments,
            len(context.shown_statements) - commitments,
            sum(u.date <= context.as_of and not u.is_internal_note for u in context.shown_updates),
        )
        rows.append((record.id, (record.id, record_title(context), *counts)))
    return section("records", contexts[0].language, columns, rows)
