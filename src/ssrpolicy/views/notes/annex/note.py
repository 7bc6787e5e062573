"""The budget annex: motions and commitments, dealt with and in hand, each with where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import TypeAlias

from ssrpolicy.model import Commitment, Language, PolicyRecord
from ssrpolicy.selection import Chosen
from ssrpolicy.views.language import capital, number, one_or_many
from ssrpolicy.views.notes.annex.motions import (
    description,
    expected,
    left_out,
    motion_state,
    responsible,
)
from ssrpolicy.views.notes.annex.state import commitment_state, expected_date
from ssrpolicy.views.notes.blocks import Block, Bullets, Note, Runs, grid, lines
from ssrpolicy.views.notes.expansion import Expander
from ssrpolicy.views.notes.frame import facts, framed, paper_link, parts_of
from ssrpolicy.views.notes.order import below_successors
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import records_given

# What is dealt with is not expected any longer.
_FINISHED = ("number", "description", "paper", "owner", "state")
_IN_HAND = ("number", "description", "paper", "owner", "expected", "state")

AnnexRow: TypeAlias = tuple[Part, str, tuple[Runs, ...]]
"""A motion or commitment: the part and full id, and its cells but for the number of the row."""


def annex(
    records: PolicyRecord | Iterable[PolicyRecord],
    *,
    as_of: dt.date,
    language: Language,
    selection: Chosen | None = None,
) -> Note:
    """Return the annex "Motions and commitments" of one record or many, as of a day.

    It has four tables: motions dealt with and in hand, commitments dealt with and in hand, each row
    with its number, who is responsible and, in hand, the expected date. Dealt with is not the same
    as done (see :class:`ssrpolicy.model.Handling`): each row says what the evidence shows.
    Motions of which the outcome of the vote is not recorded stand in a fifth table. The rows of all
    records stand together, the earliest first, but for a commitment that another superseded, which
    stands below that one. What was said after ``as_of`` is left out, and so are motions that were
    not accepted or were replaced; each is named below the tables. Where nothing is recorded of how
    a commitment stands, there is a place to fill that in.
    Abbreviations are expanded where they are first used.
    ``selection`` is what is reported of the records, None for everything.
    """
    given = records_given(records, as_of=as_of, language=language, selection=selection)
    parts = parts_of(given, as_of=as_of, language=language, selection=selection)
    note, expander, day = parts[0], Expander(), parts[0].day(as_of)
    motions = _motions(note)
    numbered = sum(len(rows) for rows in motions.values())
    several = {"records": number(len(parts), language)}
    about = {"record": note.title} if len(parts) == 1 else several
    return framed(
        parts,
        title=note.words("annex.title"),
        subject=note.words("annex.subject", date=day),
        head=facts(note, "annex", {"as_of": day, **about}),
        blocks=[
            note.paragraph("annex.about"),
            *_tables(note, expander, "motions", motions, 1),
            *_left_out(note),
            *_commitments(parts, expander, numbered + 1),
        ],
    )


def _motions(note: Part) -> Mapping[str, Sequence[AnnexRow]]:
    """The rows of the motions that are not left out, by their table."""
    rows: dict[str, list[AnnexRow]] = {"finished": [], "in_hand": [], "unknown": []}
    for motion in note.handling.motions:
        part = note.parts[motion.record.id]
        if left_out(note, motion) is not None or not part.shows(motion.document):
            continue
        paper = (paper_link(part, motion.document.id, in_full=len(note.parts) > 1),)
        state = "finished" if motion.dealt_with else "in_hand"
        table = state if motion.outcome else "unknown"
        about = (description(note, motion), paper, responsible(note, motion))
        dates = () if table == "finished" else (expected(note, motion),)
        cells = (*about, *dates, motion_state(note, motion))
        rows[table].append((part, motion.full_id, cells))
    return rows


def _left_out(note: Part) -> list[Block]:
    """The motions that are not in the annex, each with the reason.

    One without a date that only a later paper cites is not known yet, and not named.
    """
    every = (
        left_out(note, motion)
        for motion in note.handling.motions
        if not (motion.is_later and motion.document.date is None)
        and note.parts[motion.record.id].shows(motion.document)
    )
    reasons = tuple((note.run(reason),) for reason in every if reason is not None)
    if not reasons:
        return []
    return [note.paragraph(one_or_many("annex.left_out", len(reasons))), Bullets(reasons)]


def _commitments(parts: Sequence[Part], expander: Expander, first: int) -> list[Block]:
    note = parts[0]
    made = [
        (part.date_of(commitment.document) or dt.date.max, part, commitment)
        for part in parts
        for commitment in part.reading_order(part.shown_commitments)
    ]
    known: dict[str, list[tuple[dt.date, Part, Commitment]]] = {"finished": [], "in_hand": []}
    for day, part, each in made:
        finished = note.handling.dealt_with(part.record, each.id)
        known["finished" if finished else "in_hand"].append((day, part, each))
    # Of several that took the place of one, it stands below the one that is in its own table.
    tables = {table: list(below_successors(found)) for table, found in known.items()}
    ordered = (part.record.full_id(each.id) for rows in tables.values() for part, each in rows)
    numbers = {full_id: number for number, full_id in enumerate(ordered, start=first)}
    rows = {
        table: [
            (part, part.record.full_id(each.id), _commitment(part, each, table, numbers))
            for part, each in found
        ]
        for table, found in tables.items()
    }
    blocks = _tables(note, expander, "commitments", rows, first)
    if later := sum(len(part.later_commitments) for part in parts):
        number = capital(note.in_words(later))
        key = one_or_many("annex.later", later)
        blocks.append(note.paragraph(key, date=note.day(note.as_of), number=number))
    return blocks


def _commitment(
    part: Part, commitment: Commitment, table: str, numbers: Mapping[str, int]
) -> tuple[Runs, ...]:
    documents = dict.fromkeys(quote.document for quote in commitment.quotes)
    owners = part.progress[commitment.id].owners
    return (
        part.summary(commitment),
        lines(*((paper_link(part, id, in_full=len(part.parts) > 1),) for id in documents)),
        (part.run(part.parties_in_full(owners)),) if owners else part.phrase("annex.not_named"),
        *((expected_date(part, commitment),) if table == "in_hand" else ()),
        commitment_state(part, commitment, numbers),
    )


def _tables(
    note: Part, expander: Expander, what: str, rows: Mapping[str, Sequence[AnnexRow]], first: int
) -> list[Block]:
    """Tables under their headings, or the sentence that there is nothing for one.

    The rows are numbered on from ``first``.
    """
    blocks: list[Block] = []
    numbers = count(first)
    for state, found in rows.items():
        if state == "unknown" and not found:
            continue
        expanded = [
            (
                id,
                (
                    (note.run(str(next(numbers))),),
                    *(expander.runs(runs, part.abbreviations) for runs in cells),
                ),
            )
            for part, id, cells in found
        ]
        blocks.append(note.heading(f"annex.{what}_{state}", 1))
        if state == "unknown":
            blocks.append(note.paragraph("annex.unknown_about"))
        columns = _FINISHED if state == "finished" else _IN_HAND
        blocks.append(
            grid(f"annex_grid.{what}", columns, expanded, note.language)
            if expanded
            else note.paragraph(f"annex.no_{what}_{state}")
        )
    return blocks
