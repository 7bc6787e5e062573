"""The budget annex: motions and commitments, dealt with and in hand, each with where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ssrpolicy.evidence.anchoring import anchors
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.statements import Commitment
from ssrpolicy.model.texts import Language
from ssrpolicy.views.language.dates import long_date, number
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.language.numerals import in_words
from ssrpolicy.views.notes.abbreviations import Abbreviations
from ssrpolicy.views.notes.annex import motions as annex_motions
from ssrpolicy.views.notes.annex import state as annex_state
from ssrpolicy.views.notes.annex.motions import Motion
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
from ssrpolicy.views.notes.expansion import WritingOut
from ssrpolicy.views.notes.frame import called, day_of, framed, paper_link, parts_of
from ssrpolicy.views.notes.part import Part, lines

_COLUMNS = {"description": 0.4, "paper": 0.2, "state": 0.4}

Row = tuple[Part, str, tuple[Runs, ...]]
"""A motion or commitment: the part and full id, and its description, paper and state."""


def annex(records: Sequence[PolicyRecord], *, as_of: dt.date, language: Language) -> Note:
    """Return the annex "Motions and commitments" of one record or many, as of a day.

    It has four tables: motions dealt with and in hand, commitments dealt with and in hand. A
    commitment is dealt with once it is reported as fulfilled, not pursued or transferred; when a
    motion is, says :attr:`Motion.finished`. That is not "done": what evidence shows is told in
    each row. The rows of all records stand together, the earliest first. What was said after
    ``as_of`` is left out, and so are motions that were not accepted or were replaced; each is
    named below the tables. Abbreviations are written out where they are first used.
    """
    parts = parts_of(records, as_of=as_of, language=language)
    tables = _Tables(parts)
    blocks = [*_motions(parts, tables), *_commitments(parts, tables)]
    day = long_date(as_of, language)
    about = Paragraph((Run(label("annex.about", language), language),))
    return framed(
        parts,
        title=label("annex.title", language),
        subject=label("annex.subject", language, date=day),
        head=Facts(tuple(_facts(parts, day))),
        blocks=[about, *blocks],
    )


def _facts(parts: Sequence[Part], day: str) -> list[tuple[str, Runs]]:
    language = parts[0].language
    facts: list[tuple[str, Runs]] = [(label("annex.as_of", language), (Run(day, language),))]
    if len(parts) == 1:
        name = Run(called(parts[0]), language)
        return [*facts, (label("annex.record", language), (name,))]
    amount = Run(number(len(parts), language), language)
    return [*facts, (label("annex.records", language), (amount,))]


# -- motions ---------------------------------------------------------------------------------------


def _motions(parts: Sequence[Part], tables: _Tables) -> list[Block]:
    found = annex_motions.motions(parts)
    replacing = annex_motions.replacements(found)
    reasons = {id(motion): annex_motions.left_out(motion, replacing) for motion in found}
    taken = [motion for motion in found if reasons[id(motion)] is None]
    finished = [motion for motion in taken if motion.finished]
    in_hand = [motion for motion in taken if not motion.finished]
    language = parts[0].language
    blocks = [
        *tables.table("motions", "finished", [_motion(motion) for motion in finished]),
        *tables.table("motions", "in_hand", [_motion(motion) for motion in in_hand]),
    ]
    said = [reason for reason in reasons.values() if reason is not None]
    if said:
        blocks.append(_sentence(language, "left_out_one" if len(said) == 1 else "left_out_many"))
        blocks.append(Bullets(tuple((Run(reason, language),) for reason in said)))
    return blocks


def _motion(motion: Motion) -> Row:
    papers = [(part, document.id) for part, document in motion.papers[:1]]
    return (
        motion.papers[0][0],
        motion.full_id,
        (
            annex_motions.description(motion),
            _found(papers),
            annex_motions.state(motion),
        ),
    )


# -- commitments -----------------------------------------------------------------------------------


def _commitments(parts: Sequence[Part], tables: _Tables) -> list[Block]:
    made, later = _made_until(parts)
    language = parts[0].language
    rows: dict[bool, list[Row]] = {True: [], False: []}
    for part, commitment in made:
        rows[part.now[commitment.id].closed].append(_commitment(part, commitment))
    blocks = [
        *tables.table("commitments", "finished", rows[True]),
        *tables.table("commitments", "in_hand", rows[False]),
    ]
    if later:
        date = long_date(parts[0].as_of, language)
        key = "later_one" if later == 1 else "later_many"
        blocks.append(
            _sentence(language, key, date=date, number=capital(in_words(later, language)))
        )
    return blocks


def _made_until(parts: Sequence[Part]) -> tuple[list[tuple[Part, Commitment]], int]:
    """The commitments by the date of their paper, and how many are of after the annex's day."""
    made: list[tuple[dt.date, Part, Commitment]] = []
    later = 0
    for part in parts:
        for commitment in anchors(part.record).in_reading_order(part.record.commitments):
            date = day_of(part.record, commitment.document)
            if date is not None and date > part.as_of:
                later += 1
            else:
                made.append((date or dt.date.max, part, commitment))
    made.sort(key=lambda found: found[0])
    return [(part, commitment) for _, part, commitment in made], later


def _commitment(part: Part, commitment: Commitment) -> Row:
    documents = dict.fromkeys(quote.document for quote in commitment.quotes)
    return (
        part,
        part.record.full_id(commitment.id),
        (
            (*part.full(commitment.summary), *part.sources(commitment.quotes)),
            _found([(part, document) for document in documents]),
            annex_state.state(part, commitment),
        ),
    )


# -- what all four tables share --------------------------------------------------------------------


def _found(papers: Sequence[tuple[Part, str]]) -> Runs:
    """Where papers can be found: each as it is cited, which leads to its public address."""
    return lines(*((paper_link(part, id),) for part, id in papers))


class _Tables:
    """Makes the tables in the order of reading; abbreviations are written out as they come."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._language = parts[0].language
        self._known = {id(part): Abbreviations(part.record, part.language) for part in parts}
        self._writing = WritingOut()

    def table(self, what: str, status: str, rows: Sequence[Row]) -> list[Block]:
        """Return a table under its heading, or the sentence that there is nothing for it."""
        language = self._language
        heading = Heading(1, label(f"annex.{what}_{status}", language))
        if not rows:
            return [heading, _sentence(language, f"no_{what}_{status}")]
        table = Grid(
            summary=label(f"annex_grid.{what}", language),
            header=tuple(label(f"annex_grid.{key}", language) for key in _COLUMNS),
            widths=tuple(_COLUMNS.values()),
            rows=tuple(self._written(part, cells) for part, _, cells in rows),
            ids=tuple(id for _, id, _ in rows),
        )
        return [heading, table]

    def _written(self, part: Part, cells: tuple[Runs, ...]) -> tuple[Runs, ...]:
        return tuple(self._writing.runs(runs, self._known[id(part)]) for runs in cells)


def _sentence(language: Language, key: str, **parts: str) -> Paragraph:
    return Paragraph((Run(label(f"annex.{key}", language, **parts), language),))
