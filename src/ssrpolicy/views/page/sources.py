"""The sources of a record as a reader goes through them: marked, with what nobody recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import frozen

from ssrpolicy.evidence import CoverageState, SentenceRecorded, anchors
from ssrpolicy.model.documents import Document, Passage
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.page.marked_text import Mark, SegmentState, Stretch, marked
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.sources import SOURCES, SourceRow
from ssrpolicy.views.workbook.tables import Link, Value

_TOLD = ("number", "authors", "addressee", "replaces", "outcome", "appreciation", "votes")


@frozen(kw_only=True)
class Unrecorded:
    """A sentence that is not recorded or only in part: what is missing of it, and where.

    ``begins`` is the offset in the source of the first words missing.
    """

    text: str
    begins: int
    paragraph: int
    partly: bool


@frozen(kw_only=True)
class PageSource:
    """A document of a record: what it is, its marked text where there is one, and its coverage.

    ``facts`` are labels and values. ``sentences`` counts those of the body.
    """

    id: str
    name: str
    title: str | None
    language: str
    address: str | None
    facts: tuple[tuple[str, Value], ...]
    stretches: tuple[Stretch, ...]
    sentences: int
    unrecorded: tuple[Unrecorded, ...]
    has_text: bool

    @property
    def covered(self) -> int:
        """How many sentences are wholly recorded or set aside."""
        return self.sentences - len(self.unrecorded)


Coverage: TypeAlias = dict[str, tuple[SentenceRecorded, ...]]
"""The sentences of each document of a record, by its id, and how far each is recorded."""


def coverage_of(record: PolicyRecord) -> Coverage:
    """Return how far each sentence of each document of a record is recorded."""
    found = anchors(record)
    return {document.id: found.coverage(document.id) for document in record.documents}


def page_sources(
    context: ReadingContext, covered: Coverage, *, with_text: bool = True
) -> Iterator[PageSource]:
    """Yield the documents of a record: the one that it is made on, then the others in order."""
    record = context.record
    passages = _passages(record) if with_text else {}
    for document in sorted(record.documents, key=lambda each: each.id != record.source):
        coverage = covered[document.id]
        yield PageSource(
            id=document.id,
            name=capital(context.document(document.id)),
            title=context.text(document.title),
            language=document.language or record.language,
            address=document.address,
            facts=tuple(_facts(SourceRow(context, document))),
            stretches=(
                _stretches(record, document, passages.get(document.id, []), coverage)
                if with_text
                else ()
            ),
            sentences=len(coverage),
            unrecorded=tuple(_unrecorded(coverage)),
            has_text=document.text is not None,
        )


def _facts(row: SourceRow) -> Iterator[tuple[str, Value]]:
    columns = {column.key: column for column in SOURCES}
    for key in _TOLD:
        value = columns[key].cell(row.context.language)(row)
        if value is not None and not isinstance(value, Link):
            yield label(f"field.{key}", row.context.language), value


def _passages(record: PolicyRecord) -> dict[str, list[tuple[Passage, str]]]:
    """Every passage quoted, by document, with the id of the entry that it leads to."""
    quoted: list[tuple[tuple[Passage, ...], str]] = [
        *((request.quotes, request.id) for request in record.requests),
        *((answer.quotes, answer.request) for answer in record.dispositions),
        *((statement.quotes, statement.id) for statement in record.statements),
        *((instrument.quotes, instrument.id) for instrument in record.instruments),
        *((update.quotes, update.statement) for update in record.updates),
    ]
    found: dict[str, list[tuple[Passage, str]]] = {}
    for passages, entry in quoted:
        for passage in passages:
            found.setdefault(passage.document, []).append((passage, entry))
    return found


def _stretches(
    record: PolicyRecord,
    document: Document,
    passages: list[tuple[Passage, str]],
    coverage: tuple[SentenceRecorded, ...],
) -> tuple[Stretch, ...]:
    anchored = anchors(record)
    source = anchored.source(document.id)
    if source is None:
        return ()
    marks = []
    for passage, entry in passages:
        if (span := anchored.of(passage).span) is not None:
            marks.append(Mark(span=span, state=SegmentState.QUOTED, entry=entry))
    for each in record.set_aside:
        span = anchored.of(each.quote).span if each.quote.document == document.id else None
        if span is not None:
            marks.append(Mark(span=span, state=SegmentState.SET_ASIDE, reason=each.reason))
    for sentence in coverage:
        for span in sentence.coverage.missing:
            marks.append(Mark(span=span, state=SegmentState.UNRECORDED))  # noqa: PERF401 - reads as those above
    return tuple(marked(source, marks))


def _unrecorded(coverage: tuple[SentenceRecorded, ...]) -> Iterator[Unrecorded]:
    for sentence in coverage:
        if missing := sentence.coverage.missing:
            yield Unrecorded(
                text=" … ".join(sentence.untouched),
                begins=missing[0].start,
                paragraph=sentence.paragraph,
                partly=sentence.coverage.state is CoverageState.PARTLY,
            )
