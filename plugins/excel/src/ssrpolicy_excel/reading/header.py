"""Which table a sheet shows, and in which of its columns each column now stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from attrs import field, frozen

from ssrpolicy_excel.fingerprints import text_alone
from ssrpolicy_excel.reading.baseline import GivenTable
from ssrpolicy_excel.reading.workbook import Row

SEARCHED = 1_000
"""So many rows of a sheet are searched for a header: people put titles and notes above it."""


@frozen(kw_only=True, eq=False)
class Header:
    """The header of a table as it stands in a sheet; columns count from 0, ``row`` from 1.

    ``places`` gives each column by its key; ``twice`` those that stand in several places;
    ``missing`` those that stand nowhere; ``others`` the headers that were not given out.
    """

    table: GivenTable
    row: int
    places: dict[str, int]
    twice: dict[str, list[int]] = field(factory=dict)
    missing: tuple[str, ...] = ()
    others: dict[int, str] = field(factory=dict)

    def suspect(self, key: str) -> int | None:
        """Return the column where a missing one stood, by its neighbours, if it is not known."""
        keys = [column.key for column in self.table.columns]
        index = keys.index(key)
        known = set(self.places.values())
        for neighbour, step in ((index - 1, 1), (index + 1, -1)):
            if 0 <= neighbour < len(keys) and keys[neighbour] in self.places:
                column = self.places[keys[neighbour]] + step
                if column >= 0 and column not in known:
                    return column
        return None


def headers_in(row: Row, number: int, tables: Iterable[GivenTable]) -> list[Header]:
    """Return the headers that a row may be: those of the tables with most of its labels.

    Several tables may have the same columns; then there is one for each.
    """
    found: dict[str, list[int]] = defaultdict(list)
    shown: dict[int, str] = {}
    for column, cell in enumerate(row):
        if cell.value is not None and (label := text_alone(str(cell.value))):
            shown[column] = label
            found[_folded(label)].append(column)
    if not found:
        return []
    rated = []
    for table in tables:
        labels = [_folded(column.label) for column in table.columns]
        hits = sum(label in found for label in labels)
        if hits and hits * 2 >= len(labels):
            # Less by one for each label that is not there: a few columns of one table may all
            # be columns of another.
            rated.append((hits * 2 - len(labels), table))
    best = max((rate for rate, _ in rated), default=0)
    return [_header(table, number, found, shown) for rate, table in rated if rate == best]


def _header(
    table: GivenTable, number: int, found: dict[str, list[int]], shown: dict[int, str]
) -> Header:
    places: dict[str, int] = {}
    twice: dict[str, list[int]] = {}
    missing: list[str] = []
    known: set[int] = set()
    for column in table.columns:
        columns = found.get(_folded(column.label), [])
        known.update(columns)
        if not columns:
            missing.append(column.key)
            continue
        places[column.key] = columns[0]
        if len(columns) > 1:
            twice[column.key] = columns
    return Header(
        table=table,
        row=number,
        places=places,
        twice=twice,
        missing=tuple(missing),
        others={column: label for column, label in shown.items() if column not in known},
    )


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
