"""What people typed in a copy that was given out, and what stood there when it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from attrs import field, frozen

from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.progress import Progress
from ssrpolicy.model.texts import Language, LocalText
from ssrpolicy.model.timeframes import Timeframe
from ssrpolicy.model.vocabulary import ClaimedStatus, EvidenceStatus, Firmness


class EditField(StrEnum):
    """What can be edited of a statement in a copy; an edit becomes one appended update."""

    CLAIMED = "claimed"
    OWNERS = "owners"
    TERM = "term"
    EVIDENCE = "evidence"
    NOTE = "note"


COLUMNS: Mapping[EditField, tuple[str, ...]] = {
    EditField.CLAIMED: ("claimed",),
    EditField.OWNERS: ("owners",),
    EditField.TERM: ("new_term", "new_due", "term_reason"),
    EditField.EVIDENCE: ("evidence", "evidence_document", "evidence_quote"),
    EditField.NOTE: ("note",),
}
"""The columns of a tracker in which each field is edited, by their keys."""


@frozen(kw_only=True)
class Standing:
    """Where a statement stands on the fields that can be edited, as of a day.

    ``term`` governs, ``reason`` is the note of the update that gave it; ``document`` and
    ``quotes`` are those of the update that governs the evidence. ``note`` is the latest note but
    for reasons of terms, so that to move a term is not to change the note. ``recorded`` is how
    many updates the statement had, of any day: those behind them were appended since.
    """

    claimed: ClaimedStatus = ClaimedStatus.UNKNOWN
    owners: tuple[str, ...] = ()
    term: Timeframe | None = None
    reason: LocalText | None = None
    evidence: EvidenceStatus = EvidenceStatus.NOT_ASSESSED
    document: str | None = None
    quotes: tuple[str, ...] = ()
    note: LocalText | None = None
    recorded: int = field(default=0, eq=False)

    @classmethod
    def of(cls, progress: Progress, *, recorded: int = 0) -> Standing:
        """Return the standing that a statement's progress comes to."""
        moved = [u for u in progress.updates if u.timeframe is not None]
        noted = [u for u in progress.updates if u.note is not None and u.timeframe is None]
        shown = progress.evidence_by
        return cls(
            claimed=progress.claimed,
            owners=progress.owners,
            term=progress.timeframe,
            reason=moved[-1].note if moved else None,
            evidence=progress.evidence,
            document=None if shown is None else shown.document,
            quotes=() if shown is None else tuple(passage.quote for passage in shown.quotes),
            note=noted[-1].note if noted else None,
            recorded=recorded,
        )

    def value(self, field: EditField) -> tuple[object, ...]:
        """Return what stands in one field, to be compared with that of another standing."""
        match field:
            case EditField.CLAIMED:
                return (self.claimed,)
            case EditField.OWNERS:
                return self.owners
            case EditField.TERM:
                return self.term, self.reason
            case EditField.EVIDENCE:
                return self.evidence, self.document, self.quotes
            case EditField.NOTE:
                return (self.note,)

    def to_plain(self) -> dict[str, Any]:
        """Return the standing in texts, lists and dicts, without what is at its default."""
        plain: dict[str, Any] = {}
        if self.claimed is not ClaimedStatus.UNKNOWN:
            plain["claimed"] = self.claimed.value
        if self.owners:
            plain["owners"] = list(self.owners)
        if self.term is not None:
            plain["term"] = _plain_term(self.term)
        if self.evidence is not EvidenceStatus.NOT_ASSESSED:
            plain["evidence"] = self.evidence.value
        if self.document is not None:
            plain["document"] = self.document
        if self.quotes:
            plain["quotes"] = list(self.quotes)
        for name, text in (("reason", self.reason), ("note", self.note)):
            if text is not None:
                plain[name] = _plain_text(text)
        if self.recorded:
            plain["recorded"] = self.recorded
        return plain

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Standing:
        """Return the standing that :meth:`to_plain` made; raises ValueError for anything else."""
        try:
            return cls(
                claimed=ClaimedStatus(plain.get("claimed", "unknown")),
                owners=tuple(plain.get("owners", ())),
                term=_term(plain["term"]) if "term" in plain else None,
                reason=LocalText(**plain["reason"]) if "reason" in plain else None,
                evidence=EvidenceStatus(plain.get("evidence", "not_assessed")),
                document=plain.get("document"),
                quotes=tuple(plain.get("quotes", ())),
                note=LocalText(**plain["note"]) if "note" in plain else None,
                recorded=int(plain.get("recorded", 0)),
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"{plain!r:.80} is no standing of a statement: {error}") from error


def _plain_text(text: LocalText) -> dict[str, str]:
    given = (("nl", text.nl), ("en", text.en))
    return {language: words for language, words in given if words is not None}


def _plain_term(term: Timeframe) -> dict[str, str]:
    date = None if term.date is None else term.date.text
    given = {"phrase": term.phrase, "date": date, "after": term.after, "firmness": term.firmness}
    return {name: str(value) for name, value in given.items() if value is not None}


def _term(plain: Mapping[str, str]) -> Timeframe:
    return Timeframe(
        phrase=plain["phrase"],
        date=EdtfDate(plain["date"]) if "date" in plain else None,
        after=plain.get("after"),
        firmness=Firmness(plain["firmness"]) if "firmness" in plain else None,
    )


@frozen(kw_only=True)
class Baseline:
    """What a copy said when it was given out: the side that both others are compared with.

    ``records`` gives the digest of each record by its id, ``standings`` where each statement
    stood, by its full id.
    """

    as_of: dt.date
    language: Language
    records: Mapping[str, str] = field(repr=False)
    standings: Mapping[str, Standing] = field(repr=False)


Typed: TypeAlias = str | int | Decimal | dt.date | None
"""What a cell holds: a text, a number, a day, or nothing."""


@frozen(kw_only=True)
class EditedCell:
    """A cell that a reader changed: the full id of its row, the key of its column, and its value.

    ``place`` says where people find it, such as ``Toezeggingen!K7``.
    """

    item: str
    column: str
    value: Typed
    place: str


@frozen(kw_only=True)
class Refusal:
    """What cannot be taken over, where it stands, why, and what would work."""

    place: str
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {self.message}{hint}"


@frozen(kw_only=True)
class Edits:
    """What came home in a copy, compared with what was given out.

    ``cells`` are the changed cells of editable columns, in the copy's order; ``refusals`` what
    the copy cannot say; ``absent`` the ids of rows that are no longer there, which deletes
    nothing; ``private`` what its readers added for themselves, in words, which is left alone.
    ``remarks`` are sentences about what else became of the copy and does no harm. ``saved_by`` is
    who saved the copy last, where it says so.
    """

    baseline: Baseline
    cells: tuple[EditedCell, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    absent: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    saved_by: str | None = None
