"""What only a person can supply to a briefing note, and the places where it is still to come."""

from __future__ import annotations

import datetime as dt
import re

from attrs import frozen

from ssrpolicy.model.texts import Language
from ssrpolicy.views.language import label, long_date
from ssrpolicy.views.notes.blocks import Block, Facts, Grid, Heading, Look, Paragraph, Run, Runs

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@frozen(kw_only=True)
class Supplied:
    """What is on no record: to and from whom the note is, what is advised, and the politics of it.

    What is left out stands in the note as a place to fill in. ``deadline_reason`` says why the
    decision is needed on that day. ``annexes`` are the papers that go with the note, beside its
    own annexes. The texts of ``advice``, ``political_context`` and ``not_public`` may have
    paragraphs, parted by blank lines.
    """

    recipient: str | None = None
    sender: str | None = None
    date: dt.date | None = None
    reference: str | None = None
    deadline: dt.date | None = None
    deadline_reason: str | None = None
    annexes: tuple[str, ...] = ()
    advice: str | None = None
    political_context: str | None = None
    not_public: str | None = None


def first_page(supplied: Supplied, language: Language) -> list[tuple[str, Runs]]:
    """Return the first lines of the note's first page; what is not supplied is to be filled in."""
    return [
        (label("briefing.recipient", language), given("recipient", supplied.recipient, language)),
        (label("briefing.sender", language), given("sender", supplied.sender, language)),
        (label("briefing.date", language), given("date", _day(supplied.date, language), language)),
        (label("briefing.reference", language), given("reference", supplied.reference, language)),
        (
            label("briefing.deadline", language),
            given("deadline", _deadline(supplied, language), language),
        ),
    ]


def given(key: str, text: str | None, language: Language) -> Runs:
    """Return what is supplied in a person's own words, or else the place where it belongs."""
    if text is not None and text.strip():
        return (Run(text.strip(), language, verbatim=True),)
    return (Run(label(f"briefing.{key}_missing", language), language, None, Look.TO_FILL),)


def paragraphs(key: str, text: str | None, language: Language) -> list[Block]:
    """Return a section that a person writes: its heading, and its paragraphs or their place."""
    pieces = [piece for piece in _BLANK_LINE.split(text or "") if piece.strip()] or [None]
    return [
        Heading(1, label(f"briefing.{key}", language)),
        *(Paragraph(given(key, piece, language)) for piece in pieces),
    ]


def places_to_fill(blocks: list[Block]) -> int:
    """Return how many things of these blocks somebody is still to fill in; each counts once."""
    runs = (run for block in blocks for run in _runs(block))
    return len({run.text for run in runs if run.look is Look.TO_FILL})


def _runs(block: Block) -> Runs:
    match block:
        case Heading() | Grid():
            # What only a person can supply stands in no heading and no table.
            return ()
        case Paragraph():
            return block.runs
        case Facts():
            return tuple(run for _, runs in block.rows for run in runs)
        case _:
            return tuple(run for item in block.items for run in item)


def _day(day: dt.date | None, language: Language) -> str | None:
    return None if day is None else long_date(day, language)


def _deadline(supplied: Supplied, language: Language) -> str | None:
    day, reason = _day(supplied.deadline, language), supplied.deadline_reason
    if day is None or not reason:
        return day or reason
    return f"{day} ({reason.strip()})"
