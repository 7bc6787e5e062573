"""The budget annex: motions and commitments, dealt with and in hand, each with where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ssrpolicy.model import Language, PolicyRecord
from ssrpolicy.views.language import capital, one_or_many
from ssrpolicy.views.notes.annex.motions import (
    description,
    left_out,
    motion_state,
    motions_of,
    replacements,
)
from ssrpolicy.views.notes.annex.state import commitment_state
from ssrpolicy.views.notes.blocks import Block, Bullets, Heading, Note, Runs, grid, lines
from ssrpolicy.views.notes.expansion import Expander
from ssrpolicy.views.notes.frame import facts, framed, paper_link, parts_of
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
    note, expander, day = parts[0], Expander(), parts[0].day(as_of)
    return framed(
        parts,
        title=note.words("annex.title"),
        subject=note.words("annex.subject", date=day),
        head=facts("annex", ("as_of", day), parts),
        blocks=[
            note.paragraph("annex.about"),
            *_motions(parts, expander),
            *_commitments(parts, expander),
        ],
    )


def _motions(parts: Sequence[Part], expander: Expander) -> list[Block]:
    found = motions_of(parts)
    replacing = replacements(found)
    rows: dict[bool, list[AnnexRow]] = {True: [], False: []}
    reasons = []
    for motion in found:
        part = motion.part
        if (reason := left_out(motion, replacing)) is not None:
            reasons.append((part.run(reason),))
            continue
        paper = (paper_link(part, motion.document.id),)
        cells = (description(motion), paper, motion_state(motion))
        rows[motion.finished].append((part, motion.full_id, cells))
    blocks = _tables(parts[0], expander, "motions", rows)
    if reasons:
        blocks.append(parts[0].paragraph(one_or_many("annex.left_out", len(reasons))))
        blocks.append(Bullets(tuple(reasons)))
    return blocks


def _commitments(parts: Sequence[Part], expander: Expander) -> list[Block]:
    note = parts[0]
    every = [
        (part.date_of(commitment.document) or dt.date.max, part, commitment)
        for part in parts
        for commitment in part.reading_order(part.record.commitments)
    ]
    made = [(day, part, each) for day, part, each in every if not part.is_later(each.document)]
    rows: dict[bool, list[AnnexRow]] = {True: [], False: []}
    for _, part, commitment in sorted(made, key=lambda found: found[0]):
        documents = dict.fromkeys(quote.document for quote in commitment.quotes)
        papers = lines(*((paper_link(part, id),) for id in documents))
        cells = (part.summary(commitment), papers, commitment_state(part, commitment))
        finished = part.progress[commitment.id].closed
        rows[finished].append((part, part.record.full_id(commitment.id), cells))
    blocks = _tables(note, expander, "commitments", rows)
    if later := len(every) - len(made):
        number = capital(note.in_words(later))
        key = one_or_many("annex.later", later)
        blocks.append(note.paragraph(key, date=note.day(note.as_of), number=number))
    return blocks


def _tables(
    note: Part, expander: Expander, what: str, rows: Mapping[bool, Sequence[AnnexRow]]
) -> list[Block]:
    """Two tables under their headings, or the sentence that there is nothing for one."""
    blocks: list[Block] = []
    for finished, key in ((True, f"{what}_finished"), (False, f"{what}_in_hand")):
        expanded = [
            (id, tuple(expander.runs(runs, part.abbreviations) for runs in cells))
            for part, id, cells in rows[finished]
        ]
        blocks += [
            Heading(1, note.words(f"annex.{key}")),
            grid(f"annex_grid.{what}", _COLUMNS, expanded, note.language)
            if expanded
            else note.paragraph(f"annex.no_{key}"),
        ]
    return blocks
