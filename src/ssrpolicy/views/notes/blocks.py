"""A document before any format: headings, paragraphs, lists and tables of runs of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from attrs import evolve, field, frozen

from ssrpolicy.arguments import ClosedVocabulary
from ssrpolicy.fields import typed
from ssrpolicy.model import Language
from ssrpolicy.views.language import label, number
from ssrpolicy.views.notes.foreign_names import ForeignNames
from ssrpolicy.views.notes.widths import widths_of

# So many characters somebody types where something is to be filled in.
_TO_TYPE = 50


class Look(ClosedVocabulary):
    """How a stretch of text looks, or what it is: a place to fill in, the label of a tick box."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    TO_FILL = "to_fill"
    BOX = "box"


@frozen
class Run:
    """A stretch of text of one look in one language.

    ``language`` is a language tag; ``source`` the number of the source that a reference after
    the text leads to, from 1. The text itself may lead to a public address (``url``) or to the
    heading with an ``anchor``. A line feed in it is a new line. ``verbatim`` text is quoted, and
    nothing is added to it.

    Attributes:
        text: the words.
        look: how they look.
    """

    text: str
    language: str
    source: int | None = None
    look: Look = Look.PLAIN
    url: str | None = None
    anchor: str | None = None
    verbatim: bool = False


Runs: TypeAlias = tuple[Run, ...]
"""A text as stretches that follow each other, each of one look in one language."""


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
        # A reference by itself stands right after what it belongs to.
        if runs and any(run.text for run in part):
            runs.append(_sign(between, part[0].language))
        runs += part
    return tuple(runs)


@frozen(field_transformer=typed)
class Heading:
    """A heading; level 1 is the highest. Runs with its ``anchor`` lead here.

    ``key`` says what stands below it, the same in every language: a word such as ``occasion`` or
    ``motions_handled``, or the id of the record that the section is about; ``text`` the words.

    Attributes:
        level: how high it is, from 1 for the highest.
    """

    level: int
    text: str
    anchor: str | None = None
    key: str = ""


@frozen
class Paragraph:
    """A paragraph.

    Attributes:
        runs: its text.
    """

    runs: Runs


@frozen
class Bullets:
    """A list without numbers.

    Attributes:
        items: its items.
        level: 1, or 2 where the list belongs to the item before it.
    """

    items: tuple[Runs, ...]
    level: int = 1


@frozen
class Facts:
    """Names with their values, one a line, as on the first page of a note.

    Attributes:
        rows: the names, each with its value.
    """

    rows: tuple[tuple[str, Runs], ...]


@frozen(kw_only=True)
class Grid:
    """A table with one header row; ``widths`` are shares of the text's width that add up to 1.

    ``summary`` says in a sentence what the table shows, for readers who cannot see it. ``ids``
    are the full ids of what the rows are about. No cell is empty.

    Attributes:
        header: the words of the header row.
        rows: the other rows, a text for each column.
    """

    summary: str
    header: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Runs, ...], ...] = field(repr=False)
    ids: tuple[str, ...] = field(repr=False)


@frozen(field_transformer=typed)
class Contents:
    """A table of contents.

    Attributes:
        level: the lowest level of the headings that it has.
    """

    level: int


Block: TypeAlias = Heading | Paragraph | Bullets | Facts | Grid | Contents
"""What a note is made of, from top to bottom."""


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
        case Heading() | Contents():
            pass


Row: TypeAlias = tuple[str, tuple[Runs, ...]]
"""The full id of what a row is about, and its cells."""


def grid(name: str, columns: Iterable[str], rows: Iterable[Row], language: Language) -> Grid:
    """Return the table of that name (``briefing_grid.history``), each column as wide as it needs.

    ``columns`` are the keys of their headers.
    """
    table = name.partition(".")[0]
    dash = (Run(label("note_grid.empty", language), language),)
    ids, cells = [], []
    for id, row in rows:
        ids.append(id)
        cells.append(tuple(cell or dash for cell in row))
    header = tuple(label(f"{table}.{key}", language) for key in columns)
    texts = [["".join(map(_as_typed, cell)) for cell in row] for row in cells]
    return Grid(
        summary=label(name, language),
        header=header,
        widths=widths_of(header, texts),
        rows=tuple(cells),
        ids=tuple(ids),
    )


def _as_typed(run: Run) -> str:
    return run.text.ljust(_TO_TYPE) if run.look is Look.TO_FILL else run.text


def overview(
    table: str, rows: Sequence[tuple[str, Run, Mapping[str, int]]], language: Language
) -> Grid:
    """Return a table with a row for each record: its id, its name, and numbers by their key."""
    keys = ("record", *(f"number_{key}" for key in rows[0][2]))
    cells = (
        (id, ((name,), *((Run(number(each, language), language),) for each in numbers.values())))
        for id, name, numbers in rows
    )
    return grid(f"{table}.overview", keys, cells, language)


@frozen(kw_only=True)
class Source:
    """A source in order of first use: the words quoted, where they stand, and the paper.

    ``language`` is that of the quote. ``place`` is the heading with the page and paragraph,
    ``paragraph`` is these two alone; ``paper`` how the document is cited, ``url`` its public
    address, and ``first`` whether no earlier source is from the same document. ``heading`` is the
    one in ``place``, in the language of the quote.
    ``remark`` says that a quote is not verified; ``full_id`` is that of the document.

    Attributes:
        quote: the words quoted.
        number: its number in order of first use, from 1.
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
    paragraph: str | None = None


@frozen(kw_only=True)
class Note:
    """A note to lay out: its title and subject, the language of its labels, blocks and sources.

    ``page`` words a page number, with places for ``{page}`` and ``{pages}``. ``sources_title`` is
    the heading of the list of sources, ``sources_about`` what is said above it. ``foreign_names``
    are those that exist in another language only: :meth:`by_language` finds them. ``quotes`` says
    whether its sources are listed with the words quoted, or with the place alone.

    Attributes:
        title: what it is called.
        subject: what it is about.
        language: the language of its labels.
        blocks: its text.
        sources: what is quoted, in the order of first use.
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
    quotes: bool = True

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
