"""Records for the tests of registers: the fixtures, twins that share motions, and successors."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs

import ssrpolicy
from ssrpolicy import (
    Claim,
    DocumentKind,
    EdtfDate,
    PolicyRecord,
    Position,
    Relation,
    RelationKind,
    Statement,
    Timeframe,
)

FIXTURES = Path(__file__).parents[3] / "fixtures" / "records"


def portfolio() -> list[PolicyRecord]:
    """Return the fixtures, a twin of each, and one whose commitments supersede another's.

    In the twins written questions stand in the paper that answers them, motions have no date, and
    claims and positions have a term, though these can never be late.
    """
    originals = list(ssrpolicy.load_all(FIXTURES))
    twins = [_twin(each) for each in originals]
    first = originals[0]
    targets = [each.id for each in first.commitments][:3]
    successor = attrs.evolve(first, id=f"{first.id}-later")
    statements = []
    for place, each in enumerate(successor.statements):
        kinds = (RelationKind.SUPERSEDES, RelationKind.REPEATS)
        relations = (
            (Relation(target=f"{first.id}#{targets[place % 3]}", kind=kinds[place % 2]),)
            if place < 5
            else ()
        )
        statements.append(attrs.evolve(each, relations=relations))
    return [*originals, *twins, attrs.evolve(successor, statements=tuple(statements))]


def _twin(record: PolicyRecord) -> PolicyRecord:
    questions = {e.id for e in record.documents if e.kind is DocumentKind.QUESTION}
    asked = {each.id: each.document for each in record.requests if each.document in questions}
    answered = [
        attrs.evolve(each, document=asked.get(each.request, each.document))
        for each in record.dispositions
    ]
    papers = [
        attrs.evolve(each, date=None) if each.kind is DocumentKind.MOTION else each
        for each in record.documents
    ]
    dated = [
        attrs.evolve(each, timeframe=_term(record, each, 30 * place))
        if isinstance(each, Claim | Position)
        else each
        for place, each in enumerate(record.statements)
    ]
    twin = attrs.evolve(record, id=f"{record.id}-twin", dispositions=tuple(answered))
    return attrs.evolve(twin, documents=tuple(papers), statements=tuple(dated))


def _term(record: PolicyRecord, statement: Statement, days: int) -> Timeframe:
    """Return a term in words of a statement, so many days after its paper."""
    said = record.dates[statement.document]
    due = said + dt.timedelta(days)
    words = " ".join(statement.quotes[0].quote.split()[:3])
    return Timeframe(phrase=words, date=EdtfDate(f"../{due}"))


def write_folder(folder: Path, records: list[PolicyRecord] | None = None) -> Path:
    """Write records as a folder of folders, and return it."""
    for each in portfolio() if records is None else records:
        ssrpolicy.dump(each, folder / each.id)
    return folder
