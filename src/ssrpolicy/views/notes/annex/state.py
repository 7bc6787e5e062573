"""The present state of a commitment, in the sentences of a budget annex."""

from ssrpolicy.model import (
    ClaimedStatus,
    Commitment,
    Course,
    Document,
    DocumentKind,
    EvidenceStatus,
    Progress,
    RelationKind,
    Schedule,
    Update,
)
from ssrpolicy.views.notes.blocks import Look, Runs, spaced
from ssrpolicy.views.notes.citations import the_document
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import evidence
from ssrpolicy.views.shared import paper_name

_HOUSES = {
    "tweede-kamer": "tweede-kamer",
    "voorzitter-tweede-kamer": "tweede-kamer",
    "eerste-kamer": "eerste-kamer",
    "voorzitter-eerste-kamer": "eerste-kamer",
}
_HOUSE_OF_CHAMBER = {"II": "tweede-kamer", "I": "eerste-kamer"}
_CHANGES = {RelationKind.SUPERSEDES: "superseded", RelationKind.AMENDS: "amended"}


def commitment_state(part: Part, commitment: Commitment) -> Runs:
    """Return what is reported, shown and due of a commitment; at least that nothing is known."""
    now = part.progress[commitment.id]
    said = [
        *_claimed(part, now),
        *_shown(part, commitment, now),
        *_term(part, commitment, now),
        *_firmness(part, commitment, now),
        *_owners(part, now),
        *_message(part, now),
        *_changed(part, commitment),
    ]
    return spaced(*said)


def informed(part: Part, document: Document) -> str | None:
    """Return that a House was informed by this letter, and when; None for any other paper."""
    house = _house(document)
    paper = paper_name(document, part.language)
    if house is None or paper is None or document.date is None:
        return None
    date = part.day(document.date)
    return part.words(f"annex.informed_{house}", date=date, paper=paper)


def _house(document: Document) -> str | None:
    """The House that a letter is to: its addressee, or that of its paper where it names none."""
    if document.kind is not DocumentKind.LETTER:
        return None
    if document.addressee is not None:
        return _HOUSES.get(document.addressee)
    number = document.number
    if number is None or number.series != "kst":
        return None
    return _HOUSE_OF_CHAMBER.get(number.chamber or "")


def _with_its_sources(part: Part, said: Runs, update: Update) -> list[Runs]:
    """A sentence on an update with its quotes, what is noted there, and the paper it rests on."""
    runs: list[Runs] = [(*said, *part.sources(update.quotes))]
    if update.note is not None and update.axis != "note":
        runs.append(part.sentence(update.note))
    if update.document is not None:
        document = part.find_document(update.document)
        words = None if document is None else informed(part, document)
        if words is None and not update.quotes:
            paper = the_document(part, update.document)
            words = part.words("annex.see", paper=paper)
        if words is not None:
            runs.append((part.run(words),))
    return runs


def _by(part: Part, update: Update) -> str:
    return part.party_with_article(update.by)


def _on(part: Part, update: Update) -> str:
    return part.day(part.said_on(update))


def _claimed(part: Part, now: Progress) -> list[Runs]:
    update = now.claimed_by
    if update is None:
        return [part.phrase(f"annex.{'no_status' if now.updates else 'nothing_known'}")]
    key = f"annex_claimed.{now.claimed}"
    owners = ""
    if _handed_over(now):
        key += "_to"
        names = [part.party_with_article(id) for id in now.owners]
        owners = part.listing(names)
    by, date = _by(part, update), _on(part, update)
    said = part.phrase(key, by=by, date=date, owners=owners)
    return _with_its_sources(part, said, update)


def _handed_over(now: Progress) -> bool:
    """Whether it is reported as transferred, and is recorded to whom."""
    moved = _latest(now, "owners") is not None and bool(now.owners)
    return moved and now.claimed is ClaimedStatus.TRANSFERRED


def _shown(part: Part, commitment: Commitment, now: Progress) -> list[Runs]:
    update = now.evidence_by
    if update is not None and now.evidence is not EvidenceStatus.NOT_ASSESSED:
        said = [evidence(part, commitment)]
        return [*said, part.sentence(update.note)] if update.note is not None else said
    if now.claimed is ClaimedStatus.FULFILLED:
        return [part.phrase("annex.not_shown")]
    return []


def _term(part: Part, commitment: Commitment, now: Progress) -> list[Runs]:
    """What the calendar says; of what is dealt with, only a term that had passed by then."""
    said: list[Runs] = []
    if now.due is not None:
        due = part.day(now.due)
        if now.schedule is Schedule.OVERDUE:
            said.append(part.phrase("annex.overdue", Look.STRONG, due=due))
        elif now.schedule in (Schedule.UPCOMING, Schedule.DUE_SOON):
            said.append(part.phrase("annex.runs", due=due))
        elif now.schedule is Schedule.MET_MOVED:
            said.append(part.phrase("annex.within_moved", due=due))
        elif now.schedule is Schedule.MET_LATE or _said_late(now):
            said.append(part.phrase("annex.ran", due=due))
        if said and now.approximate:
            said.append(part.phrase("annex.approximate"))
    elif not now.closed and now.schedule is not Schedule.MET:
        said += _undated(part, commitment, now)
    if now.moved_by is not None:
        said += _move(part, now.moved_by)
    if now.first_due is not None and now.first_due != now.due:
        first = part.day(now.first_due)
        said.append(part.phrase("annex.first_ran", due=first))
    return said


def _said_late(now: Progress) -> bool:
    """Whether fulfilment was claimed after the last day, and nothing shows that it was earlier."""
    if now.schedule is not Schedule.SAID_MET or now.met_on is None or now.due is None:
        return False
    return now.met_on > now.due


def _undated(part: Part, commitment: Commitment, now: Progress) -> list[Runs]:
    """The term in the source's words, and that no end date follows from it."""
    said: list[Runs] = []
    continuous = commitment.course is Course.CONTINUOUS
    if now.timeframe is not None and not now.moves and not continuous:
        phrase = part.term_runs(now.timeframe, commitment.document, shown=commitment.needs)
        said.append((*part.phrase("annex.term"), *phrase))
    return [*said, part.phrase(f"annex.{commitment.course}")]


def _move(part: Part, moved: Update) -> list[Runs]:
    """The new term in the words of the paper that moved it, and why, where that is noted."""
    if moved.timeframe is None:
        return []
    date = _on(part, moved)
    phrase = part.term_runs(moved.timeframe, moved.document or part.record.source)
    said = (*part.phrase("annex.moved_term", date=date), *phrase)
    unshown = [part.phrase("annex.moved_unshown")] if moved.document is None else []
    return [*_with_its_sources(part, said, moved), *unshown]


def _firmness(part: Part, commitment: Commitment, now: Progress) -> list[Runs]:
    update = _latest(now, "firmness")
    if update is None or update.firmness is None:
        return []
    said = part.phrase(
        "annex.firmness",
        before=part.words(commitment.firmness),
        now=part.words(update.firmness),
        by=_by(part, update),
        date=_on(part, update),
    )
    return _with_its_sources(part, said, update)


def _owners(part: Part, now: Progress) -> list[Runs]:
    update = _latest(now, "owners")
    if update is None:
        return []
    said: Runs = ()
    if not _handed_over(now):
        names = part.listing([part.party(id) for id in now.owners])
        key = "now_owners" if names else "now_nobody"
        said = part.phrase(f"annex.{key}", names=names, date=_on(part, update))
    return _with_its_sources(part, said, update)


def _message(part: Part, now: Progress) -> list[Runs]:
    """The latest update that has only a note."""
    update = _latest(now, "note")
    if update is None or update.note is None:
        return []
    lead = part.phrase("annex.message", by=_by(part, update), date=_on(part, update))
    said = (*lead, *part.sentence(update.note))
    return _with_its_sources(part, said, update)


def _changed(part: Part, commitment: Commitment) -> list[Runs]:
    said = []
    for other, statement, kind in part.changes.get(part.record.full_id(commitment.id), ()):
        paper = the_document(other, statement.document)
        sources = other.sources(statement.quotes)
        said.append((*part.phrase(f"annex.{_CHANGES[kind]}", paper=paper), *sources))
    return said


def _latest(now: Progress, axis: str) -> Update | None:
    """The update of an axis that governs: the latest by date, then by the order of the record."""
    return next((update for update in reversed(now.updates) if update.axis == axis), None)
