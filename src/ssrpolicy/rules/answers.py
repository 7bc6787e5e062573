"""Requests and their dispositions: each is answered, and each answer rests on words."""

from collections import defaultdict
from collections.abc import Iterator

from ssrpolicy.messages import _, together
from ssrpolicy.model import (
    Answer,
    Commitment,
    Disposition,
    DocumentKind,
    Engagement,
    PolicyRecord,
    Severity,
    Statement,
)
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import an_answer, in_full, in_words

_CARRIED_OUT = frozenset({Answer.PROMISED, Answer.PARTLY, Answer.CONDITIONAL, Answer.DEFERRED})


def _statements(record: PolicyRecord) -> dict[str, Statement]:
    return {statement.id: statement for statement in record.statements}


@rule("request-unanswered", Severity.WARNING, needs_whole="dispositions")
def request_unanswered(record: PolicyRecord) -> Iterator[Remark]:
    """A request has no disposition: the record does not say how it was answered.

    A letter that passes over a request has answered it so, and that is worth recording.

    Example: the request `be-informed`, and no `[[dispositions]]` with `request = "be-informed"`.

    What to do: add a disposition; where no letter answers the request, with
    `answer = "unanswered"` and the letter that should have.
    """
    answered = {disposition.request for disposition in record.dispositions}
    for index, request in enumerate(record.requests):
        if request.id not in answered:
            yield Remark(
                message=_("No disposition says how this request was answered."),
                hint=_('Add one; where a letter passes over the request, answer = "unanswered".'),
                place=("requests", index),
            )


@rule("request-unquoted", Severity.WARNING, needs_whole="entry")
def request_unquoted(record: PolicyRecord) -> Iterator[Remark]:
    """A request has no quote, and is not marked as implied.

    What somebody asked in words is quoted, from the paper itself or from the letter that repeats
    it. What nobody asked in so many words is `implied = true`, and shown so.

    Example: a request with a summary only.

    What to do: quote the words that ask; or write `implied = true`.
    """
    for index, request in enumerate(record.requests):
        if not request.quotes and not request.implied:
            yield Remark(
                message=_("The request quotes no words, and is not marked as implied."),
                hint=_("Quote the words that ask, or write implied = true."),
                place=("requests", index),
            )


@rule("disposition-without-ground", Severity.ERROR, needs_whole="entry")
def disposition_without_ground(record: PolicyRecord) -> Iterator[Remark]:
    """A disposition rests on no words: neither on a statement (`by`) nor on a quote.

    How a minister answered can only be shown with the minister's words. `because` names what the
    answer rests on, and is not the answer itself. Only `unanswered` needs no words.

    Example: `request = "intensify"`, `answer = "declined"`, and nothing else.

    What to do: name in `by` the statements that carry the answer; or, where none does, quote the
    words that do.
    """
    for index, disposition in enumerate(record.dispositions):
        if disposition.answer is Answer.UNANSWERED or disposition.by or disposition.quotes:
            continue
        yield Remark(
            message=_(
                "The answer {answer} rests on no words: neither by nor quotes.",
                answer=in_words(disposition.answer),
            ),
            hint=_("Name in by the statements that carry the answer, or quote the words."),
            place=("dispositions", index),
        )


@rule("disposition-ambiguous", Severity.WARNING)
def disposition_ambiguous(record: PolicyRecord) -> Iterator[Remark]:
    """Two dispositions give one request, in one document, two answers for the same scope.

    One request may be declined in general and left open per case; then `scope` says which answer
    is for what. Without it a reader cannot know which of the two holds.

    Example: `declined` and `conditional` for `intensify`, both without a scope.

    What to do: give each a `scope`; or leave out the one that does not hold.
    """
    seen: dict[tuple[object, ...], Disposition] = {}
    for index, disposition in enumerate(record.dispositions):
        scope = disposition.scope
        first = seen.setdefault((disposition.request, disposition.document, scope), disposition)
        if first is disposition:
            continue
        if first.answer is disposition.answer:
            message = _(
                "The request has the answer {answer} twice from {document}, with the same scope.",
                answer=in_words(first.answer),
                document=disposition.document,
            )
            alone = _(
                "The request has the answer {answer} twice from {document}, with no scope.",
                answer=in_words(first.answer),
                document=disposition.document,
            )
        else:
            both = {"answer": in_words(first.answer), "other": in_words(disposition.answer)}
            message = _(
                "The request has both {answer} and {other} from {document}, with the same scope.",
                document=disposition.document,
                **both,
            )
            alone = _(
                "The request has both {answer} and {other} from {document}, with no scope.",
                document=disposition.document,
                **both,
            )
        yield Remark(
            message=alone if scope is None else message,
            hint=_("Say with scope which answer is for what, or leave one out."),
            place=("dispositions", index),
        )


@rule("disposition-off-document", Severity.WARNING)
def disposition_off_document(record: PolicyRecord) -> Iterator[Remark]:
    """A disposition is ascribed to one document, and a statement that carries it to another.

    A disposition says how its `document` answers. The statements in `by` are that answer, so at
    least one of their quotes stands in that document.

    Example: a disposition of the letter of 2031, carried by a statement that only the letter of
    2033 makes.

    What to do: correct the `document`; or name the statement that the document itself makes; or
    record a disposition of its own for the other document.
    """
    statements = _statements(record)
    for index, disposition in enumerate(record.dispositions):
        for number, id in enumerate(disposition.by):
            statement = statements.get(id)
            if statement is None:
                continue
            if all(passage.document != disposition.document for passage in statement.quotes):
                yield Remark(
                    message=_(
                        "The answer is that of {document}, but {id} quotes {other} only.",
                        document=disposition.document,
                        id=id,
                        other=statement.document,
                    ),
                    hint=_("Correct the document, or name a statement that it makes."),
                    place=("dispositions", index, "by", number),
                )


@rule("promise-without-commitment", Severity.WARNING, needs_whole="entry")
def promise_without_commitment(record: PolicyRecord) -> Iterator[Remark]:
    """A request is answered with a promise, and no commitment carries it.

    What is promised is a commitment, with its own firmness, owner and term; otherwise nobody
    will follow it, or something is followed that never was a promise.

    Example: `answer = "promised"`, `by = ["policy-is-sound"]`, which is a position.

    What to do: record the commitment and name it in `by`; or take a weaker answer.
    """
    statements = _statements(record)
    for index, disposition in enumerate(record.dispositions):
        if disposition.answer is not Answer.PROMISED or not statements.keys() >= {*disposition.by}:
            continue  # an id of something else has a finding of its own
        if not any(isinstance(statements[id], Commitment) for id in disposition.by):
            yield Remark(
                message=_("The answer is promised, but no commitment in by carries it."),
                hint=_("Record the commitment and name it in by, or take a weaker answer."),
                place=("dispositions", index, "by"),
            )


@rule("answer-before-request", Severity.WARNING)
def answer_before_request(record: PolicyRecord) -> Iterator[Remark]:
    """A document answers a request that was made after it.

    Example: a motion of 8 December that a letter of 29 April of the same year answers.

    What to do: correct the date that is wrong; or, if the letter speaks of an earlier form of the
    request, record that paper and make the request its own.
    """
    dates = {document.id: document.date for document in record.documents}
    asked = {request.id: dates.get(request.document) for request in record.requests}
    for index, disposition in enumerate(record.dispositions):
        day, asked_on = dates.get(disposition.document), asked.get(disposition.request)
        if day is not None and asked_on is not None and day < asked_on:
            yield Remark(
                message=_(
                    "{document}, of {day}, is said to answer a request of {asked_on}.",
                    document=disposition.document,
                    day=in_full(day),
                    asked_on=in_full(asked_on),
                ),
                hint=_("Correct the date that is wrong, or the document."),
                place=("dispositions", index, "document"),
            )


@rule("motion-answer-incomplete", Severity.NOTE)
def motion_answer_incomplete(record: PolicyRecord) -> Iterator[Remark]:
    """The answer to a motion says that it is carried out, but not how, or not when.

    The government reports to the House whether, how and when a motion is carried out. Where the
    answer is a promise, whole, in part, on condition or for later, *how* is a commitment, an
    engagement or an instrument among the statements that carry it, and *when* is a term of one of
    them, even if only a phrase. A refusal, and an answer in the letter itself, are complete by
    themselves.

    Example: "Eventuele intensivering dient per geval te worden bekeken" says neither.

    What to do: look whether the letter says it and the record does not; else leave it: that it is
    not said is what the note is for.
    """
    kinds = {document.id: document.kind for document in record.documents}
    statements = _statements(record)
    carried: dict[str, list[Statement]] = defaultdict(list)
    answers: dict[str, list[Disposition]] = defaultdict(list)
    for disposition in record.dispositions:
        if disposition.answer in _CARRIED_OUT:
            answers[disposition.request].append(disposition)
            carried[disposition.request] += [
                statements[id] for id in disposition.by if id in statements
            ]
    moved = {update.statement for update in record.updates if update.timeframe is not None}
    for index, request in enumerate(record.requests):
        if kinds.get(request.document) is not DocumentKind.MOTION or request.id not in answers:
            continue
        by = carried[request.id]
        how = any(isinstance(s, Commitment | Engagement) or s.uses for s in by)
        when = any(s.timeframe is not None or s.id in moved for s in by)
        if not (how and when):
            given = together(list(dict.fromkeys(an_answer(d.answer) for d in answers[request.id])))
            if how:
                message = _("The motion's answer ({answer}) does not say when.", answer=given)
            elif when:
                message = _("The motion's answer ({answer}) does not say how.", answer=given)
            else:
                message = _(
                    "The motion's answer ({answer}) does not say how or when.", answer=given
                )
            yield Remark(
                message=message,
                hint=_("Look whether the letter says it; if not, the record is right as it is."),
                place=("requests", index),
            )
