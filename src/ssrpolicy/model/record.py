"""The policy record: all that is recorded of one letter, and the questions it answers."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias, TypeVar

import attrs
from attrs import field, frozen

from ssrpolicy.arguments import all_of, check_flag, check_number, check_type, is_among
from ssrpolicy.errors import UnknownIdError
from ssrpolicy.messages import _
from ssrpolicy.model.asking.ids import no_entry
from ssrpolicy.model.asking.kinds import StatementsByKind
from ssrpolicy.model.asking.questions import Questions
from ssrpolicy.model.asking.written import WrittenQuestions, replies
from ssrpolicy.model.documents.document import Document, Passage, SetAside
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.parties import Framework, Party, Place, Sector
from ssrpolicy.model.progress import Progress, Update, progress_of
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Statement, successors
from ssrpolicy.model.texts import (
    FullId,
    Language,
    LocalText,
    code,
    identifier,
    local_text,
    made_of,
    one_of_languages,
)  # fmt: skip
from ssrpolicy.model.timeframes import Timeframe, check_day
from ssrpolicy.model.vocabulary import ClaimedStatus, EvidenceStatus, Firmness, Schedule, member

FORMAT = "ssrpolicy-record/1"
Entry: TypeAlias = Document | Request | Statement | Instrument
"""What has an id of its own in a record."""

E = TypeVar("E", bound=Entry)


@frozen(kw_only=True, repr=False)
class PolicyRecord(StatementsByKind, WrittenQuestions, Questions):
    """What was asked, answered and committed in one letter, and what became of it.

    Attributes:
        id: what the record is called in files, links and trackers.
        language: the language of texts that are given in one language only.
        source: the id of the document that is quoted where a quote names none.
        title: what the record is called.
        documents: the papers on which it rests.
        requests: what is asked.
        statements: what is stated: commitments, conditions, positions, claims, engagements.
        dispositions: the answers to the requests.
        instruments: the means that are named.
        set_aside: the passages that are left out on purpose.
        updates: what became of the statements since.
        parties: the parties that the record declares itself.
        places: the places that it declares itself.
        sectors: the sectors that it declares itself.
        frameworks: the policy frameworks that it declares itself.

    In Python, iterating gives the entries, and ``record["an-id"]`` gives one.
    """

    id: str = field(validator=code)
    language: Language = field(validator=one_of_languages)
    source: str = field(validator=identifier)
    title: LocalText | None = field(default=None, validator=local_text)
    documents: tuple[Document, ...] = field(default=(), validator=made_of(Document))
    requests: tuple[Request, ...] = field(default=(), validator=made_of(Request))
    statements: tuple[Statement, ...] = field(default=(), validator=made_of(Statement))
    dispositions: tuple[Disposition, ...] = field(default=(), validator=made_of(Disposition))
    instruments: tuple[Instrument, ...] = field(default=(), validator=made_of(Instrument))
    set_aside: tuple[SetAside, ...] = field(default=(), validator=made_of(SetAside))
    updates: tuple[Update, ...] = field(default=(), validator=made_of(Update))
    parties: tuple[Party, ...] = field(default=(), validator=made_of(Party))
    places: tuple[Place, ...] = field(default=(), validator=made_of(Place))
    sectors: tuple[Sector, ...] = field(default=(), validator=made_of(Sector))
    frameworks: tuple[Framework, ...] = field(default=(), validator=made_of(Framework))

    # -- one entry ------------------------------------------------------------------------------

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        groups: tuple[tuple[Entry, ...], ...] = (
            *(self.instruments, self.statements, self.requests, self.documents),
        )
        return {entry.id: entry for group in groups for entry in group}

    def __getitem__(self, key: str) -> Entry:
        """Return the entry with this id, or with this full id (``record#id``)."""
        if (found := self._found(key)) is not None:
            return found
        raise no_entry(self.id, [each.id for each in self], key)

    def __contains__(self, key: object) -> bool:
        """Return whether the record has an entry, or an entry with this id or full id."""
        if isinstance(key, Entry):
            return any(key == each for each in self)
        return self._found(key) is not None

    def _found(self, key: object) -> Entry | None:
        """Return the entry with this id or full id; None without one."""
        if not isinstance(key, str):
            return None
        return self._entries.get(key.removeprefix(f"{self.id}#"))

    def __iter__(self) -> Iterator[Entry]:
        yield from self.documents
        yield from self.requests
        yield from self.statements
        yield from self.instruments

    def __len__(self) -> int:
        return len(self._entries)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return (
            f"<PolicyRecord {self.id}: {len(self.requests)} requests, "
            f"{len(self.statements)} statements, {len(self.updates)} updates>"
        )

    def _ipython_key_completions_(self) -> list[str]:
        return sorted(self._entries)

    def full_id(self, key: str) -> str:
        """Return the id that trackers, links and relations carry: ``record#id``.

        ``key`` is the id of an entry, or of a code that the record declares itself. Raises
        UnknownIdError where it has neither.
        """
        return str(FullId(self.id, key if is_among(key, self._declared) else self[key].id))

    @cached_property
    def _declared(self) -> frozenset[str]:
        """The ids of the codes that the record declares itself."""
        lists = (self.parties, self.places, self.sectors, self.frameworks)
        return frozenset(code.id for each in lists for code in each)

    def document(self, key: str) -> Document:
        """Return the document with this id; raises UnknownIdError for any other key."""
        return self._entry(key, Document)

    def statement(self, key: str) -> Statement:
        """Return the statement with this id; raises UnknownIdError for any other key."""
        return self._entry(key, Statement)

    def _entry(self, key: str, kind: type[E]) -> E:
        entry = self[key]
        if not isinstance(entry, kind):
            found, wanted = type(entry).__name__, kind.__name__.lower()
            said = {"id": self.id, "key": key, "found": found, "wanted": wanted}
            raise UnknownIdError(_("{key} in {id} is a {found}, not a {wanted}.", **said))
        return entry

    @property
    def source_document(self) -> Document:
        """The document on which the record is made."""
        return self.document(self.source)

    @cached_property
    def _derived(self) -> dict[object, object]:
        return {}

    # -- what was answered ----------------------------------------------------------------------

    def answers(self, request: str) -> tuple[Disposition, ...]:
        """Return the dispositions of a request, in file order.

        Raises UnknownIdError where the record has no such request.
        """
        if not is_among(request, [each.id for each in self.requests]):
            request = self._entry(request, Request).id
        return tuple(d for d in self.dispositions if d.request == request)

    def contradicted(self, disposition: Disposition, *, as_of: dt.date) -> tuple[Statement, ...]:
        """Return the statements a disposition rests on that the evidence contradicts."""
        check_type(disposition, Disposition, "disposition", "Disposition(...)")
        check_day(as_of, "as_of")
        return tuple(
            self.statement(key)
            for key in disposition.because
            if key in self
            and self.progress(key, as_of=as_of).evidence is EvidenceStatus.CONTRADICTS
        )

    # -- what happened since --------------------------------------------------------------------

    @cached_property
    def _histories(self) -> dict[str, tuple[Update, ...]]:
        found: dict[str, list[Update]] = defaultdict(list)
        for update in sorted(self.updates, key=lambda each: each.date):
            found[update.statement].append(update)
        return {key: tuple(updates) for key, updates in found.items()}

    @cached_property
    def _dates(self) -> dict[str, dt.date]:
        return {each.id: each.date for each in self.documents if each.date is not None}

    @cached_property
    def _replies(self) -> frozenset[str]:
        return replies(self.documents, (*self.dispositions, *self.commitments))

    def history(self, statement: str) -> tuple[Update, ...]:
        """Return the updates of a statement by date, those of one date in file order."""
        return self._histories.get(self.statement(statement).id, ())

    @cached_property
    def _successors(self) -> Mapping[str, Sequence[Statement]]:
        return successors(self.statements, self.id)

    def progress(self, statement: str, *, as_of: dt.date, superseded: bool = False) -> Progress:
        """Return where a statement stands as of a date, on the three axes.

        This answers for a statement of a later letter too, as ``overdue`` and ``due_within`` do;
        lists and reports leave those out. ``superseded`` says that a statement of another record
        took its place.
        """
        check_flag(superseded, "superseded")
        found = self.statement(statement)
        newer = self._successors.get(found.id, ())
        superseded |= any(self.dates.get(each.document, as_of) <= as_of for each in newer)
        history = self._histories.get(found.id, ())
        return progress_of(found, history, as_of, self.dates, superseded=superseded)

    def overdue(self, *, as_of: dt.date) -> tuple[Statement, ...]:
        """Return what is past its due date, not superseded, nor shown or said to be met."""
        check_day(as_of, "as_of")
        now = ((s, self.progress(s.id, as_of=as_of)) for s in self.statements)
        return tuple(s for s, progress in now if progress.schedule is Schedule.OVERDUE)

    def due_within(self, days: int, *, as_of: dt.date) -> tuple[Statement, ...]:
        """Return the statements not yet met that are due in at most ``days`` days, from 0."""
        days = check_number(days, "days", least=0)
        check_day(as_of, "as_of")
        now = ((s, self.progress(s.id, as_of=as_of)) for s in self.statements)
        return tuple(s for s, progress in now if progress.is_due_within(days))

    def with_update(
        self,
        statement: str,
        *,
        date: dt.date,
        by: str | None,
        internal: bool = False,
        claimed: ClaimedStatus | str | None = None,
        evidence: EvidenceStatus | str | None = None,
        timeframe: Timeframe | None = None,
        firmness: Firmness | str | None = None,
        owners: str | Iterable[str] | None = None,
        note: LocalText | str | None = None,
        document: str | None = None,
        quotes: str | Passage | Iterable[Passage | str] = (),
    ) -> PolicyRecord:
        """Return a record with one update more; this one stays as it is.

        A plain ``note`` is in the record's language; a plain quote is from ``document``, or from
        the record's source when no document is given. One owner or quote needs no list. Only what
        is ``internal`` may be by nobody, None. Raises
        UnknownIdError when the record has no such ``statement`` or ``document``, ArgumentError for
        an owner that neither it nor the code lists have, ValueError when the update does not say
        exactly one thing, or a value is not one of its vocabulary.
        """
        quoted_from = self.source if document is None else self.document(document).id
        # Python would take a text where texts belong for its letters.
        owners = (owners,) if isinstance(owners, str) else owners
        if owners is not None:
            check_type(owners, Iterable, "owners", '("nl-bz",)')
            owners = tuple(owners)
            for party in owners:
                self.check_code("parties", party)
        quotes = (quotes,) if isinstance(quotes, str | Passage) else quotes
        quotes = all_of(quotes, str | Passage, "quotes", '"words of the document"')
        added = Update(
            statement=self.statement(statement).id,
            date=date,
            by=by,
            internal=internal,
            claimed=None if claimed is None else member(ClaimedStatus, claimed, "claimed"),
            evidence=None if evidence is None else member(EvidenceStatus, evidence, "evidence"),
            timeframe=timeframe,
            firmness=None if firmness is None else member(Firmness, firmness, "firmness"),
            owners=None if owners is None else tuple(owners),
            note=LocalText(**{self.language: note}) if isinstance(note, str) else note,
            document=document,
            quotes=tuple(
                Passage(document=quoted_from, quote=q) if isinstance(q, str) else q for q in quotes
            ),
        )
        return attrs.evolve(self, updates=(*self.updates, added))
