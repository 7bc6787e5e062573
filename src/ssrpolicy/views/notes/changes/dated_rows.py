"""The rows about what is dated in a period: papers, what they say, motions, and ends of terms."""

from collections.abc import Sequence

from ssrpolicy.model import Disposition, Document, FullId, PaperNumber, Request, Statement, Update
from ssrpolicy.views.language import capital
from ssrpolicy.views.notes.blocks import Look, Runs, lines, spaced
from ssrpolicy.views.notes.changes.dated_entries import DatedEntries, MotionChange, NewRelation
from ssrpolicy.views.notes.citations import cited, the_document
from ssrpolicy.views.notes.frame import paper_link
from ssrpolicy.views.notes.origins import origins
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import moved_words
from ssrpolicy.views.shared import last_day_words, vote_counts


def paper(found: DatedEntries, document: Document) -> tuple[Runs, ...]:
    """Return a paper of the period: its day, its name, and how much of it is recorded."""
    part = found.part
    day = part.run("" if document.date is None else part.day(document.date))
    name = part.run(capital(cited(part, document.id)), url=document.address)
    return (day,), (name,), spaced(_recorded(found, document), *_decided(part, document))


def _recorded(found: DatedEntries, document: Document) -> Runs:
    part = found.part
    entries: dict[str, Sequence[Request | Disposition | Statement]] = {
        "requests": found.requests,
        "answers": found.answers,
        "commitments": found.commitments,
        "statements": found.statements,
    }
    amounts = {
        key: sum(each.document == document.id for each in of_kind)
        for key, of_kind in entries.items()
    }
    asked = amounts.pop("requests")
    amounts = {part.noun_of(found.requests): asked, **amounts}
    amounts["updates"] = sum(_rests_on(part, each, document) for each in part.shown_updates)
    said = [part.counted(key, amount) for key, amount in amounts.items() if amount]
    if not said:
        return part.phrase("changes.nothing_recorded")
    return part.phrase("changes.recorded", entries=capital(part.listing(said)))


def _rests_on(part: Part, update: Update, document: Document) -> bool:
    """Whether an update of the note's day or before cites a document, or quotes it."""
    papers = (update.document, *(quote.document for quote in update.quotes))
    known = update.date <= part.as_of and not update.is_internal_note
    return known and document.id in papers


def _decided(part: Part, document: Document) -> list[Runs]:
    """The outcome of a motion with the votes and where that is from, and what it replaced."""
    said: list[Runs] = []
    if document.replaces is not None:
        number = document.replaces.display(part.language, document.session_year)
        said.append(part.phrase("changes.replaces", paper=number))
    if document.outcome is not None:
        outcome = capital(part.words(document.outcome))
        votes = vote_counts(document.votes, part.language) if document.votes is not None else []
        key = "changes.outcome_votes" if votes else "changes.outcome"
        said.append(part.phrase(key, outcome=outcome, votes=", ".join(votes)))
        said += [(part.run(each),) for each in origins(part, document)]
    return said


def request(part: Part, asked: Request) -> tuple[Runs, ...]:
    """Return a request of the period: what it asks, in which paper, and how it was answered."""
    return part.summary(asked), (paper_link(part, asked.document),), _answers(part, asked)


def _answers(part: Part, asked: Request) -> Runs:
    known = part.answers.get(asked.id, ())
    said: list[Runs] = [(part.run(f"{capital(part.answer_words(each))}."),) for each in known]
    return lines(*(said or [part.phrase("annex.no_answer")]))


def answer(part: Part, given: Disposition) -> tuple[Runs, ...]:
    """Return an answer of the period: to which request, how, and in which paper."""
    asked = next(each for each in part.shown_requests if each.id == given.request)
    carried = [quote for id in given.by for quote in part.record.statement(id).quotes]
    how = part.phrase("changes.answered", answer=capital(part.answer_words(given)))
    scope: Runs = ()
    if given.scope is not None:
        scope = (*part.phrase("annex.scope"), *part.sentence(given.scope))
    said = (*spaced(how, scope), *part.sources(given.quotes or dict.fromkeys(carried)))
    return part.summary(asked), said, (paper_link(part, given.document),)


def motion(part: Part, change: MotionChange) -> tuple[Runs, ...]:
    """Return a motion that came to stand otherwise: which, how it stood, and how it stands."""
    document = change.motion.document
    name = part.run(capital(cited(part, document.id)), url=document.address)
    about: Runs = (name,)
    if document.title is not None:
        about = lines(part.sentence(document.title), (name,))
    before, now = (
        part.run(capital(part.words(f"handling.{key}"))) for key in (change.before, change.now)
    )
    return about, (before,), (now,)


def relation(part: Part, new: NewRelation) -> tuple[Runs, ...]:
    """Return what was said of an earlier statement: that one, how it fares, and by what."""
    if new.earlier is None:
        paper = None if FullId.parse(new.target) else PaperNumber.parse(new.target)
        earlier: Runs = (part.run(paper.display(part.language) if paper else new.target),)
    else:
        earlier = part.summary(new.earlier)
    how = part.run(part.words(f"changes_relation.{new.kind}"))
    where = the_document(new.part, new.later.document, in_full=new.part is not part)
    later = spaced(new.part.summary(new.later), part.phrase("changes.see", paper=where))
    return earlier, (how,), later


def statement(part: Part, stated: Statement) -> tuple[Runs, ...]:
    """Return another statement of the period: what it says, of which kind, in which paper."""
    kind = capital(part.words(f"statement_kind.{stated.kind}"))
    return part.summary(stated), (part.run(kind),), (paper_link(part, stated.document),)


def passed(part: Part, entry: Statement | Request) -> tuple[Runs, ...]:
    """Return the row of an entry whose term ended: its summary, the last day, and its state."""
    if isinstance(entry, Request):
        term = entry.term
        day = "" if term is None or term.due is None else part.day(term.due)
        return part.summary(entry), (part.run(day),), _answers(part, entry)
    now = part.progress[entry.id]
    days: Runs = (part.run(last_day_words(part.record, now, part.language)),)
    if now.first_due is not None and now.first_due != now.due:
        first, moved = part.day(now.first_due), moved_words(part, now)
        days = lines(days, part.phrase("changes.first_ended", Look.QUIET, day=first, moved=moved))
    return part.summary(entry), days, (part.run(capital(part.words(now.schedule))),)
