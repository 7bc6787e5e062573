"""The motions of a budget annex: which are in it, which are dealt with, and how each stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from ssrpolicy.model.documents import Document
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Commitment
from ssrpolicy.model.vocabulary import Answer, DocumentKind, Outcome
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.language.numerals import in_words
from ssrpolicy.views.notes.annex.state import informed
from ssrpolicy.views.notes.blocks import Look, Runs
from ssrpolicy.views.notes.briefing.occasion import movers
from ssrpolicy.views.notes.citations import cited, the_document
from ssrpolicy.views.notes.frame import day_of
from ssrpolicy.views.notes.part import Part, lines, spaced
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

    def asked(self) -> list[Asked]:
        """Return what the motion asks; what several records word alike is one request."""
        found: dict[str, list[tuple[Part, Request]]] = {}
        for part, document in self.papers:
            for request in part.record.requests:
                if request.document == document.id:
                    text = request.summary.text(part.language)
                    found.setdefault(text, []).append((part, request))
        return [Asked(requests=tuple(requests)) for requests in found.values()]

    @property
    def finished(self) -> bool:
        """Whether every request of the motion is dealt with; one without requests is in hand.

        Nobody reports on a motion as such, so this follows from the answers that count on the
        annex's day. An answer of a later paper takes the place of an earlier one of the same
        scope, or of all earlier ones where it has no scope. Then

        - a request without an answer is in hand, also when it is only implied;
        - "unanswered" and "partly answered" leave it in hand: for a part there is no answer;
        - "answered" and "declined" deal with it, unless a commitment that carries the answer is
          still in hand;
        - "promised", "on conditions" and "deferred" deal with it only when commitments carry the
          answer, and each of these is dealt with.

        A commitment is dealt with once it is reported as fulfilled, not pursued or transferred.
        When in doubt a motion is in hand: one that is closed too soon is lost from sight.
        """
        asked = self.asked()
        return bool(asked) and all(each.finished for each in asked)


@frozen(kw_only=True, eq=False)
class Asked:
    """One thing that a motion asks, as one or more records have it."""

    requests: tuple[tuple[Part, Request], ...]

    def answers(self) -> list[tuple[Part, Disposition]]:
        """Return the answers that count on the annex's day, the earliest first."""
        known = [
            (part, answer)
            for part, request in self.requests
            for answer in part.answers.get(request.id, ())
            if not _is_later(part, answer.document)
        ]
        known.sort(key=lambda found: _day(*found) or dt.date.min)
        return [found for found in known if not any(_replaces(new, found) for new in known)]

    @property
    def finished(self) -> bool:
        """Whether the request is answered, and nothing that carries an answer is in hand."""
        answers = self.answers()
        return bool(answers) and all(_settles(part, answer) for part, answer in answers)


def motions(parts: Sequence[Part]) -> list[Motion]:
    """Return the motions of records by date; one that several records have is one motion."""
    found: dict[str, list[tuple[Part, Document]]] = {}
    for part in parts:
        for document in part.record.documents:
            if document.kind is DocumentKind.MOTION:
                key = document.number or part.record.full_id(document.id)
                found.setdefault(str(key), []).append((part, document))
    all_of_them = [Motion(papers=tuple(papers)) for papers in found.values()]
    return sorted(all_of_them, key=lambda motion: motion.document.date or dt.date.max)


def replacements(found: Iterable[Motion]) -> dict[PaperNumber, Motion]:
    """Return the motions that took the place of another, by the number of that other."""
    return {
        document.replaces: motion
        for motion in found
        for part, document in motion.papers
        if document.replaces is not None and not _is_later(part, document.id)
    }


def left_out(motion: Motion, replacing: Mapping[PaperNumber, Motion]) -> str | None:
    """Return why a motion is not in the annex: not accepted, replaced, or later; None if it is.

    The annex is about motions that the House accepted. Where the outcome of the vote is not
    recorded, the motion is in it: it may have been accepted.
    """
    part, document = motion.part, motion.document
    paper = capital(the_document(part.names, document.id))
    if document.date is not None and document.date > part.as_of:
        date = long_date(part.as_of, part.language)
        return label("annex.left_out_later", part.language, paper=paper, date=date)
    for _, known in motion.papers:
        if known.outcome in _NOT_ACCEPTED:
            return label(f"annex.left_out_{known.outcome}", part.language, paper=paper)
    by = None if document.number is None else replacing.get(document.number)
    if by is None or by is motion:
        return None
    replaced_by = the_document(by.part.names, by.document.id)
    return label("annex.left_out_replaced", part.language, paper=paper, by=replaced_by)


# -- when answers count, and settle ----------------------------------------------------------------


def _day(part: Part, answer: Disposition) -> dt.date | None:
    return day_of(part.record, answer.document)


def _is_later(part: Part, document: str) -> bool:
    """Whether a paper is of a day after that of the annex."""
    date = day_of(part.record, document)
    return date is not None and date > part.as_of


def _replaces(new: tuple[Part, Disposition], old: tuple[Part, Disposition]) -> bool:
    """Whether an answer takes the place of another: a later one of its scope, or without scope."""
    after, before = _day(*new), _day(*old)
    if after is None or before is None or after <= before:
        return False
    return new[1].scope is None or new[1].scope == old[1].scope


def _carrying(part: Part, answer: Disposition) -> list[Commitment]:
    """The commitments that carry an answer, those of later papers left out."""
    statements = [part.record.statement(id) for id in answer.by]
    return [
        statement
        for statement in statements
        if isinstance(statement, Commitment) and not _is_later(part, statement.document)
    ]


def _settles(part: Part, answer: Disposition) -> bool:
    closed = [part.now[commitment.id].closed for commitment in _carrying(part, answer)]
    if answer.answer in (Answer.ANSWERED_HERE, Answer.DECLINED):
        return all(closed)
    return answer.answer in _PROMISING and bool(closed) and all(closed)


# -- how it reads ----------------------------------------------------------------------------------


def description(motion: Motion) -> Runs:
    """Return what the motion is called, what it asks, and who moved it when."""
    part, document = motion.part, motion.document
    asked = motion.asked()
    requests = [_request(each, _place(part, at, asked)) for at, each in enumerate(asked, start=1)]
    if not asked:
        requests = [_words(part, "no_requests")]
    return lines(_title(part, document), *requests, _moved(motion))


def state(motion: Motion) -> Runs:
    """Return how each request of the motion was answered, and what became of that."""
    part, asked = motion.part, motion.asked()
    told: set[str] = set()
    said: list[Runs] = []
    for at, each in enumerate(asked, start=1):
        first, *more = _answers(each, told)
        said += [spaced(_place(part, at, asked), first), *more]
    lead = _words(part, "dealt_with") if motion.finished else ()
    if len(said) == 1:
        return spaced(lead, *said)
    return lines(lead, *(said or [_words(part, "no_answer")]))


def _words(part: Part, key: str, look: Look = Look.PLAIN, **parts: object) -> Runs:
    return (part.run(label(f"annex.{key}", part.language, **parts), look),)


def _place(part: Part, at: int, asked: Sequence[Asked]) -> Runs:
    """The number of a request among several, by which its answer is found."""
    return _words(part, "numbered", number=at) if len(asked) > 1 else ()


def _title(part: Part, document: Document) -> Runs:
    if document.title is not None:
        return part.full(document.title, Look.STRONG)
    return (part.run(capital(f"{cited(part.names, document.id)}."), Look.STRONG),)


def _request(asked: Asked, place: Runs) -> Runs:
    part, request = asked.requests[0]
    said = (*part.full(request.summary), *part.sources(request.quotes))
    return spaced(place, said, _words(part, "implied") if request.implied else ())


def _moved(motion: Motion) -> Runs:
    part, document = motion.part, motion.document
    said: list[Runs] = []
    if document.authors:
        names = movers(part, document.authors)
        date = None if document.date is None else long_date(document.date, part.language)
        key = "moved_undated" if date is None else "moved"
        said.append(_words(part, key, Look.QUIET, names=names, date=date))
    if all(known.outcome is None for _, known in motion.papers):
        said.append(_words(part, "outcome_unknown", Look.QUIET))
    return spaced(*said)


def _answers(asked: Asked, told: set[str]) -> list[Runs]:
    """Each answer that counts, with what became of it, or that there is none."""
    said = [spaced(*_answer(part, answer, told)) for part, answer in asked.answers()]
    return said or [_words(asked.requests[0][0], "no_answer")]


def _answer(part: Part, answer: Disposition, told: set[str]) -> Iterator[Runs]:
    yield _how(part, answer, told)
    if answer.scope is not None:
        yield (*_words(part, "scope"), *part.full(answer.scope))
    yield _carried(part, answer)
    for ground in part.record.contradicted(answer, as_of=part.as_of):
        lead = _words(part, "contradicted", Look.STRONG)
        yield (*lead, *part.full(ground.summary), *part.sources(ground.quotes))
        yield evidence(part, ground)


def _how(part: Part, answer: Disposition, told: set[str]) -> Runs:
    """How a paper answers, with its quotes; the paper's number is given at the first mention."""
    carried = [quote for id in answer.by for quote in part.record.statement(id).quotes]
    # Two statements may quote the same sentence.
    quotes = answer.quotes or dict.fromkeys(carried)
    full_id = part.record.full_id(answer.document)
    first = full_id not in told
    told.add(full_id)
    document = part.record.document(answer.document)
    words = informed(part, document) if first and answer.answer is Answer.ANSWERED_HERE else None
    if words is None:
        paper = the_document(part.names, answer.document, in_full=first)
        words = label(f"annex_answer.{answer.answer}", part.language, paper=paper)
    return (part.run(words), *part.sources(quotes))


def _carried(part: Part, answer: Disposition) -> Runs:
    """How many of the commitments that carry an answer are dealt with, and how many in hand."""
    carrying = _carrying(part, answer)
    closed = sum(part.now[commitment.id].closed for commitment in carrying)
    if not carrying:
        return ()
    finished, in_hand, every = (
        in_words(amount, part.language)
        for amount in (closed, len(carrying) - closed, len(carrying))
    )
    if 0 < closed < len(carrying):
        return _words(part, "carried_mixed", finished=finished, in_hand=in_hand)
    amount = "one" if len(carrying) == 1 else "all"
    status = "finished" if closed else "in_hand"
    return _words(part, f"carried_{amount}_{status}", number=every)
