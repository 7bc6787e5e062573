"""The sections of an overview of changes: a table for each kind of change of one record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ssrpolicy.model.progress import Update
from ssrpolicy.model.statements import Commitment, Statement
from ssrpolicy.model.timeframes import Timeframe
from ssrpolicy.model.vocabulary import ClaimedStatus, EvidenceStatus
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import capital, label, listing
from ssrpolicy.views.language.numerals import in_words
from ssrpolicy.views.language.quantities import counted
from ssrpolicy.views.language.spans import span
from ssrpolicy.views.notes.blocks import Block, Grid, Heading, Look, Paragraph, Runs
from ssrpolicy.views.notes.changes.found import Change, Found
from ssrpolicy.views.notes.citations import the_document
from ssrpolicy.views.notes.frame import paper_link
from ssrpolicy.views.notes.part import Part, lines, spaced

Row = tuple[str, tuple[Runs, ...]]
"""The id of the statement that a row is about, and its cells."""


def sections(found: Found) -> Iterator[Block]:
    """Yield a section with a table for each kind of change that there is."""
    for key, blocks in _SECTIONS.items():
        made = blocks(found)
        if made:
            part = found.part
            yield Heading(part.level, label(f"changes.{key}", part.language))
            yield from made


# -- what sections share ---------------------------------------------------------------------------


def _words(part: Part, key: str, look: Look = Look.PLAIN, **parts: object) -> Runs:
    return (part.run(label(f"changes.{key}", part.language, **parts), look),)


def _grid(part: Part, name: str, columns: dict[str, float], rows: Sequence[Row]) -> Grid:
    dash = _words(part, "dash")
    return Grid(
        summary=label(f"changes_grid.{name}", part.language),
        header=tuple(label(f"changes_grid.{key}", part.language) for key in columns),
        widths=tuple(columns.values()),
        rows=tuple(tuple(cell or dash for cell in cells) for _, cells in rows),
        ids=tuple(part.record.full_id(id) for id, _ in rows),
    )


def _about(part: Part, statement: Statement) -> Runs:
    return (*part.full(statement.summary), *part.sources(statement.quotes))


def _owners(part: Part, ids: Sequence[str]) -> Runs:
    return (part.run(part.parties(ids)),) if ids else _words(part, "no_owner")


def _said(part: Part, update: Update, *said: Runs) -> Runs:
    """What an update says, with its quotes, what is noted there, and the paper it rests on."""
    first, *more = [runs for runs in said if runs] or [()]
    runs: list[Runs] = [first, *more]
    if update.note is not None:
        runs.append(part.full(update.note))
    if update.document is not None and not update.quotes:
        paper = the_document(part.names, update.document)
        runs.append(_words(part, "see", paper=paper))
    return (*spaced(*runs), *part.sources(update.quotes))


def _by(part: Part, update: Update) -> Runs:
    date = long_date(update.date, part.language)
    return _words(part, "said_by", date=date, by=part.names.party(update.by))


# -- the sections ----------------------------------------------------------------------------------


def _overdue(found: Found) -> list[Block]:
    part = found.part
    rows = [(statement.id, _late(part, statement)) for statement in found.overdue]
    if not rows:
        return []
    columns = {"about": 0.5, "owner": 0.25, "ended": 0.25}
    since, date = (long_date(day, part.language) for day in (found.since, part.as_of))
    about = Paragraph(_words(part, "overdue_about", since=since, date=date))
    return [about, _grid(part, "overdue", columns, rows)]


def _late(part: Part, statement: Statement) -> tuple[Runs, ...]:
    now = part.now[statement.id]
    ended: Runs = ()
    if now.due is not None:
        late = span(now.due, part.as_of, part.language)
        late_words = _words(part, "days_late", Look.QUIET, span=late)
        ended = lines((part.run(long_date(now.due, part.language)),), late_words)
    reported: Runs = ()
    if now.claimed is not ClaimedStatus.UNKNOWN:
        status = label(now.claimed, part.language)
        reported = _words(part, "reported", Look.QUIET, status=status)
    if reported and now.evidence is EvidenceStatus.CONTRADICTS:
        reported = spaced(reported, _words(part, "contradicted", Look.STRONG))
    return lines(_about(part, statement), reported), _owners(part, now.owners), ended


def _evidence(found: Found) -> list[Block]:
    part = found.part
    rows = [(change.statement.id, _shown(part, change)) for change in found.evidence]
    columns = {"about": 0.36, "before": 0.15, "now": 0.15, "update": 0.34}
    return [_grid(part, "evidence", columns, rows)] if rows else []


def _shown(part: Part, change: Change) -> tuple[Runs, ...]:
    before = change.before.evidence or EvidenceStatus.NOT_ASSESSED
    now = change.update.evidence or EvidenceStatus.NOT_ASSESSED
    look = Look.STRONG if now is EvidenceStatus.CONTRADICTS else Look.PLAIN
    return (
        _about(part, change.statement),
        (part.run(capital(label(before, part.language))),),
        (part.run(capital(label(now, part.language)), look),),
        _said(part, change.update, _by(part, change.update)),
    )


def _terms(found: Found) -> list[Block]:
    part = found.part
    rows = [(change.statement.id, _moved(part, change)) for change in found.terms]
    columns = {"about": 0.3, "before": 0.2, "now": 0.2, "update": 0.3}
    return [_grid(part, "terms", columns, rows)] if rows else []


def _moved(part: Part, change: Change) -> tuple[Runs, ...]:
    statement, update = change.statement, change.update
    old, new = change.before.timeframe, update.timeframe
    stated_in = _stated_in(part, change)
    return (
        _about(part, statement),
        _words(part, "no_term") if old is None else _term(part, old, stated_in),
        () if new is None else _term(part, new, update.document or part.record.source),
        _said(part, update, _by(part, update), _difference(part, old, new)),
    )


def _term(part: Part, term: Timeframe, document: str) -> Runs:
    """A term as a cell has it: without a full stop, unless sentences follow on the phrase."""
    *phrase, stop = runs = part.term(term, document)
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
        return _words(part, "no_end_now")
    if after == before:
        return _words(part, "same_day")
    key = "days_later" if after > before else "days_earlier"
    return _words(part, key, span=span(before, after, part.language))


def _commitments(found: Found) -> list[Block]:
    part = found.part
    rows = [(commitment.id, _new(part, commitment)) for commitment in found.commitments]
    columns = {"commitment": 0.4, "owner": 0.2, "term": 0.2, "paper": 0.2}
    blocks: list[Block] = [_grid(part, "commitments", columns, rows)] if rows else []
    return [*blocks, *_counted(part, "undated", found.undated)]


def _new(part: Part, commitment: Commitment) -> tuple[Runs, ...]:
    term = commitment.timeframe
    return (
        _about(part, commitment),
        _owners(part, commitment.owners),
        _words(part, "no_term") if term is None else _term(part, term, commitment.document),
        (paper_link(part, commitment.document),),
    )


def _updates(found: Found) -> list[Block]:
    part = found.part
    rows = [(change.statement.id, _other(part, change)) for change in found.updates]
    columns = {"date": 0.15, "by": 0.2, "about": 0.32, "said": 0.33}
    return [_grid(part, "updates", columns, rows)] if rows else []


def _other(part: Part, change: Change) -> tuple[Runs, ...]:
    update = change.update
    return (
        (part.run(long_date(update.date, part.language)),),
        (part.run(capital(part.names.party(update.by))),),
        _about(part, change.statement),
        _said(part, update, _axis(part, change)),
    )


def _axis(part: Part, change: Change) -> Runs:
    """What an update says on its axis, and what held before; nothing for a mere note."""
    axis, language = change.update.axis, part.language
    if axis == "note":
        return ()
    now, before = getattr(change.update, axis), getattr(change.before, axis)
    if axis == "owners":
        nobody = label("changes.nobody", language)
        now, before = (
            listing([part.names.party(id) for id in ids], language) or nobody
            for ids in (now, before)
        )
    elif before is None:
        return _words(part, f"{axis}_first", now=label(now, language))
    else:
        now, before = label(now, language), label(before, language)
    key = f"{axis}_again" if now == before else f"{axis}_now"
    return _words(part, key, now=now, before=before)


def _stale(found: Found) -> list[Block]:
    part, language = found.part, found.part.language
    since = long_date(found.since, language)
    days = counted("days", found.stale_after, language)
    rows = [(commitment.id, _silent(found, commitment)) for commitment in found.stale]
    columns = {"commitment": 0.5, "owner": 0.25, "last": 0.25}
    blocks: list[Block] = []
    if rows:
        blocks.append(Paragraph(_words(part, "stale_about", since=since, days=days)))
        blocks.append(_grid(part, "stale", columns, rows))
    already = _counted(part, "stale_already", found.already_stale, since=since, days=days)
    return [*blocks, *already]


def _silent(found: Found, commitment: Commitment) -> tuple[Runs, ...]:
    part, last = found.part, found.last_heard(commitment)
    now = part.now[commitment.id]
    date = "" if last is None else long_date(last, part.language)
    heard = (part.run(date),) if now.updates else _words(part, "stale_made", date=date)
    return _about(part, commitment), _owners(part, now.owners), heard


def _counted(part: Part, key: str, number: int, **parts: object) -> list[Block]:
    if not number:
        return []
    key = f"{key}_one" if number == 1 else f"{key}_many"
    return [Paragraph(_words(part, key, number=in_words(number, part.language), **parts))]  # type: ignore[arg-type]  # the look stays as it is


_SECTIONS: dict[str, Callable[[Found], list[Block]]] = {
    "overdue": _overdue,
    "evidence": _evidence,
    "terms": _terms,
    "commitments": _commitments,
    "updates": _updates,
    "stale": _stale,
}
