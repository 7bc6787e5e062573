"""What a page opens with: two sentences on its records, and what is late or due soon."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from ssrpolicy.model import Commitment, Language, RelationKind
from ssrpolicy.views.language import (
    capital,
    counted,
    counted_in_words,
    label,
    listing,
    long_date,
    with_article,
)
from ssrpolicy.views.page.filters import Listed
from ssrpolicy.views.page.parts import Pointer
from ssrpolicy.views.shared import (
    ReadingContext,
    asked_noun,
    dated,
    kind_key,
    kind_of,
    last_day_words,
    no_document_shows_term,
    nothing_reported,
    who_asked,
)
from ssrpolicy.views.workbook.stages import Stage, by_urgency, stage_of
from ssrpolicy.views.workbook.statements import StatementRow

_LISTED = 5
"""So many commitments of a stage are listed; the others are counted."""


@frozen(kw_only=True)
class Pressing:
    """The commitments that are overdue or due soon: each a pointer, with whose it is and when."""

    key: str
    label: str
    commitments: tuple[tuple[Pointer, str], ...]
    more: str | None


def opening(
    contexts: Sequence[ReadingContext], listed: Iterable[Listed], as_of: dt.date
) -> tuple[tuple[str, str], tuple[Pressing, ...]]:
    """Return the two sentences, and what presses at each stage that has any."""
    language, entries = contexts[0].language, tuple(listed)
    rows = by_urgency(
        each.entry
        for each in entries
        if isinstance(each.entry, StatementRow) and isinstance(each.entry.entry, Commitment)
    )
    stages = Counter(stage_of(row.progress) for row in rows)
    first = _about(contexts, len(rows), language)
    counts = (stages[Stage.OVERDUE], stages[Stage.DUE_SOON], stages[Stage.SHOWN])
    undated = sum(_is_open_without_end(row) for row in rows)
    second = label(
        f"opening.{_standing(counts, undated, len(rows))}",
        language,
        day=long_date(as_of, language),
        overdue=_number("commitments", stages[Stage.OVERDUE], language),
        due_soon=_number(None, stages[Stage.DUE_SOON], language),
        shown=_number(None, stages[Stage.SHOWN], language),
    )
    if undated and (any(counts) or undated < len(rows)):
        said = label(
            "opening.undated", language, commitments=_counted("commitments", undated, language)
        )
        second = f"{second} {said}"
    if not entries and len(contexts) == 1:
        second = nothing_reported(contexts[0])
    pressing = (
        _pressing(stage, [row for row in rows if stage_of(row.progress) is stage], language)
        for stage in (Stage.OVERDUE, Stage.DUE_SOON)
    )
    return (first, second), tuple(each for each in pressing if each.commitments)


def _is_open_without_end(row: StatementRow) -> bool:
    """Whether a commitment is open and has no due date; a repeated one counts with the first."""
    progress, relations = row.progress, row.entry.relations
    return (
        progress.due is None
        and not progress.closed
        and stage_of(progress) in (Stage.SILENT, Stage.REPORTED)
        and not any(each.kind is RelationKind.REPEATS for each in relations)
    )


def _standing(counts: tuple[int, ...], undated: int, commitments: int) -> str:
    """The sentence on how commitments stand: of terms only where there are any."""
    if any(counts):
        return "standing"
    if not commitments:
        return "standing_none"
    return "standing_undated" if undated == commitments else "standing_calm"


def _about(contexts: Sequence[ReadingContext], commitments: int, language: Language) -> str:
    """Return the subject of the records, and the number of their entries."""
    records = [context.record for context in contexts]
    numbers = {
        asked_noun(contexts): sum(len(context.shown_requests) for context in contexts),
        "answers": sum(len(context.shown_dispositions) for context in contexts),
        "commitments": commitments,
    }
    # A number of zero is left out, but for that of commitments where all are zero.
    kept = [key for key, number in numbers.items() if number] or ["commitments"]
    held = listing([_number(key, numbers[key], language) for key in kept], language)
    if len(records) > 1:
        said = counted("records", len(records), language)
        return label("opening.many", language, records=said, held=held)
    return label("opening.one", language, document=_the_source(contexts[0]), held=held)


def _counted(key: str, number: int, language: Language) -> str:
    """A number with its noun, on one line: "2 commitments"."""
    return counted(key, number, language).replace(" ", "\N{NO-BREAK SPACE}", 1)


def _the_source(context: ReadingContext) -> str:
    """The paper that a record is of, with its article: "de brief van 29 april 2010 (...)"."""
    record, language = context.record, context.language
    name = context.document(record.source)
    document = context.find_document(record.source)
    if document is None:
        return name
    bare = kind_of(record, document, language)
    the = label(f"briefing_the.{kind_key(record, document)}", language)
    left = name.removeprefix(dated(document, bare, language))
    the = dated(document, the, language) + left
    names = [with_article(context.party(id), language) for id in who_asked(record, document)]
    if not names:
        return the
    return label("opening.questions_of", language, paper=the, names=listing(names, language))


def _pressing(stage: Stage, rows: list[StatementRow], language: Language) -> Pressing:
    left = len(rows) - _LISTED
    return Pressing(
        key=stage.value,
        label=label(f"stage.{stage.value}", language),
        commitments=tuple((_pointer(row), _whose(row)) for row in rows[:_LISTED]),
        more=counted_in_words("statements_left", left, language) if left > 0 else None,
    )


def _pointer(row: StatementRow) -> Pointer:
    context, summary = row.context, row.entry.summary
    spoken = summary.language(context.language)
    return Pointer(
        text=context.text(summary) or row.entry.id,
        record=context.record.id,
        entry=row.entry.id,
        language=None if spoken == context.language else spoken,
    )


def _whose(row: StatementRow) -> str:
    """Whose it is, and until when it was due."""
    context, now = row.context, row.progress
    names = [capital(context.code("parties", id)) for id in now.owners]
    until = last_day_words(context.record, now, context.language)
    entered = no_document_shows_term(now) and label("briefing.moved_by_none", context.language)
    return ", ".join(each for each in (*names, until, entered) if each)


def _number(key: str | None, number: int, language: Language) -> str:
    """Return a number; for zero, the word for none."""
    if number:
        return str(number) if key is None else _counted(key, number, language)
    return label("opening.none" if key is None else f"opening.no_{key}", language)
