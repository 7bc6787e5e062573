"""What only a person can supply to a briefing note, and the places where it is still to come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from attrs import fields_dict, frozen

from ssrpolicy.fields import typed
from ssrpolicy.views.notes.blocks import Block, Facts, Look, Paragraph, Run, Runs, lines, texts_of
from ssrpolicy.views.notes.part import Part

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_BOXES = ("agreed", "not_agreed", "discuss")
SECTIONS = (
    "political_context",
    "alternatives",
    "risks",
    "communication",
    "coordination",
    "not_public",
)
"""The sections that only a person can write, in their order."""


@frozen(kw_only=True, field_transformer=typed)
class Supplied:
    """What is on no record: to and from whom the note is, what is advised, and the politics of it.

    What is left out of the head and of ``advice`` stands in the note as a place to fill in.
    ``deadline_reason`` says why the decision is needed on that day, ``annexes`` are the papers that
    go with the note. ``advice`` and the texts of the sections, from ``political_context`` to
    ``not_public``, may have paragraphs, separated by blank lines. A section is in the note where it
    has a text, or is among ``sections``: then there is a place to fill in.

    Attributes:
        recipient: to whom the note is.
        sender: from whom it is.
        date: the day of the note.
        reference: what the sender files it under.
        deadline: by which day the decision is needed.
        alternatives: which other decisions are possible.
        risks: which risks the decision carries.
        communication: how the decision will be announced.
        coordination: who was consulted.
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
    alternatives: str | None = None
    risks: str | None = None
    communication: str | None = None
    coordination: str | None = None
    not_public: str | None = None
    sections: tuple[str, ...] = ()


TEXTS = tuple(name for name in fields_dict(Supplied) if name != "sections")
"""The names of the texts and days that a person may supply."""


def head(part: Part, supplied: Supplied, more: Iterable[str] = ()) -> Facts:
    """Return the lines at the top of the note; what is not supplied is to be filled in.

    ``more`` are the annexes that the note has itself.
    """
    day, reason = _day(part, supplied.deadline), supplied.deadline_reason
    texts = {
        "recipient": supplied.recipient,
        "sender": supplied.sender,
        "date": _day(part, supplied.date),
        "reference": supplied.reference,
        "deadline": f"{day} ({reason.strip()})" if day and reason else day or reason,
    }
    annexes = [
        *((part.run(text),) for text in more),
        *(given(part, "annexes", text) for text in supplied.annexes or (None,)),
    ]
    return Facts(
        (
            *(
                (part.words(f"decision.{key}"), given(part, key, each))
                for key, each in texts.items()
            ),
            (part.words("decision.annexes"), lines(*annexes)),
            (part.words("briefing.as_of"), (part.run(part.day(part.as_of)),)),
        )
    )


def given(part: Part, key: str, text: str | None) -> Runs:
    """Return what is supplied in a person's own words, or else the place where it belongs."""
    if text is not None and text.strip():
        return (Run(text.strip(), part.language, verbatim=True),)
    return part.phrase(f"decision.{key}_missing", Look.TO_FILL)


def decision(part: Part, supplied: Supplied) -> list[Block]:
    """Return the section with the decision that is asked for, and the boxes to tick."""
    # Three spaces separate one box from the next.
    between = part.run("\u00a0\u00a0 ")
    ticked: list[Run] = []
    for key in _BOXES:
        ticked += [part.run(part.words(f"decision.{key}"), Look.BOX), between]
    ticked += part.phrase("decision.remark_missing", Look.TO_FILL)
    return [*_paragraphs(part, "advice", supplied.advice), Paragraph(tuple(ticked))]


def written_sections(part: Part, supplied: Supplied) -> list[Block]:
    """Return the sections that a person writes, those that are given or asked for."""
    blocks: list[Block] = []
    for key in SECTIONS:
        text: str | None = getattr(supplied, key)
        if (text is not None and text.strip()) or key in supplied.sections:
            blocks += _paragraphs(part, key, text)
    return blocks


def _paragraphs(part: Part, key: str, text: str | None) -> list[Block]:
    """A section that a person writes: its heading, and its paragraphs or their place."""
    pieces = [piece for piece in _BLANK_LINE.split(text or "") if piece.strip()] or [None]
    return [
        part.heading(f"decision.{key}", 1),
        *(Paragraph(given(part, key, piece)) for piece in pieces),
    ]


def places_to_fill(blocks: Sequence[Block]) -> int:
    """Return how many places of these blocks somebody is still to fill in or to tick off."""
    runs = (run for block in blocks for runs in texts_of(block) for run in runs)
    return sum(run.look is Look.TO_FILL for run in runs)


def _day(part: Part, day: dt.date | None) -> str | None:
    return None if day is None else part.day(day)
