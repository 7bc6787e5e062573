"""What a budget annex shows, read back from its note, for the tests of it."""

import datetime as dt
from collections.abc import Iterator

from notes_read import blocks_under, plain_text
from ssrpolicy import PolicyRecord
from ssrpolicy.views import Block, Bullets, Grid, Note, Paragraph, annex

LATER = dt.date(2011, 12, 31)
TABLES = (
    "Afgehandelde moties",
    "Moties in behandeling",
    "Afgehandelde toezeggingen",
    "Toezeggingen in behandeling",
)


def rows(note: Note, heading: str) -> dict[str, tuple[str, ...]]:
    """The rows of the table below a heading: the cells by the id of what the row is about.

    The cells are the description, the paper and so on; the number of the row is left out.
    """
    return {
        id.partition("#")[2]: tuple(plain_text(cell) for cell in cells[1:])
        for block in blocks_under(note, heading)
        if isinstance(block, Grid)
        for id, cells in zip(block.ids, block.rows, strict=True)
    }


def sentences(note: Note, heading: str) -> list[str]:
    """The paragraphs and list items below a heading."""
    return list(_sentences(blocks_under(note, heading)))


def _sentences(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain_text(block.runs)
        elif isinstance(block, Bullets):
            yield from (plain_text(item) for item in block.items)


def placed(record: PolicyRecord, *, as_of: dt.date = LATER) -> dict[str, str]:
    """In which of the four tables each motion and commitment stands."""
    note = annex([record], as_of=as_of, language="nl")
    return {id: heading for heading in TABLES for id in rows(note, heading)}


def state(record: PolicyRecord, id: str = "report", *, as_of: dt.date = LATER) -> str:
    """What the annex says of how a motion or commitment stands."""
    note = annex([record], as_of=as_of, language="nl")
    return next(rows(note, heading)[id][-1] for heading in TABLES if id in rows(note, heading))
