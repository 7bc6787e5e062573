"""Where a statement stands, as sentences that say only what is known."""

import re

from ssrpolicy.model import (
    LANGUAGES,
    Commitment,
    EvidenceStatus,
    Progress,
    RelationKind,
    Schedule,
    Statement,
    Timeframe,
)
from ssrpolicy.views.language import capital, label, span
from ssrpolicy.views.notes.blocks import Look, Runs, lines, spaced
from ssrpolicy.views.notes.citations import the_document
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import is_reckoned, reckoned_words

# What is added to a name stands between commas ("J. de Wit, onderzoeker, meldde"); a name that
# itself lists things does not ("ministerie van Onderwijs, Cultuur en Wetenschap").
_ADDED = re.compile(r",(?![^,]*(?: en | and | & ))[^,]*$")
_LATE = (Schedule.OVERDUE, Schedule.MET_LATE)
# "Per 1 januari 2013": what holds from a day does not end on it.
_FROM = re.compile(r"(?:per|as (?:of|from))\s", re.IGNORECASE)


def status(part: Part, statement: Statement) -> Runs:
    """Return what is reported, shown and due of a statement; nothing where nothing is known."""
    sentences = (claimed, evidence, schedule, replaced)
    return lines(*(sentence(part, statement) for sentence in sentences))


def no_commitments(part: Part) -> str:
    """Return the label of an empty list of commitments, of a whole record or of a selection."""
    return f"briefing.no_commitments{'' if part.chosen is None else '_selected'}"


def replaced(part: Part, statement: Statement) -> Runs:
    """Return which later papers superseded or amended a statement; nothing where none did."""
    said: list[Runs] = []
    for other, newer, kind in part.changes.get(part.record.full_id(statement.id), ()):
        paper = the_document(other, newer.document, in_full=other is not part)
        key = "superseded" if kind is RelationKind.SUPERSEDES else "amended"
        said.append(part.phrase(f"briefing.{key}", paper=paper))
    return spaced(*said)


def claimed(part: Part, statement: Statement) -> Runs:
    """Return who reported what of a statement, and when; nothing where it is not reported."""
    now = part.progress[statement.id]
    if now.claimed_by is None:
        return ()
    by, date = now.claimed_by.by, part.day(part.said_on(now.claimed_by))
    if by is None:
        reported = part.words("briefing_reported.by_nobody", date=date)
    else:
        by = capital(part.party_with_article(by))
        by = f"{by}," if _ADDED.search(by) else by
        reported = part.words("briefing_reported.by_somebody", by=by, date=date)
    return part.phrase(
        f"briefing_claimed.{now.claimed}",
        reported=reported,
        subject=part.words(f"briefing_subject.{statement.kind}"),
    )


def evidence(part: Part, statement: Statement) -> Runs:
    """Return what the evidence shows of a statement, with its source; empty without evidence.

    What evidence contradicts stands out.
    """
    now = part.progress[statement.id]
    if now.evidence_by is None:
        return ()
    key = f"briefing_evidence.{now.evidence}"
    # Of a commitment evidence shows whether it was fulfilled; of all else, whether it is so.
    if isinstance(statement, Commitment) and now.evidence.needs_quote:
        key += "_commitment"
    date = part.day(now.evidence_by.date)
    document = now.evidence_by.document
    if document is not None and part.find_document(document) is not None:
        paper = the_document(part, document, in_full=False)
    else:
        paper = part.words("briefing.evidence_of", date=date)
    said = part.words(
        key, paper=paper, date=date, subject=part.words(f"briefing_subject.{statement.kind}")
    )
    look = Look.STRONG if now.evidence is EvidenceStatus.CONTRADICTS else Look.PLAIN
    return (part.run(capital(said), look), *part.sources(now.evidence_by.quotes))


def schedule(part: Part, statement: Statement) -> Runs:
    """Return what the calendar says of a statement; nothing where it says nothing."""
    now = part.progress[statement.id]
    key, days = _schedule_key(now)
    if key is None:
        return ()
    said = {key: now.due}
    words = reckoned_words(part.record, now, part.language)
    if words is not None and key != "said_met":
        said["approximate" if now.approximate else "reckoned"] = now.due
    if now.first_schedule in _LATE and now.schedule not in _LATE:
        # A term that was moved does not make what came after the first one any earlier.
        said["first"] = now.first_due
    count = part.counted("days", days)
    since = "" if now.due is None else span(now.due, part.as_of, part.language)
    sentences = (
        part.words(
            f"briefing_schedule.{each}",
            due="" if due is None else part.day(due),
            days=count,
            words=words or "",
            span=since,
        )
        for each, due in said.items()
    )
    look = Look.STRONG if now.schedule is Schedule.OVERDUE else Look.PLAIN
    return (part.run(" ".join(sentences), look),)


def moved_words(part: Part, now: Progress) -> str:
    """Return in which document a term was moved, or that none shows it, for within a sentence."""
    document = None if now.moved_by is None else now.moved_by.document
    if document is None:
        return part.words("briefing.moved_by_none")
    return part.words("briefing.moved_by", paper=the_document(part, document, in_full=False))


def _schedule_key(now: Progress) -> tuple[str | None, int]:
    """The sentence that the calendar asks for, and how many days are left."""
    schedule, due = now.schedule, now.due
    if schedule is Schedule.SAID_MET:
        # That nothing was found, or only a part, is said where the evidence is.
        return ("said_met" if now.evidence_by is None else None), 0
    if due is None:
        return None, 0
    if schedule is Schedule.OVERDUE:
        return ("overdue_from" if begins_on_its_day(now) else "overdue"), 0
    if schedule is Schedule.DUE_SOON:
        days = (due - now.as_of).days
        return ("due_soon" if days else "due_today"), days
    if schedule is Schedule.UPCOMING and begins_on_its_day(now):
        return "upcoming_from", 0
    known = (Schedule.UPCOMING, Schedule.MET, Schedule.MET_MOVED, Schedule.MET_LATE)
    return (schedule.value if schedule in known else None), 0


def responsible(part: Part, statement: Statement) -> Runs:
    """Return who is responsible as of the note's day, and who was before."""
    now = part.progress[statement.id].owners
    said: Runs = (part.run(part.parties_in_full(now)),) if now else ()
    before = tuple(id for id in statement.owners if id not in now)
    if not before:
        return said
    names = "; ".join(map(part.party_in_full, before))
    return lines(said, part.phrase("briefing.formerly", Look.QUIET, names=names))


def firmness_and_term(part: Part, commitment: Commitment) -> Runs:
    """Return how firmly and in which course something is promised, and its terms."""
    firmness = part.progress[commitment.id].firmness or commitment.firmness
    firm = part.words(
        f"briefing.{'firm' if firmness is commitment.firmness else 'formerly_firm'}",
        now=part.words(firmness),
        first=part.words(commitment.firmness),
        course=part.words(f"briefing_course.{commitment.course}"),
    )
    return lines((part.run(capital(firm)),), term(part, commitment))


def says_course(commitment: Commitment, term: Timeframe) -> bool:
    """Return whether the words of a term are those of the course: "doorlopend", and no more."""
    known = {label(commitment.course, each).casefold() for each in LANGUAGES}
    return term.date is None and term.after is None and term.phrase.casefold() in known


def words_of_term(part: Part, statement: Statement) -> Runs:
    """Return the words of the latest term where no day follows from them; none where one does.

    "Before the summer recess" is not a day, also where one was recorded for it. They are shortened
    where they are many.
    """
    now = part.progress[statement.id]
    latest = now.timeframe
    if latest is None or (isinstance(statement, Commitment) and says_course(statement, latest)):
        return ()
    if now.due is not None and (latest.due != now.due or not is_reckoned(part.record, latest)):
        return ()
    moved_in = None if now.moved_by is None else now.moved_by.document
    return part.term_said(latest, moved_in or statement.document, short=True)


def begins_on_its_day(now: Progress) -> bool:
    """Return whether the words of a term say that something holds from its day: "per 1 januari"."""
    latest = now.timeframe
    if latest is None or latest.date is None or latest.due != now.due:
        return False
    return latest.date.first_day == latest.date.last_day and bool(_FROM.match(latest.phrase))


def term(part: Part, statement: Statement) -> Runs:
    """Return the term of a statement that governs, and below it the first where it was moved."""
    now = part.progress[statement.id]
    if now.timeframe is None:
        return ()
    moved_in = None if now.moved_by is None else now.moved_by.document
    document = moved_in or statement.document
    shown_in: Runs = ()
    if moved_in is not None:
        paper = the_document(part, moved_in, in_full=False)
        shown_in = part.phrase("briefing.moved_in", Look.QUIET, paper=paper)
    elif now.moved_by is not None:
        shown_in = part.phrase("briefing.moved_unshown", Look.QUIET)
    latest = (
        *part.phrase("briefing.term"),
        *part.term_runs(now.timeframe, document, shown=statement.needs),
    )
    if now.first_timeframe is None or not now.is_moved:
        return lines(latest, shown_in)
    first = part.term_runs(
        now.first_timeframe, statement.document, Look.QUIET, shown=statement.needs
    )
    return lines(latest, shown_in, (*part.phrase("briefing.moved", Look.QUIET), *first))
