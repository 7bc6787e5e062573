"""The tracker's rows of instruments: kind, owners, size and purpose."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from ssrpolicy.model import BOUNDS, Instrument, InstrumentKind, Quantity
from ssrpolicy.views.language import capital, quantity_words, unit_words
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.cells import Coded
from ssrpolicy.views.workbook.rows import EntryRow
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, secondary


@frozen(eq=False)
class InstrumentRow(EntryRow[Instrument]):
    """An instrument, and the ids of the statements that use it."""

    users: Sequence[str]

    @property
    def capacity(self) -> str | None:
        """The quantities in words, one a line."""
        language = self.context.language
        return "\n".join(quantity_words(q, language) for q in self.entry.quantities) or None

    @property
    def first(self) -> Quantity | None:
        """The quantity that the columns of numbers show: the one that is recorded first."""
        return next(iter(self.entry.quantities), None)

    def unit(self, name: str) -> str | None:
        """Return the ``unit`` of that quantity, or the period that it is ``per``."""
        found = getattr(self.first, name, None)
        return None if found is None else Coded(unit_words(found, self.context.language), found)


def users_of_instruments(context: ReadingContext) -> Mapping[str, Sequence[str]]:
    """Return the ids of the known statements that use each instrument that is used, by its id."""
    users: dict[str, list[str]] = {}
    for statement in context.record.statements:
        if context.is_later(statement.document):
            continue
        for id in statement.uses:
            users.setdefault(id, []).append(statement.id)
    return users


def instrument_rows(context: ReadingContext) -> Iterator[tuple[str, InstrumentRow]]:
    """Yield the instruments in the order of reading."""
    record, users = context.record, users_of_instruments(context)
    for each in context.reading_order(context.shown_instruments):
        yield record.full_id(each.id), InstrumentRow(context, each, users.get(each.id, ()))


_Column = ColumnOf[InstrumentRow]


def _bound(name: str) -> _Column:
    """A column that sorts by one bound of the first quantity."""
    return _Column(name, 11, lambda row: getattr(row.first, name, None), Kind.NUMBER)


INSTRUMENTS: tuple[_Column, ...] = (
    _Column("id", 18, lambda row: row.context.record.full_id(row.entry.id), Kind.ID),
    _Column("name", 34, lambda row: capital(row.context.text(row.entry.name) or "") or None),
    _Column("kind", 18, lambda row: row.entry.kind, InstrumentKind),
    _Column("owners", 26, lambda row: row.context.parties(row.entry.owners)),
    _Column("capacity", 30, lambda row: row.capacity),
    _Column("used_by", 50, lambda row: row.context.entries(row.users)),
    *secondary(
        *(_bound(name) for name in BOUNDS),
        _Column("unit", 12, lambda row: row.unit("unit"), Kind.SHORT),
        _Column("per", 10, lambda row: row.unit("per"), Kind.SHORT),
        _Column(
            "more_quantities", 11, lambda row: len(row.entry.quantities[1:]) or None, Kind.NUMBER
        ),
        _Column("quote", 48, lambda row: row.quote),
        _Column("document", 24, lambda row: row.documents),
        _Column("passage", 22, lambda row: row.place),
        _Column(
            "party", 26, lambda row: row.entry.party and capital(row.context.party(row.entry.party))
        ),
        _Column("verified", 13, lambda row: row.is_verified, "yes_no"),
    ),
)
"""The columns of instruments."""
