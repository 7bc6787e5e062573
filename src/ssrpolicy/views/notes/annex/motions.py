"""The motions of a budget annex: which are left out, and how each of the others stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from ssrpolicy.model import Answer, Commitment, Disposition, Motion, MotionRequest
from ssrpolicy.views.language import capital, one_or_many, short_date
from ssrpolicy.views.notes.annex.state import informed
from ssrpolicy.views.notes.blocks import Look, Runs, lines, spaced
from ssrpolicy.views.notes.citations import cited, the_document
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import evidence
from ssrpolicy.views.shared import last_day_words


def left_out(note: Part, motion: Motion) -> str | None:
    """Return why a motion is not in the annex: not accepted, replaced, or later; None if it is.

    The annex is about motions that the House accepted, or may have accepted.
    """
    part = note.parts[motion.record.id]
    paper = capital(the_document(part, motion.document.id))
    if motion.is_later:
        return part.words("annex.left_out_later", paper=paper, date=part.day(part.as_of))
    if motion.is_refused:
        return part.words(f"annex.left_out_{motion.outcome}", paper=paper)
    if (by := motion.replaced_by) is None:
        return None
    newer = the_document(note.parts[by.record.id], by.document.id)
    return part.words("annex.left_out_replaced", paper=paper, by=newer)


def description(note: Part, motion: Motion) -> Runs:
    """Return the title of the motion, its requests, and who moved it when."""
    part, document, requests = note.parts[motion.record.id], motion.document, motion.requests
    title: Runs = (part.run(capital(f"{cited(part, document.id)}."), Look.STRONG),)
    if document.title is not None:
        title = part.sentence(document.title, Look.STRONG)
    said: list[Runs] = []
    for at, each in enumerate(requests, start=1):
        record, request = each.requests[0]
        of = note.parts[record.id]
        implied = of.phrase("annex.implied") if request.implied else ()
        said.append(spaced(_place(part, at, requests), of.summary(request), implied))
    return lines(title, *(said or [part.phrase("annex.no_requests")]), _moved(part, motion))


def motion_state(note: Part, motion: Motion) -> Runs:
    """Return how each request of the motion was answered, and what became of that.

    Where the outcome of the vote is not known, it also says that the motion is in hand.
    """
    requests = motion.requests
    cited_before: set[str] = set()
    said: list[Runs] = []
    for at, each in enumerate(requests, start=1):
        answers = [
            spaced(*_answer(note.parts[record.id], answer, cited_before))
            for record, answer in each.answers
        ]
        first, *more = answers or [note.phrase("annex.no_answer")]
        said += [spaced(_place(note, at, requests), first), *more, *_earlier(note, each)]
    state = "dealt_with" if motion.dealt_with else "in_hand"
    lead = () if motion.outcome and not motion.dealt_with else note.phrase(f"annex.{state}")
    if len(said) == 1:
        return spaced(lead, *said)
    return lines(lead, *(said or [note.phrase("annex.no_answer")]))


def _carrying(note: Part, motion: Motion) -> list[tuple[Part, Commitment]]:
    """The commitments that carry the answers to a motion."""
    every = {
        (record.id, each.id): (note.parts[record.id], each)
        for request in motion.requests
        for record, answer in request.answers
        for each in note.handling.carrying(record, answer)
    }
    return list(every.values())


def responsible(note: Part, motion: Motion) -> Runs:
    """Return who is to carry out what was committed, else who answered, or that none is named."""
    owners = [
        part.party_in_full(id)
        for part, each in _carrying(note, motion)
        for id in part.progress[each.id].owners
    ]
    answering = (
        note.parts[record.id].party_in_full(id)
        for request in motion.requests
        for record, answer in request.answers
        for id in record.document(answer.document).authors
    )
    names = list(dict.fromkeys(owners or answering))
    return (note.run(capital("; ".join(names))),) if names else note.phrase("annex.not_named")


def expected(note: Part, motion: Motion) -> Runs:
    """Return by when what is in hand is due, the latest of several; or that no date is named."""
    known = [
        (now, part)
        for part, each in _carrying(note, motion)
        if not note.handling.settled(part.record, each)
        and (now := part.progress[each.id]).due is not None
    ]
    if not known:
        return note.phrase("annex.once")
    now, part = max(known, key=lambda each: each[0].due or dt.date.min)
    return (note.run(last_day_words(part.record, now, note.language, short_date)),)


def _earlier(note: Part, request: MotionRequest) -> Iterator[Runs]:
    """That commitments of an earlier answer are still in hand, where nothing else says it."""
    in_hand = request.still_in_hand
    if in_hand:
        key = one_or_many("annex.earlier_in_hand", len(in_hand))
        yield note.phrase(key, number=note.in_words(len(in_hand)))


def _place(part: Part, at: int, requests: Sequence[MotionRequest]) -> Runs:
    """The number of a request among several, by which its answer is found."""
    return part.phrase("annex.numbered", number=at) if len(requests) > 1 else ()


def _moved(part: Part, motion: Motion) -> Runs:
    document = motion.document
    said: list[Runs] = []
    if document.authors:
        names = part.movers(document.authors)
        date = "" if document.date is None else part.day(document.date)
        key = "moved" if date else "moved_undated"
        said.append(part.phrase(f"annex.{key}", Look.QUIET, names=names, date=date))
    if motion.outcome is None:
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
    carrying = part.handling.carrying(part.record, answer)
    closed = sum(part.handling.settled(part.record, commitment) for commitment in carrying)
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
