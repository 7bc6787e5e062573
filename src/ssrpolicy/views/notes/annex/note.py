"""The budget annex: motions and commitments, dealt with and in hand, each with where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypeAlias

from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.statements import Commitment
from ssrpolicy.model.texts import Language
from ssrpolicy.views.language import capital, in_words, label, long_date, one_or_many
from ssrpolicy.views.notes.annex import motions as annex_motions
from ssrpolicy.views.notes.annex import state as annex_state
from ssrpolicy.views.notes.annex.motions import Motion
from ssrpolicy.views.notes.blocks import Block, Bullets, Heading, Note, Paragraph, Run, Runs, lines
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
    named below the tables. Abbreviations are written out where they are first used.
    """
    parts = parts_of(records, as_of=as_of, language=language)
    tables = _Tables(language)
    blocks = [*_motions(parts, tables), *_commitments(parts, tables)]
    day = long_date(as_of, language)
    about = Paragraph((Run(label("annex.about", language), language),))
    return framed(
        parts,
        title=label("annex.title", language),
        subject=label("annex.subject", language, date=day),
        head=facts("annex", ("as_of", day), parts),
        blocks=[about, *blocks],
    )


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
        blocks.append(_sentence(language, one_or_many("left_out", len(said))))
        blocks.append(Bullets(tuple((Run(reason, language),) for reason in said)))
    return blocks


def _motion(motion: Motion) -> AnnexRow:
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
    rows: dict[bool, list[AnnexRow]] = {True: [], False: []}
    for part, commitment in made:
        rows[part.progress[commitment.id].closed].append(_commitment(part, commitment))
    blocks = [
        *tables.table("commitments", "finished", rows[True]),
        *tables.table("commitments", "in_hand", rows[False]),
    ]
    if later:
        date = long_date(parts[0].as_of, language)
        key = one_or_many("later", later)
        blocks.append(
            _sentence(language, key, date=date, number=capital(in_words(later, language)))
        )
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
    return (
        part,
        part.record.full_id(commitment.id),
        (
            part.summary(commitment),
            _found([(part, document) for document in documents]),
            annex_state.state(part, commitment),
        ),
    )


# -- what all four tables share --------------------------------------------------------------------


def _found(papers: Sequence[tuple[Part, str]]) -> Runs:
    """Where papers can be found: each as it is cited, which leads to its public address."""
    return lines(*((paper_link(part, id),) for part, id in papers))


class _Tables:
    """Makes the tables in the order of reading, and expands abbreviations as they come."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._expander = Expander()

    def table(self, what: str, status: str, rows: Sequence[AnnexRow]) -> list[Block]:
        """Return a table under its heading, or the sentence that there is nothing for it."""
        language = self._language
        heading = Heading(1, label(f"annex.{what}_{status}", language))
        if not rows:
            return [heading, _sentence(language, f"no_{what}_{status}")]
        expanded = (
            (id, tuple(self._expander.runs(runs, part.abbreviations) for runs in cells))
            for part, id, cells in rows
        )
        return [heading, grid(f"annex_grid.{what}", _COLUMNS, expanded, language)]


def _sentence(language: Language, key: str, **parts: str) -> Paragraph:
    return Paragraph((Run(label(f"annex.{key}", language, **parts), language),))
