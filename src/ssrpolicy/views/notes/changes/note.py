"""What changed between two days: commitments, updates, terms, evidence, delay and silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from ssrpolicy.model.progress import check_day
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import Language
from ssrpolicy.views.language.dates import long_date, number
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.language.numerals import counted_in_words, in_words
from ssrpolicy.views.language.quantities import counted
from ssrpolicy.views.notes.abbreviations import Abbreviations
from ssrpolicy.views.notes.blocks import (
    Block,
    Bullets,
    Facts,
    Grid,
    Heading,
    Note,
    Paragraph,
    Run,
    Runs,
)
from ssrpolicy.views.notes.changes.found import Found
from ssrpolicy.views.notes.changes.tables import sections
from ssrpolicy.views.notes.expansion import WritingOut
from ssrpolicy.views.notes.frame import called, framed, parts_of

STALE_AFTER = 180
"""For how many days nothing must have been recorded of a commitment to be long without an update:
half a year, the time between two debates on a budget."""

LONGEST_SILENCE = 36_500
"""The most days that can be asked for: a century."""


def changes(
    records: Sequence[PolicyRecord],
    *,
    since: dt.date,
    as_of: dt.date,
    language: Language,
    stale_after: int = STALE_AFTER,
) -> Note:
    """Return what changed after ``since``, up to and including ``as_of``.

    It tells what became overdue, what evidence shows that it did not show before, the terms that
    were changed with the old and the new one, the commitments of papers in the period, all other
    updates, and the commitments of which nothing was recorded for ``stale_after`` days. A
    commitment that is dealt with, shown or superseded needs no update. Who asks again from the
    last ``as_of`` gets every change once. Of several records there is a section for each in which
    something changed, below an overview. Abbreviations are written out where they are first used.

    Raises ValueError when ``since`` is not before ``as_of``, or ``stale_after`` is not 1 to 36,500
    days.
    """
    check_day(since, "since")
    check_day(as_of, "as_of")
    if since >= as_of:
        raise ValueError(f"since is {since}, which is not before as_of, {as_of}")
    if not 1 <= stale_after <= LONGEST_SILENCE:
        raise ValueError(f"stale_after is {stale_after}; it is 1 to {LONGEST_SILENCE} days")
    alone = len(records) == 1
    parts = parts_of(records, as_of=as_of, language=language, level=1 if alone else 2)
    found = [Found(part=part, since=since, stale_after=stale_after) for part in parts]
    days = {"since": long_date(since, language), "date": long_date(as_of, language)}
    writing = WritingOut()
    about = label("changes.about", language, days=counted("days", stale_after, language), **days)
    blocks = [
        Paragraph((Run(about, language),)),
        *(_one(found[0], writing) if alone else _many(found, language, writing)),
    ]
    return framed(
        parts,
        title=_title(found, language),
        subject=label("changes.subject", language, **days),
        head=Facts(tuple(_facts(found, label("changes.period_text", language, **days)))),
        blocks=blocks,
    )


def _title(found: Sequence[Found], language: Language) -> str:
    if len(found) == 1:
        return label("changes.title_one", language, name=called(found[0].part))
    records = counted_in_words("records", len(found), language)
    return label("changes.title_many", language, records=records)


def _facts(found: Sequence[Found], period: str) -> Iterator[tuple[str, Runs]]:
    language = found[0].part.language
    yield label("changes.period", language), (Run(period, language),)
    if len(found) == 1:
        name = called(found[0].part)
        yield label("changes.record", language), (Run(name, language),)
    else:
        amount = number(len(found), language)
        yield label("changes.records", language), (Run(amount, language),)


def _one(found: Found, writing: WritingOut) -> list[Block]:
    language, level = found.part.language, found.part.level
    blocks: list[Block] = [Heading(level, label("changes.in_short", language))]
    items = tuple(_amounts(found))
    if items:
        blocks.append(Bullets(items))
    else:
        blocks.append(Paragraph((Run(label("changes.nothing", language), language),)))
    return [*blocks, *writing.blocks(sections(found), _known(found))]


def _known(found: Found) -> Abbreviations:
    return Abbreviations(found.part.record, found.part.language)


def _amounts(found: Found) -> Iterator[Runs]:
    """How much there is of each kind of change, in a sentence each."""
    language = found.part.language
    for key, amount in found.numbers.items():
        if not amount:
            continue
        said = [_amount(key, amount, language)]
        if key == "evidence" and (turned := sum(change.turned for change in found.evidence)):
            said.append(_amount("turned", turned, language))
        yield (Run(" ".join(said), language),)


def _amount(key: str, amount: int, language: Language) -> str:
    words = in_words(amount, language)
    few = "one" if amount == 1 else "many"
    return label(f"changes_amount.{key}_{few}", language, number=words, Number=capital(words))


def _many(found: Sequence[Found], language: Language, writing: WritingOut) -> list[Block]:
    """An overview with a row for each record, and a section for each in which something changed."""
    changed = [any(each.numbers.values()) for each in found]
    rows = []
    for index, each in enumerate(found):
        anchor = _anchor(index) if changed[index] else None
        name = Run(called(each.part), language, anchor=anchor)
        amounts = (Run(number(amount, language), language) for amount in each.numbers.values())
        rows.append(((name,), *((amount,) for amount in amounts)))
    keys = ("record", *(f"number_{key}" for key in found[0].numbers))
    overview = Grid(
        summary=label("changes_grid.overview", language),
        header=tuple(label(f"changes_grid.{key}", language) for key in keys),
        widths=(0.19, 0.125, 0.13, 0.135, 0.17, 0.125, 0.125),
        rows=tuple(rows),
        ids=tuple(each.part.record.id for each in found),
    )
    blocks: list[Block] = [Heading(1, label("changes.overview", language)), overview]
    if not any(changed):
        blocks.append(Paragraph((Run(label("changes.nothing", language), language),)))
    for index, each in enumerate(found):
        if changed[index]:
            blocks.append(Heading(1, called(each.part), _anchor(index)))
            blocks += writing.blocks(sections(each), _known(each))
    return blocks


def _anchor(index: int) -> str:
    return f"record_{index + 1}"
