"""What a reader sees of a note before any format, for the tests of every kind of note."""

import datetime as dt
from collections.abc import Iterator

from ssrpolicy import Language, PolicyRecord
from ssrpolicy.views import (
    Block,
    Bullets,
    Contents,
    Facts,
    Grid,
    Heading,
    Note,
    Paragraph,
    Run,
    Runs,
    dossier,
)

AS_OF = dt.date(2010, 12, 31)
INVENTED_AS_OF = dt.date(2034, 4, 15)
LATER = dt.date(2011, 12, 31)


def text(runs: Runs) -> str:
    """Runs as a reader sees them; a reference is its number in brackets."""
    return "".join(f"{run.text}[{run.source}]" if run.source else run.text for run in runs)


def plain_text(runs: Runs) -> str:
    """Runs as a reader sees them, without references."""
    return "".join(run.text for run in runs)


def runs_of(block: Block) -> Iterator[Runs]:
    """The stretches of running text of a block."""
    match block:
        case Contents():
            pass
        case Heading():
            yield (Run(block.text, ""),)
        case Paragraph():
            yield block.runs
        case Bullets():
            yield from block.items
        case Facts():
            yield from (value for _, value in block.rows)
        case Grid():
            yield from (cell for row in block.rows for cell in row)


def blocks_under(note: Note, heading: str) -> list[Block]:
    """The blocks below a heading, up to the next heading."""
    found: list[Block] = []
    here = False
    for block in note.blocks:
        if isinstance(block, Heading):
            here = block.text == heading
        elif here:
            found.append(block)
    return found


def under(note: Note, heading: str) -> list[str]:
    """The texts below a heading, up to the next heading."""
    return [text(runs) for block in blocks_under(note, heading) for runs in runs_of(block)]


def grid(note: Note, column: str) -> Grid:
    """The first table that begins with a column."""
    return next(b for b in note.blocks if isinstance(b, Grid) and b.header[0] == column)


def status(record: PolicyRecord, *, as_of: dt.date = LATER, language: Language = "nl") -> str:
    """What the table says of where the only commitment of a record stands."""
    table = grid(dossier([record], as_of=as_of, language=language), "Toezegging")
    return text(table.rows[0][table.header.index("Stand")])
