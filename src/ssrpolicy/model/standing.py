"""Where a statement stands on the fields that people edit in a report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from ssrpolicy.arguments import ClosedVocabulary, check_number, check_type
from ssrpolicy.fields import typed
from ssrpolicy.messages import _
from ssrpolicy.model.progress import Progress, Update
from ssrpolicy.model.texts import LANGUAGES, LocalText, invalid_value
from ssrpolicy.model.timeframes import EdtfDate, Timeframe
from ssrpolicy.model.vocabulary import ClaimedStatus, EvidenceStatus, Firmness


class EditField(ClosedVocabulary):
    """A field of a statement that people edit in a report; an edit is appended as one update."""

    CLAIMED = "claimed"
    """The reported status."""
    OWNERS = "owners"
    """Who is responsible."""
    TERM = "term"
    """The timeframe, with its date and the reason for it."""
    EVIDENCE = "evidence"
    """What the evidence shows, with the document and its words."""
    NOTE = "note"
    """The note."""

    @property
    def words(self) -> str:
        """What the field is called in a sentence."""
        match self:
            case EditField.CLAIMED:
                return _("reported status")
            case EditField.OWNERS:
                return _("responsible")
            case EditField.TERM:
                return _("timeframe")
            case EditField.EVIDENCE:
                return _("evidence")
            case EditField.NOTE:
                return _("note")

    @property
    def parts_of_standing(self) -> tuple[str, ...]:
        """The attributes of a :class:`Standing` that make up the field."""
        match self:
            case EditField.TERM:
                return "term", "reason"
            case EditField.EVIDENCE:
                return "evidence", "document", "quotes", "sources"
            case _:
                return (self.value,)


class EditPart(ClosedVocabulary):
    """What a single cell holds of an editable field, such as the day of a new term."""

    CLAIMED = "claimed"
    OWNERS = "owners"
    TERM = "term"
    DUE = "due"
    REASON = "reason"
    EVIDENCE = "evidence"
    DOCUMENT = "document"
    QUOTE = "quote"
    NOTE = "note"

    @property
    def field(self) -> EditField:
        """The field that the part belongs to."""
        match self:
            case EditPart.DUE | EditPart.REASON:
                return EditField.TERM
            case EditPart.DOCUMENT | EditPart.QUOTE:
                return EditField.EVIDENCE
            case _:
                return EditField(self.value)


@frozen(kw_only=True, field_transformer=typed)
class Standing:
    """Where a statement stands on the fields that can be edited, as of a day.

    Attributes:
        claimed: what is said of it.
        owners: the ids of its owners.
        term: the latest term.
        reason: the note of the update that gave that term.
        evidence: what is shown of it.
        document: the id of the document on which the evidence rests.
        quotes: the words of that document that show it.
        sources: the ids of the documents of these quotes, one for each, where they are not all
            from ``document``.
        note: the latest note but for reasons of terms, so that moving a term does not change it.
        recorded: how many updates the statement had, of any day: those after them were appended
            since.
    """

    claimed: ClaimedStatus = ClaimedStatus.UNKNOWN
    owners: tuple[str, ...] = ()
    term: Timeframe | None = None
    reason: LocalText | None = None
    evidence: EvidenceStatus = EvidenceStatus.NOT_ASSESSED
    document: str | None = None
    quotes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: LocalText | None = None
    recorded: int = field(default=0, eq=False)

    @classmethod
    def of(cls, progress: Progress, *, recorded: int = 0) -> Standing:
        """Return the standing that a statement's progress comes to."""
        check_type(progress, Progress, "progress", "record.progress(id, as_of=day)")
        recorded = check_number(recorded, "recorded", least=0)
        moved = [u for u in progress.updates if u.timeframe is not None]
        noted, shown = progress.noted_by, progress.evidence_by
        return cls(
            claimed=progress.claimed,
            owners=progress.owners,
            term=moved[-1].timeframe if moved else progress.timeframe,
            reason=moved[-1].note if moved else None,
            note=None if noted is None else noted.note,
            recorded=recorded,
            **({} if shown is None else _said_of_evidence(shown)),
        )

    @classmethod
    def shown_by(cls, update: Update) -> Standing:
        """Return a standing with what an update says of the evidence, and nothing else."""
        check_type(update, Update, "update", "record.updates[0]")
        return cls(**_said_of_evidence(update))

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that the evidence rests on, each once."""
        first = () if self.document is None else (self.document,)
        return tuple(dict.fromkeys((*first, *self.sources)))

    def value(self, field: EditField) -> tuple[object, ...]:
        """Return what stands in one field, to be compared with that of another standing."""
        check_type(field, EditField, "field", "EditField.OWNERS")
        return tuple(getattr(self, name) for name in field.parts_of_standing)

    def to_plain(self) -> dict[str, Any]:
        """Return the standing in texts, lists and dicts, without what is at its default."""
        plain = {
            "claimed": "" if self.claimed is ClaimedStatus.UNKNOWN else self.claimed.value,
            "owners": list(self.owners),
            "term": _plain(self.term, ("phrase", "date", "after", "firmness")),
            "evidence": "" if self.evidence is EvidenceStatus.NOT_ASSESSED else self.evidence.value,
            "document": self.document,
            "quotes": list(self.quotes),
            "sources": list(self.sources),
            "reason": _plain(self.reason, LANGUAGES),
            "note": _plain(self.note, LANGUAGES),
            "recorded": self.recorded,
        }
        return {name: value for name, value in plain.items() if value}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Standing:
        """Return the standing that :meth:`to_plain` made; raises ValueError for anything else."""
        check_type(plain, Mapping, "plain", "standing.to_plain()")
        try:
            return cls(
                claimed=ClaimedStatus(plain.get("claimed", "unknown")),
                owners=tuple(plain.get("owners", ())),
                term=_term(plain["term"]) if "term" in plain else None,
                reason=LocalText(**plain["reason"]) if "reason" in plain else None,
                evidence=EvidenceStatus(plain.get("evidence", "not_assessed")),
                document=plain.get("document"),
                quotes=tuple(plain.get("quotes", ())),
                sources=tuple(plain.get("sources", ())),
                note=LocalText(**plain["note"]) if "note" in plain else None,
                recorded=int(plain.get("recorded", 0)),
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise invalid_value(
                _(
                    "{plain!r:.80} is not a standing of a statement: {error}",
                    plain=plain,
                    error=error,
                )
            ) from error


def _said_of_evidence(update: Update) -> dict[str, Any]:
    """The attributes of a standing that an update of the evidence sets."""
    sources = tuple(passage.document for passage in update.quotes)
    return {
        "evidence": update.evidence or EvidenceStatus.NOT_ASSESSED,
        "document": update.document,
        "quotes": tuple(passage.quote for passage in update.quotes),
        "sources": () if set(sources) <= {update.document} else sources,
    }


def _plain(value: object, names: tuple[str, ...]) -> dict[str, str]:
    """The attributes of a text or a term that are set, as texts; empty for None."""
    given = {name: getattr(value, name, None) for name in names}
    return {name: str(part) for name, part in given.items() if part is not None}


def _term(plain: Mapping[str, str]) -> Timeframe:
    return Timeframe(
        phrase=plain["phrase"],
        date=EdtfDate(plain["date"]) if "date" in plain else None,
        after=plain.get("after"),
        firmness=Firmness(plain["firmness"]) if "firmness" in plain else None,
    )
