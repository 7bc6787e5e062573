"""Proposals: entries drafted from a source, which are in no record until a person accepts them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import Attribute, field, frozen

from ssrpolicy.arguments import ClosedVocabulary, as_tuple, check_type, whole_number
from ssrpolicy.fields import typed
from ssrpolicy.messages import _
from ssrpolicy.model.documents.document import Document, SetAside
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.parties import Framework, Party, Place, Sector
from ssrpolicy.model.progress import Update
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import STATEMENT_KINDS, Statement
from ssrpolicy.model.texts import (
    Language,
    LocalText,
    check_language,
    check_text,
    identifier,
    invalid_value,
    made_of,
    plain_text,
    somebody,
)
from ssrpolicy.model.timeframes import calendar_day

DraftedEntry: TypeAlias = (
    Document | Party | Request | Disposition | Statement | Instrument | SetAside
)
"""What can be proposed: an entry of a record other than an update."""

AnyEntry: TypeAlias = DraftedEntry | Update | Place | Sector | Framework
"""What stands in a record as an entry of its own: with an id, or a line of the file to name it."""

DRAFTED_KINDS: Mapping[str, type[DraftedEntry]] = {
    "document": Document,
    "party": Party,
    "request": Request,
    "disposition": Disposition,
    **STATEMENT_KINDS,
    "instrument": Instrument,
    "set_aside": SetAside,
}
"""The kinds of proposals, each with the class of its entry, in the order in which they are added:
what others refer to comes first."""

_KIND_OF: Mapping[type, str] = {cls: kind for kind, cls in DRAFTED_KINDS.items()}


class Confidence(ClosedVocabulary):
    """How sure a drafter is of a proposal: sure, likely, or only worth a look."""

    SURE = "sure"
    """The words leave little doubt."""
    LIKELY = "likely"
    """It is probably so."""
    LOOK = "look"
    """It may well be something else."""


class Decided(ClosedVocabulary):
    """What a person decided about a proposal, or that an earlier decision no longer holds."""

    ACCEPTED = "accepted"
    """It was added to the record as it was proposed."""
    EDITED = "edited"
    """It was added to the record with other values."""
    REJECTED = "rejected"
    """It was not added; a later draft leaves it out."""
    WITHDRAWN = "withdrawn"
    """An earlier decision no longer holds; a later draft proposes it again."""


def _place(instance: Any, _attribute: object, end: Any) -> None:
    start = instance.start
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise invalid_value(
            _("{start!r} to {end!r} is not a stretch of a text", start=start, end=end),
            of_type=type(start) is type(end) is int,
        )


@frozen(kw_only=True)
class Ground:
    """A stretch of a document's text on which a proposal rests, in code points.

    Attributes:
        document: the id of the document.
        start: the offset of its first character in the text, in code points from 0.
        end: the offset after its last character.
    """

    document: str = field(validator=identifier)
    start: int = field(converter=whole_number)
    end: int = field(converter=whole_number, validator=_place)


def _entry(_instance: object, attribute: Attribute[Any], entry: Any) -> None:
    if type(entry) not in _KIND_OF:
        raise invalid_value(
            _(
                "{name} is {value!r:.80}, not an entry of a record",
                name=attribute.name,
                value=entry,
            ),
            of_type=False,
        )


def _grounds(_instance: object, attribute: Attribute[Any], grounds: Any) -> None:
    made_of(Ground, 'Ground(document="letter", start=0, end=9)')(_instance, attribute, grounds)
    if not isinstance(grounds, tuple) or not grounds:
        raise invalid_value(_("{name} is empty: nothing is proposed without words", name="grounds"))


def _confidence(_instance: object, attribute: Attribute[Any], value: Any) -> None:
    if not isinstance(value, Confidence):
        raise invalid_value(
            _(
                "{name} is {value!r:.60}; it is one of {known}",
                name=attribute.name,
                value=value,
                known=", ".join(f"Confidence.{each.name}" for each in Confidence),
            ),
            of_type=False,
        )


def _why(instance: Any, attribute: Attribute[Any], why: Any) -> None:
    if not isinstance(why, LocalText):
        plain_text(instance, attribute, why)


@frozen(kw_only=True, field_transformer=typed)
class Proposal:
    """An entry that a drafter proposes, with the words on which it rests and the reason.

    The host fills in ``requires``, ``id`` and ``drafter``.

    Attributes:
        entry: the entry, as the record would have it.
        grounds: the words on which it rests.
        rule: the name of what in the drafter proposed it.
        why: which words led to it: as a LocalText in both languages, since a draft may be made and
            reviewed in different ones, or else as a text.
        confidence: how sure the drafter is.
        requires: the ids of the proposals to which the entry refers, and which must be accepted
            with it.
        id: its id, the same in every draft of the same source.
        drafter: the name of the drafter.
    """

    entry: DraftedEntry = field(validator=_entry)
    grounds: tuple[Ground, ...] = field(validator=_grounds)
    rule: str = field(validator=plain_text)
    why: str | LocalText = field(validator=_why)
    confidence: Confidence = field(validator=_confidence)
    requires: tuple[str, ...] = ()
    id: str = ""
    drafter: str = ""

    @property
    def kind(self) -> str:
        """What is proposed: document, request, commitment, set_aside and so on."""
        return _KIND_OF[type(self.entry)]

    def reason(self, language: Language) -> str:
        """Return why it is proposed, in a language where the drafter says it in that."""
        check_language(language)
        return self.why.text(language) if isinstance(self.why, LocalText) else self.why

    def __repr__(self) -> str:
        return f"<Proposal {self.id or '?'}: {self.entry!r}>"


@frozen(kw_only=True, field_transformer=typed)
class Dropped:
    """A proposal that did not pass, and why.

    Attributes:
        drafter: the name of the drafter that made it.
        rule: the name of the rule that made it.
        kind: what it proposed, such as commitment.
        reason: why it did not pass, in a sentence.
    """

    drafter: str
    rule: str
    kind: str
    reason: str


@frozen(kw_only=True, field_transformer=typed)
class Draft:
    """What drafters propose for a record, in reading order, and what did not pass.

    Attributes:
        record: the id of the record.
        sources: the SHA-256 of the text of each document that was drafted from, by its id: a
            proposal holds for that text only.
        proposals: what is proposed, in reading order.
        dropped: what was proposed and left out, and why.
        decided: how many proposals were left out because somebody decided about them, or because
            the record has them.
    """

    record: str
    sources: Mapping[str, str]
    proposals: tuple[Proposal, ...] = field(
        default=(), converter=as_tuple, validator=made_of(Proposal)
    )
    dropped: tuple[Dropped, ...] = field(default=(), converter=as_tuple, validator=made_of(Dropped))
    decided: int = 0

    @property
    def failures(self) -> tuple[Dropped, ...]:
        """What was left out because a drafter failed, and not because a proposal did not pass."""
        return tuple(each for each in self.dropped if not each.rule and not each.kind)

    def proposal(self, id: str) -> Proposal | None:
        """Return the proposal with this id; None without one."""
        check_type(id, str, "id", "draft.proposals[0].id")
        return next((each for each in self.proposals if each.id == id), None)

    def chain(self, proposal: Proposal) -> tuple[Proposal, ...]:
        """Return a proposal with all that it requires, what others refer to first."""
        check_type(proposal, Proposal, "proposal", "draft.proposals[0]")
        found: dict[str, Proposal] = {}

        def add(each: Proposal) -> None:
            for id in each.requires:
                required = self.proposal(id)
                if required is not None and id not in found and id != proposal.id:
                    add(required)
            found.setdefault(each.id, each)

        add(proposal)
        return tuple(found.values())

    def __repr__(self) -> str:
        return f"<Draft of {self.record}: {len(self.proposals)} proposals>"


def _named(_instance: object, attribute: Attribute[Any], text: str) -> None:
    check_text(text, attribute.name)


@frozen(kw_only=True)
class Decision:
    """What a person decided about one proposal, and on which day.

    Attributes:
        proposal: the id of the proposal.
        kind: its kind, by which a later draft recognises what was decided about.
        grounds: the words on which it rests, by which a later draft recognises them too.
        decided: what was decided.
        by: who decided.
        date: the day of the decision.
        became: the id of the entry that was added; None where it has no id, or none was.
        reason: why, in words; None where nothing was said.
    """

    proposal: str = field(validator=_named)
    kind: str = field(validator=_named)
    grounds: tuple[Ground, ...] = field(validator=_grounds)
    decided: Decided
    by: str = field(validator=somebody)
    date: dt.date = field(validator=calendar_day)
    became: str | None = field(default=None, validator=identifier)
    reason: str | None = field(default=None, validator=plain_text)
