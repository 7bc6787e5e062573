"""The sections of an overview of changes: a table for each kind of change of one record."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from ssrpolicy.model import (
    ClaimedStatus,
    Commitment,
    EvidenceStatus,
    Request,
    Schedule,
    Statement,
    Timeframe,
    Update,
)
from ssrpolicy.views.language import capital, counted, one_or_many, span
from ssrpolicy.views.notes.blocks import Block, Look, Runs, lines, spaced
from ssrpolicy.views.notes.changes.dated_entries import NewRelation
from ssrpolicy.views.notes.changes.dated_rows import (
    answer,
    motion,
    paper,
    passed,
    relation,
    request,
    statement,
)
from ssrpolicy.views.notes.changes.record_changes import RecordChanges
from ssrpolicy.views.notes.citations import the_document
from ssrpolicy.views.notes.frame import paper_link
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import schedule
from ssrpolicy.views.shared import Change, last_day_words, said_by

_COLUMNS = {
    "overdue": ("about", "owner", "ended"),
    "motions": ("motion", "before", "now"),
    "evidence": ("about", "before", "now", "update"),
    "terms": ("about", "before", "now", "update"),
    "documents": ("date", "document", "recorded"),
    "requests": ("request", "paper", "answer"),
    "answers": ("request", "answer", "paper"),
    "commitments": ("commitment", "owner", "term", "paper"),
    "relations": ("earlier", "relation", "later"),
    "statements": ("statement", "kind", "paper"),
    "updates": ("date", "by", "about", "said"),
    "notes": ("date", "by", "about", "said"),
    "passed": ("about", "ended", "state"),
    "stale": ("commitment", "owner", "last"),
}

_MET = (Schedule.MET, Schedule.MET_MOVED, Schedule.MET_LATE)


def sections(found: RecordChanges) -> Iterator[Block]:
    """Yield a section with a table for each kind of change that there is."""
    part, days = found.part, counted("days", found.stale_after, found.part.language)
    period = {"since": part.day(found.since), "date": part.day(part.as_of), "days": days}
    # In the order of reading, for sources are numbered as they come.
    tables = {
        "overdue": [(each.id, _late(part, each)) for each in found.overdue],
        "motions": [(each.motion.document.id, motion(part, each)) for each in found.motions],
        "evidence": [(each.statement.id, _shown(part, each)) for each in found.evidence],
        "terms": [(each.statement.id, _moved(part, each)) for each in found.terms],
        "documents": [(each.id, paper(found, each)) for each in found.documents],
        "requests": [(each.id, request(part, each)) for each in found.requests],
        "answers": [(each.request, answer(part, each)) for each in found.answers],
        "commitments": [(each.id, _new(part, each)) for each in found.commitments],
        "relations": [(_about(each), relation(part, each)) for each in found.relations],
        "statements": [(each.id, statement(part, each)) for each in found.statements],
        "updates": [(each.statement.id, _other(part, each)) for each in found.updates],
        "notes": [(each.statement.id, _other(part, each)) for each in found.notes],
        "passed": [(each.id, passed(part, each)) for each in found.passed],
        "stale": [(each.id, _silent(found, each)) for each in found.stale],
    }
    more = {
        "commitments": ("undated", found.undated),
        "updates": ("folded", len(found.unchanged)),
        "stale": ("stale_already", found.already_stale),
    }
    answered = {each.request for each in found.answers}
    asked = {
        "requests": found.requests,
        "answers": [each for each in part.shown_requests if each.id in answered],
    }
    for key, rows in tables.items():
        name = part.noun_of(found.requests) if key == "requests" else key
        columns = _holding(part, _COLUMNS[key], asked.get(key, ()))
        blocks = part.grid(f"changes_grid.{name}", columns, rows)
        if rows and key in ("overdue", "stale"):
            blocks.insert(0, part.paragraph(f"changes.{key}_about", **period))
        below, amount = more.get(key, ("", 0))
        if amount:
            words = one_or_many(f"changes.{below}", amount)
            blocks.append(part.paragraph(words, number=part.in_words(amount), **period))
        yield from part.section(f"changes.{name}", blocks)


def _holding(part: Part, columns: Sequence[str], asked: Iterable[Request]) -> Sequence[str]:
    """Return columns with that of what is asked named by what it holds: requests, questions, both.

    ``asked`` is what stands in it.
    """
    kinds = {part.noun_of([each]) for each in asked}
    if "questions" not in kinds:
        return columns
    name = "asked" if "requests" in kinds else "question"
    return [name if key == "request" else key for key in columns]


def _about(new: NewRelation) -> str:
    return new.later.id if new.earlier is None else new.earlier.id


# -- what rows share -------------------------------------------------------------------------------


def _owners(part: Part, ids: Sequence[str]) -> Runs:
    return (part.run(part.parties_in_full(ids)),) if ids else part.phrase("changes.no_owner")


def _update_runs(part: Part, update: Update, *said: Runs) -> Runs:
    """Return the content of an update: its quotes, its note, and the paper that it rests on."""
    runs = [*said, part.noted(update)]
    if update.document is not None and not update.quotes:
        runs.append(part.phrase("changes.see", paper=the_document(part, update.document)))
    return (*spaced(*runs), *part.sources(update.quotes))


def _by(part: Part, update: Update) -> Runs:
    date = part.day(update.date)
    by = said_by(part, update)
    return part.phrase("changes.said_on" if by is None else "changes.said_by", date=date, by=by)


# -- the rows --------------------------------------------------------------------------------------


def _late(part: Part, statement: Statement) -> tuple[Runs, ...]:
    now = part.progress[statement.id]
    said, ended = [part.summary(statement)], []
    if now.claimed is not ClaimedStatus.UNKNOWN:
        reported = part.phrase("changes.reported", Look.QUIET, status=part.words(now.claimed))
        if now.evidence is EvidenceStatus.CONTRADICTS:
            reported = spaced(reported, part.phrase("changes.contradicted", Look.STRONG))
        said.append(reported)
    if now.due is not None:
        late = span(now.due, part.as_of, part.language)
        ended = [
            (part.run(last_day_words(part.record, now, part.language)),),
            part.phrase("changes.days_late", Look.QUIET, span=late),
        ]
    return lines(*said), _owners(part, now.owners), lines(*ended)


def _shown(part: Part, change: Change) -> tuple[Runs, ...]:
    before = change.before.evidence or EvidenceStatus.NOT_ASSESSED
    now = change.update.evidence or EvidenceStatus.NOT_ASSESSED
    look = Look.STRONG if now is EvidenceStatus.CONTRADICTS else Look.PLAIN
    return (
        part.summary(change.statement),
        (part.run(capital(part.words(before))),),
        (part.run(capital(part.words(now)), look),),
        _update_runs(part, change.update, _by(part, change.update), _in_time(part, change)),
    )


def _in_time(part: Part, change: Change) -> Runs:
    """Whether what evidence shows as met was so in time, by the first term and by a moved one."""
    now = part.progress[change.statement.id]
    if now.evidence_by != change.update or now.schedule not in _MET:
        return ()
    unshown = now.moved_by is not None and now.moved_by.document is None
    said = schedule(part, change.statement)
    return spaced(said, part.phrase("briefing.moved_unshown")) if said and unshown else said


def _moved(part: Part, change: Change) -> tuple[Runs, ...]:
    statement, update = change.statement, change.update
    old, new = change.before.timeframe, update.timeframe
    unshown = part.phrase("briefing.moved_unshown") if update.document is None else ()
    return (
        part.summary(statement),
        _term(part, old, _stated_in(part, change)),
        () if new is None else _term(part, new, update.document or part.record.source),
        _update_runs(part, update, _by(part, update), _difference(part, old, new), unshown),
    )


def _term(part: Part, term: Timeframe | None, document: str) -> Runs:
    """A term as a cell has it: without a full stop, unless sentences follow on the phrase."""
    if term is None:
        return part.phrase("changes.no_term")
    *phrase, stop = runs = part.term_runs(term, document)
    return tuple(phrase) if stop.text == "." and term.after is None else runs


def _stated_in(part: Part, change: Change) -> str:
    """The document in whose words the old term stands: that of the last move before this one."""
    history = part.record.history(change.statement.id)
    before = takewhile(lambda update: update != change.update, history)
    moves = [update for update in before if update.timeframe is not None]
    return (moves[-1].document or part.record.source) if moves else change.statement.document


def _difference(part: Part, old: Timeframe | None, new: Timeframe | None) -> Runs:
    """By how much the last day moved; nothing where neither term has one."""
    before = None if old is None else old.due
    after = None if new is None else new.due
    if before is None:
        return ()
    if after is None:
        return part.phrase("changes.no_end_now")
    if after == before:
        return part.phrase("changes.same_day")
    key = "days_later" if after > before else "days_earlier"
    return part.phrase(f"changes.{key}", span=span(before, after, part.language))


def _new(part: Part, commitment: Commitment) -> tuple[Runs, ...]:
    return (
        part.summary(commitment),
        _owners(part, commitment.owners),
        _term(part, commitment.timeframe, commitment.document),
        (paper_link(part, commitment.document),),
    )


def _other(part: Part, change: Change) -> tuple[Runs, ...]:
    update = change.update
    return (
        (part.run(part.day(update.date)),),
        () if update.by is None else (part.run(capital(part.party(update.by))),),
        part.summary(change.statement),
        _update_runs(part, update, _axis(part, change)),
    )


def _axis(part: Part, change: Change) -> Runs:
    """What an update says on its axis, and what held before; nothing for a mere note."""
    axis = change.update.axis
    if axis == "note":
        return ()
    now, before = getattr(change.update, axis), getattr(change.before, axis)
    if axis == "owners":
        nobody = part.words("changes.nobody")
        now, before = (
            part.listing([part.party(id) for id in ids]) or nobody for ids in (now, before)
        )
    elif axis == "timeframe":
        lead, _, end = part.words("changes.timeframe_again", now="\n").partition("\n")
        said = part.term_said(now, change.update.document or part.record.source)
        return (part.run(lead), *said, part.run(end))
    elif before is None:
        return part.phrase(f"changes.{axis}_first", now=part.words(now))
    else:
        now, before = part.words(now), part.words(before)
    key = f"{axis}_again" if now == before else f"{axis}_now"
    return part.phrase(f"changes.{key}", now=now, before=before)


def _silent(found: RecordChanges, commitment: Commitment) -> tuple[Runs, ...]:
    part, last = found.part, found.last_heard(commitment)
    now = part.progress[commitment.id]
    date = "" if last is None else part.day(last)
    heard = (part.run(date),) if now.updates else part.phrase("changes.stale_made", date=date)
    return part.summary(commitment), _owners(part, now.owners), heard
