"""Anchors: where the passages that a record quotes stand in its documents' texts."""

from __future__ import annotations

import weakref
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from attrs import field, frozen

from ssrpolicy.arguments import ClosedVocabulary
from ssrpolicy.evidence.spans import Span
from ssrpolicy.evidence.text.source_text import SourceText
from ssrpolicy.fields import by_fields
from ssrpolicy.model import (
    Document,
    Passage,
    PlaceInText,
    PolicyRecord,
    Quote,
    Quoting,
    SentenceRecorded,
    SetAside,
    TextParts,
    derived,
    quotes,
)

if TYPE_CHECKING:
    from ssrpolicy.evidence.covered import SentenceCoverage


class AnchorState(ClosedVocabulary):
    """Whether a quote's words stand in their document, exactly once."""

    FOUND = "found"
    MISSING = "missing"
    REPEATED = "repeated"
    UNVERIFIED = "unverified"


@frozen(kw_only=True, repr=False)
@by_fields
class Anchor:
    """Where one passage stands in its document, or why that cannot be said.

    ``span`` is there only when the words stand in one place; ``matches`` are all places, as
    offsets in the document's untouched text. A passage of a document without a text, or of no
    document of the record, is unverified.
    """

    passage: Passage
    state: AnchorState
    span: Span | None = None
    matches: tuple[Span, ...] = ()
    source: SourceText | None = field(default=None, repr=False, eq=False)

    @cached_property
    def place(self) -> PlaceInText | None:
        """Where the passage stands as a reader would say it; None where it has no one place."""
        if self.span is None or self.source is None:
            return None
        return self.source.describe(self.span, self.passage.document)

    @property
    def heading(self) -> str | None:
        """The heading above the passage; None without one."""
        return None if self.place is None else self.place.heading

    @property
    def paragraph(self) -> int | None:
        """The number of the paragraph in which the passage begins; None outside the body."""
        return None if self.place is None else self.place.paragraph

    @property
    def page(self) -> int | None:
        """The number of the page on which the passage begins; None where pages are not known."""
        return None if self.place is None else self.place.page


Q = TypeVar("Q", bound=Quoting)


class Anchors:
    """The anchors of one record; each is searched when it is first needed, and kept."""

    def __init__(self, documents: Iterable[Document], quotes: tuple[Quote, ...]) -> None:
        """Anchor quotes in the texts of a record's documents."""
        self._documents = {document.id: document for document in documents}
        self._order = {document: number for number, document in enumerate(self._documents)}
        self._quotes = quotes
        self._sources: dict[str, SourceText | None] = {}
        self._found: dict[Passage, Anchor] = {}

    def source(self, document_id: str) -> SourceText | None:
        """Return a document's text; None for one that is unknown or has no text."""
        if document_id not in self._sources:
            self._sources[document_id] = _source_text(self._documents.get(document_id))
        return self._sources[document_id]

    def of(self, passage: Passage) -> Anchor:
        """Return where a passage stands."""
        anchor = self._found.get(passage)
        if anchor is None:
            anchor = self._found[passage] = _anchor(passage, self.source(passage.document))
        return anchor

    @cached_property
    def quotes(self) -> tuple[tuple[Quote, Anchor], ...]:
        """Every passage that the record quotes or sets aside, with its anchor."""
        return tuple((quote, self.of(quote.passage)) for quote in self._quotes)

    @cached_property
    def _marks(self) -> Mapping[str, list[tuple[Span, Quoting | SetAside]]]:
        """The stretches of each document that are quoted or set aside, with what does so."""
        marks: dict[str, list[tuple[Span, Quoting | SetAside]]] = defaultdict(list)
        for quote, anchor in self.quotes:
            if anchor.span is not None:
                marks[quote.passage.document].append((anchor.span, quote.entry))
        return marks

    def in_reading_order(self, entries: Iterable[Q]) -> tuple[Q, ...]:
        """Return entries as a reader meets them: by document in file order, then by place.

        The place of an entry is that of its first quote that has one. Entries without any come
        last, in the order given.
        """
        return tuple(sorted(entries, key=self._place_of))

    def _place_of(self, entry: Quoting) -> tuple[int, int]:
        for passage in entry.quotes:
            span = self.of(passage).span
            if span is not None:
                return self._order[passage.document], span.start
        return len(self._order), 0

    def coverage(self, document_id: str) -> tuple[SentenceRecorded, ...]:
        """Return how far each sentence of a document is quoted or set aside, in reading order.

        What requests, statements, dispositions, instruments and updates quote counts. A document
        without a text has no sentences.
        """
        source = self.source(document_id)
        if source is None:
            return ()
        entries: dict[int, dict[int, Quoting | SetAside]] = defaultdict(dict)
        for span, entry in self._marks.get(document_id, ()):
            for sentence in source.sentences_in(span):
                entries[sentence.number][id(entry)] = entry
        return tuple(
            SentenceRecorded(
                place=source.describe(each.sentence.span, document_id),
                state=each.state,
                entries=tuple(entries[each.sentence.number].values()),
                missing=tuple(source.describe(gap, document_id) for gap in each.missing),
            )
            for each in self.sentences(document_id)
        )

    def sentences(self, document_id: str) -> tuple[SentenceCoverage, ...]:
        """Return as :meth:`coverage` how far each sentence is recorded, but not by which entries.

        It also leaves out the headings above what is missing, and so takes a fraction of the time.
        """
        from ssrpolicy.evidence.covered import coverage  # noqa: PLC0415 - it is needed only where coverage is asked for

        source = self.source(document_id)
        if source is None:
            return ()
        marks = self._marks.get(document_id, ())
        return coverage(
            source,
            [span for span, entry in marks if not isinstance(entry, SetAside)],
            [span for span, entry in marks if isinstance(entry, SetAside)],
        )


@derived
def anchors(record: PolicyRecord) -> Anchors:
    """Return the anchors of a record, which are kept with it."""
    return Anchors(record.documents, quotes(record))


# Records of the same documents, such as one before and after an update, share their folded texts.
_TEXTS: weakref.WeakValueDictionary[tuple[str, TextParts | None], SourceText]
_TEXTS = weakref.WeakValueDictionary()


def _source_text(document: Document | None) -> SourceText | None:
    if document is None or document.text is None:
        return None
    text, parts = document.text, document.parts
    return _TEXTS.setdefault((text, parts), SourceText(text, parts))


def _anchor(passage: Passage, source: SourceText | None) -> Anchor:
    if source is None:
        return Anchor(passage=passage, state=AnchorState.UNVERIFIED)
    try:
        matches = source.find(passage.quote, passage.prefix, passage.suffix)
    except ValueError:
        # Nothing but soft hyphens: no words that could stand anywhere.
        matches = ()
    if len(matches) == 1:
        state, span = AnchorState.FOUND, matches[0]
    else:
        state, span = AnchorState.REPEATED if matches else AnchorState.MISSING, None
    return Anchor(passage=passage, state=state, span=span, matches=matches, source=source)
