"""The means with which policy is carried out."""

from __future__ import annotations

from attrs import field, frozen

from ssrpolicy.model.documents import Passage
from ssrpolicy.model.quantities import Quantity
from ssrpolicy.model.texts import LocalText, brief, identifier, identifiers
from ssrpolicy.model.vocabulary import InstrumentKind


@frozen(kw_only=True)
class Instrument:
    """A fund, a pool of people, a training, a body: its capacity, and whose it is.

    ``party`` is the organisation that the instrument is, where it is one; ``owners`` are those
    who run or pay it.
    """

    id: str = field(validator=identifier)
    kind: InstrumentKind
    name: LocalText
    party: str | None = field(default=None, validator=identifier)
    owners: tuple[str, ...] = field(default=(), validator=identifiers)
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Passage, ...] = ()

    def __repr__(self) -> str:
        return f"<Instrument {self.id}: {brief(str(self.name))}>"
