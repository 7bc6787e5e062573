"""The means with which policy is carried out."""

from __future__ import annotations

from attrs import field, frozen

from ssrpolicy.fields import by_fields
from ssrpolicy.model.documents.document import Passage, passages
from ssrpolicy.model.quantities import Quantity, quantities
from ssrpolicy.model.shortening import brief
from ssrpolicy.model.texts import LocalText, identifier, identifiers, local_text
from ssrpolicy.model.vocabulary import InstrumentKind, to_instrument_kind


@frozen(kw_only=True)
@by_fields
class Instrument:
    """A fund, a pool of people, a training, a body: its capacity, and whose it is.

    Attributes:
        id: its id, unique in the record.
        kind: what kind of means it is.
        name: what it is called.
        party: the id of the organisation that it is, where it is one.
        owners: the ids of the parties that run or pay it.
        quantities: the amounts that it has, each with its bound.
        quotes: the passages that describe it.
    """

    id: str = field(validator=identifier)
    kind: InstrumentKind = field(converter=to_instrument_kind)
    name: LocalText = field(validator=local_text)
    party: str | None = field(default=None, validator=identifier)
    owners: tuple[str, ...] = field(default=(), validator=identifiers)
    quantities: tuple[Quantity, ...] = field(default=(), validator=quantities)
    quotes: tuple[Passage, ...] = field(default=(), validator=passages)

    def __repr__(self) -> str:
        return f"<Instrument {self.id}: {brief(str(self.name))}>"
