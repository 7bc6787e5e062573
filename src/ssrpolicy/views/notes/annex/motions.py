"""The motions of a budget annex: which are in it, which are dealt with, and how each stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from ssrpolicy.model import (
    Answer,
    Commitment,
    Disposition,
    Document,
    DocumentKind,
    Outcome,
    PaperNumber,
    Request,
)
from ssrpolicy.views.language import capital
from ssrpolicy.views.notes.annex.state import informed
from ssrpolicy.views.notes.blocks import Look, Runs, lines, spaced
from ssrpolicy.views.notes.citations import cited, the_document
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import evidence

_NOT_ACCEPTED = (Outcome.REJECTED, Outcome.WITHDRAWN, Outcome.HELD)
_PROMISING = (Answer.PROMISED, Answer.CONDITIONAL, Answer.DEFERRED)


@frozen(kw_only=True, eq=False)
class Motion:
    """A motion as one or more records have it: the answers of all of them count together."""

    papers: tuple[tuple[Part, Document], ...]

    @property
    def part(self) -> Part:
        """The part of the first record that has the motion."""
        return self.papers[0][0]

    @property
    def document(self) -> Document:
        """The motion as the first record has it."""
        return self.papers[0][1]

    @property
    def full_id(self) -> str:
        """The id of the motion in the first record that has it."""
        return self.part.record.full_id(self.document.id)

    @cached_property
    def requests(self) -> list[MotionRequest]:
        """What the motion requests; requests with the same words in several records are one."""
        found: dict[str, list[tuple[Part, Request]]] = {}
        for part, document in self.papers:
            for request in part.requests.get(document.id, ()):
                text = request.summary.text(part.language)
                found.setdefault(text, []).append((part, request))
        return [MotionRequest(requests=tuple(requests)) for requests in found.values()]

    @property
    def finished(self) -> bool:
        """Whether every request of the motion is dealt with; one without requests is in hand.

        Nobody reports on a motion as such, so this follows from the answers that count on the
        annex's day: an answer of a later paper replaces those of its scope, or all earlier ones
        where it has no scope. Then

        - a request without an answer is in hand, also when it is only implied;
        - "unanswered" and "partly answered" leave it in hand: for a part there is no answer;
        - "answered" and "declined" deal with it, unless a commitment that carries the answer is
          still in hand;
        - "promised", "on conditions" and "deferred" deal with it only when commitments carry the
          answer, and each of these is dealt with.

        A commitment is dealt with once it is reported as fulfilled, not pursued or transferred.
        When in doubt a motion is in hand: one that is closed too soon is lost from sight.
        """
        return bool(self.requests) and all(each.finished for each in self.requests)


@frozen(kw_only=True, eq=False)
class MotionRequest:
    """One request of a motion, as one or more records have it."""

    requests: tuple[tuple[Part, Request], ...]

    @cached_property
    def answers(self) -> list[tuple[Part, Disposition]]:
        """The answers that count on the annex's day, the earliest first.

        An answer of a later paper replaces those of its scope, or all where it has no scope.
        """
        known = [
            (part, answer)
            for part, request in self.requests
            for answer in part.answers.get(request.id, ())
            if not part.is_later(answer.document)
        ]
        known.sort(key=lambda found: _day(*found) or dt.date.min)
        latest = {answer.scope: _day(part, answer) or dt.date.min for part, answer in known}
        return [
            (part, answer)
            for part, answer in known
            if (day := _day(part, answer)) is None
            or all(day >= latest.get(scope, day) for scope in (None, answer.scope))
        ]

    @property
    def finished(self) -> bool:
        """Whether the request is answered, and nothing that carries an answer is in hand."""
        answers = self.answers
        return bool(answers) and all(_settles(part, answer) for part, answer in answers)


def motions_of(parts: Sequence[Part]) -> list[Motion]:
    """Return the motions of records by date; one that several records have is one motion."""
    found: dict[str, list[tuple[Part, Document]]] = {}
    for part in parts:
        for document in part.record.documents:
            if document.kind is DocumentKind.MOTION:
                key = document.number or part.record.full_id(document.id)
                found.setdefault(str(key), []).append((part, document))
    every = (Motion(papers=tuple(papers)) for papers in found.values())
    return sorted(every, key=lambda motion: motion.document.date or dt.date.max)


def replacements(found: Iterable[Motion]) -> dict[PaperNumber, Motion]:
    """Return the motions that replaced another, by the number of the replaced one."""
    return {
        document.replaces: motion
        for motion in found
        for part, document in motion.papers
        if document.replaces is not None and not part.is_later(document.id)
    }


def left_out(motion: Motion, replacing: Mapping[PaperNumber, Motion]) -> str | None:
    """Return why a motion is not in the annex: not accepted, replaced, or later; None if it is.

    The annex is about motions that the House accepted. Where the outcome of the vote is not
    recorded, the motion is in it: it may have been accepted.
    """
    part, document = motion.part, motion.document
    paper = capital(the_document(part, document.id))
    if document.date is not None and document.date > part.as_of:
        return part.words("annex.left_out_later", paper=paper, date=part.day(part.as_of))
    for _, known in motion.papers:
        if known.outcome in _NOT_ACCEPTED:
            return part.words(f"annex.left_out_{known.outcome}", paper=paper)
    by = None if document.number is None else replacing.get(document.number)
    if by is None or by is motion:
        return None
    newer = the_document(by.part, by.document.id)
    return part.words("annex.left_out_replaced", paper=paper, by=newer)


# -- when answers count, and settle ----------------------------------------------------------------


def _day(part: Part, answer: Disposition) -> dt.date | None:
    return part.date_of(answer.document)


def _carrying(part: Part, answer: Disposition) -> list[Commitment]:
    """The commitments that carry an answer, those of later papers left out."""
    return [
        each
        for each in map(part.record.statement, answer.by)
        if isinstance(each, Commitment) and not part.is_later(each.document)
    ]


def _settles(part: Part, answer: Disposition) -> bool:
    closed = [part.progress[commitment.id].closed for commitment in _carrying(part, answer)]
    if answer.answer in (Answer.ANSWERED_HERE, Answer.DECLINED):
        return all(closed)
    return answer.answer in _PROMISING and bool(closed) and all(closed)


# -- how it reads ----------------------------------------------------------------------------------


def description(motion: Motion) -> Runs:
    """Return the title of the motion, its requests, and who moved it when."""
    part, document, requests = motion.part, motion.document, motion.requests
    title: Runs = (part.run(capital(f"{cited(part, document.id)}."), Look.STRONG),)
    if document.title is not None:
        title = part.sentence(document.title, Look.STRONG)
    said: list[Runs] = []
    for at, each in enumerate(requests, start=1):
        of, request = each.requests[0]
        implied = of.phrase("annex.implied") if request.implied else ()
        said.append(spaced(_place(part, at, requests), of.summary(request), implied))
    return lines(title, *(said or [part.phrase("annex.no_requests")]), _moved(motion))


def motion_state(motion: Motion) -> Runs:
    """Return how each request of the motion was answered, and what became of that."""
    part, requests = motion.part, motion.requests
    cited_before: set[str] = set()
    said: list[Runs] = []
    for at, each in enumerate(requests, start=1):
        answers = [spaced(*_answer(*answer, cited_before)) for answer in each.answers]
        first, *more = answers or [each.requests[0][0].phrase("annex.no_answer")]
        said += [spaced(_place(part, at, requests), first), *more]
    lead = part.phrase("annex.dealt_with") if motion.finished else ()
    if len(said) == 1:
        return spaced(lead, *said)
    return lines(lead, *(said or [part.phrase("annex.no_answer")]))


def _place(part: Part, at: int, requests: Sequence[MotionRequest]) -> Runs:
    """The number of a request among several, by which its answer is found."""
    return part.phrase("annex.numbered", number=at) if len(requests) > 1 else ()


def _moved(motion: Motion) -> Runs:
    part, document = motion.part, motion.document
    said: list[Runs] = []
    if document.authors:
        names = part.movers(document.authors)
        date = "" if document.date is None else part.day(document.date)
        key = "moved" if date else "moved_undated"
        said.append(part.phrase(f"annex.{key}", Look.QUIET, names=names, date=date))
    if all(known.outcome is None for _, known in motion.papers):
        said.append(part.phrase("annex.outcome_unknown", Look.QUIET))
    return spaced(*said)


def _answer(part: Part, answer: Disposition, cited_before: set[str]) -> Iterator[Runs]:
    yield _how(part, answer, cited_before)
    if answer.scope is not None:
        yield (*part.phrase("annex.scope"), *part.sentence(answer.scope))
    yield _carried(part, answer)
    for ground in part.record.contradicted(answer, as_of=part.as_of):
        lead = part.phrase("annex.contradicted", Look.STRONG)
        yield (*lead, *part.summary(ground))
        yield evidence(part, ground)


def _how(part: Part, answer: Disposition, cited_before: set[str]) -> Runs:
    """How a paper answers, with its quotes; the paper's number is given at the first mention."""
    carried = [quote for id in answer.by for quote in part.record.statement(id).quotes]
    # Two statements may quote the same sentence.
    quotes = answer.quotes or dict.fromkeys(carried)
    full_id = part.record.full_id(answer.document)
    first = full_id not in cited_before
    cited_before.add(full_id)
    document = part.record.document(answer.document)
    words = informed(part, document) if first and answer.answer is Answer.ANSWERED_HERE else None
    if words is None:
        paper = the_document(part, answer.document, in_full=first)
        words = part.words(f"annex_answer.{answer.answer}", paper=paper)
    return (part.run(words), *part.sources(quotes))


def _carried(part: Part, answer: Disposition) -> Runs:
    """How many of the commitments that carry an answer are dealt with, and how many in hand."""
    carrying = _carrying(part, answer)
    closed = sum(part.progress[commitment.id].closed for commitment in carrying)
    if not carrying:
        return ()
    finished, in_hand, every = (
        part.in_words(amount) for amount in (closed, len(carrying) - closed, len(carrying))
    )
    if 0 < closed < len(carrying):
        return part.phrase("annex.carried_mixed", finished=finished, in_hand=in_hand)
    amount = "one" if len(carrying) == 1 else "all"
    status = "finished" if closed else "in_hand"
    return part.phrase(f"annex.carried_{amount}_{status}", number=every)
