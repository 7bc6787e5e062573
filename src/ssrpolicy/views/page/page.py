"""Records to be read next to their sources: what a page shows, before any format.

Records are read one after the other, so that a page of thousands of entries is never held whole.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import frozen

from ssrpolicy.arguments import check_flag
from ssrpolicy.model import (
    Commitment,
    EvidenceStatus,
    Handling,
    Instrument,
    Language,
    PolicyRecord,
    Request,
    Schedule,
)
from ssrpolicy.selection import Chosen
from ssrpolicy.views.language import label, long_date, number, words
from ssrpolicy.views.page.entries import EntryReader
from ssrpolicy.views.page.filters import Filter, Listed, filters
from ssrpolicy.views.page.opening import Pressing, opening
from ssrpolicy.views.page.parts import PageEntry
from ssrpolicy.views.page.sources import Coverage, PageSource, coverage_of, page_sources
from ssrpolicy.views.page.timeline import Moment, moments
from ssrpolicy.views.shared import (
    ReadingContext,
    asked_noun,
    marks_languages,
    nothing_reported,
    one_language,
    record_titles,
    records_given,
    selected_title,
    selection_line,
    with_something,
)
from ssrpolicy.views.workbook.instruments import users_of_instruments
from ssrpolicy.views.workbook.statements import StatementRow, statement_rows
from ssrpolicy.views.workbook.tracker import notes_of, title_of


@frozen(kw_only=True)
class Figure:
    """A number that matters, with the words for it: 3, "termijnen verstreken"."""

    key: str
    number: str
    text: str


@frozen(kw_only=True)
class PageRecord:
    """One record: its sources, and its entries in the order of reading.

    Attributes:
        sources: its documents.
        id: the id of the record.
        title: what it is called.
        requests: its requests.
        statements: its statements.
        instruments: its instruments.
        asked: what its requests are called: ``questions`` where all are written ones, or
            ``requests``.
        nothing: why nothing is recorded; empty where something is.
    """

    id: str
    title: str
    sources: tuple[PageSource, ...]
    requests: tuple[PageEntry, ...]
    statements: tuple[PageEntry, ...]
    instruments: tuple[PageEntry, ...]
    asked: str = "requests"
    nothing: str = ""

    @property
    def entries(self) -> tuple[PageEntry, ...]:
        """All entries, in the order of the page."""
        return (*self.requests, *self.statements, *self.instruments)


class ReadingPage:
    """One or more records as of a day, in one language, to be read next to their sources."""

    def __init__(
        self,
        records: Sequence[PolicyRecord],
        *,
        as_of: dt.date,
        language: Language,
        selection: Chosen | None = None,
    ) -> None:
        handling = Handling(records, as_of)
        self.as_of = as_of
        self.language: Language = language
        reported = with_something(records, selection)
        self._contexts = [
            ReadingContext(
                record,
                language,
                as_of,
                handling=handling,
                chosen=selection,
                marks=marks_languages(record, language),
            )
            for record in reported
        ]
        self._listed = [list(_listed(context)) for context in self._contexts]
        self._coverage: dict[str, Coverage] = {}

    @property
    def title(self) -> str:
        """What the page is about."""
        return selected_title(title_of(self._contexts), self._contexts[0].chosen, self.language)

    @property
    def several(self) -> bool:
        """Whether several records are shown."""
        return len(self._contexts) > 1

    @property
    def selection(self) -> str | None:
        """What is shown of the records, in words; None for everything."""
        chosen = self._contexts[0].chosen
        return None if chosen is None else selection_line(chosen, self.language)

    @property
    def languages(self) -> str | None:
        """That summaries of all or some records are in the other language; None where not."""
        return one_language(self._contexts)

    @property
    def subject(self) -> str:
        """The day for which everything is reported, in words."""
        return label("tracker.subject", self.language, date=long_date(self.as_of, self.language))

    @cached_property
    def size(self) -> int:
        """How many entries there are."""
        return sum(len(listed) for listed in self._listed)

    @cached_property
    def filters(self) -> tuple[Filter, ...]:
        """What entries can be chosen by; the places are those of the records' entries in turn."""
        return filters((each for listed in self._listed for each in listed), self.language)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """All that has a date, in the order of time."""
        return moments(self._contexts, (each for listed in self._listed for each in listed))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """What readers want to know first: how many there are of each, and what needs attention."""
        found = Counter(key for listed in self._listed for each in listed for key in _counts(each))
        for context in self._contexts:
            self._coverage[context.record.id] = covered = coverage_of(context)
            found["unrecorded"] += sum(
                bool(sentence.missing) for sentences in covered.values() for sentence in sentences
            )
        always, language = ("requests", "commitments", "others", "unrecorded"), self.language
        called = {**words("reading_figure"), "requests": words("count")[self.asked]}
        return tuple(
            Figure(
                key=key, number=number(found[key], language), text=forms[language][found[key] != 1]
            )
            for key, forms in called.items()
            if found[key] or key in always
        )

    @cached_property
    def asked(self) -> str:
        """What its requests are called: ``questions`` where all are written, else ``requests``."""
        return asked_noun(self._contexts)

    @property
    def sentences(self) -> tuple[str, str]:
        """Two sentences that answer first: what the records are about, and where they stand."""
        return self._opening[0]

    @property
    def pressing(self) -> tuple[Pressing, ...]:
        """The commitments that are overdue, and those that are due soon."""
        return self._opening[1]

    @cached_property
    def _opening(self) -> tuple[tuple[str, str], tuple[Pressing, ...]]:
        listed = (each for listed in self._listed for each in listed)
        return opening(self._contexts, listed, self.as_of)

    def records(self, *, with_text: bool = True) -> Iterator[PageRecord]:
        """Yield the records in their order, each read when it is needed."""
        check_flag(with_text, "with_text")
        titles = record_titles(self._contexts)
        for context, listed in zip(self._contexts, self._listed, strict=True):
            # What was found for the figures is used once more, and then let go.
            covered = self._coverage.pop(context.record.id, None) or coverage_of(context)
            title = titles[context.record.id]
            yield _page_record(context, listed, covered, title=title, with_text=with_text)

    def notes(self) -> tuple[tuple[str, str], ...]:
        """Return what a reader must know of the page, under its labels; after the records."""
        said = {"fallback"} if self.languages else set()
        notes = notes_of(self._contexts)
        return tuple((note.label, str(note.value)) for note in notes if note.key not in said)


def reading_page(
    records: PolicyRecord | Iterable[PolicyRecord],
    *,
    as_of: dt.date,
    language: Language,
    selection: Chosen | None = None,
) -> ReadingPage:
    """Return one or more records to be read next to their sources, each axis as of the day.

    ``selection`` is what is shown of the records, None for everything; sources come whole.

    Raises ValueError without a record.
    """
    given = records_given(records, as_of=as_of, language=language, selection=selection)
    return ReadingPage(given, as_of=as_of, language=language, selection=selection)


def _listed(context: ReadingContext) -> Iterator[Listed]:
    """The entries of a record in the order of the page: requests, statements, instruments."""
    entries: tuple[Request | StatementRow | Instrument, ...] = (
        *context.reading_order(context.shown_requests),
        *statement_rows(context, context.shown_statements),
        *context.reading_order(context.shown_instruments),
    )
    return (Listed(context=context, entry=entry) for entry in entries)


def _counts(listed: Listed) -> Iterator[str]:
    entry = listed.entry
    if isinstance(entry, Request):
        yield "requests"
    if not isinstance(entry, StatementRow):
        return
    schedule = entry.progress.schedule
    if isinstance(entry.entry, Commitment):
        yield "commitments"
        if schedule in (Schedule.OVERDUE, Schedule.DUE_SOON, Schedule.SAID_MET):
            yield schedule.value
    else:
        yield "others"
        if schedule is Schedule.OVERDUE:
            # A condition or a claim may have a last day too, and is not a commitment.
            yield "others_overdue"
    if entry.progress.evidence is EvidenceStatus.CONTRADICTS:
        yield "contradicted"


def _page_record(
    context: ReadingContext, listed: list[Listed], covered: Coverage, *, title: str, with_text: bool
) -> PageRecord:
    record, reader = context.record, EntryReader(context)
    users = users_of_instruments(context)
    entries = [each.entry for each in listed]
    return PageRecord(
        id=record.id,
        title=title,
        asked=asked_noun([context]),
        nothing="" if entries else nothing_reported(context),
        sources=tuple(page_sources(context, covered, with_text=with_text)),
        requests=tuple(reader.request(e) for e in entries if isinstance(e, Request)),
        statements=tuple(reader.statement(e) for e in entries if isinstance(e, StatementRow)),
        instruments=tuple(
            reader.instrument(e, users.get(e.id, ())) for e in entries if isinstance(e, Instrument)
        ),
    )
