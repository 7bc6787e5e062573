"""The tracker's rows of instruments: what they are, whose, how large and what they serve."""

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from ssrpolicy.evidence.anchoring import anchors
from ssrpolicy.model import BOUNDS, Instrument, InstrumentKind, Quantity, Statement
from ssrpolicy.views.language.labels import capital
from ssrpolicy.views.language.quantities import quantity_words, unit_words
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.shared.passages import ShownPassage, place_text, quote_text
from ssrpolicy.views.workbook.rows import ColumnOf
from ssrpolicy.views.workbook.tables import Kind


@frozen(eq=False)
class InstrumentRow:
    """An instrument, and the statements that use it."""

    context: ReadingContext
    instrument: Instrument
    users: tuple[Statement, ...]

    @cached_property
    def passages(self) -> list[ShownPassage]:
        """The instrument's quotes as a reader sees them."""
        return self.context.passages(self.instrument.quotes)

    @property
    def capacity(self) -> str | None:
        """The quantities in words, one a line."""
        language = self.context.language
        return "\n".join(quantity_words(q, language) for q in self.instrument.quantities) or None

    @property
    def first(self) -> Quantity | None:
        """The quantity that the columns of numbers show: the one that is recorded first."""
        return next(iter(self.instrument.quantities), None)

    @property
    def unit(self) -> str | None:
        """The unit of that quantity."""
        return None if self.first is None else unit_words(self.first.unit, self.context.language)

    @property
    def per(self) -> str | None:
        """The period that the quantity is for."""
        if self.first is None or self.first.per is None:
            return None
        return unit_words(self.first.per, self.context.language)

    @property
    def documents(self) -> str | None:
        """The documents quoted, one a line."""
        return self.context.documents(passage.document for passage in self.passages)


def instrument_rows(context: ReadingContext) -> Iterator[tuple[str, InstrumentRow]]:
    """Yield the instruments in the order of reading."""
    record = context.record
    users: dict[str, list[Statement]] = {}
    for statement in record.statements:
        for id in statement.uses:
            users.setdefault(id, []).append(statement)
    for instrument in anchors(record).in_reading_order(record.instruments):
        row = InstrumentRow(context, instrument, tuple(users.get(instrument.id, ())))
        yield record.full_id(instrument.id), row


_Instrument = ColumnOf[InstrumentRow]


def _bound(name: str) -> _Instrument:
    """A column that sorts by one bound of the first quantity."""
    return _Instrument(
        name, Kind.NUMBER, 11, lambda row: None if row.first is None else getattr(row.first, name)
    )


INSTRUMENTS: tuple[_Instrument, ...] = (
    _Instrument("id", Kind.ID, 20, lambda row: row.context.record.full_id(row.instrument.id)),
    _Instrument("name", Kind.TEXT, 34, lambda row: row.context.text(row.instrument.name)),
    _Instrument(
        "kind", Kind.CHOICE, 18, lambda row: row.instrument.kind, vocabulary=InstrumentKind
    ),
    _Instrument("owners", Kind.TEXT, 26, lambda row: row.context.parties(row.instrument.owners)),
    _Instrument("capacity", Kind.TEXT, 30, lambda row: row.capacity),
    *(_bound(name) for name in BOUNDS),
    _Instrument("unit", Kind.SHORT, 12, lambda row: row.unit),
    _Instrument("per", Kind.SHORT, 10, lambda row: row.per),
    _Instrument(
        "more_quantities", Kind.NUMBER, 11, lambda row: len(row.instrument.quantities[1:]) or None
    ),
    _Instrument("quote", Kind.TEXT, 48, lambda row: quote_text(row.passages, row.context.language)),
    _Instrument("document", Kind.TEXT, 24, lambda row: row.documents),
    _Instrument(
        "passage", Kind.TEXT, 22, lambda row: place_text(row.passages, row.context.language)
    ),
    _Instrument(
        "used_by",
        Kind.TEXT,
        40,
        lambda row: row.context.entries(statement.id for statement in row.users),
    ),
    _Instrument(
        "party",
        Kind.TEXT,
        26,
        lambda row: (
            None
            if row.instrument.party is None
            else capital(row.context.party(row.instrument.party))
        ),
        main=False,
    ),
    _Instrument(
        "verified",
        Kind.CHOICE,
        13,
        lambda row: all(p.verified for p in row.passages),
        vocabulary="yes_no",
        main=False,
    ),
)
"""The columns of instruments."""
