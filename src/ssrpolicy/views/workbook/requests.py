"""The tracker's rows of requests: one for each answer, or one that says there is no answer."""

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from ssrpolicy.evidence.anchoring import anchors
from ssrpolicy.model import Answer, Disposition, Passage, Request
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.shared.passages import ShownPassage, place_text, quote_text
from ssrpolicy.views.workbook.rows import ColumnOf
from ssrpolicy.views.workbook.tables import Kind


@frozen(eq=False)
class RequestRow:
    """A request with one of its answers: the ``number``-th of ``total``, both 0 for none."""

    context: ReadingContext
    request: Request
    answer: Disposition | None
    number: int
    total: int

    @property
    def id(self) -> str:
        """The request's full id."""
        return self.context.record.full_id(self.request.id)

    @cached_property
    def asked(self) -> list[ShownPassage]:
        """The request's quotes as a reader sees them."""
        return self.context.passages(self.request.quotes)

    @cached_property
    def answered(self) -> list[ShownPassage]:
        """The answer's quotes, or else those of the statements that give it."""
        if self.answer is None:
            return []
        record = self.context.record
        quotes: tuple[Passage, ...] = self.answer.quotes or tuple(
            passage for id in self.answer.by for passage in record.statement(id).quotes
        )
        return self.context.passages(quotes)

    @property
    def answer_word(self) -> str:
        """How the document answers, or that no answer is recorded."""
        if self.answer is None:
            return label("tracker.no_answer", self.context.language)
        # A word of its own has no colour: that of an earlier answer would be taken for the state.
        if self.context.is_earlier(self.answer):
            return capital(self.context.answer_words(self.answer))
        return self.answer.answer

    @property
    def contradicted(self) -> str | None:
        """The statements that the answer rests on and that evidence contradicts."""
        if self.answer is None:
            return None
        found = self.context.record.contradicted(self.answer, as_of=self.context.as_of)
        return self.context.entries(statement.id for statement in found)

    @property
    def is_verified(self) -> bool:
        """Whether every quote, of request and answer, stands in its document's text."""
        return all(passage.verified for passage in (*self.asked, *self.answered))


def request_rows(context: ReadingContext) -> Iterator[tuple[str, RequestRow]]:
    """Yield the requests in the order of reading, each with each of its answers."""
    record = context.record
    for request in anchors(record).in_reading_order(record.requests):
        answers = record.answers(request.id)
        full_id = record.full_id(request.id)
        if not answers:
            yield f"{full_id}/0", RequestRow(context, request, None, 0, 0)
        for number, answer in enumerate(answers, start=1):
            row = RequestRow(context, request, answer, number, len(answers))
            yield f"{full_id}/{number}", row


_Column = ColumnOf[RequestRow]

REQUESTS: tuple[_Column, ...] = (
    _Column("id", Kind.ID, 20, lambda row: row.id),
    _Column("request", Kind.TEXT, 38, lambda row: row.context.text(row.request.summary)),
    _Column(
        "request_quote", Kind.TEXT, 38, lambda row: quote_text(row.asked, row.context.language)
    ),
    _Column("asked_in", Kind.TEXT, 22, lambda row: row.context.documents([row.request.document])),
    _Column("answer_number", Kind.NUMBER, 13, lambda row: row.number or None),
    _Column("answer", Kind.CHOICE, 16, lambda row: row.answer_word, vocabulary=Answer),
    _Column(
        "scope",
        Kind.TEXT,
        26,
        lambda row: None if row.answer is None else row.context.text(row.answer.scope),
    ),
    _Column(
        "answer_quote", Kind.TEXT, 48, lambda row: quote_text(row.answered, row.context.language)
    ),
    _Column(
        "answered_in",
        Kind.TEXT,
        22,
        lambda row: None if row.answer is None else row.context.documents([row.answer.document]),
    ),
    _Column("passage", Kind.TEXT, 20, lambda row: place_text(row.answered, row.context.language)),
    _Column("contradicted", Kind.TEXT, 30, lambda row: row.contradicted),
    _Column(
        "by_statements",
        Kind.TEXT,
        100,
        lambda row: None if row.answer is None else row.context.entries(row.answer.by),
        main=False,
    ),
    _Column(
        "because",
        Kind.TEXT,
        100,
        lambda row: None if row.answer is None else row.context.entries(row.answer.because),
        main=False,
    ),
    _Column("term", Kind.TEXT, 20, lambda row: row.context.term(row.request.term), main=False),
    _Column(
        "term_date",
        Kind.DATE,
        12,
        lambda row: None if row.request.term is None else row.request.term.due,
        main=False,
    ),
    _Column(
        "implied", Kind.CHOICE, 26, lambda row: row.request.implied, vocabulary="yes_no", main=False
    ),
    _Column(
        "verified", Kind.CHOICE, 13, lambda row: row.is_verified, vocabulary="yes_no", main=False
    ),
)
"""The columns of requests and their answers."""
