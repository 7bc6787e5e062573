"""The texts in which words are looked for: summaries, quotes, and the parts of papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, TypeAlias

from attrs import frozen

from ssrpolicy.evidence import anchors
from ssrpolicy.model import (
    BlockKind,
    Document,
    Entry,
    Instrument,
    Language,
    LocalText,
    PolicyRecord,
    several,
)
from ssrpolicy.selection import folded

HitKind: TypeAlias = Literal["summary", "quote", "paragraph", "heading", "note"]
"""In what the words stand: a summary, name or title; a quote; a part of a paper."""

KINDS_OF_PARTS: Final[Mapping[BlockKind, HitKind]] = {
    BlockKind.BODY: "paragraph",
    BlockKind.HEADING: "heading",
    BlockKind.NOTE: "note",
}


@frozen(kw_only=True)
class SearchText:
    """A text in which words can be looked for, with its words as they are compared.

    Attributes:
        id: the full id of the entry; of a part of a paper, that of the paper.
        kind: what it is: a summary, a quote, or a paragraph, heading or note of a paper.
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

    words = called(entry)
    if words is not None:
        yield text("summary", words.text(language), paper_of(record, entry))
    if isinstance(entry, Document):
        source = anchors(record).source(entry.id)
        for block in () if source is None else source.readable:
            if source is not None:
                kind = KINDS_OF_PARTS[block.kind]
                yield text(kind, source.display(block.start, block.end), entry)
        return
    for quote in entry.quotes:
        yield text("quote", " ".join(quote.quote.split()), record.document(quote.document))


def paper_of(record: PolicyRecord, entry: Entry) -> Document | None:
    """Return the paper in which an entry stands; a paper stands for itself."""
    if isinstance(entry, Document):
        return entry
    first = entry.quotes[0].document if entry.quotes else getattr(entry, "document", None)
    return None if first is None or first not in record else record.document(first)


def called(entry: Entry) -> LocalText | None:
    """Return what an entry says or is called, in the recorder's words."""
    if isinstance(entry, Document):
        return entry.title
    return entry.name if isinstance(entry, Instrument) else entry.summary
