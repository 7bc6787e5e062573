"""The issue, in some ten lines: what is wrong first, then what was asked and what is open."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from ssrpolicy.model import (
    Answer,
    ClaimedStatus,
    Commitment,
    Condition,
    Course,
    EvidenceStatus,
    Firmness,
    Schedule,
    Statement,
    Update,
)
from ssrpolicy.views.language import capital, one_or_many
from ssrpolicy.views.notes.blocks import Block, Bullets, Look, Runs, spaced
from ssrpolicy.views.notes.briefing.asked import (
    answers_now,
    asked_after,
    none_answered,
    requests_answered,
)
from ssrpolicy.views.notes.briefing.counts import Counted, dealt_with
from ssrpolicy.views.notes.citations import the_document
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import begins_on_its_day, evidence, no_commitments, words_of_term
from ssrpolicy.views.shared import last_day_words, marked_day, no_document_shows_term

LINES = 10
"""How many lines the issue takes; what needs attention goes in whole, and may make it longer."""
# Words for the time of writing say how it is, and not until when.
_NOW = re.compile(
    r"“(?:momenteel|thans|nu|vooralsnog|op dit moment|currently|now|at present|at the moment)”",
    re.IGNORECASE,
)
_MET = (Schedule.MET, Schedule.MET_LATE, Schedule.MET_MOVED)


def issue(part: Part) -> list[Block]:
    """Return the issue: what needs attention, what was asked and answered, what is open."""
    # In the order of reading, for sources are numbered as they come.
    urgent = list(_urgent(part))
    blocks: list[Block] = [Bullets(tuple(urgent))] if urgent else []
    requested = requests_answered(part)
    named = len(requested[-1].items) if requested else 0
    return [*blocks, *requested, *_commitments(part, Counted(part), LINES - len(urgent) - named)]


# -- what needs attention --------------------------------------------------------------------------


def _urgent(part: Part) -> Iterator[Runs]:
    """Yield a line for each thing that needs attention; none of them is ever left out."""
    now, record = part.progress, part.record
    known = sorted(part.shown_statements, key=lambda each: now[each.id].due or dt.date.max)
    late = [each for each in known if now[each.id].schedule is Schedule.OVERDUE]
    for each in late:
        yield _line(part, "overdue_condition" if isinstance(each, Condition) else "overdue", each)
    contradicts = EvidenceStatus.CONTRADICTS
    for each in known:
        if now[each.id].evidence is contradicts and each not in late:
            yield _line(part, "contradicted", each)
    for request in () if none_answered(part) else part.shown_requests:
        given = answers_now(part, request)
        if all(each.answer is Answer.UNANSWERED for each in given):
            key = "unanswered" if given else "no_answer"
            yield (*_lead(part, key), *asked_after(part, request))
    for request in part.shown_requests:
        answers = part.answers.get(request.id, ())
        if any(record.contradicted(answer, as_of=part.as_of) for answer in answers):
            yield (*_lead(part, "unfounded"), *asked_after(part, request))
    for each in known:
        if now[each.id].schedule is Schedule.DUE_SOON:
            yield _line(part, "due_soon", each)


def _lead(part: Part, key: str) -> Runs:
    return (*part.phrase(f"decision.{key}", Look.STRONG), part.run(" "))


def _line(part: Part, key: str, statement: Statement) -> Runs:
    """Return a statement's line: its problem, who is responsible, its term, and the evidence."""
    said = (*_lead(part, key), *_in_half_a_line(part, statement))
    claimed = part.progress[statement.id].claimed_by
    return spaced(
        said,
        () if claimed is None else _claimed(part, claimed),
        _conflict(part, statement) or evidence(part, statement),
    )


def _claimed(part: Part, update: Update) -> Runs:
    """What is reported of a statement, and when."""
    status = update.claimed or ClaimedStatus.UNKNOWN
    date = part.day(part.said_on(update))
    return part.phrase("decision.claimed", status=part.words(status), date=date)


def _conflict(part: Part, statement: Statement) -> Runs:
    """Both sides of evidence that conflicts, each with its paper; nothing where none does."""
    updates = part.progress[statement.id].updates
    sides = {}
    for wanted in (EvidenceStatus.SUPPORTS, EvidenceStatus.CONTRADICTS):
        sides[wanted] = next((u for u in reversed(updates) if u.evidence is wanted), None)
    for_, against = sides.values()
    if for_ is None or against is None:
        return ()
    papers = [the_document(part, each.document or "", in_full=False) for each in (for_, against)]
    kind = "" if isinstance(statement, Commitment) else "_other"
    said = part.words(
        f"decision.conflict{kind}",
        supports=capital(papers[0]),
        contradicts=papers[1],
        subject=part.words(f"briefing_subject.{statement.kind}"),
    )
    return (part.run(said), *part.sources((*for_.quotes, *against.quotes)))


def _in_half_a_line(part: Part, statement: Statement) -> Runs:
    """A statement, and in brackets who is responsible and until when."""
    *summary, end = part.sentence(statement.summary)
    shown = (*summary, attrs.evolve(end, text=end.text.rstrip(".")))
    who, (before, words, after) = _who(part, statement), _when(part, statement)
    now = part.progress[statement.id]
    entered = part.words("briefing.moved_by_none") if no_document_shows_term(now) else ""
    if words:
        about = "; ".join(filter(None, (who, before)))
        rest = "; ".join(filter(None, (after, entered)))
        return (*shown, part.run(f" ({about} "), *words, part.run(f"{rest})."))
    about = "; ".join(filter(None, (who, before, entered)))
    return (*shown, part.run(f" ({about})." if about else "."))


def _who(part: Part, statement: Statement) -> str:
    """Who is responsible; nothing where the summary begins with who that is."""
    owners = part.progress[statement.id].owners
    if not owners:
        return part.words("decision.nobody") if isinstance(statement, Commitment) else ""
    begin = statement.summary.text(part.language)
    if len(owners) == 1 and begin.startswith(capital(part.party_with_article(owners[0]))):
        return ""
    return part.listing([part.party_in_full(id) for id in owners])


def _when(part: Part, statement: Statement) -> tuple[str, Runs, str]:
    """Until when it is: before the words of a term that is not a day, these, and after them."""
    now = part.progress[statement.id]
    course = statement.course if isinstance(statement, Commitment) else None
    # What goes on after its first term was met is not due on that day.
    goes_on = course in (Course.RECURRING, Course.CONTINUOUS) and now.schedule in _MET
    if now.due is not None and not goes_on:
        key, first = "ended" if now.schedule is Schedule.OVERDUE else "until", ""
        if key == "until" and now.first_due not in (None, now.due):
            key, first = "until_after", part.day(now.first_due)
        if said := words_of_term(part, statement):
            before = "term_was" if key == "ended" else "term"
            key = "words_until_after" if key == "until_after" else "words_until_day"
            until = part.words(f"decision.{key}", date=marked_day(now, part.language), first=first)
            return part.words(f"decision.{before}"), said, f", {until}"
        day = last_day_words(part.record, now, part.language)
        if begins_on_its_day(now):
            key = "from_after" if key == "until_after" else "from"
        return part.words(f"decision.{key}", date=day, first=first), (), ""
    said = words_of_term(part, statement) if course in (None, Course.ONCE) else ()
    if said and now.due is None and not _NOW.fullmatch(said[-1].text):
        return part.words("decision.term"), said, f", {part.words('decision.words_undated')}"
    return ("" if course is None else part.words(f"briefing_course.{course}")), (), ""


# -- what is open ----------------------------------------------------------------------------------


def _commitments(part: Part, counted: Counted, room: int) -> list[Block]:
    """How many commitments are open, and each of them that there is room for."""
    if not counted.known:
        # Those of later papers are counted below the table.
        nothing = Bullets((part.phrase(no_commitments(part)),))
        return [] if part.later_commitments else [nothing]
    now = part.progress
    urgent = (Schedule.OVERDUE, Schedule.DUE_SOON)
    waiting = [
        each
        for each in counted.open
        if now[each.id].schedule not in urgent
        and now[each.id].evidence is not EvidenceStatus.CONTRADICTS
    ]
    lead = Bullets(((part.run(" ".join(_count_sentences(part, counted))),),))
    shown = [_in_half_a_line(part, each) for each in waiting[: max(room - 1, 0)]]
    if rest := waiting[len(shown) :]:
        key = "decision.rest" if len(rest) < len(counted.open) else "decision.rest_all"
        shown.append(part.phrase(key, owners=_by_owner(part, rest)))
    return [lead, Bullets(tuple(shown), level=2)] if shown else [lead]


def _count_sentences(part: Part, counted: Counted) -> Iterator[str]:
    """Yield how many are open and how firm they are, how many are dealt with, what is not known."""
    number = len(counted.open)
    if number:
        yield _open(part, counted.open)
        undated = sum(part.progress[each.id].due is None for each in counted.open)
        if undated == number:
            yield part.words(one_or_many("decision.undated_all", number))
        elif undated:
            key = one_or_many("decision.undated", undated)
            yield part.words(key, number=part.in_words(undated))
    else:
        yield part.words("decision.open_none")
    yield from dealt_with(part, counted.closed)
    if left := len(counted.known) - len(counted.once):
        key = one_or_many("decision.not_counted", left)
        yield part.words(key, number=capital(part.in_words(left)))
    if not any(update.date <= part.as_of for update in part.shown_updates):
        yield part.words("decision.no_updates")


def _open(part: Part, commitments: Sequence[Commitment]) -> str:
    """How many commitments are open, and how firm they are."""
    now, number = part.progress, len(commitments)
    counts = Counter(now[each.id].firmness or each.firmness for each in commitments)
    said = [
        (part.words(f"briefing_firmness.{firmness}"), counts[firmness])
        for firmness in Firmness
        if counts[firmness]
    ]
    if len(said) == 1:
        key, words = {1: "one", 2: "both"}.get(number, "alike"), said[0][0]
    else:
        key = "many"
        words = part.listing(
            [
                part.words(
                    one_or_many("briefing.firmness", amount),
                    number=part.in_words(amount),
                    said=word,
                )
                for word, amount in said
            ]
        )
    return part.words(f"decision.open_{key}", number=capital(part.in_words(number)), said=words)


def _by_owner(part: Part, commitments: Sequence[Commitment]) -> str:
    """How many of these commitments each owner has; one with several owners counts with each."""
    counts = Counter(id for each in commitments for id in part.progress[each.id].owners or ("",))
    named = [
        part.words(
            "decision.by_owner", number=part.in_words(amount), owner=part.party_with_article(id)
        )
        if id
        else part.words("decision.by_nobody", number=part.in_words(amount))
        for id, amount in sorted(counts.items(), key=lambda pair: (not pair[0], -pair[1]))
    ]
    return part.listing(named)
