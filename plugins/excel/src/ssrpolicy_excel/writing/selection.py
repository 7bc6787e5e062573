"""Which sheets and which columns of a tracker a workbook shows."""

from attrs import evolve

from ssrpolicy.views import Table, Tracker
from ssrpolicy_excel.options import ExcelOptions

# What a word in a list means does not depend on how the lists are looked at.
_WHOLE = ("codes",)


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
