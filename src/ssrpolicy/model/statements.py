"""What the minister states: commitments, conditions, positions, claims and engagements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from attrs import Attribute, field, frozen

from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _
from ssrpolicy.model.documents.document import Passage, passages
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.quantities import Quantity, quantities
from ssrpolicy.model.shortening import brief
from ssrpolicy.model.texts import (
    FullId,
    LocalText,
    codes,
    identifier,
    identifiers,
    invalid_value,
    local_text,
    made_of,
    plain_text,
)
from ssrpolicy.model.timeframes import Timeframe, timeframe
from ssrpolicy.model.vocabulary import (
    Course,
    Firmness,
    RelationKind,
    to_course,
    to_firmness,
    to_relation_kind,
)

_FULL_ID = re.compile(r"[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*#[a-z0-9]+(?:-[a-z0-9]+)*")


def _target(_instance: object, attribute: Attribute[Any], text: Any) -> None:
    if not isinstance(text, str) or not _FULL_ID.fullmatch(text):
        try:
            PaperNumber.parse(text)
        except ValueError:
            raise invalid_value(
                _(
                    "{name} {text!r:.120} is neither a full id such as "
                    "kst-32123-X-124#african-union nor a paper such as kst-32123-X-124",
                    name=attribute.name,
                    text=text,
                )
            ) from None


def _at_least_one(
    _instance: object, attribute: Attribute[Any], quotes: tuple[Passage, ...]
) -> None:
    if not quotes:
        raise invalid_value(
            _("{name} is empty: a statement quotes its source at least once", name=attribute.name)
        )


@frozen(kw_only=True)
@by_fields
class Relation:
    """How a statement stands to an earlier one: a full id (``record#id``) or a paper.

    Attributes:
        kind: how it stands to the other.
        target: the full id of the other, or the number of a paper.
    """

    kind: RelationKind = field(converter=to_relation_kind)
    target: str = field(validator=_target)

    @property
    def full_id(self) -> FullId | None:
        """The full id of the statement that it leads to; None where it names a paper."""
        return FullId.parse(self.target)


@frozen(kw_only=True)
@by_fields
class Statement:
    """What a document states, with the passages that state it.

    The classes below are the five kinds, of which ``kind`` is the word; this one is never
    recorded itself. ``can_be_late`` is whether the last day of its term is one by which somebody
    must act: a position and a claim promise nothing, so their date is only what they are about.

    Attributes:
        id: its id, unique in the record and never given to anything else.
        summary: what it says, in the recorder's words.
        quotes: the passages that state it, one at least.
        owners: the ids of the parties that must act; none where the text names none.
        partners: the ids of the parties with which it is done.
        places: the codes of the places that it is about.
        sectors: the codes of its sectors.
        frameworks: the codes of the policy frameworks under which it falls.
        needs: the ids of the conditions under which it holds.
        uses: the ids of the instruments with which it is done.
        quantities: the amounts that it names, each with its bound.
        timeframe: when it is to happen; None where no term is set.
        relations: how it stands to earlier statements or papers.
        doubt: why a careful reader might read it otherwise; it is shown and never scored.
    """

    kind: ClassVar[str]
    can_be_late: ClassVar[bool] = True

    id: str = field(validator=identifier)
    summary: LocalText = field(validator=local_text)
    quotes: tuple[Passage, ...] = field(validator=[passages, _at_least_one])
    owners: tuple[str, ...] = field(default=(), validator=identifiers)
    partners: tuple[str, ...] = field(default=(), validator=identifiers)
    places: tuple[str, ...] = field(default=(), validator=codes)
    sectors: tuple[str, ...] = field(default=(), validator=codes)
    frameworks: tuple[str, ...] = field(default=(), validator=codes)
    needs: tuple[str, ...] = field(default=(), validator=identifiers)
    uses: tuple[str, ...] = field(default=(), validator=identifiers)
    quantities: tuple[Quantity, ...] = field(default=(), validator=quantities)
    timeframe: Timeframe | None = field(default=None, validator=timeframe)
    relations: tuple[Relation, ...] = field(
        default=(), validator=made_of(Relation, 'Relation(kind=..., target="...")')
    )
    doubt: LocalText | None = field(default=None, validator=local_text)

    @property
    def document(self) -> str:
        """The id of the document in which the statement is made: that of its first quote."""
        return self.quotes[0].document

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}: {brief(str(self.summary), 50)}>"


@frozen(kw_only=True, repr=False)
@by_fields
class Commitment(Statement):
    """What the minister undertakes, how firmly, and how often.

    Attributes:
        firmness: how firmly it is undertaken.
        course: whether it is done once, comes back, or goes on.
        cue: the words that decide the firmness, as they stand in one of the quotes.
    """

    kind: ClassVar[str] = "commitment"

    firmness: Firmness = field(converter=to_firmness)
    course: Course = field(converter=to_course)
    cue: str = field(validator=plain_text)


class Condition(Statement):
    """What must hold before something is done."""

    __slots__ = ()
    kind: ClassVar[str] = "condition"


class Position(Statement):
    """What the government thinks, prefers or intends in general, without undertaking it."""

    __slots__ = ()
    kind: ClassVar[str] = "position"
    can_be_late: ClassVar[bool] = False


class Claim(Statement):
    """What the letter says is so, and later evidence could test."""

    __slots__ = ()
    kind: ClassVar[str] = "claim"
    can_be_late: ClassVar[bool] = False


class Engagement(Statement):
    """What is being done at the time of the letter: a deployment, a programme, a contribution."""

    __slots__ = ()
    kind: ClassVar[str] = "engagement"


STATEMENT_CLASSES: tuple[type[Statement], ...] = (
    Commitment,
    Condition,
    Position,
    Claim,
    Engagement,
)
STATEMENT_KINDS: dict[str, type[Statement]] = {cls.kind: cls for cls in STATEMENT_CLASSES}


def successors(statements: Iterable[Statement], record: str) -> Mapping[str, Sequence[Statement]]:
    """Return the statements that supersede each statement of a record, by its id."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for relation in statement.relations:
            target = relation.full_id
            if relation.kind is RelationKind.SUPERSEDES and target and target.record == record:
                found[target.entry].append(statement)
    return found
