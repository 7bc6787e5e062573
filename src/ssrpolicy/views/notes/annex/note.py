"""The budget annex: motions and commitments, dealt with and in hand, each with where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ssrpolicy.model import Commitment, Language, PolicyRecord
from ssrpolicy.views.language import capital, one_or_many
from ssrpolicy.views.notes.annex.motions import (
    Motion,
    description,
    left_out,
    motion_state,
    motions_of,
    replacements,
)
from ssrpolicy.views.notes.annex.state import commitment_state
from ssrpolicy.views.notes.blocks import Block, Bullets, Grid, Heading, Note, Runs, lines
from ssrpolicy.views.notes.expansion import Expander
from ssrpolicy.views.notes.frame import facts, framed, paper_link, parts_of
from ssrpolicy.views.notes.grids import grid
from ssrpolicy.views.notes.part import Part

_COLUMNS = {"description": 0.4, "paper": 0.2, "state": 0.4}

AnnexRow: TypeAlias = tuple[Part, str, tuple[Runs, ...]]
"""A motion or commitment: the part and full id, and its description, paper and state."""


def annex(records: Sequence[PolicyRecord], *, as_of: dt.date, language: Language) -> Note:
    """Return the annex "Motions and commitments" of one record or many, as of a day.

    It has four tables: motions dealt with and in hand, commitments dealt with and in hand. A
    commitment is dealt with once it is reported as fulfilled, not pursued or transferred; when a
    motion is, says :attr:`Motion.finished`. That is not "done": what evidence shows is said in
    each row. The rows of all records stand together, the earliest first. What was said after
    ``as_of`` is left out, and so are motions that were not accepted or were replaced; each is
    named below the tables. Abbreviations are expanded where they are first used.
    """
    parts = parts_of(records, as_of=as_of, language=language)
    note, tables = parts[0], _Tables(parts[0])
    day = note.day(as_of)
    return framed(
        parts,
        title=note.words("annex.title"),
        subject=note.words("annex.subject", date=day),
        head=facts("annex", ("as_of", day), parts),
        blocks=[
            note.paragraph("annex.about"),
            *_motions(parts, tables),
            *_commitments(parts, tables),
        ],
    )


def _motions(parts: Sequence[Part], tables: _Tables) -> list[Block]:
    found = motions_of(parts)
    replacing = replacements(found)
    rows: dict[bool, list[AnnexRow]] = {True: [], False: []}
    reasons = []
    for motion in found:
        reason = left_out(motion, replacing)
        if reason is None:
            rows[motion.finished].append(_motion(motion))
        else:
            reasons.append((motion.part.run(reason),))
    blocks = tables.finished_and_in_hand("motions", rows)
    if reasons:
        blocks.append(parts[0].paragraph(one_or_many("annex.left_out", len(reasons))))
        blocks.append(Bullets(tuple(reasons)))
    return blocks


def _motion(motion: Motion) -> AnnexRow:
    part, paper = motion.part, (paper_link(motion.part, motion.document.id),)
    return part, motion.full_id, (description(motion), paper, motion_state(motion))


def _commitments(parts: Sequence[Part], tables: _Tables) -> list[Block]:
    made, later = _made_until(parts)
    rows: dict[bool, list[AnnexRow]] = {True: [], False: []}
    for part, commitment in made:
        rows[part.progress[commitment.id].closed].append(_commitment(part, commitment))
    blocks = tables.finished_and_in_hand("commitments", rows)
    if later:
        note = parts[0]
        number = capital(note.in_words(later))
        key = one_or_many("annex.later", later)
        blocks.append(note.paragraph(key, date=note.day(note.as_of), number=number))
    return blocks


def _made_until(parts: Sequence[Part]) -> tuple[list[tuple[Part, Commitment]], int]:
    """The commitments by the date of their paper, and how many are of after the annex's day."""
    made: list[tuple[dt.date, Part, Commitment]] = []
    later = 0
    for part in parts:
        for commitment in part.reading_order(part.record.commitments):
            date = part.date_of(commitment.document)
            if date is not None and date > part.as_of:
                later += 1
            else:
                made.append((date or dt.date.max, part, commitment))
    made.sort(key=lambda found: found[0])
    return [(part, commitment) for _, part, commitment in made], later


def _commitment(part: Part, commitment: Commitment) -> AnnexRow:
    documents = dict.fromkeys(quote.document for quote in commitment.quotes)
    papers = lines(*((paper_link(part, id),) for id in documents))
    cells = (part.summary(commitment), papers, commitment_state(part, commitment))
    return part, part.record.full_id(commitment.id), cells


class _Tables:
    """Makes the tables in the order of reading, and expands abbreviations as they come."""

    def __init__(self, note: Part) -> None:
        self._note = note
        self._expander = Expander()

    def finished_and_in_hand(
        self, what: str, rows: Mapping[bool, Sequence[AnnexRow]]
    ) -> list[Block]:
        """Return two tables under their headings, or the sentence that there is nothing for one."""
        blocks: list[Block] = []
        for finished, key in ((True, f"{what}_finished"), (False, f"{what}_in_hand")):
            blocks.append(Heading(1, self._note.words(f"annex.{key}")))
            if rows[finished]:
                blocks.append(self._table(what, rows[finished]))
            else:
                blocks.append(self._note.paragraph(f"annex.no_{key}"))
        return blocks

    def _table(self, what: str, rows: Sequence[AnnexRow]) -> Grid:
        expanded = (
            (id, tuple(self._expander.runs(runs, part.abbreviations) for runs in cells))
            for part, id, cells in rows
        )
        return grid(f"annex_grid.{what}", _COLUMNS, expanded, self._note.language)
