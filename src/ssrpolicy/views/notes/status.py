"""Where a statement stands, as sentences that say only what is known."""

from __future__ import annotations

import datetime as dt
import re

from ssrpolicy.model.progress import Progress, Update
from ssrpolicy.model.statements import Commitment, Statement
from ssrpolicy.model.vocabulary import EvidenceStatus, RelationKind, Schedule
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.language.numerals import counted_in_words
from ssrpolicy.views.language.spans import span
from ssrpolicy.views.notes.blocks import Look, Runs
from ssrpolicy.views.notes.citations import document_of, the_document
from ssrpolicy.views.notes.part import Part, lines, spaced

# What is added to a name stands between commas ("J. de Wit, onderzoeker, meldde"); a name that
# itself lists things does not ("ministerie van Onderwijs, Cultuur en Wetenschap").
_ADDED = re.compile(r",(?![^,]*(?: en | and | & ))[^,]*$")
_LATE = (Schedule.OVERDUE, Schedule.MET_LATE)


def status(part: Part, statement: Statement) -> Runs:
    """Return what is reported, shown and due of a statement; nothing where nothing is known."""
    now = part.now[statement.id]
    return lines(
        claimed(part, statement),
        evidence(part, statement),
        _schedule(part, now),
        replaced(part, statement),
    )


def replaced(part: Part, statement: Statement) -> Runs:
    """Return which later papers superseded or amended a statement; nothing where none did."""
    said: list[Runs] = []
    for other, newer, kind in part.changes.get(part.record.full_id(statement.id), ()):
        paper = the_document(other.names, newer.document, in_full=other is not part)
        key = "superseded" if kind is RelationKind.SUPERSEDES else "amended"
        said.append((part.run(part.words(key, paper=paper)),))
    return spaced(*said)


def claimed(part: Part, statement: Statement) -> Runs:
    """Return who reported what of a statement, and when; nothing where nobody did."""
    now = part.now[statement.id]
    if now.claimed_by is None:
        return ()
    by = capital(part.who(now.claimed_by.by))
    said = label(
        f"briefing_claimed.{now.claimed}",
        part.language,
        by=f"{by}," if _ADDED.search(by) else by,
        date=long_date(now.claimed_by.date, part.language),
        subject=label(f"briefing_subject.{statement.kind}", part.language),
    )
    return (part.run(said),)


def evidence(part: Part, statement: Statement) -> Runs:
    """Return what the evidence shows of a statement, with its source; nothing where there is none.

    What evidence contradicts stands out.
    """
    now = part.now[statement.id]
    if now.evidence_by is None:
        return ()
    key = f"briefing_evidence.{now.evidence}"
    # Of a commitment evidence shows whether it was fulfilled; of all else, whether it is so.
    if isinstance(statement, Commitment) and now.evidence.needs_quote:
        key += "_commitment"
    said = label(
        key,
        part.language,
        paper=_shown_by(part, now.evidence_by),
        date=long_date(now.evidence_by.date, part.language),
        subject=label(f"briefing_subject.{statement.kind}", part.language),
    )
    look = Look.STRONG if now.evidence is EvidenceStatus.CONTRADICTS else Look.PLAIN
    return (part.run(capital(said), look), *part.sources(now.evidence_by.quotes))


def _shown_by(part: Part, update: Update) -> str:
    """The paper that shows something, or else the day on which it was found."""
    if update.document is not None and document_of(part.record, update.document) is not None:
        return the_document(part.names, update.document, in_full=False)
    return part.words("evidence_of", date=long_date(update.date, part.language))


def schedule(part: Part, statement: Statement) -> Runs:
    """Return what the calendar says of a statement; nothing where it says nothing."""
    return _schedule(part, part.now[statement.id])


def _schedule(part: Part, now: Progress) -> Runs:
    key, days = _schedule_key(now)
    if key is None:
        return ()
    look = Look.STRONG if now.schedule is Schedule.OVERDUE else Look.PLAIN
    count = counted_in_words("days", days, part.language)
    since = "" if now.due is None else span(now.due, part.as_of, part.language)
    said = [_due(part, key, now.due, days=count, span=since)]
    if now.approximate:
        said.append(_due(part, "approximate", now.due))
    if now.first_schedule in _LATE and now.schedule not in _LATE:
        # A term that was moved does not make what came after the first one any earlier.
        said.append(_due(part, "first", now.first_due))
    return (part.run(" ".join(said), look),)


def _due(part: Part, key: str, due: dt.date | None, **parts: str) -> str:
    day = "" if due is None else long_date(due, part.language)
    return label(f"briefing_schedule.{key}", part.language, due=day, **parts)


def _schedule_key(now: Progress) -> tuple[str | None, int]:
    """The sentence that the calendar asks for, and how many days are left."""
    schedule, due = now.schedule, now.due
    if schedule is Schedule.SAID_MET:
        # That nothing was found, or only a part, is said where the evidence is.
        return ("said_met" if now.evidence_by is None else None), 0
    if due is None:
        return None, 0
    if schedule is Schedule.OVERDUE:
        return "overdue", 0
    if schedule is Schedule.DUE_SOON:
        days = (due - now.as_of).days
        return ("due_soon" if days else "due_today"), days
    known = (Schedule.UPCOMING, Schedule.MET, Schedule.MET_MOVED, Schedule.MET_LATE)
    return (schedule.value if schedule in known else None), 0


def responsible(part: Part, statement: Statement) -> Runs:
    """Return who is responsible as of the note's day, and who was before."""
    now = part.now[statement.id].owners
    said: Runs = (part.run(part.parties(now)),) if now else ()
    before = tuple(id for id in statement.owners if id not in now)
    if not before:
        return said
    names = "; ".join(part.party(id) for id in before)
    return lines(said, (part.run(part.words("formerly", names=names), Look.QUIET),))


def firmness_and_term(part: Part, commitment: Commitment) -> Runs:
    """Return how firmly and in which course something is promised, and its terms."""
    language, now = part.language, part.now[commitment.id]
    firmness = now.firmness or commitment.firmness
    changed = firmness is not commitment.firmness
    firm = part.words(
        "formerly_firm" if changed else "firm",
        now=label(firmness, language),
        first=label(commitment.firmness, language),
        course=label(f"briefing_course.{commitment.course}", language),
    )
    return lines((part.run(capital(firm)),), term(part, commitment))


def term(part: Part, statement: Statement) -> Runs:
    """Return the term of a statement that governs, and below it the first where it was moved."""
    now = part.now[statement.id]
    if now.timeframe is None:
        return ()
    moves = [update for update in now.updates if update.timeframe is not None]
    document = (moves[-1].document if moves else None) or statement.document
    label_run = part.run(part.words("term"))
    latest = (label_run, *part.term(now.timeframe, document, shown=statement.needs))
    if now.first_timeframe is None or now.first_timeframe == now.timeframe:
        return latest
    first = part.term(now.first_timeframe, statement.document, Look.QUIET, shown=statement.needs)
    return lines(latest, (part.run(part.words("moved"), Look.QUIET), *first))
