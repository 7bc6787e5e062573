"""What a note of changes shows, read back from it, for the tests of it."""

import datetime as dt

from notes_read import blocks_under, plain_text
from ssrpolicy import Language, PolicyRecord
from ssrpolicy.views import Bullets, Grid, Note, Paragraph, changes
from ssrpolicy.views.notes.changes.record_changes import RecordChanges
from ssrpolicy.views.notes.frame import parts_of

SINCE, AS_OF = dt.date(2031, 6, 30), dt.date(2034, 4, 15)
"""The first and last day of the period in which the invented record changes."""


def found(
    record: PolicyRecord, since: dt.date, as_of: dt.date, *, stale_after: int = 180
) -> RecordChanges:
    """What changed in one record, before it is put into words."""
    (part,) = parts_of([record], as_of=as_of, language="nl")
    return RecordChanges(part=part, since=since, stale_after=stale_after)


def note_on(
    record: PolicyRecord, since: dt.date, as_of: dt.date, language: Language = "nl"
) -> Note:
    """The overview of one record."""
    return changes([record], since=since, as_of=as_of, language=language)


def rows(note: Note, heading: str) -> list[tuple[str, ...]]:
    """The rows of the table below a heading."""
    return [
        tuple(plain_text(cell) for cell in cells)
        for block in blocks_under(note, heading)
        if isinstance(block, Grid)
        for cells in block.rows
    ]


def sentences(note: Note, heading: str) -> list[str]:
    """The paragraphs and list items below a heading."""
    said: list[str] = []
    for block in blocks_under(note, heading):
        if isinstance(block, Paragraph):
            said.append(plain_text(block.runs))
        elif isinstance(block, Bullets):
            said += [plain_text(item) for item in block.items]
    return said
