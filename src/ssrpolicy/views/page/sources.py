"""The sources of a record as a reader goes through them: marked, with what nobody recorded."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import frozen

from ssrpolicy.evidence import SentenceCoverage, SourceText, anchors
from ssrpolicy.model import CoverageState, SetAside, entry_id
from ssrpolicy.views.language import capital, label
from ssrpolicy.views.page.marked_text import Mark, SegmentState, Stretch, marked
from ssrpolicy.views.shared import ReadingContext, paper_name
from ssrpolicy.views.workbook.cells import Link, Value
from ssrpolicy.views.workbook.sources import SOURCES, SourceRow

MOST_SENTENCES = 8_000
"""The most sentences of a text that a page shows; a browser lays out more of them for minutes."""

_FACTS = (
    *(
        "number",
        "reference",
        "authors",
        "on_behalf_of",
        "addressee",
        "replaces",
        "outcome",
        "appreciation",
        "votes",
    ),
    *("metadata_from", "facts_from"),
)


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

    ``facts`` are labels and values. ``sentences`` counts those of the body; of a text that has
    very many, ``too_long``, only that is shown.
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
    def too_long(self) -> bool:
        """Whether its text has more sentences than a page shows."""
        return self.sentences > MOST_SENTENCES

    @property
    def covered(self) -> int:
        """How many sentences are wholly recorded or set aside."""
        return self.sentences - len(self.unrecorded)


Coverage: TypeAlias = dict[str, tuple[SentenceCoverage, ...]]
"""The sentences of each document of a record, by its id, and how far each is recorded."""


def coverage_of(context: ReadingContext) -> Coverage:
    """Return how far each sentence of each document until the day is recorded."""
    found = anchors(context.record)
    return {document.id: found.sentences(document.id) for document in context.shown_documents}


def page_sources(
    context: ReadingContext, covered: Coverage, *, with_text: bool = True
) -> Iterator[PageSource]:
    """Yield the documents of a record: the one that it is made on, then the others in order."""
    record, texts = context.record, anchors(context.record)
    marks = _marks(context) if with_text else {}
    for document in sorted(context.shown_documents, key=lambda each: each.id != record.source):
        coverage, source = covered[document.id], texts.source(document.id)
        yield PageSource(
            id=document.id,
            name=capital(context.document(document.id)),
            # A document without a number is called by its title already.
            title=context.text(document.title)
            if paper_name(document, context.language) is not None
            else None,
            language=document.language or record.language,
            address=document.address,
            facts=tuple(_facts(SourceRow(context, document))),
            stretches=tuple(
                _stretches(source, marks.get(document.id, ()), coverage)
                if source and with_text and len(coverage) <= MOST_SENTENCES
                else ()
            ),
            sentences=len(coverage),
            unrecorded=tuple(_unrecorded(source, coverage)) if source else (),
            has_text=document.text is not None,
        )


def _facts(row: SourceRow) -> Iterator[tuple[str, Value]]:
    columns = {column.key: column for column in SOURCES}
    for key in _FACTS:
        value = columns[key].cell(row.context.language)(row)
        if value is not None and not isinstance(value, Link):
            yield label(f"field.{key}", row.context.language), value


def _marks(context: ReadingContext) -> dict[str, list[Mark]]:
    """The stretches of each document that are quoted by what is shown, or set aside."""
    found: dict[str, list[Mark]] = {}
    # Requests and answers go before what else quotes the same words.
    answers = ("requests", "dispositions")
    for quote, anchor in sorted(
        anchors(context.record).quotes, key=lambda q: q[0].path[0] not in answers
    ):
        entry, span = quote.entry, anchor.span
        if span is None or not (isinstance(entry, SetAside) or context.reports(entry_id(entry))):
            continue
        if isinstance(entry, SetAside):
            mark = Mark(span=span, state=SegmentState.SET_ASIDE, reason=entry.reason)
        else:
            mark = Mark(span=span, state=SegmentState.QUOTED, entry=entry_id(entry))
        found.setdefault(quote.passage.document, []).append(mark)
    return found


def _stretches(
    source: SourceText, marks: Iterable[Mark], coverage: tuple[SentenceCoverage, ...]
) -> Iterable[Stretch]:
    unrecorded = (
        Mark(span=gap, state=SegmentState.UNRECORDED)
        for sentence in coverage
        for gap in sentence.missing
    )
    return marked(source, (*marks, *unrecorded))


def _unrecorded(source: SourceText, coverage: tuple[SentenceCoverage, ...]) -> Iterator[Unrecorded]:
    for each in coverage:
        if missing := each.missing:
            yield Unrecorded(
                text=" … ".join(source.display(gap.start, gap.end) for gap in missing),
                begins=missing[0].start,
                paragraph=each.sentence.paragraph,
                partly=each.state is CoverageState.PARTLY,
            )
