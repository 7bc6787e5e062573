"""Words looked for in many records: where they stand, in summaries, quotes and paragraphs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal, TypeAlias, get_args

from attrs import field, frozen

from ssrpolicy.errors import ArgumentError
from ssrpolicy.evidence import Span, anchors
from ssrpolicy.messages import _
from ssrpolicy.model import (
    Document,
    Entry,
    Handling,
    Instrument,
    Language,
    LocalText,
    Passage,
    PolicyRecord,
    check_number,
    several,
)
from ssrpolicy.selection import Chosen, Selection, Words, choose, folded
from ssrpolicy.views.shared import records_given

HitKind: TypeAlias = Literal["summary", "quote", "paragraph"]
"""In what the words stand: a summary, name or title; a quote; a paragraph of a paper."""

_KINDS: Final[tuple[HitKind, ...]] = get_args(HitKind)


@frozen(kw_only=True)
class Hit:
    """A text in which all the words stand.

    Attributes:
        id: the full id of the entry; of a paragraph, that of its paper.
        kind: in what the words stand.
        text: the text as it is, white space folded.
        marks: where the words stand in the text: from and up to, in characters.
        document: the full id of the paper; None for what stands in no paper.
        date: the date of the paper, where it is known.
        heading: the heading above it, where there is one.
        paragraph: the number of its paragraph in the paper, from 1.
        page: the page, where the paper has pages.
        address: the public address of the paper.
    """

    id: str
    kind: HitKind
    text: str
    marks: tuple[tuple[int, int], ...]
    document: str | None = None
    date: dt.date | None = None
    heading: str | None = None
    paragraph: int | None = None
    page: int | None = None
    address: str | None = None

    def to_plain(self) -> dict[str, Any]:
        """Return the hit as JSON has it."""
        return {
            "id": self.id,
            "kind": self.kind,
            "text": self.text,
            "marks": [list(each) for each in self.marks],
            "document": self.document,
            "date": None if self.date is None else self.date.isoformat(),
            "heading": self.heading,
            "paragraph": self.paragraph,
            "page": self.page,
            "address": self.address,
        }


@frozen(kw_only=True)
class Found:
    """What a search found: the first hits, and how many there are.

    Attributes:
        words: the words as they were typed.
        selection: in which entries was looked, with the code of each name.
        as_of: the day as of which statuses count.
        hits: the hits, in order: summaries, quotes, paragraphs; the newest paper first.
        total: how many hits there are in all.
    """

    words: str
    selection: Selection
    as_of: dt.date
    hits: tuple[Hit, ...] = field(repr=False)
    total: int


def search(
    records: PolicyRecord | Iterable[PolicyRecord],
    words: str,
    selection: Selection | None = None,
    *,
    as_of: dt.date,
    language: Language = "nl",
    limit: int | None = None,
) -> Found:
    """Return where all of some words stand in records: in summaries, quotes and papers.

    Words are compared without case and accents, in any order; one of three letters or more is
    found within a word too. ``selection`` says in which entries is looked; paragraphs are then
    those of the papers in which these stand. ``language`` is that of the summaries. ``limit`` is
    the most hits that are returned, 1 or more.

    Raises ArgumentError where there is no word to look for, UnknownIdError for a code that is not
    known.
    """
    given = records_given(records, as_of=as_of, language=language)
    if limit is not None:
        check_number(limit, "limit", least=1)
    wanted = Words(words)
    if not wanted.words:
        raise ArgumentError(
            _("{words!r:.80} holds no word to look for.", words=words),
            hint=_("Give a word of letters or digits."),
        )
    chosen = choose(given, selection or Selection(), as_of=as_of, handling=Handling(given, as_of))
    found = [hit for record in given for hit in _hits(record, chosen, wanted, language)]
    found.sort(key=lambda hit: (hit.id, hit.paragraph or 0))
    found.sort(key=lambda hit: hit.date or dt.date.min, reverse=True)
    found.sort(key=lambda hit: _KINDS.index(hit.kind))
    return Found(
        words=words,
        selection=chosen.selection,
        as_of=as_of,
        hits=tuple(found if limit is None else found[:limit]),
        total=len(found),
    )


@frozen(kw_only=True)
class SearchText:
    """A text in which words can be looked for, with its words as they are compared.

    Attributes:
        id: the full id of the entry; of a paragraph, that of its paper.
        kind: what it is: a summary, a quote, a paragraph.
        text: the text as it is, white space folded.
        document: the full id of the paper; None for what stands in no paper.
        date: the date of the paper, where it is known.
    """

    id: str
    kind: HitKind
    text: str
    document: str | None = None
    date: dt.date | None = None

    @property
    def words(self) -> str:
        """The words of the text as `ssrpolicy.selection.folded` gives them."""
        return folded(self.text)


def search_texts(
    records: PolicyRecord | Iterable[PolicyRecord], *, language: Language = "nl"
) -> Iterator[SearchText]:
    """Yield every text that :func:`search` looks through, for an index of one's own.

    Summaries come in ``language``, or in the other one where they are missing in it.
    """
    for record in several(records):
        for entry in record:
            yield from _texts(record, entry, language)


def _texts(record: PolicyRecord, entry: Entry, language: Language) -> Iterator[SearchText]:
    def text(kind: HitKind, words: str, paper: Document | None) -> SearchText:
        document = None if paper is None else record.full_id(paper.id)
        date = None if paper is None else paper.date
        id = record.full_id(entry.id)
        return SearchText(id=id, kind=kind, text=words, document=document, date=date)

    called = _called(entry)
    if called is not None:
        yield text("summary", called.text(language), _paper(record, entry))
    if isinstance(entry, Document):
        source = anchors(record).source(entry.id)
        for block in () if source is None else source.paragraphs:
            if source is not None:
                yield text("paragraph", source.display(block.start, block.end), entry)
        return
    for quote in entry.quotes:
        yield text("quote", " ".join(quote.quote.split()), record.document(quote.document))


def _hits(record: PolicyRecord, chosen: Chosen, words: Words, language: Language) -> Iterator[Hit]:
    for entry in record:
        if not chosen.holds(record, entry):
            continue
        if isinstance(entry, Document):
            yield from _summary(record, entry, words, language)
            yield from _paragraphs(record, entry, words)
        else:
            yield from _summary(record, entry, words, language)
            for quote in entry.quotes:
                yield from _quote(record, entry.id, quote, words)


def _of_paper(record: PolicyRecord, paper: Document | None) -> dict[str, Any]:
    if paper is None:
        return {}
    about = {"date": paper.date, "address": paper.address}
    return {"document": record.full_id(paper.id), **about}


def _paper(record: PolicyRecord, entry: Entry) -> Document | None:
    """The paper in which an entry stands; a paper stands for itself."""
    if isinstance(entry, Document):
        return entry
    first = entry.quotes[0].document if entry.quotes else getattr(entry, "document", None)
    return None if first is None else record.document(first)


def _called(entry: Entry) -> LocalText | None:
    if isinstance(entry, Document):
        return entry.title
    return entry.name if isinstance(entry, Instrument) else entry.summary


def _summary(record: PolicyRecord, entry: Entry, words: Words, language: Language) -> Iterator[Hit]:
    """The text in the reader's language, or else in the other one where the words stand there."""
    text, other = _called(entry), "en" if language == "nl" else "nl"
    for shown in (getattr(text, language, None), getattr(text, other, None)):
        if shown is not None and words.are_in(shown):
            yield Hit(
                id=record.full_id(entry.id),
                kind="summary",
                text=shown,
                marks=words.places(shown),
                **_of_paper(record, _paper(record, entry)),
            )
            return


def _quote(record: PolicyRecord, id: str, quote: Passage, words: Words) -> Iterator[Hit]:
    text = " ".join(quote.quote.split())
    if not words.are_in(text):
        return
    place = anchors(record).of(quote).place
    yield Hit(
        id=record.full_id(id),
        kind="quote",
        text=text,
        marks=words.places(text),
        heading=None if place is None else place.heading,
        paragraph=None if place is None else place.paragraph,
        page=None if place is None else place.page,
        **_of_paper(record, record.document(quote.document)),
    )


def _paragraphs(record: PolicyRecord, paper: Document, words: Words) -> Iterator[Hit]:
    source = anchors(record).source(paper.id)
    if source is None or not words.are_in(source.text):
        return
    for block in source.paragraphs:
        text = source.display(block.start, block.end)
        if words.are_in(text):
            place = source.describe(Span(start=block.start, end=block.end), paper.id)
            yield Hit(
                id=record.full_id(paper.id),
                kind="paragraph",
                text=text,
                marks=words.places(text),
                heading=place.heading,
                paragraph=block.number,
                page=place.page,
                **_of_paper(record, paper),
            )
