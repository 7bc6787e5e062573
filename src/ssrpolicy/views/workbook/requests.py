"""The tracker's rows of requests: one for each answer, or one that says that it is not answered."""

from collections.abc import Callable, Iterator
from functools import cached_property

from attrs import frozen

from ssrpolicy.model import Answer, Disposition, Passage, Request
from ssrpolicy.views.language import capital, label
from ssrpolicy.views.shared import (
    ReadingContext,
    ShownPassage,
    asked_in,
    motion_state,
    place_text,
    quote_text,
)
from ssrpolicy.views.workbook.cells import due_of
from ssrpolicy.views.workbook.rows import EntryRow
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, named, secondary


@frozen(eq=False)
class RequestRow(EntryRow[Request]):
    """A request with one of its answers: by its number from 1, or 0 without an answer."""

    answer: Disposition | None
    number: int

    @property
    def asked_in(self) -> tuple[str, ...]:
        """The paper that asks it; nothing where only the answers to questions are recorded."""
        return asked_in(self.context.record, self.entry)

    @cached_property
    def answered(self) -> list[ShownPassage]:
        """The answer's quotes, or else those of the statements that give it."""
        if self.answer is None:
            return []
        record = self.context.record
        quotes: tuple[Passage, ...] = self.answer.quotes or tuple(
            passage
            for id in self.answer.by
            if id in record
            for passage in record.statement(id).quotes
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
    def motion_state(self) -> str | None:
        """Whether the motion that asks it is dealt with; None for any other document."""
        context = self.context
        key = motion_state(context.handling, context.record, self.entry.document)
        return None if key is None else named(key, context.language)

    @property
    def is_verified(self) -> bool:
        """Whether every quote, of request and answer, stands in its document's text."""
        return all(passage.verified for passage in (*self.passages, *self.answered))


def request_rows(context: ReadingContext) -> Iterator[tuple[str, RequestRow]]:
    """Yield the requests in the order of reading, each with each of its answers."""
    record = context.record
    for request in context.reading_order(context.shown_requests):
        full_id, answers = record.full_id(request.id), context.answers.get(request.id, ())
        if not answers:
            yield f"{full_id}/0", RequestRow(context, request, None, 0)
        for number, answer in enumerate(answers, start=1):
            yield f"{full_id}/{number}", RequestRow(context, request, answer, number)


def _contradicted(context: ReadingContext, answer: Disposition) -> str | None:
    """The statements that the answer rests on and that evidence contradicts."""
    found = context.record.contradicted(answer, as_of=context.as_of)
    return context.entries(statement.id for statement in found)


_Column = ColumnOf[RequestRow]


def _of_answer(
    key: str, width: int, value: Callable[[ReadingContext, Disposition], str | None]
) -> _Column:
    """A column about the answer, empty for a request without one."""
    return _Column(key, width, lambda row: value(row.context, row.answer) if row.answer else None)


REQUESTS: tuple[_Column, ...] = (
    _Column("id", 18, lambda row: row.context.record.full_id(row.entry.id), Kind.ID),
    _Column("request", 38, lambda row: row.context.text(row.entry.summary)),
    _Column("asked_in", 22, lambda row: row.context.documents(row.asked_in)),
    _Column("answer", 16, lambda row: row.answer_word, Answer),
    _of_answer("scope", 26, lambda context, answer: context.text(answer.scope)),
    _of_answer("answered_in", 22, lambda context, answer: context.documents([answer.document])),
    _of_answer("contradicted", 24, _contradicted),
    _Column("motion_state", 16, lambda row: row.motion_state, "handling"),
    *secondary(
        _Column("request_quote", 38, lambda row: row.quote),
        _Column("answer_number", 13, lambda row: row.number or None, Kind.NUMBER),
        _Column("answer_quote", 48, lambda row: quote_text(row.answered, row.context.language)),
        _Column("passage", 20, lambda row: place_text(row.answered, row.context.language)),
        _of_answer("by_statements", 100, lambda context, answer: context.entries(answer.by)),
        _of_answer("because", 100, lambda context, answer: context.entries(answer.because)),
        _Column("term", 20, lambda row: row.context.term(row.entry.term)),
        _Column("term_date", 12, lambda row: due_of(row.entry.term), Kind.DATE),
        _Column("implied", 26, lambda row: row.entry.implied, "yes_no"),
        _Column("verified", 13, lambda row: row.is_verified, "yes_no"),
    ),
)
"""The columns of requests and their answers."""
