"""Documents as a note cites them, and its sources numbered in the order of their first use."""

from __future__ import annotations

from collections.abc import Iterable

from ssrpolicy.model.documents import Document, Passage
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import Language
from ssrpolicy.model.vocabulary import DocumentKind
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.notes.blocks import Source
from ssrpolicy.views.shared.names import Names, paper_name
from ssrpolicy.views.shared.passages import ShownPassage, place_text, shown


class Citing:
    """The sources of a note; the same quote of the same document keeps its number."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._numbers: dict[tuple[str, Passage], int] = {}
        self._documents: set[str] = set()
        self.sources: list[Source] = []

    def numbers(self, names: Names, passages: Iterable[Passage]) -> tuple[int, ...]:
        """Return the numbers of these quotes of a record, new ones behind those in use."""
        return tuple(self._number(names, passage) for passage in passages)

    @property
    def unverified(self) -> int:
        """How many of the quotes are not verified."""
        return sum(source.remark is not None for source in self.sources)

    def _number(self, names: Names, passage: Passage) -> int:
        key = (names.record.id, passage)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self.sources.append(self._source(self._numbers[key], names, passage))
        return self._numbers[key]

    def _source(self, number: int, names: Names, passage: Passage) -> Source:
        record = names.record
        seen = shown(record, passage)
        document = document_of(record, passage.document)
        full_id = record.full_id(passage.document)
        first = full_id not in self._documents
        self._documents.add(full_id)
        return Source(
            number=number,
            quote=seen.text,
            language=(document.language if document else None) or record.language,
            place=_place(seen, self._language),
            paper=capital(cited(names, passage.document)),
            url=document.address if document else None,
            first=first,
            remark=None if seen.verified else label("briefing.unverified", self._language),
            full_id=full_id,
            heading=seen.heading,
        )


def _place(seen: ShownPassage, language: Language) -> str | None:
    """Where a quote stands: its paragraph, counted through the whole text, and its heading."""
    if seen.heading is None or seen.paragraph is None:
        return place_text([seen], language)
    paragraph = label("quote.paragraph", language, number=seen.paragraph)
    return label("briefing.place_under", language, paragraph=paragraph, heading=seen.heading)


def document_of(record: PolicyRecord, id: str) -> Document | None:
    """Return the document of a record with this id, or None."""
    if id in record and isinstance(entry := record[id], Document):
        return entry
    return None


def cited(names: Names, id: str) -> str:
    """Return a document by kind, date and paper: "brief van 29 april 2010 (Kamerstukken II ...)".

    One that has no number is called by its title.
    """
    document = document_of(names.record, id)
    if document is None:
        return id
    return _dated(names, document, kind_of(names, document)) + _told(names, document)


def the_document(names: Names, id: str, *, in_full: bool = True) -> str:
    """Return a document as a sentence names it: "de motie van 8 december 2009 (...)"."""
    document = document_of(names.record, id)
    if document is None:
        return id
    words = _dated(names, document, the_kind(names, document))
    return words + _told(names, document) if in_full or document.date is None else words


def kind_of(names: Names, document: Document) -> str:
    """Return what kind of document it is, without an article: "brief", "vragen"."""
    if asks_several(names.record, document):
        return label("briefing.question_several", names.language)
    return label(document.kind, names.language)


def the_kind(names: Names, document: Document, *, this: bool = False) -> str:
    """Return a document by its kind alone: "de motie", "deze motie", "de vragen"."""
    table = "briefing_this" if this else "briefing_the"
    several = "_many" if asks_several(names.record, document) else ""
    return label(f"{table}.{document.kind}{several}", names.language)


def asks_several(record: PolicyRecord, document: Document) -> bool:
    """Whether a document is a list of questions, of which a sentence speaks in the plural."""
    if document.kind is not DocumentKind.QUESTION:
        return False
    return sum(request.document == document.id for request in record.requests) > 1


def _dated(names: Names, document: Document, words: str) -> str:
    if document.date is None:
        return words
    date = long_date(document.date, names.language)
    return label("document_name.dated", names.language, kind=words, date=date)


def _told(names: Names, document: Document) -> str:
    if (paper := paper_name(document, names.language)) is not None:
        return f" ({paper})"
    title = document.title
    return "" if title is None else f" (“{names.name(title)}”)"
