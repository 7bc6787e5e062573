"""Which table a sheet shows, and in which of its columns each column is now."""

from collections import defaultdict
from collections.abc import Iterable

from attrs import frozen

from ssrpolicy_excel.fingerprints import text_alone
from ssrpolicy_excel.reading.baseline import ExportedTable
from ssrpolicy_excel.reading.workbook import Row

SEARCHED = 1_000
"""So many rows of a sheet are searched for a header: people put titles and notes above it."""


@frozen(kw_only=True, eq=False)
class Header:
    """The header of a table as it is in a sheet; columns count from 0, ``row`` from 1.

    ``places`` gives the first place of each column by its key, ``twice`` all places of those that
    are there several times; ``missing`` are the keys of those that are gone; ``others`` are the
    labels that were not exported.
    """

    table: ExportedTable
    row: int
    places: dict[str, int]
    twice: dict[str, list[int]]
    missing: tuple[str, ...]
    others: dict[int, str]

    def expected_place(self, key: str) -> int | None:
        """Return where a missing column was by its neighbours, unless another is there now."""
        keys = [column.key for column in self.table.columns]
        index = keys.index(key)
        for neighbour, step in ((index - 1, 1), (index + 1, -1)):
            if 0 <= neighbour < len(keys) and keys[neighbour] in self.places:
                column = self.places[keys[neighbour]] + step
                if column >= 0 and column not in self.places.values():
                    return column
        return None


def headers_in(row: Row, number: int, tables: Iterable[ExportedTable]) -> list[Header]:
    """Return the headers that a row may be: those of the tables with most of its labels.

    Several tables may have the same columns; then there is one for each.
    """
    found: dict[str, list[int]] = defaultdict(list)
    shown: dict[int, str] = {}
    for column, cell in enumerate(row):
        if cell.value is not None and (label := text_alone(str(cell.value))):
            shown[column] = label
            found[_folded(label)].append(column)
    rated = []
    for table in tables:
        hits = sum(_folded(column.label) in found for column in table.columns)
        if hits and hits * 2 >= len(table.columns):
            # Less by one for each label that is not there: a few columns of one table may all
            # be columns of another.
            rated.append((hits * 2 - len(table.columns), table))
    best = max((rate for rate, _ in rated), default=0)
    return [_header(table, number, found, shown) for rate, table in rated if rate == best]


def _header(
    table: ExportedTable, number: int, found: dict[str, list[int]], shown: dict[int, str]
) -> Header:
    places = {column.key: found.get(_folded(column.label), []) for column in table.columns}
    known = {at for columns in places.values() for at in columns}
    return Header(
        table=table,
        row=number,
        places={key: columns[0] for key, columns in places.items() if columns},
        twice={key: columns for key, columns in places.items() if len(columns) > 1},
        missing=tuple(key for key, columns in places.items() if not columns),
        others={at: label for at, label in shown.items() if at not in known},
    )


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
