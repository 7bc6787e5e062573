"""The sections of an overview of changes: a table for each kind of change of one record."""

from collections.abc import Callable, Iterator, Sequence

from ssrpolicy.model import ClaimedStatus, Commitment, EvidenceStatus, Statement, Timeframe, Update
from ssrpolicy.views.language import capital, counted, one_or_many, span
from ssrpolicy.views.notes.blocks import Block, Heading, Look, Runs, lines, spaced
from ssrpolicy.views.notes.changes.record_changes import Change, RecordChanges
from ssrpolicy.views.notes.citations import the_document
from ssrpolicy.views.notes.frame import paper_link
from ssrpolicy.views.notes.part import Part


def sections(found: RecordChanges) -> Iterator[Block]:
    """Yield a section with a table for each kind of change that there is."""
    for key, blocks in _SECTIONS.items():
        made = blocks(found)
        if made:
            part = found.part
            yield Heading(part.level, part.words(f"changes.{key}"))
            yield from made


# -- what sections share ---------------------------------------------------------------------------


def _owners(part: Part, ids: Sequence[str]) -> Runs:
    return (part.run(part.parties_in_full(ids)),) if ids else part.phrase("changes.no_owner")


def _said(part: Part, update: Update, *said: Runs) -> Runs:
    """What an update says, with its quotes, what is noted there, and the paper it rests on."""
    runs = [*said]
    if update.note is not None:
        runs.append(part.sentence(update.note))
    if update.document is not None and not update.quotes:
        paper = the_document(part, update.document)
        runs.append(part.phrase("changes.see", paper=paper))
    return (*spaced(*runs), *part.sources(update.quotes))


def _by(part: Part, update: Update) -> Runs:
    date = part.day(update.date)
    return part.phrase("changes.said_by", date=date, by=part.party(update.by))


# -- the sections ----------------------------------------------------------------------------------


def _overdue(found: RecordChanges) -> list[Block]:
    part = found.part
    rows = [(statement.id, _late(part, statement)) for statement in found.overdue]
    if not rows:
        return []
    columns = {"about": 0.5, "owner": 0.25, "ended": 0.25}
    since, date = (part.day(day) for day in (found.since, part.as_of))
    about = part.paragraph("changes.overdue_about", since=since, date=date)
    return [about, *part.grid("changes_grid.overdue", columns, rows)]


def _late(part: Part, statement: Statement) -> tuple[Runs, ...]:
    now = part.progress[statement.id]
    ended: Runs = ()
    if now.due is not None:
        late = span(now.due, part.as_of, part.language)
        late_words = part.phrase("changes.days_late", Look.QUIET, span=late)
        ended = lines((part.run(part.day(now.due)),), late_words)
    reported: Runs = ()
    if now.claimed is not ClaimedStatus.UNKNOWN:
        status = part.words(now.claimed)
        reported = part.phrase("changes.reported", Look.QUIET, status=status)
    if reported and now.evidence is EvidenceStatus.CONTRADICTS:
        reported = spaced(reported, part.phrase("changes.contradicted", Look.STRONG))
    return lines(part.summary(statement), reported), _owners(part, now.owners), ended


def _evidence(found: RecordChanges) -> list[Block]:
    part = found.part
    rows = [(change.statement.id, _shown(part, change)) for change in found.evidence]
    columns = {"about": 0.36, "before": 0.15, "now": 0.15, "update": 0.34}
    return part.grid("changes_grid.evidence", columns, rows)


def _shown(part: Part, change: Change) -> tuple[Runs, ...]:
    before = change.before.evidence or EvidenceStatus.NOT_ASSESSED
    now = change.update.evidence or EvidenceStatus.NOT_ASSESSED
    look = Look.STRONG if now is EvidenceStatus.CONTRADICTS else Look.PLAIN
    return (
        part.summary(change.statement),
        (part.run(capital(part.words(before))),),
        (part.run(capital(part.words(now)), look),),
        _said(part, change.update, _by(part, change.update)),
    )


def _terms(found: RecordChanges) -> list[Block]:
    part = found.part
    rows = [(change.statement.id, _moved(part, change)) for change in found.terms]
    columns = {"about": 0.3, "before": 0.2, "now": 0.2, "update": 0.3}
    return part.grid("changes_grid.terms", columns, rows)


def _moved(part: Part, change: Change) -> tuple[Runs, ...]:
    statement, update = change.statement, change.update
    old, new = change.before.timeframe, update.timeframe
    stated_in = _stated_in(part, change)
    unshown = part.phrase("briefing.moved_unshown") if update.document is None else ()
    return (
        part.summary(statement),
        part.phrase("changes.no_term") if old is None else _term(part, old, stated_in),
        () if new is None else _term(part, new, update.document or part.record.source),
        _said(part, update, _by(part, update), _difference(part, old, new), unshown),
    )


def _term(part: Part, term: Timeframe, document: str) -> Runs:
    """A term as a cell has it: without a full stop, unless sentences follow on the phrase."""
    *phrase, stop = runs = part.term_runs(term, document)
    return tuple(phrase) if stop.text == "." and term.after is None else runs


def _stated_in(part: Part, change: Change) -> str:
    """The document in whose words the old term stands: that of the last move before this one."""
    stated_in = change.statement.document
    for update in part.record.history(change.statement.id):
        if update == change.update:
            break
        if update.timeframe is not None:
            stated_in = update.document or part.record.source
    return stated_in


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


def _commitments(found: RecordChanges) -> list[Block]:
    part = found.part
    rows = [(commitment.id, _new(part, commitment)) for commitment in found.commitments]
    columns = {"commitment": 0.4, "owner": 0.2, "term": 0.2, "paper": 0.2}
    undated = _counted(part, "undated", found.undated)
    return [*part.grid("changes_grid.commitments", columns, rows), *undated]


def _new(part: Part, commitment: Commitment) -> tuple[Runs, ...]:
    term = commitment.timeframe
    return (
        part.summary(commitment),
        _owners(part, commitment.owners),
        part.phrase("changes.no_term") if term is None else _term(part, term, commitment.document),
        (paper_link(part, commitment.document),),
    )


def _updates(found: RecordChanges) -> list[Block]:
    part = found.part
    rows = [(change.statement.id, _other(part, change)) for change in found.updates]
    columns = {"date": 0.15, "by": 0.2, "about": 0.32, "said": 0.33}
    return part.grid("changes_grid.updates", columns, rows)


def _other(part: Part, change: Change) -> tuple[Runs, ...]:
    update = change.update
    return (
        (part.run(part.day(update.date)),),
        (part.run(capital(part.party(update.by))),),
        part.summary(change.statement),
        _said(part, update, _axis(part, change)),
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
    elif before is None:
        return part.phrase(f"changes.{axis}_first", now=part.words(now))
    else:
        now, before = part.words(now), part.words(before)
    key = f"{axis}_again" if now == before else f"{axis}_now"
    return part.phrase(f"changes.{key}", now=now, before=before)


def _stale(found: RecordChanges) -> list[Block]:
    part = found.part
    since = part.day(found.since)
    days = counted("days", found.stale_after, part.language)
    rows = [(commitment.id, _silent(found, commitment)) for commitment in found.stale]
    columns = {"commitment": 0.5, "owner": 0.25, "last": 0.25}
    blocks = part.grid("changes_grid.stale", columns, rows)
    if rows:
        blocks.insert(0, part.paragraph("changes.stale_about", since=since, days=days))
    already = _counted(part, "stale_already", found.already_stale, since=since, days=days)
    return [*blocks, *already]


def _silent(found: RecordChanges, commitment: Commitment) -> tuple[Runs, ...]:
    part, last = found.part, found.last_heard(commitment)
    now = part.progress[commitment.id]
    date = "" if last is None else part.day(last)
    heard = (part.run(date),) if now.updates else part.phrase("changes.stale_made", date=date)
    return part.summary(commitment), _owners(part, now.owners), heard


def _counted(part: Part, key: str, number: int, **parts: object) -> list[Block]:
    if not number:
        return []
    words = part.in_words(number)
    return [part.paragraph(one_or_many(f"changes.{key}", number), number=words, **parts)]


_SECTIONS: dict[str, Callable[[RecordChanges], list[Block]]] = {
    "overdue": _overdue,
    "evidence": _evidence,
    "terms": _terms,
    "commitments": _commitments,
    "updates": _updates,
    "stale": _stale,
}
