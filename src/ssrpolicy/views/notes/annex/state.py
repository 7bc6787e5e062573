"""The present state of a commitment, in the sentences of a budget annex."""

from collections.abc import Iterator, Mapping

import attrs

from ssrpolicy import codelists
from ssrpolicy.model import (
    ClaimedStatus,
    Commitment,
    Document,
    DocumentKind,
    EvidenceStatus,
    FullId,
    Progress,
    RelationKind,
    Schedule,
    Update,
)
from ssrpolicy.views.language import capital, short_date
from ssrpolicy.views.notes.blocks import Look, Runs, spaced
from ssrpolicy.views.notes.citations import house_of, the_document
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import begins_on_its_day, evidence, says_course, words_of_term
from ssrpolicy.views.shared import last_day_words, marked_day, paper_name

# Sentences that name who said something, and have a form without.
_SIGNED = ("annex.message", "annex.firmness")
_CHANGES = {RelationKind.SUPERSEDES: "superseded", RelationKind.AMENDS: "amended"}


def commitment_state(part: Part, commitment: Commitment, numbers: Mapping[str, int]) -> Runs:
    """Return what is reported, shown and due of a commitment, or the place to fill that in.

    ``numbers`` are those of the rows of commitments, by full id.
    """
    now = part.progress[commitment.id]
    superseded = bool(part.handling.successors(part.record, commitment.id))
    changed = list(_changed(part, commitment, numbers))
    contradicted = now.evidence is EvidenceStatus.CONTRADICTS
    waits = superseded and not part.handling.dealt_with(part.record, commitment.id)
    reported = _claimed(part, now, in_hand=contradicted or waits)
    shown = _shown(part, commitment, now)
    # What is in hand does not begin with the words of what is done, but with why it is in hand.
    if contradicted:
        reported, shown = shown, reported
    if waits:
        reported, changed = [*changed, *reported], []
    message = _message(part, now)
    repeats = list(_repeats(part, commitment, numbers))
    known = [*reported, *shown]
    if not (known or message or superseded or repeats):
        known = [part.phrase("annex.state_missing", Look.TO_FILL)]
    return spaced(
        *known,
        *_term(part, now),
        *_firmness(part, commitment, now),
        *_owners(part, now),
        *message,
        *changed,
        *repeats,
    )


def expected_date(part: Part, commitment: Commitment) -> Runs:
    """Return the last day of a commitment's term, or its words; or that no date is named."""
    now = part.progress[commitment.id]
    latest = now.timeframe
    if latest is None or says_course(commitment, latest):
        return part.phrase(f"annex.{commitment.course}")
    if latest.due is not None and now.due is not None:
        if said := words_of_term(part, commitment):
            day = marked_day(now, part.language, short_date)
            return (*said, part.run(f" ({part.words('decision.words_until_day', date=day)})"))
        return (part.run(last_day_words(part.record, now, part.language, short_date)),)
    stated_in = None if now.moved_by is None else now.moved_by.document or part.record.source
    first, *others = part.term_runs(
        latest, stated_in or commitment.document, shown=commitment.needs
    )
    if others[-1].text == ".":
        others.pop()
    # What somebody entered begins the cell, and the words of a paper stand as it has them.
    begins = first if first.verbatim else attrs.evolve(first, text=capital(first.text))
    return (begins, *others)


def informed(part: Part, document: Document) -> str | None:
    """Return that a House was informed by this letter, and when; None for any other paper."""
    paper = paper_name(document, part.language)
    if document.kind is not DocumentKind.LETTER or paper is None or document.date is None:
        return None
    house = house_of(document)
    if house is None:
        return None
    return part.words(f"annex.informed_{house}", date=part.day(document.date), paper=paper)


def _with_its_sources(part: Part, said: Runs, update: Update) -> list[Runs]:
    """A sentence on an update with its quotes, what is noted there, and the paper it rests on."""
    runs: list[Runs] = [(*said, *part.sources(update.quotes))]
    if update.note is not None and update.axis != "note":
        runs.append(part.noted(update))
    if update.document is not None:
        document = part.find_document(update.document)
        if document is not None and (words := informed(part, document)) is not None:
            runs.append((part.run(words),))
        elif not update.quotes:
            runs.append(part.phrase("annex.see", paper=the_document(part, update.document)))
    return runs


def _phrase(part: Part, key: str, update: Update, **parts: str) -> Runs:
    """A label about an update, by whom and when it was.

    An annex names parties; who typed an update in a tracker is an account, and is left out. The
    name of an internal update is there only where internal notes were asked for.
    """
    date = part.day(part.said_on(update))
    by_party = codelists.code(part.record, "parties", update.by or "") is not None
    if update.by is None or not (by_party or update.internal):
        key = f"{key}_unsigned" if key in _SIGNED else key
        reported = part.words("annex_reported.by_nobody", date=date)
        return part.phrase(key, reported=reported, date=date, **parts)
    by = part.party_with_article(update.by)
    reported = part.words("annex_reported.by_somebody", by=by, date=date)
    return part.phrase(key, reported=reported, by=by, date=date, **parts)


def _claimed(part: Part, now: Progress, *, in_hand: bool) -> list[Runs]:
    update = now.claimed_by
    if update is None:
        return []
    key = f"annex_claimed.{now.claimed}"
    owners = ""
    if now.claimed is ClaimedStatus.FULFILLED and in_hand:
        key += "_in_hand"
    if now.handed_over:
        key += "_to"
        owners = part.listing([part.party_with_article(id) for id in now.owners])
    return _with_its_sources(part, _phrase(part, key, update, owners=owners), update)


def _shown(part: Part, commitment: Commitment, now: Progress) -> list[Runs]:
    update = now.evidence_by
    if update is not None and now.evidence is not EvidenceStatus.NOT_ASSESSED:
        said = [evidence(part, commitment)]
        return [*said, part.noted(update)]
    if now.claimed is ClaimedStatus.FULFILLED:
        return [part.phrase("annex.not_shown")]
    return []


def _term(part: Part, now: Progress) -> list[Runs]:
    """What the calendar says besides the expected date: that it passed, or that it was moved."""
    said: list[Runs] = []
    if now.due is not None:
        due = part.day(now.due)
        if now.schedule is Schedule.OVERDUE:
            key = "overdue_from" if begins_on_its_day(now) else "overdue"
            said.append(part.phrase(f"annex.{key}", Look.STRONG, due=due))
        elif now.schedule is Schedule.MET_MOVED:
            said.append(part.phrase("annex.within_moved", due=due))
        elif now.schedule is Schedule.MET_LATE:
            said.append(part.phrase("annex.ran_late", due=due))
        elif now.schedule is Schedule.SUPERSEDED or (
            # Claimed after the last day, where nothing shows that it was earlier.
            now.schedule is Schedule.SAID_MET and now.met_on is not None and now.met_on > now.due
        ):
            said.append(part.phrase("annex.ran", due=due))
    said += _move(part, now.moved_by)
    if now.first_due is not None and now.first_due != now.due:
        said.append(part.phrase("annex.first_ran", due=part.day(now.first_due)))
    return said


def _move(part: Part, moved: Update | None) -> list[Runs]:
    """The new term in the words of the paper that moved it, and why, where that is noted."""
    if moved is None or moved.timeframe is None:
        return []
    phrase = part.term_runs(moved.timeframe, moved.document or part.record.source)
    said = (*_phrase(part, "annex.moved_term", moved), *phrase)
    unshown = [part.phrase("annex.moved_unshown")] if moved.document is None else []
    return [*_with_its_sources(part, said, moved), *unshown]


def _firmness(part: Part, commitment: Commitment, now: Progress) -> list[Runs]:
    update = _latest(now, "firmness")
    if update is None or update.firmness is None:
        return []
    before, after = part.words(commitment.firmness), part.words(update.firmness)
    said = _phrase(part, "annex.firmness", update, before=before, now=after)
    return _with_its_sources(part, said, update)


def _owners(part: Part, now: Progress) -> list[Runs]:
    update = _latest(now, "owners")
    if update is None:
        return []
    said: Runs = ()
    if not now.handed_over:
        names = part.listing([part.party(id) for id in now.owners])
        said = _phrase(part, f"annex.now_{'owners' if names else 'nobody'}", update, names=names)
    return _with_its_sources(part, said, update)


def _message(part: Part, now: Progress) -> list[Runs]:
    """The latest update that has only a note."""
    update = _latest(now, "note")
    if update is None or update.note is None:
        return []
    said = (*_phrase(part, "annex.message", update), *part.noted(update))
    return _with_its_sources(part, said, update)


def _changed(part: Part, commitment: Commitment, numbers: Mapping[str, int]) -> Iterator[Runs]:
    for other, statement, kind in part.changes.get(part.record.full_id(commitment.id), ()):
        paper = the_document(other, statement.document)
        number = numbers.get(other.record.full_id(statement.id))
        key = f"annex.{_CHANGES[kind]}{'' if number is None else '_row'}"
        said = part.phrase(key, paper=paper, number=number)
        yield (*said, *other.sources(statement.quotes))


def _repeats(part: Part, commitment: Commitment, numbers: Mapping[str, int]) -> Iterator[Runs]:
    """Which commitments this one repeats: their rows say how it stands, or else it is said here."""
    for relation in commitment.relations:
        if relation.kind is not RelationKind.REPEATS:
            continue
        if (number := numbers.get(relation.target)) is not None:
            yield part.phrase("annex.repeats_row", number=number)
        else:
            yield from _repeated(part, relation.target)


def _repeated(part: Part, full_id: str) -> Iterator[Runs]:
    """Where a commitment stands that has no row, such as one outside the selection."""
    record, id = FullId.split(full_id)
    if (other := part.parts.get(record)) is None:
        return
    for repeated in other.record.commitments:
        if repeated.id == id:
            now = other.progress[id]
            yield other.phrase("annex.repeats", paper=the_document(other, repeated.document))
            reported = _claimed(other, now, in_hand=now.evidence is EvidenceStatus.CONTRADICTS)
            known = [*reported, *_shown(other, repeated, now)]
            yield from known or [other.phrase("annex.state_missing", Look.TO_FILL)]


def _latest(now: Progress, axis: str) -> Update | None:
    """The update of an axis that governs: the latest by date, then by the order of the record."""
    return next((update for update in reversed(now.updates) if update.axis == axis), None)
