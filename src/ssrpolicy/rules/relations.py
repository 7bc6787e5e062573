"""How a statement stands to an earlier one, within the record and across records."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.statements import Relation
from ssrpolicy.model.vocabulary import Severity
from ssrpolicy.rules.definition import Place, Remark, portfolio_rule, rule
from ssrpolicy.rules.passages import either

_MOST_CIRCLES = 10


class _Related(NamedTuple):
    """A statement, one of its relations, and where that stands."""

    id: str
    relation: Relation
    place: Place


def _related(record: PolicyRecord) -> Iterator[_Related]:
    for index, statement in enumerate(record.statements):
        for number, relation in enumerate(statement.relations):
            yield _Related(statement.id, relation, ("statements", index, "relations", number))


@rule("relation-circular", Severity.ERROR)
def relation_circular(record: PolicyRecord) -> Iterator[Remark]:
    """A statement is related to itself, directly or in a circle.

    A relation leads from a statement to an earlier one that it repeats, amends, supplements,
    supersedes or qualifies; who follows relations must come to the oldest.

    Example: `new-term` amends `old-term`, and `old-term` amends `new-term`.

    What to do: leave out the relation that leads from the earlier statement to the later one.
    """
    own = f"{record.id}#"
    places: dict[tuple[str, str], Place] = {}
    graph: dict[str, set[str]] = {}
    for id, relation, place in _related(record):
        if relation.target.startswith(own):
            target = relation.target.removeprefix(own)
            places[id, target] = place
            graph.setdefault(id, set()).add(target)
    for _ in range(_MOST_CIRCLES):
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            # The list runs against the relations, and ends where it began.
            circle: list[str] = error.args[1][::-1]
            yield Remark(
                subject=own + circle[0],
                message=f"Relations lead in a circle: {' to '.join(circle)}.",
                hint="Leave out the relation that leads from an earlier statement to a later one.",
                place=places[circle[0], circle[1]],
            )
            graph[circle[0]].discard(circle[1])
        else:
            return


@rule("relation-backwards", Severity.WARNING)
def relation_backwards(record: PolicyRecord) -> Iterator[Remark]:
    """A statement is said to repeat or change one that was made later.

    Relations lead back in time: the later statement repeats, amends, supplements, supersedes or
    qualifies the earlier. What counts is the date of the document in which each is made.

    Example: a statement of a letter of 2031 that `supersedes` one of a letter of 2033.

    What to do: put the relation at the later statement; or correct the date of the document that
    is wrong.
    """
    dates = {document.id: document.date for document in record.documents}
    made = {statement.id: dates.get(statement.document) for statement in record.statements}
    own = f"{record.id}#"
    for id, relation, place in _related(record):
        if not relation.target.startswith(own):
            continue
        target = relation.target.removeprefix(own)
        day, target_day = made.get(id), made.get(target)
        if day is not None and target_day is not None and day < target_day:
            yield Remark(
                subject=own + id,
                message=f"{id}, of {day}, {relation.kind} {target}, which is of {target_day}.",
                hint="Put the relation at the later statement, or correct a document's date.",
                place=place,
            )


@portfolio_rule("relation-not-loaded", Severity.NOTE)
def relation_not_loaded(
    records: tuple[PolicyRecord, ...],
) -> Iterator[tuple[PolicyRecord, Remark]]:
    """A relation leads to a statement of a record that is not read together with this one.

    The statement is shown by its full id only, because its words are not at hand.

    Example: `target = "kst-29521-142#evaluation"` while only this letter's record is checked.

    What to do: nothing, if the other record exists; read both together to see the statement's
    words. If there is no such record yet, name the paper: `target = "kst-29521-142"`.
    """
    loaded = {record.id for record in records}
    for record, id, target, place in _elsewhere(records):
        if target.partition("#")[0] not in loaded:
            yield (
                record,
                Remark(
                    subject=f"{record.id}#{id}",
                    message=f"The relation to {target} leads to a record that is not read here.",
                    hint="Read both records together to show the statement's words.",
                    place=place,
                ),
            )


@portfolio_rule("relation-dangling", Severity.ERROR)
def relation_dangling(
    records: tuple[PolicyRecord, ...],
) -> Iterator[tuple[PolicyRecord, Remark]]:
    """A relation leads to a record that is read together with this one and has no such statement.

    Example: `target = "kst-29521-142#evaluatoin"`, where that record has `evaluation`.

    What to do: correct the id; the nearest ones are named.
    """
    statements = {record.id: [s.id for s in record.statements] for record in records}
    known = {id: set(ids) for id, ids in statements.items()}
    for record, id, target, place in _elsewhere(records):
        other, _, wanted = target.partition("#")
        if other in known and wanted not in known[other]:
            close = difflib.get_close_matches(wanted, statements[other], n=3)
            yield (
                record,
                Remark(
                    subject=f"{record.id}#{id}",
                    message=f"The relation leads to {target}, but {other} has no statement "
                    f"{wanted!r}.",
                    hint=f"Did you mean {either(close)}?" if close else None,
                    place=place,
                ),
            )


def _elsewhere(
    records: tuple[PolicyRecord, ...],
) -> Iterator[tuple[PolicyRecord, str, str, Place]]:
    """Yield record, statement, target and place of the relations to another record's statement."""
    for record in records:
        for id, relation, place in _related(record):
            target = relation.target
            if "#" in target and not target.startswith(f"{record.id}#"):
                yield record, id, target, (*place, "target")
