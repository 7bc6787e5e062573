"""Records for the tests of registers: the fixtures, twins that share motions, and successors."""

from __future__ import annotations

from pathlib import Path

import attrs

import ssrpolicy
from ssrpolicy import PolicyRecord, Relation, RelationKind

FIXTURES = Path(__file__).parents[3] / "fixtures" / "records"


def portfolio() -> list[PolicyRecord]:
    """Return the fixtures, a twin of each, and one whose commitments supersede another's."""
    originals = list(ssrpolicy.load_all(FIXTURES))
    twins = [attrs.evolve(each, id=f"{each.id}-twin") for each in originals]
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


def write_folder(folder: Path, records: list[PolicyRecord] | None = None) -> Path:
    """Write records as a folder of folders, and return it."""
    for each in portfolio() if records is None else records:
        ssrpolicy.dump(each, folder / each.id)
    return folder
