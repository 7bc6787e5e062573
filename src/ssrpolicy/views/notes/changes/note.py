"""What changed between two days: commitments, updates, terms, evidence, delay and silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from ssrpolicy.arguments import check_number
from ssrpolicy.messages import _
from ssrpolicy.model import Handling, Language, PolicyRecord, check_day, invalid_value
from ssrpolicy.selection import Chosen
from ssrpolicy.views.language import capital, counted, one_or_many
from ssrpolicy.views.notes.blocks import Block, Bullets, Heading, Note, Paragraph, Runs, overview
from ssrpolicy.views.notes.changes import LONGEST_SILENCE, STALE_AFTER
from ssrpolicy.views.notes.changes.record_changes import RecordChanges
from ssrpolicy.views.notes.changes.tables import sections
from ssrpolicy.views.notes.expansion import Expander
from ssrpolicy.views.notes.frame import facts, framed, parts_of, title_of
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import records_given

_OVERVIEW = (
    *("overdue", "motions", "evidence", "terms", "documents", "commitments", "updates", "stale"),
)

# Names of records need what so many columns of numbers leave. Of more kinds the first of these have
# one each.
_COLUMNS = 5
_FIRST = (
    *("overdue", "evidence", "terms", "commitments", "motions", "documents", "updates", "stale"),
)


def changes(
    records: PolicyRecord | Iterable[PolicyRecord],
    *,
    since: dt.date,
    as_of: dt.date,
    language: Language,
    stale_after: int = STALE_AFTER,
    selection: Chosen | None = None,
) -> Note:
    """Return what changed after ``since``, up to and including ``as_of``.

    It says what became overdue, the motions that came to be dealt with, what evidence shows that
    it did not show before, the terms that were changed with the old and the new one, the papers of
    the period with all that they ask, answer and state, what these supersede or amend in any of
    the records, the other updates that changed something, the terms that ended, and the
    commitments of which nothing was recorded for ``stale_after`` days. A commitment that is dealt
    with, shown or superseded needs no update; updates that changed nothing are counted. Where
    nothing was reported and no term passed, that is said first. Who asks again from the last
    ``as_of`` gets every change once. Of several records there is a section for each in which
    something changed, below an overview. Abbreviations are expanded where they are first used.
    ``selection`` is what is reported of the records, None for everything.

    Raises ValueError when ``since`` is not before ``as_of``, or ``stale_after`` is not 1 to 36,500
    days.
    """
    check_day(since, "since")
    given = records_given(records, as_of=as_of, language=language, selection=selection)
    stale_after = check_number(stale_after, "stale_after")
    if since >= as_of:
        raise invalid_value(
            _("since is {since}, which is not before as_of, {as_of}", since=since, as_of=as_of)
        )
    if not 1 <= stale_after <= LONGEST_SILENCE:
        raise invalid_value(
            _(
                "stale_after is {stale_after}; it is 1 to {longest_silence} days",
                stale_after=stale_after,
                longest_silence=LONGEST_SILENCE,
            )
        )
    parts = parts_of(given, as_of=as_of, language=language, selection=selection)
    before = Handling(given, since)
    found = [
        RecordChanges(part=part, since=since, before=before, stale_after=stale_after)
        for part in parts
    ]
    note, expander = parts[0], Expander()
    days = {"since": note.day(since), "date": note.day(as_of)}
    silence = counted("days", stale_after, language)
    return framed(
        parts,
        title=title_of("changes", parts, **days),
        subject=note.words("changes.subject", **days),
        head=facts(note, "changes", {"period": note.words("changes.period_text", **days)}),
        blocks=[
            *_nothing(note, found),
            note.paragraph("changes.about", days=silence, **days),
            *(_one(found[0], expander) if len(found) == 1 else _many(found, expander)),
        ],
    )


def _nothing(note: Part, found: Sequence[RecordChanges]) -> list[Block]:
    """That nothing changed, or that nothing was reported and no term passed, where so."""
    if all(each.is_quiet and not each.stale for each in found):
        papers = (document for each in found for document in each.part.record.documents)
        dated = any(document.date is not None for document in papers)
        # Who recorded them in the period expects them here.
        more = [note.paragraph("changes.by_their_day")] if dated else []
        return [_calm(note, found, "nothing"), *more]
    if all(each.is_still for each in found):
        return [_calm(note, found, "still")]
    return []


def _calm(note: Part, found: Sequence[RecordChanges], key: str) -> Paragraph:
    """That all is calm; of what has no due date it cannot be said that no term passed."""
    ends = [each.part.progress[one.id].due for each in found for one in each.open]
    undated = ends.count(None)
    if undated and undated == len(ends):
        return note.paragraph(f"changes.{key}_undated")
    said = [note.words(f"changes.{key}")]
    if undated:
        number = note.in_words(undated)
        more = one_or_many("changes.no_end", undated)
        said.append(note.words(more, number=number, Number=capital(number)))
    return Paragraph((note.run(" ".join(said)),))


def _one(found: RecordChanges, expander: Expander) -> list[Block]:
    part, items = found.part, tuple(_amounts(found))
    short = [Bullets(items)] if items else []
    return [
        *part.section("changes.in_short", short),
        *expander.blocks(sections(found), part.abbreviations),
    ]


def _amounts(found: RecordChanges) -> Iterator[Runs]:
    """How much there is of each kind of change, in a sentence each."""
    part = found.part
    for kind, number in found.numbers.items():
        amounts = {part.noun_of(found.requests) if kind == "requests" else kind: number}
        if kind == "evidence":
            amounts["turned"] = sum(change.turned for change in found.evidence)
        said = [
            part.words(
                one_or_many(f"changes_amount.{key}", amount),
                number=part.in_words(amount),
                Number=capital(part.in_words(amount)),
            )
            for key, amount in amounts.items()
            if amount
        ]
        if said:
            yield (part.run(" ".join(said)),)


def _many(found: Sequence[RecordChanges], expander: Expander) -> list[Block]:
    """An overview with a row for each record, and a section for each in which something changed."""
    note, changed = found[0].part, [each for each in found if not each.is_empty]
    shown, others = _kinds(found)
    rows = []
    for each in found:
        anchor = each.part.anchor if each in changed else None
        numbers = {kind: each.numbers[kind] for kind in shown}
        if others:
            numbers["others"] = sum(each.numbers[kind] for kind in others)
        rows.append((each.part.record.id, note.run(each.part.title, anchor=anchor), numbers))
    blocks: list[Block] = [
        note.heading("changes.overview", 1),
        overview("changes_grid", rows, note.language),
    ]
    for each in changed:
        blocks.append(Heading(1, each.part.title, each.part.anchor, each.part.record.id))
        blocks += expander.blocks(sections(each), each.part.abbreviations)
    return blocks


def _kinds(found: Sequence[RecordChanges]) -> tuple[Sequence[str], Sequence[str]]:
    """Which kinds have a column of the overview, and which are counted together in its last.

    Of which there is none in any record, no column tells.
    """
    kinds = [kind for kind in _OVERVIEW if any(each.numbers[kind] for each in found)]
    if len(kinds) <= _COLUMNS:
        return kinds or _OVERVIEW[:_COLUMNS], ()
    first = [kind for kind in _FIRST if kind in kinds][: _COLUMNS - 1]
    return [kind for kind in kinds if kind in first], [kind for kind in kinds if kind not in first]
