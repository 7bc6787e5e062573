"""Which sheets and which columns of a tracker a workbook shows."""

from __future__ import annotations

import difflib
from functools import cache

from attrs import evolve

from ssrpolicy.views import Table, Tracker
from ssrpolicy.views.workbook.tracker import COLUMN_KEYS
from ssrpolicy_excel.reporter import ExcelOptions

_WORDS = ("main", "editable")
# What a word in a list means does not depend on how the lists are looked at.
_WHOLE = ("codes",)


def check_columns(asked: tuple[str, ...]) -> None:
    """Raise ValueError for a column that no sheet has, with the nearest one."""
    known = _known()
    for key in asked:
        if key not in known:
            close = difflib.get_close_matches(key, known, n=1)
            meant = f"did you mean {close[0]}? " if close else ""
            raise ValueError(
                f"columns: no sheet has a column {key!r:.60}; {meant}there are "
                f"{', '.join(sorted(known))}"
            )


def shown(tracker: Tracker, options: ExcelOptions) -> tuple[Table, ...]:
    """Return the tables that a workbook shows, each with the columns that it shows."""
    return tuple(
        _narrowed(table, options.columns)
        for table in tracker.tables
        if not options.sheets or table.key in options.sheets
    )


def shows_overview(options: ExcelOptions) -> bool:
    """Whether the workbook begins with the overview."""
    return not options.sheets or "overview" in options.sheets


@cache
def _known() -> frozenset[str]:
    return frozenset((*COLUMN_KEYS, *_WORDS))


def _narrowed(table: Table, asked: tuple[str, ...]) -> Table:
    if not asked or table.key in _WHOLE:
        return table
    places = [
        place
        for place, column in enumerate(table.columns)
        if column.key in asked
        or ("main" in asked and column.main)
        or ("editable" in asked and column.editable)
    ]
    if all(table.columns[place].key == "id" for place in places):
        return table
    places = sorted({*places, *(i for i, c in enumerate(table.columns) if c.key == "id")})
    return evolve(
        table,
        columns=tuple(table.columns[place] for place in places),
        rows=tuple(tuple(row[place] for place in places) for row in table.rows),
    )
