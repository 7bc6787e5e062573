"""What happened since: updates, and the three axes derived from them as of a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from ssrpolicy.arguments import check_number
from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _, together
from ssrpolicy.model import vocabulary as words
from ssrpolicy.model.documents.document import Passage, passages
from ssrpolicy.model.statements import Commitment, Statement
from ssrpolicy.model.texts import (
    LocalText,
    identifier,
    identifiers,
    invalid_value,
    local_text,
    somebody,
    yes_or_no,
)
from ssrpolicy.model.timeframes import (
    Timeframe,
    calendar_day,
    check_day,
    schedule_of,
    since,
    timeframe,
)
from ssrpolicy.model.vocabulary import ClaimedStatus, Course, EvidenceStatus, Firmness, Schedule

_WAITING = (Schedule.UPCOMING, Schedule.DUE_SOON, Schedule.OVERDUE)
AXES = ("claimed", "evidence", "timeframe", "firmness", "owners")


@frozen(kw_only=True)
@by_fields
class Update:
    """One thing that was said or found of a statement on a date.

    It says exactly one of ``claimed``, ``evidence``, ``timeframe``, ``firmness`` and ``owners``,
    or has only a ``note``. Updates are only ever added.

    Attributes:
        statement: the id of the statement.
        date: the day on which it was said or found.
        by: who says it, a party's id or a name; only an internal update may lack it.
        internal: whether note and name are for one's own office, and in no report for others.
        claimed: what ``by`` says became of the statement.
        evidence: what the document shows of the statement.
        timeframe: the term that takes the place of the one before.
        firmness: how firm the commitment is from now on.
        owners: the ids of the parties that must act from now on; an empty list for nobody.
        note: what else there is to say.
        document: the id of the document on which it rests.
        quotes: the passages of the document that show it.
    """

    statement: str = field(validator=identifier)
    date: dt.date = field(validator=calendar_day)
    by: str | None = field(default=None, validator=somebody)
    internal: bool = field(default=False, validator=yes_or_no)
    claimed: ClaimedStatus | None = field(default=None, converter=words.to_claimed)
    evidence: EvidenceStatus | None = field(default=None, converter=words.to_evidence)
    timeframe: Timeframe | None = field(default=None, validator=timeframe)
    firmness: Firmness | None = field(default=None, converter=words.to_any_firmness)
    owners: tuple[str, ...] | None = field(default=None, validator=identifiers)
    note: LocalText | None = field(default=None, validator=local_text)
    document: str | None = field(default=None, validator=identifier)
    quotes: tuple[Passage, ...] = field(default=(), validator=passages)

    def __attrs_post_init__(self) -> None:
        said = [name for name in AXES if getattr(self, name) is not None]
        if len(said) > 1:
            raise invalid_value(
                _("an update says one thing; this one gives {names}", names=together(said))
            )
        if not said and self.note is None:
            raise invalid_value(_("an update gives one of {axes}, or a note", axes=", ".join(AXES)))
        if self.by is None and not self.internal:
            raise invalid_value(_("an update says by whom it is (by), unless it is internal"))

    @property
    def axis(self) -> str:
        """What the update is about: claimed, evidence, timeframe, firmness, owners or note."""
        return next((name for name in AXES if getattr(self, name) is not None), "note")

    @property
    def is_internal_note(self) -> bool:
        """Whether it is only a note for one's own office, which is not in every report.

        Reports of one day say the same, so whether something was reported does not rest on it.
        """
        return self.internal and self.axis == "note"

    def __repr__(self) -> str:
        return f"<Update {self.statement} {self.date}: {self.axis}>"


@frozen(kw_only=True)
@by_fields
class Progress:
    """Where a statement stands as of a date, on three axes that are never mixed.

    Attributes:
        statement: the id of the statement.
        as_of: the date.
        claimed: what is said of it.
        claimed_by: the update that says so.
        evidence: what is shown of it.
        evidence_by: the update that shows it.
        schedule: what the calendar says against the term that counts.
        first_schedule: what it says against the first term.
        first_timeframe: the first term that a document gives.
        timeframe: the term that counts: the latest until it was met, or a later first one.
        first_due: the last day of the first dated term; None where only a later one has a date.
        due: the last day of the latest dated one; a later move to no date does not lift it.
        approximate: whether that day is approximate.
        moves: the number of updates of the term.
        moved_by: the update that gave the term that counts; None where none did.
        met_on: the date of the document, or else of the update, that shows or says that it was met.
        firmness: how firm it is on that day; None for what is not a commitment.
        owners: the ids of its owners on that day.
        updates: its updates until that day, by date.
    """

    statement: str
    as_of: dt.date
    claimed: ClaimedStatus
    claimed_by: Update | None
    evidence: EvidenceStatus
    evidence_by: Update | None
    schedule: Schedule
    first_schedule: Schedule
    first_timeframe: Timeframe | None
    timeframe: Timeframe | None
    first_due: dt.date | None
    due: dt.date | None
    approximate: bool
    moves: int
    moved_by: Update | None
    met_on: dt.date | None
    firmness: Firmness | None
    owners: tuple[str, ...]
    updates: tuple[Update, ...] = field(repr=False)

    @property
    def noted_by(self) -> Update | None:
        """The latest update with a note that is not the reason of a term, or None."""
        noted = (u for u in reversed(self.updates) if u.note is not None and u.timeframe is None)
        return next(noted, None)

    @property
    def last_update(self) -> dt.date | None:
        """The date of the latest update that says more than an internal note, or None."""
        said = (u for u in reversed(self.updates) if not u.is_internal_note)
        return next((update.date for update in said), None)

    @property
    def dated(self) -> Timeframe | None:
        """The term whose last day is ``due``; None without any."""
        moved = (update.timeframe for update in reversed(self.updates))
        terms = (t for t in (self.timeframe, *moved, self.first_timeframe) if t is not None)
        return None if self.due is None else next((t for t in terms if t.due == self.due), None)

    @property
    def is_moved(self) -> bool:
        """Whether the term that counts is another than the first."""
        return self.timeframe != self.first_timeframe

    @property
    def handed_over(self) -> bool:
        """Whether it is reported as transferred, and recorded to whom."""
        moved = any(update.owners is not None for update in self.updates)
        return self.claimed is ClaimedStatus.TRANSFERRED and moved and bool(self.owners)

    @property
    def disowned(self) -> bool:
        """Whether an update says that nobody is responsible, which is more than not saying who."""
        said = (u.owners for u in reversed(self.updates) if u.owners is not None)
        return next(said, None) == ()

    @property
    def closed(self) -> bool:
        """Whether it is dealt with by itself, which is not the same as done.

        It is reported as fulfilled, as not pursued, or as transferred to somebody who is
        recorded, and no evidence contradicts it.
        """
        done = self.claimed in (ClaimedStatus.FULFILLED, ClaimedStatus.NOT_PURSUED)
        return (done or self.handed_over) and self.evidence is not EvidenceStatus.CONTRADICTS

    @property
    def days_late(self) -> int:
        """Days past the due date for what is overdue as of the date; 0 for all else."""
        if self.schedule is not Schedule.OVERDUE or self.due is None:
            return 0
        return (self.as_of - self.due).days

    def is_due_within(self, days: int) -> bool:
        """Return whether it is not yet met and its due date is at most so many days off."""
        days = check_number(days, "days")
        waiting = self.schedule in (Schedule.UPCOMING, Schedule.DUE_SOON)
        return waiting and self.due is not None and (self.due - self.as_of).days <= days

    def __repr__(self) -> str:
        axes = f"claimed {self.claimed}, evidence {self.evidence}, schedule {self.schedule}"
        return f"<Progress {self.statement} {self.as_of}: {axes}>"


def progress_of(
    statement: Statement,
    updates: Sequence[Update],
    as_of: dt.date,
    dates: Mapping[str, dt.date],
    *,
    superseded: bool = False,
) -> Progress:
    """Return where ``statement`` stands as of ``as_of``, from its own ``updates`` in order.

    Updates of a later date are left out. Per axis the latest by date, then by file order, governs.
    ``dates`` are those of the documents, by id. ``superseded`` is whether a statement made until
    then took its place. Raises ValueError when ``as_of`` is not a calendar day.
    """
    check_day(as_of, "as_of")
    known = tuple(update for update in updates if update.date <= as_of)
    latest = {update.axis: update for update in known}
    claimed_by, evidence_by = latest.get("claimed"), latest.get("evidence")
    claimed = (claimed_by and claimed_by.claimed) or ClaimedStatus.UNKNOWN
    evidence = (evidence_by and evidence_by.evidence) or EvidenceStatus.NOT_ASSESSED
    # The statement's own document shows nothing of what came of it, nor when.
    own = statement.document
    dates_of = [
        (u, u.date if u.document == own else dates.get(u.document or "", u.date)) for u in known
    ]
    said_on = since([(u.claimed, day) for u, day in dates_of], ClaimedStatus.FULFILLED)
    shown_on = since([(u.evidence, day) for u, day in dates_of], EvidenceStatus.SUPPORTS)
    # Fulfilment is dated by the claim that the evidence then bore out, if that is the earlier.
    met_on = min(shown_on, said_on or shown_on) if shown_on else None
    said = claimed is ClaimedStatus.FULFILLED and evidence is not EvidenceStatus.CONTRADICTS
    continuous = isinstance(statement, Commitment) and statement.course is Course.CONTINUOUS
    done_on = met_on or (said_on if said else None)
    # What came after it was met moves nothing, where a term was given before.
    moved = [each for each in dates_of if each[0].timeframe is not None]
    moves = [u for u, day in moved if done_on is None or day <= done_on]
    if not moves and statement.timeframe is None:
        moves = [u for u, __ in moved]
    terms = [term for u in moves if (term := u.timeframe) is not None]
    if statement.timeframe is not None:
        terms.insert(0, statement.timeframe)
    dated = [term for term in terms if term.due is not None]
    # A date that came with a move is not a first one, nor a term that no document shows.
    stated = [u.timeframe for u in moves if u.document is not None]
    first = statement.timeframe or (stated[0] if stated else None)
    undated = len(dated) == 1 and dated[0] is not first
    came_later = undated or not terms or terms[0] is not first
    first_due = dated[0].due if dated and not came_later else None
    due = dated[-1].due if dated else None
    schedule, first_schedule = (
        schedule_of(day, as_of, met_on=met_on, said=said, continuous=continuous)
        for day in ((due, first_due) if statement.can_be_late else (None, None))
    )
    dropped = claimed is ClaimedStatus.NOT_PURSUED and evidence is not EvidenceStatus.CONTRADICTS
    if dropped and schedule in _WAITING:
        schedule = first_schedule = Schedule.NOT_PURSUED
    if superseded and met_on is None and not said:
        # Its successor is due in its place.
        schedule = first_schedule = Schedule.SUPERSEDED
    if schedule is Schedule.MET and first_schedule is Schedule.MET_LATE:
        schedule = Schedule.MET_MOVED
    firmness = statement.firmness if isinstance(statement, Commitment) else None
    owners = statement.owners
    if (changed := latest.get("firmness")) is not None:
        firmness = changed.firmness
    if (handed := latest.get("owners")) is not None and handed.owners is not None:
        owners = handed.owners
    return Progress(
        statement=statement.id,
        as_of=as_of,
        claimed=claimed,
        claimed_by=claimed_by,
        evidence=evidence,
        evidence_by=evidence_by,
        schedule=schedule,
        first_schedule=first_schedule,
        first_timeframe=first,
        timeframe=terms[-1] if terms else None,
        first_due=first_due,
        due=due,
        approximate=bool(dated) and dated[-1].approximate,
        moves=len(moved),
        moved_by=moves[-1] if moves else None,
        met_on=done_on,
        firmness=firmness,
        owners=owners,
        updates=known,
    )
