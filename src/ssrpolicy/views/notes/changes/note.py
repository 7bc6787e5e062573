"""What changed between two days: commitments, updates, terms, evidence, delay and silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from ssrpolicy.model.progress import check_day
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import Language
from ssrpolicy.views.language import capital, counted, in_words, label, long_date, one_or_many
from ssrpolicy.views.notes.blocks import Block, Bullets, Heading, Note, Paragraph, Run, Runs
from ssrpolicy.views.notes.changes.found import Found
from ssrpolicy.views.notes.changes.silence import LONGEST_SILENCE, STALE_AFTER
from ssrpolicy.views.notes.changes.tables import sections
from ssrpolicy.views.notes.expansion import Expander
from ssrpolicy.views.notes.frame import facts, framed, parts_of, title_of
from ssrpolicy.views.notes.grids import overview


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
    parts = parts_of(records, as_of=as_of, language=language)
    found = [Found(part=part, since=since, stale_after=stale_after) for part in parts]
    days = {"since": long_date(since, language), "date": long_date(as_of, language)}
    expander = Expander()
    about = label("changes.about", language, days=counted("days", stale_after, language), **days)
    blocks = [
        Paragraph((Run(about, language),)),
        *(_one(found[0], expander) if len(found) == 1 else _many(found, language, expander)),
    ]
    return framed(
        parts,
        title=title_of("changes", parts),
        subject=label("changes.subject", language, **days),
        head=facts("changes", ("period", label("changes.period_text", language, **days)), parts),
        blocks=blocks,
    )


def _one(found: Found, expander: Expander) -> list[Block]:
    language, level = found.part.language, found.part.level
    blocks: list[Block] = [Heading(level, label("changes.in_short", language))]
    items = tuple(_amounts(found))
    blocks.append(Bullets(items) if items else found.part.paragraph("changes.nothing"))
    return [*blocks, *expander.blocks(sections(found), found.part.abbreviations)]


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
    few = one_or_many(f"changes_amount.{key}", amount)
    return label(few, language, number=words, Number=capital(words))


def _many(found: Sequence[Found], language: Language, expander: Expander) -> list[Block]:
    """An overview with a row for each record, and a section for each in which something changed."""
    changed = [each for each in found if not each.is_empty]
    rows = []
    for each in found:
        anchor = None if each.is_empty else each.part.anchor
        rows.append(
            (each.part.record.id, Run(each.part.title, language, anchor=anchor), each.numbers)
        )
    widths = (0.19, 0.125, 0.13, 0.135, 0.17, 0.125, 0.125)
    blocks: list[Block] = [
        Heading(1, label("changes.overview", language)),
        overview("changes_grid", widths, rows, language),
    ]
    if not changed:
        blocks.append(Paragraph((Run(label("changes.nothing", language), language),)))
    for each in changed:
        blocks.append(Heading(1, each.part.title, each.part.anchor))
        blocks += expander.blocks(sections(each), each.part.abbreviations)
    return blocks
