"""A document before any format: headings, paragraphs, lists and tables of runs of text."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from attrs import evolve, field, frozen

from ssrpolicy.model import Language
from ssrpolicy.views.notes.foreign_names import ForeignNames


class Look(StrEnum):
    """How a stretch of text stands out: not at all, as weighty, as a remark, as to be filled in."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    TO_FILL = "to_fill"


@frozen
class Run:
    """A stretch of text of one look in one language.

    ``language`` is a language tag; ``source`` the number of the source that a reference after
    the text leads to, from 1. The text itself may lead to a public address (``url``) or to the
    heading with an ``anchor``. A line feed in it is a new line. What is ``verbatim`` are somebody
    else's words, into which nothing may be written.
    """

    text: str
    language: str
    source: int | None = None
    look: Look = Look.PLAIN
    url: str | None = None
    anchor: str | None = None
    verbatim: bool = False


Runs: TypeAlias = tuple[Run, ...]


def lines(*parts: Runs) -> Runs:
    """Return runs below each other, those that are empty left out."""
    return _joined(parts, "\n")


def spaced(*parts: Runs) -> Runs:
    """Return runs after each other with a space between, those that are empty left out."""
    return _joined(parts, " ")


@lru_cache(maxsize=64)
def _sign(text: str, language: str) -> Run:
    return Run(text, language)


def _joined(parts: tuple[Runs, ...], between: str) -> Runs:
    runs: list[Run] = []
    for part in filter(None, parts):
        if runs:
            runs.append(_sign(between, part[0].language))
        runs += part
    return tuple(runs)


@frozen
class Heading:
    """A heading; level 1 is the highest. Runs with its ``anchor`` lead here."""

    level: int
    text: str
    anchor: str | None = None


@frozen
class Paragraph:
    """A paragraph of runs."""

    runs: Runs


@frozen
class Bullets:
    """A list without numbers; one of level 2 belongs to the item of level 1 before it."""

    items: tuple[Runs, ...]
    level: int = 1


@frozen
class Facts:
    """Names and their values, one a line, as the first page of a note has them."""

    rows: tuple[tuple[str, Runs], ...]


@frozen(kw_only=True)
class Grid:
    """A table with one header row; ``widths`` are shares of the text's width that add up to 1.

    ``summary`` says in a sentence what the table shows, for readers who cannot see it. ``ids``
    are the full ids of what the rows are about. No cell is empty.
    """

    summary: str
    header: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Runs, ...], ...] = field(repr=False)
    ids: tuple[str, ...] = field(repr=False)


Block: TypeAlias = Heading | Paragraph | Bullets | Facts | Grid


def texts_of(block: Block) -> Iterator[Runs]:
    """Yield the runs of a block, each text by itself: an item, a value, a cell."""
    match block:
        case Paragraph():
            yield block.runs
        case Bullets():
            yield from block.items
        case Facts():
            yield from (value for _, value in block.rows)
        case Grid():
            yield from (cell for row in block.rows for cell in row)
        case Heading():
            pass


@frozen(kw_only=True)
class Source:
    """A source in order of first use: the words quoted, where they stand, and the paper.

    ``language`` is that of the quote. ``place`` is the heading and paragraph; ``paper`` how the
    document is cited, ``url`` its public address, and ``first`` whether no earlier source is from
    the same document. ``heading`` is the one in ``place``, in the language of the quote.
    ``remark`` says that a quote is not verified; ``full_id`` is that of the
    document.
    """

    number: int
    quote: str
    language: str
    place: str | None
    paper: str
    url: str | None
    first: bool
    remark: str | None
    full_id: str
    heading: str | None = None


@frozen(kw_only=True)
class Note:
    """A note to lay out: its title and subject, the language of its labels, blocks and sources.

    ``page`` words a page number, with places for ``{page}`` and ``{pages}``. ``sources_title`` is
    the heading of the list of sources, ``sources_about`` what is said above it. ``foreign_names``
    are those that exist in another language only: :meth:`by_language` finds them.
    """

    title: str
    subject: str
    page: str
    language: Language
    blocks: tuple[Block, ...] = field(repr=False)
    sources_title: str
    sources_about: str
    sources: tuple[Source, ...] = field(repr=False)
    foreign_names: ForeignNames = field(factory=ForeignNames, repr=False)

    def by_language(self, run: Run) -> Runs:
        """Return a run as runs of one language each, for spelling checks and screen readers.

        The last has the reference to the source.
        """
        if not self.foreign_names.names or run.verbatim or run.language != self.language:
            return (run,)
        *pieces, (last, language) = (
            self.foreign_names.pieces(run.text) if run.text else [("", None)]
        )
        return (
            *(
                evolve(run, text=text, language=tag or run.language, source=None)
                for text, tag in pieces
            ),
            evolve(run, text=last, language=language or run.language),
        )
