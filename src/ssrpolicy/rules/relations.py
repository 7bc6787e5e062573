"""How a statement stands to an earlier one, within the record and across records."""

from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from ssrpolicy.messages import _, did_you_mean
from ssrpolicy.model import DataPath, FullId, PolicyRecord, RelationKind, Severity
from ssrpolicy.rules.definition import (
    MOST_HINTS,
    Records,
    Remark,
    Remarks,
    at_most,
    portfolio_rule,
    rule,
)
from ssrpolicy.rules.messages import in_full
from ssrpolicy.similar import SimilarTexts

_MOST_CIRCLES = 10


class _Related(NamedTuple):
    """A statement's id, its relation to another statement, and where that stands."""

    id: str
    kind: RelationKind
    target: FullId
    path: DataPath


def _related(record: PolicyRecord) -> Iterator[_Related]:
    for index, statement in enumerate(record.statements):
        for number, relation in enumerate(statement.relations):
            if (target := relation.full_id) is not None:
                path = ("statements", index, "relations", number)
                yield _Related(statement.id, relation.kind, target, path)


@rule("relation-circular", Severity.ERROR)
def relation_circular(record: PolicyRecord) -> Iterator[Remark]:
    """A statement is related to itself, directly or in a circle.

    A relation leads from a statement to an earlier one that it repeats, amends, supplements,
    supersedes or qualifies; who follows relations must come to the oldest.

    Example: `new-term` amends `old-term`, and `old-term` amends `new-term`.

    What to do: leave out the relation that leads from the earlier statement to the later one.
    """
    places: dict[tuple[str, str], DataPath] = {}
    graph: dict[str, set[str]] = {}
    for id, __, target, path in _related(record):
        if target.record == record.id:
            places[id, target.entry] = path
            graph.setdefault(id, set()).add(target.entry)
    for _attempt in range(_MOST_CIRCLES):
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            # The list runs against the relations, and ends where it began.
            circle: list[str] = error.args[1][::-1]
            yield Remark(
                message=_("Relations lead in a circle: {ids}.", ids=_(" to ").join(circle)),
                hint=_(
                    "Leave out the relation that leads from an earlier statement to a later one."
                ),
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
    for id, kind, target, path in _related(record):
        if target.record != record.id:
            continue
        day, target_day = made.get(id), made.get(target.entry)
        if day is not None and target_day is not None and day < target_day:
            yield Remark(
                message=_(
                    "{id}, of {day}, {kind} {entry}, which is of {target_day}.",
                    id=id,
                    day=in_full(day),
                    kind=kind,
                    entry=target.entry,
                    target_day=in_full(target_day),
                ),
                hint=_("Put the relation at the later statement, or correct a document's date."),
                place=path,
            )


@portfolio_rule("relation-not-loaded", Severity.NOTE)
def relation_not_loaded(records: Records) -> Remarks:
    """A relation leads to a statement of a record that is not read together with this one.

    The statement is shown by its full id only, because its words are not at hand.

    Example: `target = "kst-29521-142#evaluation"` while only this letter's record is checked.

    What to do: nothing, if the other record exists; read both together to see the statement's
    words. If there is no such record yet, name the paper: `target = "kst-29521-142"`.
    """
    loaded = {record.id for record in records}
    for record, target, path in _elsewhere(records):
        if target.record not in loaded:
            remark = Remark(
                message=_(
                    "The relation to {target} leads to a record that is not read here.",
                    target=target,
                ),
                hint=_("Read both records together to show the statement's words."),
                place=path,
            )
            yield record, remark


@portfolio_rule("relation-dangling", Severity.ERROR)
def relation_dangling(records: Records) -> Remarks:
    """A relation leads to a record that is read together with this one and has no such statement.

    Example: `target = "kst-29521-142#evaluatoin"`, where that record has `evaluation`.

    What to do: correct the id; the nearest ones are named.
    """
    known = {record.id: {s.id: None for s in record.statements} for record in records}

    @cache
    def ids_in(record_id: str) -> SimilarTexts:
        return SimilarTexts(known[record_id])

    def nearest(target: FullId) -> str | None:
        close = ids_in(target.record).nearest(target.entry)
        return did_you_mean(close) if close else None

    hint = at_most(MOST_HINTS, nearest)
    for record, target, path in _elsewhere(records):
        if target.record in known and target.entry not in known[target.record]:
            remark = Remark(
                message=_(
                    "The relation leads to {target}, but {record} has no statement {entry!r}.",
                    target=target,
                    record=target.record,
                    entry=target.entry,
                ),
                hint=hint(target),
                place=path,
            )
            yield record, remark


def _elsewhere(records: Records) -> Iterator[tuple[PolicyRecord, FullId, DataPath]]:
    """Yield the relations to another record's statement: the record, the target, the place."""
    for record in records:
        for __, __, target, path in _related(record):
            if target.record != record.id:
                yield record, target, (*path, "target")
