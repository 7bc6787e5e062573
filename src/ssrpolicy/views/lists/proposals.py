"""The rows of a workbook to review a draft in: each proposal in its context, to be decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from ssrpolicy.arguments import check_type
from ssrpolicy.evidence import Sentence, Span, anchors
from ssrpolicy.model import (
    Commitment,
    Confidence,
    Disposition,
    Document,
    Draft,
    Firmness,
    Instrument,
    Language,
    LocalText,
    Party,
    PolicyRecord,
    Proposal,
    Request,
    SetAside,
    Statement,
    Timeframe,
    brief,
    check_language,
)
from ssrpolicy.views.language import date_to_type
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.rows import Row
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, Table, named, table, word

_LONGEST = 1000


@frozen(eq=False)
class ProposalRow(Row):
    """A proposal with the sentences around its words, and what each request asks by its id."""

    proposal: Proposal
    asked: Mapping[str, LocalText]

    @property
    def words(self) -> str:
        """The words on which it rests."""
        ground = self.proposal.grounds[0]
        source = anchors(self.context.record).source(ground.document)
        return "" if source is None else source.display(ground.start, ground.end)

    def sentence(self, step: int) -> str | None:
        """Return the sentence before (-1) or after (1) the words; None without one."""
        ground = self.proposal.grounds[0]
        source = anchors(self.context.record).source(ground.document)
        if source is None:
            return None
        touched = source.sentences_in(Span(start=ground.start, end=ground.end))
        if not touched:
            return None
        number = touched[0 if step < 0 else -1].number + step
        found: tuple[Sentence, ...] = source.sentences
        return brief(found[number - 1].text, _LONGEST) if 1 <= number <= len(found) else None

    @property
    def called(self) -> str | None:
        """The entry in words: its summary, its name, or how it answers what."""
        entry, text = self.proposal.entry, self.context.text
        match entry:
            case Statement() | Request():
                return text(entry.summary)
            case Disposition():
                said = word(entry.answer, self.context.language)
                return f"{said} → {text(self.asked.get(entry.request)) or entry.request}"
            case SetAside():
                return word(entry.reason, self.context.language)
            case Document():
                number = None if entry.number is None else str(entry.number)
                return text(entry.title) or number or entry.id
            case Party() | Instrument():
                return text(entry.name)

    @property
    def firmness(self) -> Firmness | None:
        """How firm a commitment is."""
        entry = self.proposal.entry
        return entry.firmness if isinstance(entry, Commitment) else None

    @property
    def owners(self) -> str | None:
        """Who acts, one a line."""
        entry = self.proposal.entry
        return self.context.owners(entry.owners) if isinstance(entry, Statement) else None

    @property
    def term(self) -> Timeframe | None:
        """The term of a statement or a request."""
        entry = self.proposal.entry
        if isinstance(entry, Statement):
            return entry.timeframe
        return entry.term if isinstance(entry, Request) else None

    @property
    def term_date(self) -> str | None:
        """The date of the term, in words that can be typed."""
        if self.term is None or self.term.date is None:
            return None
        return date_to_type(self.term.date, self.context.language)


_Column = ColumnOf[ProposalRow]

# What is decided about stands next to what it is about, all of it on one screen.
PROPOSALS: tuple[_Column, ...] = (
    _Column("proposal", 12, lambda row: row.proposal.id, Kind.ID),
    _Column(
        "kind",
        13,
        lambda row: named(f"proposal.{row.proposal.kind}", row.context.language),
        "proposal",
    ),
    _Column("source_words", 50, lambda row: row.words),
    _Column("summary", 40, lambda row: row.called),
    _Column("decision", 13, lambda _row: None, "decide"),
    _Column("firmness", 15, lambda row: row.firmness, Firmness),
    _Column("owners", 22, lambda row: row.owners),
    _Column("term", 18, lambda row: None if row.term is None else row.term.phrase),
    _Column("term_date", 16, lambda row: row.term_date),
    _Column("reason", 24, lambda _row: None),
    _Column("confidence", 14, lambda row: row.proposal.confidence, Confidence),
    _Column("before", 30, lambda row: row.sentence(-1)),
    _Column("after_words", 30, lambda row: row.sentence(1)),
    _Column("why", 38, lambda row: row.proposal.reason(row.context.language)),
    _Column("requires", 14, lambda row: "\n".join(row.proposal.requires) or None),
)
"""The columns of proposals."""


def proposals_table(record: PolicyRecord, draft: Draft, *, language: Language) -> Table:
    """Return the proposals of a draft as a table to review in, in reading order.

    An answer that stands above the request that it answers comes right below it.
    """
    check_type(record, PolicyRecord, "record", "ssrpolicy.load(path)")
    check_type(draft, Draft, "draft", "ssrpolicy.draft(record)")
    check_language(language)
    context = ReadingContext(record, language)
    requests = [each.entry for each in draft.proposals if isinstance(each.entry, Request)]
    asked = {each.id: each.summary for each in (*record.requests, *requests)}
    ordered = _answers_below_requests(draft.proposals)
    rows = ((each.id, ProposalRow(context, each, asked)) for each in ordered)
    return table("proposals", language, PROPOSALS, rows)


def _answers_below_requests(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield proposals in their order, but each answer to a request after that request."""
    coming = [each.entry.id for each in proposals if isinstance(each.entry, Request)]
    waiting: dict[str, list[Proposal]] = {id: [] for id in coming}
    for each in proposals:
        entry = each.entry
        if isinstance(entry, Disposition) and entry.request in waiting:
            waiting[entry.request].append(each)
            continue
        yield each
        if isinstance(entry, Request):
            yield from waiting.pop(entry.id, ())
