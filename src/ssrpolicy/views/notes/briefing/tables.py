"""The tables of a briefing note: commitments, instruments, what happened since, documents."""

from collections.abc import Sequence

from ssrpolicy.model import Commitment, Instrument, Statement, Update
from ssrpolicy.views.language import capital, one_or_many
from ssrpolicy.views.notes.blocks import Block, Bullets, Paragraph, Runs, lines, spaced
from ssrpolicy.views.notes.briefing.remarks import remarks
from ssrpolicy.views.notes.citations import the_document
from ssrpolicy.views.notes.grids import Row
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import firmness_and_term, responsible, status


def commitments(part: Part) -> list[Block]:
    """The commitments in reading order; what is true of all of them is said once, above."""
    if not part.record.commitments:
        return [part.paragraph("briefing.no_commitments")]
    ordered = part.reading_order(part.record.commitments)
    rows = [(commitment.id, _commitment(part, commitment)) for commitment in ordered]
    owned, known = (any(cells[column] for _, cells in rows) for column in (1, 3))
    columns = {"commitment": 0.33, "owner": 0.19, "term": 0.19, "status": 0.29}
    about = _about_all(part, owned=owned, known=known, rows=rows)
    kept = [0, *([1] if owned else []), 2, *([3] if known else [])]
    widths = _widths([list(columns.items())[column] for column in kept])
    shown = [(id, tuple(cells[column] for column in kept)) for id, cells in rows]
    return [*about, *part.grid("briefing_grid.commitments", widths, shown)]


def _widths(columns: list[tuple[str, float]]) -> dict[str, float]:
    """The shares of the columns that are left; the first takes what the others leave."""
    (first, _), *others = columns
    return {first: 1 - sum(width for _, width in others), **dict(others)}


def _about_all(part: Part, *, owned: bool, known: bool, rows: Sequence[Row]) -> list[Block]:
    """What is known of no commitment, in sentences; and what a dash stands for."""
    many = "one" if len(rows) == 1 else "all"
    said = [
        *([] if owned else [part.words(f"briefing.no_owner_{many}")]),
        *([] if known else [part.words(f"briefing.no_status_{many}")]),
    ]
    if part.language != part.record.language and any(c.timeframe for c in part.record.commitments):
        said.append(part.words("briefing.terms_quoted"))
    dashes = [
        part.words(f"briefing.dash_{key}")
        for key, column, given in (("owner", 1, owned), ("status", 3, known))
        if given and not all(cells[column] for _, cells in rows)
    ]
    if dashes:
        first, *more = dashes
        meanings = part.words("briefing.dash_or", first=first, second=more[0]) if more else first
        said.append(part.words("briefing.dash", meanings=meanings))
    return [Paragraph((part.run(" ".join(said)),))] if said else []


def _commitment(part: Part, commitment: Commitment) -> tuple[Runs, ...]:
    said = part.summary(commitment)
    return (
        lines(said, remarks(part, commitment)),
        responsible(part, commitment),
        firmness_and_term(part, commitment),
        status(part, commitment),
    )


def others(part: Part, statements: Sequence[Statement]) -> list[Block]:
    """Statements that are not commitments, in reading order, each with its sources."""
    ordered = part.reading_order(statements)
    items = tuple(_other(part, statement) for statement in ordered)
    return [Bullets(items)] if items else []


def _other(part: Part, statement: Statement) -> Runs:
    said = part.summary(statement)
    return spaced(said, status(part, statement), remarks(part, statement))


def instruments(part: Part) -> list[Block]:
    """The instruments with kind, capacity and owner."""
    rows = [(each.id, _instrument(part, each)) for each in part.record.instruments]
    columns = {"instrument": 0.36, "kind": 0.16, "capacity": 0.2, "instrument_owner": 0.28}
    blocks = part.grid("briefing_grid.instruments", columns, rows)
    if all(cell for _, cells in rows for cell in cells):
        return blocks
    return [part.paragraph("briefing.dash_instruments"), *blocks]


def _instrument(part: Part, instrument: Instrument) -> tuple[Runs, ...]:
    capacity = part.quantities(instrument.quantities)
    kind = capital(part.words(instrument.kind))
    return (
        (*part.runs(instrument.name), *part.sources(instrument.quotes)),
        (part.run(kind),),
        (part.run(capital(capacity)),) if capacity else (),
        (part.run(part.parties_in_full(instrument.owners)),) if instrument.owners else (),
    )


def history(part: Part) -> list[Block]:
    """The updates until the note's day, the earliest first, and how many are later."""
    known = [update for update in part.record.updates if update.date <= part.as_of]
    ordered = sorted(known, key=lambda update: update.date)
    rows = [(update.statement, _update(part, update)) for update in ordered]
    columns = {"date": 0.15, "by": 0.21, "about": 0.32, "said": 0.32}
    blocks = part.grid("briefing_grid.history", columns, rows)
    if later := len(part.record.updates) - len(known):
        key = one_or_many("later", later)
        date = part.day(part.as_of)
        number = capital(part.in_words(later))
        blocks.append(part.paragraph(f"briefing.{key}", date=date, number=number))
    return blocks


def _update(part: Part, update: Update) -> tuple[Runs, ...]:
    said: list[Runs] = [(*_said(part, update), *part.sources(update.quotes))]
    if update.note is not None:
        said.append(part.sentence(update.note))
    if update.document is not None and not update.quotes:
        paper = the_document(part, update.document)
        said.append(part.phrase("briefing.see", paper=paper))
    return (
        (part.run(part.day(update.date)),),
        (part.run(part.parties_in_full((update.by,))),),
        part.sentence(part.record.statement(update.statement).summary),
        spaced(*said),
    )


def _said(part: Part, update: Update) -> Runs:
    if update.owners is not None:
        if not update.owners:
            return part.phrase("briefing.now_nobody")
        names = "; ".join(part.party_in_full(id) for id in update.owners)
        return part.phrase("briefing.now_owners", names=names)
    if update.timeframe is not None:
        document = update.document or part.record.source
        return (
            part.run(part.words("briefing.now_term")),
            *part.term_runs(update.timeframe, document),
        )
    if update.firmness is not None:
        firmness = part.words(update.firmness)
        return part.phrase("briefing.now_firmness", firmness=firmness)
    if (status_said := update.claimed or update.evidence) is not None:
        return part.phrase(f"briefing_update.{status_said}")
    return ()
