"""Which commitments are dealt with and which are in hand, as of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from ssrpolicy.arguments import check_type
from ssrpolicy.model.progress import Progress
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.requests import Disposition
from ssrpolicy.model.statements import Commitment, Statement
from ssrpolicy.model.texts import FullId
from ssrpolicy.model.vocabulary import RelationKind


@frozen(eq=False)
class CommitmentHandling:
    """Which commitments of some records are dealt with, as of a day.

    Papers of a later day are not known yet, nor are those that `known_days` says so of; of any
    other paper without a date all is known.
    """

    records: Sequence[PolicyRecord] = field(repr=False)
    as_of: dt.date
    _progress: dict[str, _ProgressOfRecord] = field(factory=dict, init=False, repr=False)
    _known_days: dict[str, Mapping[str, dt.date]] = field(factory=dict, init=False, repr=False)

    def progress(self, record: PolicyRecord) -> Mapping[str, Progress]:
        """Return where each statement of a record stands on the day, by its id."""
        check_record(record)
        if record.id not in self._progress:
            self._progress[record.id] = _ProgressOfRecord(self, record)
        return self._progress[record.id]

    def is_later(self, record: PolicyRecord, document: str) -> bool:
        """Return whether a document is known only from a day after this one."""
        check_record(record)
        check_type(document, str, "document", "record.source")
        if record.id not in self._known_days:
            self._known_days[record.id] = known_days(record)
        date = self._known_days[record.id].get(document)
        return date is not None and date > self.as_of

    # -- commitments ----------------------------------------------------------------------------

    def dealt_with(self, record: PolicyRecord, commitment: str) -> bool:
        """Return whether a commitment is dealt with, or else what took its place.

        A commitment that others superseded is dealt with when each of those is.
        """
        check_record(record)
        reached = self._reached(record.full_id(commitment), (RelationKind.SUPERSEDES,))
        last = [each for each in reached if not self._followers(each, (RelationKind.SUPERSEDES,))]
        # Commitments that supersede each other have no last one.
        return all(self._closed(full_id) for full_id in last or reached)

    def relations(
        self, record: PolicyRecord, statement: str
    ) -> Sequence[tuple[str, RelationKind, Statement]]:
        """Return the known statements that have a relation to this one, with full id and kind."""
        check_record(record)
        return self._relations.get(record.full_id(statement), ())

    def successors(self, record: PolicyRecord, statement: str) -> tuple[str, ...]:
        """Return the full ids of the statements that superseded a statement."""
        found = self.relations(record, statement)
        return tuple(full_id for full_id, kind, _ in found if kind is RelationKind.SUPERSEDES)

    def superseded(self, record: PolicyRecord, statement: str) -> bool:
        """Return whether a known statement took the place of a statement.

        Statements that supersede each other have none that takes their place.
        """
        check_record(record)
        full_id = record.full_id(statement)
        if full_id not in self._relations:  # as of nearly all statements
            return False
        kinds = (RelationKind.SUPERSEDES,)
        reached = self._reached(full_id, kinds, of=Statement)
        return any(
            each != full_id and not self._followers(each, kinds, Statement) for each in reached
        )

    def _closed(self, full_id: str) -> bool:
        record, id = FullId.split(full_id)
        return self.progress(self.by_id[record])[id].closed

    @cached_property
    def by_id(self) -> Mapping[str, PolicyRecord]:
        """The records by their ids."""
        return {record.id: record for record in self.records}

    @cached_property
    def _relations(self) -> Mapping[str, Sequence[tuple[str, RelationKind, Statement]]]:
        """The known statements that have a relation to each statement, by its full id."""
        found: dict[str, list[tuple[str, RelationKind, Statement]]] = {}
        for record in self.records:
            for statement in record.statements:
                if statement.relations and not self.is_later(record, statement.document):
                    entry = record.full_id(statement.id)
                    for relation in statement.relations:
                        about = (entry, relation.kind, statement)
                        found.setdefault(relation.target, []).append(about)
        return found

    def _followers(
        self, full_id: str, kinds: Sequence[RelationKind], of: type[Statement] = Commitment
    ) -> list[str]:
        """The known statements, of a class, that supersede or repeat a statement."""
        return [
            follower
            for follower, kind, statement in self._relations.get(full_id, ())
            if kind in kinds and isinstance(statement, of)
        ]

    def _reached(
        self, full_id: str, kinds: Sequence[RelationKind], of: type[Statement] = Commitment
    ) -> list[str]:
        """A statement and all of a class that follow on it, each once."""
        reached = {full_id: None}
        waiting = [full_id]
        while waiting:
            new = [
                each for each in self._followers(waiting.pop(), kinds, of) if each not in reached
            ]
            reached |= dict.fromkeys(new)
            waiting += new
        return list(reached)

    # -- answers --------------------------------------------------------------------------------

    def carrying(self, record: PolicyRecord, answer: Disposition) -> tuple[Commitment, ...]:
        """Return the known commitments that carry an answer."""
        check_record(record)
        check_type(answer, Disposition, "answer", "record.dispositions[0]")
        return tuple(
            each
            for id in answer.by
            if id in record
            and isinstance(each := record[id], Commitment)
            and not self.is_later(record, each.document)
        )

    def settled(self, record: PolicyRecord, commitment: Commitment) -> bool:
        """Return whether a commitment is dealt with, and all that superseded or repeated it."""
        check_record(record)
        check_type(commitment, Commitment, "commitment", "record.commitments[0]")
        kinds = (RelationKind.SUPERSEDES, RelationKind.REPEATS)
        return all(
            self.dealt_with(self.by_id[of], id)
            for of, id in map(FullId.split, self._reached(record.full_id(commitment.id), kinds))
        )


def check_record(record: object) -> None:
    """Raise ArgumentTypeError for what is not a record."""
    check_type(record, PolicyRecord, "record", "ssrpolicy.load(path)")


def known_days(record: PolicyRecord) -> Mapping[str, dt.date]:
    """Return the day from which each document of a record is known, by its id.

    That is its date. One without a date in which nothing is stated, such as a motion that is only
    cited, is known from the record's own paper, or from an earlier one that answers it. Of a
    document that is not among them the day is not known. Raises ArgumentTypeError for what is not a
    record.
    """
    check_type(record, PolicyRecord, "record", 'ssrpolicy.load("FOLDER")')
    dates = record.dates
    stating = {record.source, *(each.document for each in record.statements)}
    cited = {each.id for each in record.documents} - dates.keys() - stating
    if not cited:
        return dates
    own = dates.get(record.source)
    found = {} if own is None else dict.fromkeys(cited, own)
    asked_in = {each.id: each.document for each in record.requests}
    for answer in record.dispositions:
        paper, day = asked_in.get(answer.request), dates.get(answer.document)
        if paper in cited and day is not None:
            found[paper] = min(day, found.get(paper, day))
    return {**dates, **found}


class _ProgressOfRecord(Mapping[str, Progress]):
    """Where each statement of a record stands; worked out when it is asked, of lists of some."""

    def __init__(self, handling: CommitmentHandling, record: PolicyRecord) -> None:
        self._handling = handling
        self._record = record
        self._statements = dict.fromkeys(each.id for each in record.statements)
        self._known: dict[str, Progress] = {}

    def __getitem__(self, statement: str) -> Progress:
        if statement not in self._known:
            if statement not in self._statements:
                raise KeyError(statement)
            self._known[statement] = self._record.progress(
                statement,
                as_of=self._handling.as_of,
                superseded=self._handling.superseded(self._record, statement),
            )
        return self._known[statement]

    def __iter__(self) -> Iterator[str]:
        return iter(self._statements)

    def __len__(self) -> int:
        return len(self._statements)
