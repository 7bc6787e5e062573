"""Where the words of records stand: their quotes, and all that is read of their papers."""

from __future__ import annotations

from ssrpolicy.arguments import check_type
from ssrpolicy.evidence import Span, anchors
from ssrpolicy.model import Passage, PlaceInText, PolicyRecord


def quoted_place(record: PolicyRecord, quote: Passage) -> PlaceInText | None:
    """Return where a passage stands in its document; None where it does not stand in one place."""
    check_type(quote, Passage, "quote", "record.statements[0].quotes[0]")
    return anchors(record).of(quote).place


def readable_places(record: PolicyRecord, document: str) -> tuple[PlaceInText, ...]:
    """Return the paragraphs, headings and notes of a document in reading order, as places.

    A document without a text has none. Raises UnknownIdError for one that the record lacks.
    """
    check_type(record, PolicyRecord, "record", "ssrpolicy.load(path)")
    id = record.document(document).id
    source = anchors(record).source(id)
    if source is None:
        return ()
    spans = (Span(start=each.start, end=each.end) for each in source.readable)
    return tuple(source.describe(span, id) for span in spans)
