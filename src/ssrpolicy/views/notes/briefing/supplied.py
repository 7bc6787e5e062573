"""What only a person can supply to a briefing note, and the places where it is still to come."""

from __future__ import annotations

import datetime as dt
import re

from attrs import frozen

from ssrpolicy.views.notes.blocks import Block, Look, Paragraph, Run, Runs, texts_of
from ssrpolicy.views.notes.part import Part

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@frozen(kw_only=True)
class Supplied:
    """What is on no record: to and from whom the note is, what is advised, and the politics of it.

    What is left out stands in the note as a place to fill in. ``deadline_reason`` says why the
    decision is needed on that day. ``annexes`` are the papers that go with the note, besides its
    own annexes. The texts of ``advice``, ``political_context`` and ``not_public`` may have
    paragraphs, separated by blank lines.

    Attributes:
        recipient: to whom the note is.
        sender: from whom it is.
        date: the day of the note.
        reference: what the sender files it under.
        deadline: by which day the decision is needed.
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


def first_page(part: Part, supplied: Supplied) -> list[tuple[str, Runs]]:
    """Return the first lines of the note's first page; what is not supplied is to be filled in."""
    day, reason = _day(part, supplied.deadline), supplied.deadline_reason
    texts = {
        "recipient": supplied.recipient,
        "sender": supplied.sender,
        "date": _day(part, supplied.date),
        "reference": supplied.reference,
        "deadline": f"{day} ({reason.strip()})" if day and reason else day or reason,
    }
    return [(part.words(f"briefing.{key}"), given(part, key, text)) for key, text in texts.items()]


def given(part: Part, key: str, text: str | None) -> Runs:
    """Return what is supplied in a person's own words, or else the place where it belongs."""
    if text is not None and text.strip():
        return (Run(text.strip(), part.language, verbatim=True),)
    return part.phrase(f"briefing.{key}_missing", Look.TO_FILL)


def paragraphs(part: Part, key: str, text: str | None) -> list[Block]:
    """Return a section that a person writes: its heading, and its paragraphs or their place."""
    pieces = [piece for piece in _BLANK_LINE.split(text or "") if piece.strip()] or [None]
    return [
        part.heading(f"briefing.{key}", 1),
        *(Paragraph(given(part, key, piece)) for piece in pieces),
    ]


def places_to_fill(blocks: list[Block]) -> int:
    """Return how many things of these blocks somebody is still to fill in; each counts once."""
    runs = (run for block in blocks for runs in texts_of(block) for run in runs)
    return len({run.text for run in runs if run.look is Look.TO_FILL})


def _day(part: Part, day: dt.date | None) -> str | None:
    return None if day is None else part.day(day)
