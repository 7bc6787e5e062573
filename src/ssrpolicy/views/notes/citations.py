"""Documents as a note cites them, and its sources numbered in the order of their first use."""

from collections.abc import Iterable, Iterator
from typing import Any

from ssrpolicy.model import Document, Language, Passage
from ssrpolicy.views.language import capital, label
from ssrpolicy.views.notes.blocks import Source
from ssrpolicy.views.shared import (
    ReadingContext,
    ShownPassage,
    dated,
    kind_key,
    kind_of,
    number_text,
    paper_name,
    place_text,
    title_with_kind,
)

_HOUSES = {
    "tweede-kamer": "tweede-kamer",
    "voorzitter-tweede-kamer": "tweede-kamer",
    "eerste-kamer": "eerste-kamer",
    "voorzitter-eerste-kamer": "eerste-kamer",
    "II": "tweede-kamer",
    "I": "eerste-kamer",
    "staten-generaal": "staten-generaal",
    "voorzitters-staten-generaal": "staten-generaal",
}


class Citing:
    """The sources of a note; the same quote of the same document keeps its number."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._numbers: dict[tuple[str, Passage], int] = {}
        self._documents: dict[str, dict[str, Any]] = {}
        self.sources: list[Source] = []

    def numbers(self, context: ReadingContext, passages: Iterable[Passage]) -> Iterator[int]:
        """Yield the numbers of these quotes of a record, new ones after those in use."""
        for passage in passages:
            key = (context.record.id, passage)
            if key not in self._numbers:
                self._numbers[key] = len(self._numbers) + 1
                self.sources.append(self._source(self._numbers[key], context, passage))
            yield self._numbers[key]

    @property
    def unverified(self) -> int:
        """How many of the quotes are not verified."""
        return sum(source.remark is not None for source in self.sources)

    def _source(self, number: int, context: ReadingContext, passage: Passage) -> Source:
        (seen,) = context.passages([passage])
        paragraph = number_text(seen, self._language) or None
        full_id = context.record.full_id(passage.document)
        first = full_id not in self._documents
        if first:
            document = context.find_document(passage.document)
            self._documents[full_id] = {
                "full_id": full_id,
                "paper": capital(cited(context, passage.document)),
                "url": document.address if document else None,
                "language": (document.language if document else None) or context.record.language,
            }
        return Source(
            number=number,
            quote=seen.text,
            place=_place(seen, paragraph, self._language),
            first=first,
            remark=None if seen.verified else label("briefing.unverified", self._language),
            heading=seen.heading,
            paragraph=paragraph,
            **self._documents[full_id],
        )


def _place(seen: ShownPassage, paragraph: str | None, language: Language) -> str | None:
    """Where a quote stands: its page and paragraph, counted through the text, and its heading."""
    if seen.heading is None or seen.paragraph is None:
        return place_text([seen], language)
    return label("briefing.place_under", language, paragraph=paragraph, heading=seen.heading)


def cited(context: ReadingContext, id: str) -> str:
    """Return a document by kind, date and paper: "brief van 29 april 2010 (Kamerstukken II ...)".

    A document without a number has its title instead.
    """
    document = context.find_document(id)
    if document is None:
        return id
    return context.document(id)


def the_document(context: ReadingContext, id: str, *, in_full: bool = True) -> str:
    """Return a document as a sentence names it: "de motie van 8 december 2009 (...)"."""
    document = context.find_document(id)
    if document is None:
        return id
    kind = kind_of(context.record, document, context.language)
    named, the = title_with_kind(document, kind, context.name), the_kind(context, document)
    if named is not None and the.endswith(kind):
        return the.removesuffix(kind) + named
    words = dated(document, the, context.language)
    return words + _paper_or_title(context, document) if in_full or document.date is None else words


def has_name(context: ReadingContext, id: str) -> bool:
    """Return whether more is known of a document than its kind; "the request" names none."""
    document = context.find_document(id)
    return document is None or the_document(context, id) != the_kind(context, document)


def the_kind(context: ReadingContext, document: Document, *, this: bool = False) -> str:
    """Return a document by its kind alone: "de motie", "deze motie", "de vragen"."""
    key = kind_key(context.record, document)
    return context.words(f"briefing_{'this' if this else 'the'}.{key}")


def _paper_or_title(context: ReadingContext, document: Document) -> str:
    if (paper := paper_name(document, context.language)) is not None:
        return f" ({paper})"
    title = document.title
    return "" if title is None else f" (“{context.name(title)}”)"


def house_of(document: Document) -> str | None:
    """Return which House a paper is for, by its addressee, or else by its number; or None."""
    number = document.number
    chamber = number.chamber if number is not None and number.series == "kst" else None
    return _HOUSES.get(document.addressee or chamber or "")
