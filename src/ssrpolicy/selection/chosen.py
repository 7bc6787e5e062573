"""A selection applied to records as of a day: which entries are in, and how many of how many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import evolve, field, frozen

from ssrpolicy.arguments import all_of, check_type
from ssrpolicy.errors import ArgumentError
from ssrpolicy.messages import _, some
from ssrpolicy.model import (
    Commitment,
    Entry,
    Handling,
    PolicyRecord,
    Progress,
    Request,
    Statement,
    check_day,
    several,
)
from ssrpolicy.selection.codes import fits, resolved
from ssrpolicy.selection.criteria import NOBODY, Selection
from ssrpolicy.selection.folding import Words, folded
from ssrpolicy.selection.owners import Responsible, authors, responsible, whole_of
from ssrpolicy.selection.papers import dossiers_of, session_year_of
from ssrpolicy.selection.totals import OwnerTotals


def choose(
    records: PolicyRecord | Iterable[PolicyRecord],
    selection: Selection,
    *,
    as_of: dt.date,
    handling: Handling | None = None,
) -> Chosen:
    """Return what a selection chooses of records as of a day.

    ``handling`` is that of the records, where it is known already. Raises UnknownIdError for a code
    that neither the code lists nor any record has.
    """
    check_type(selection, Selection, "selection", 'Selection(owners="nl-bz")')
    check_day(as_of, "as_of")
    given = several(records)
    handling = Handling(given, as_of) if handling is None else handling
    check_type(handling, Handling, "handling", "chosen.handling")
    return Chosen(selection=resolved(selection, given), records=given, handling=handling)


@frozen(kw_only=True, eq=False)
class Chosen:
    """What a selection chooses of records, as of the day of ``handling``; the records stay whole.

    A statement is in where it meets all criteria. A request is in where a statement that carries
    one of its answers is, or where it meets the criteria itself and these ask of papers only; so
    is a motion with such a request. An instrument is in where a statement that is in uses it; any
    other document where a statement of it is in.

    Attributes:
        selection: what was asked, with the code of each name.
        records: the records, in their order.
        handling: what is dealt with, as of the day.
        full_ids: the full ids of all entries that are in, in the order of the records.
    """

    selection: Selection
    records: tuple[PolicyRecord, ...] = field(repr=False)
    handling: Handling = field(repr=False)

    @property
    def as_of(self) -> dt.date:
        """The day as of which statuses count."""
        return self.handling.as_of

    def holds(self, record: PolicyRecord, entry: Entry | str) -> bool:
        """Return whether an entry of a record is in, given as it is or by its id.

        Raises UnknownIdError where the record has no entry with the id.
        """
        self._check(record)
        check_type(entry, str | Entry, "entry", 'record["an-id"]')
        id = entry if isinstance(entry, str) else entry.id
        own = self._ids[record.id]
        return id in own or record[id].id in own

    def ids(self, record: PolicyRecord) -> frozenset[str]:
        """Return the ids of the entries of a record that are in."""
        self._check(record)
        return self._ids[record.id]

    @cached_property
    def full_ids(self) -> tuple[str, ...]:
        """The full ids of all entries that are in, in the order of the records."""
        return tuple(
            record.full_id(entry.id)
            for record in self.records
            for entry in record
            if entry.id in self._ids[record.id]
        )

    def full_ids_of(self, kind: type[Statement]) -> frozenset[str]:
        """Return the full ids of the statements of a kind that are in; no others are looked at."""
        check_type(kind, type, "kind", "Commitment")
        return frozenset(
            record.full_id(each.id)
            for record in self.records
            for each in record.statements
            if isinstance(each, kind) and self._fits(record, each)
        )

    def _check(self, record: PolicyRecord) -> None:
        """Refuse what is not one of the records that were chosen from."""
        check_type(record, PolicyRecord, "record", "chosen.records[0]")
        if record.id not in self._record_ids:
            raise ArgumentError(
                _("{id} is not among the records of this selection.", id=record.id),
                hint=_("They are: {names}.", names=some(self._record_ids, 20)),
            )

    @cached_property
    def _record_ids(self) -> Mapping[str, None]:
        return dict.fromkeys(record.id for record in self.records)

    def count(self) -> tuple[int, int]:
        """Return how many commitments are in, and how many were made by the day in all."""
        made = [
            (record, each)
            for record in self.records
            for each in record.commitments
            if not self.handling.is_later(record, each.document)
        ]
        return sum(self.holds(*each) for each in made), len(made)

    def of_owner(self, owner: str) -> Chosen:
        """Return what is chosen by the same criteria of one owner alone; ``none`` for nobody's.

        What belongs to nobody is counted so below every total of statements: who asks for owners
        would else never hear of it. A motion, request, letter or instrument is nobody's only
        through its statements, some of which may be somebody's; of these nobody's are not counted.

        Raises UnknownIdError for a code that neither the code lists nor any record has.
        """
        check_type(owner, str, "owner", '"nl-bz"')
        asked = evolve(self.selection, owners=(owner,))
        known = owner == NOBODY or owner in self.selection.owners
        return evolve(self, selection=asked if known else resolved(asked, self.records))

    def by_owner(self, full_ids: Iterable[str]) -> OwnerTotals | None:
        """Return how many of some entries are of each owner that was asked; None for one or none.

        A motion, request, letter or instrument is of each owner with whom alone it would be in.
        """
        given = all_of(full_ids, str, "full_ids", '("record#id",)')
        if not self.selection.owners[1:]:
            return None
        own = {each: frozenset(self.of_owner(each).full_ids) for each in self.selection.owners}
        times = [sum(id in ids for ids in own.values()) for id in given]
        return OwnerTotals(
            each={each: sum(id in ids for id in given) for each, ids in own.items()},
            several=sum(number > 1 for number in times),
        )

    def responsible(self, record: PolicyRecord, statement: Statement) -> Responsible:
        """Return who is responsible for a statement as of the day."""
        self._check(record)
        check_type(statement, Statement, "statement", 'record.statement("an-id")')
        return responsible(record, statement, self.handling.progress(record)[statement.id])

    @cached_property
    def _words(self) -> Words | None:
        return None if not self.selection.words else Words(self.selection.words)

    @cached_property
    def _ids(self) -> Mapping[str, frozenset[str]]:
        own = {record.id: self._of(record) for record in self.records}
        if not self.selection:
            return own
        # A motion that several records have is one motion.
        for motion in self.handling.motions:
            papers = [(record.id, document.id) for record, document in motion.papers]
            if any(document in own[record] for record, document in papers):
                for record, document in papers:
                    own[record] |= {document}
        return own

    def _of(self, record: PolicyRecord) -> frozenset[str]:
        if not self.selection:
            return frozenset(entry.id for entry in record)
        statements = {each.id for each in record.statements if self._fits(record, each)}
        answered = {
            answer.request for answer in record.dispositions if not statements.isdisjoint(answer.by)
        }
        requests = {
            each.id
            for each in record.requests
            if each.id in answered or self._fits_itself(record, each)
        }
        documents = {each.document for each in record.requests if each.id in requests}
        documents |= {
            quote.document
            for each in record.statements
            if each.id in statements
            for quote in each.quotes
        }
        used = {id for each in record.statements if each.id in statements for id in each.uses}
        instruments = {each.id for each in record.instruments if each.id in used}
        return frozenset(statements | requests | documents | instruments)

    # -- statements -----------------------------------------------------------------------------

    def _fits(self, record: PolicyRecord, statement: Statement) -> bool:
        asked, now = self.selection, self.handling.progress(record)[statement.id]
        firmness = now.firmness if isinstance(statement, Commitment) else None
        return (
            (not asked.kinds or statement.kind in asked.kinds)
            and (not asked.claimed or now.claimed in asked.claimed)
            and (not asked.evidence or now.evidence in asked.evidence)
            and (not asked.firmness or firmness in asked.firmness)
            and self._is_due(now)
            and (asked.updated_since is None or _later(now.last_update, asked.updated_since))
            and (not asked.partners or fits(asked.partners, statement.partners, record))
            and (not asked.places or fits(asked.places, statement.places, record))
            and (not asked.sectors or fits(asked.sectors, statement.sectors, record))
            and (not asked.frameworks or fits(asked.frameworks, statement.frameworks, record))
            and (not asked.owners or self._is_owned(record, statement))
            and self._stands_in(record, statement.document)
            and (
                asked.promised_since is None
                or _later(record.dates.get(statement.document), asked.promised_since)
            )
            and (asked.asked_since is None or self._answers_since(record, statement.id))
            and self._says(statement)
        )

    def _is_due(self, now: Progress) -> bool:
        asked = self.selection
        if asked.due_before is not None and (now.due is None or now.due >= asked.due_before):
            return False
        if not asked.schedules and asked.due_within is None:
            return True
        soon = asked.due_within is not None and now.is_due_within(asked.due_within)
        return soon or now.schedule in asked.schedules

    def _is_owned(self, record: PolicyRecord, statement: Statement) -> bool:
        found = self.responsible(record, statement)
        parties = {*found.parties, *(whole_of(record, each) for each in found.parties)}
        if found.by_authorship:  # the minister who wrote it, too
            parties |= set(authors(record, statement))
        wanted = self.selection.owners
        return (NOBODY in wanted and not parties) or fits(wanted, parties, record)

    def _answers_since(self, record: PolicyRecord, statement: str) -> bool:
        requests = {each.request for each in record.dispositions if statement in each.by}
        return any(
            _later(record.asked_on(each), self.selection.asked_since)
            for each in record.requests
            if each.id in requests
        )

    def _says(self, entry: Statement | Request) -> bool:
        if self._words is None:
            return True
        texts = (entry.summary.nl, entry.summary.en, *(each.quote for each in entry.quotes))
        return any(self._words.in_folded(folded(text)) for text in texts if text is not None)

    # -- papers ---------------------------------------------------------------------------------

    def _stands_in(self, record: PolicyRecord, document: str) -> bool:
        asked = self.selection
        if not (asked.document_kinds or asked.dossiers or asked.session_years):
            return True
        paper = record.document(document)
        return (
            (not asked.document_kinds or paper.kind in asked.document_kinds)
            and (not asked.dossiers or not dossiers_of(paper).isdisjoint(asked.dossiers))
            and (not asked.session_years or session_year_of(paper) in asked.session_years)
        )

    def _fits_itself(self, record: PolicyRecord, request: Request) -> bool:
        asked = self.selection
        return (
            asked.asks_papers_only
            and self._stands_in(record, request.document)
            and (asked.asked_since is None or _later(record.asked_on(request), asked.asked_since))
            and self._says(request)
        )


def _later(day: dt.date | None, since: dt.date | None) -> bool:
    return day is not None and since is not None and day >= since
