"""The budget annex: motions and commitments, dealt with and in hand, each with where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TypeAlias

from ssrpolicy.model import Commitment, Language, PolicyRecord
from ssrpolicy.views.language import capital, one_or_many
from ssrpolicy.views.notes.annex.motions import description, left_out, motion_state
from ssrpolicy.views.notes.annex.state import commitment_state
from ssrpolicy.views.notes.blocks import Block, Bullets, Note, Runs, grid, lines
from ssrpolicy.views.notes.expansion import Expander
from ssrpolicy.views.notes.frame import facts, framed, paper_link, parts_of
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import records_given

_COLUMNS = {"description": 0.4, "paper": 0.2, "state": 0.4}

AnnexRow: TypeAlias = tuple[Part, str, tuple[Runs, ...]]
"""A motion or commitment: the part and full id, and its description, paper and state."""


def annex(
    records: PolicyRecord | Iterable[PolicyRecord], *, as_of: dt.date, language: Language
) -> Note:
    """Return the annex "Motions and commitments" of one record or many, as of a day.

    It has four tables: motions dealt with and in hand, commitments dealt with and in hand; which
    are, says :class:`ssrpolicy.model.Handling`. That is not "done": what evidence shows is said
    in each row. Motions of which the outcome of the vote is not recorded stand in a fifth. The
    rows of all records stand together, the earliest first, but for a commitment that another
    superseded, which stands below that one. What was said after ``as_of`` is left out, and so are
    motions that were not accepted or were replaced; each is named below the tables.
    Abbreviations are expanded where they are first used.
    """
    given = records_given(records, as_of=as_of, language=language)
    parts = parts_of(given, as_of=as_of, language=language)
    note, expander, day = parts[0], Expander(), parts[0].day(as_of)
    return framed(
        parts,
        title=note.words("annex.title"),
        subject=note.words("annex.subject", date=day),
        head=facts("annex", ("as_of", day), parts),
        blocks=[
            note.paragraph("annex.about"),
            *_motions(note, expander),
            *_commitments(parts, expander),
        ],
    )


def _motions(note: Part, expander: Expander) -> list[Block]:
    rows: dict[str, list[AnnexRow]] = {"finished": [], "in_hand": [], "unknown": []}
    reasons = []
    for motion in note.handling.motions:
        part = note.parts[motion.record.id]
        if (reason := left_out(note, motion)) is not None:
            reasons.append((part.run(reason),))
            continue
        paper = (paper_link(part, motion.document.id),)
        cells = (description(note, motion), paper, motion_state(note, motion))
        state = "finished" if motion.dealt_with else "in_hand"
        rows[state if motion.outcome else "unknown"].append((part, motion.full_id, cells))
    blocks = _tables(note, expander, "motions", rows)
    if reasons:
        blocks.append(note.paragraph(one_or_many("annex.left_out", len(reasons))))
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
    rows: dict[str, list[AnnexRow]] = {"finished": [], "in_hand": []}
    for part, commitment in _below_successors(made):
        documents = dict.fromkeys(quote.document for quote in commitment.quotes)
        papers = lines(*((paper_link(part, id),) for id in documents))
        cells = (part.summary(commitment), papers, commitment_state(part, commitment))
        finished = note.handling.dealt_with(part.record, commitment.id)
        full_id = part.record.full_id(commitment.id)
        rows["finished" if finished else "in_hand"].append((part, full_id, cells))
    blocks = _tables(note, expander, "commitments", rows)
    if later := len(every) - len(made):
        number = capital(note.in_words(later))
        key = one_or_many("annex.later", later)
        blocks.append(note.paragraph(key, date=note.day(note.as_of), number=number))
    return blocks


def _below_successors(
    made: Sequence[tuple[dt.date, Part, Commitment]],
) -> Iterator[tuple[Part, Commitment]]:
    """Yield commitments by date, each followed by those that it superseded."""
    by_id = {part.record.full_id(each.id): (part, each) for _, part, each in made}
    below: dict[str, list[str]] = {}
    for full_id, (part, each) in by_id.items():
        for above in part.handling.successors(part.record, each.id):
            if above in by_id:
                below.setdefault(above, []).append(full_id)
                break
    inner = {each for found in below.values() for each in found}
    ordered = [part.record.full_id(each.id) for _, part, each in sorted(made, key=itemgetter(0))]
    # Commitments that supersede each other have none above them: they keep their place.
    waiting, given = [*(e for e in ordered if e not in inner), *ordered], set()
    while waiting:
        full_id = waiting.pop(0)
        if full_id not in given:
            given.add(full_id)
            waiting[:0] = below.get(full_id, ())
            yield by_id[full_id]


def _tables(
    note: Part, expander: Expander, what: str, rows: Mapping[str, Sequence[AnnexRow]]
) -> list[Block]:
    """Tables under their headings, or the sentence that there is nothing for one."""
    blocks: list[Block] = []
    for state, found in rows.items():
        if state == "unknown" and not found:
            continue
        expanded = [
            (id, tuple(expander.runs(runs, part.abbreviations) for runs in cells))
            for part, id, cells in found
        ]
        blocks.append(note.heading(f"annex.{what}_{state}", 1))
        if state == "unknown":
            blocks.append(note.paragraph("annex.unknown_about"))
        blocks.append(
            grid(f"annex_grid.{what}", _COLUMNS, expanded, note.language)
            if expanded
            else note.paragraph(f"annex.no_{what}_{state}")
        )
    return blocks
