"""The overview's strip of quarters: how many terms end in each, and what is shown of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ssrpolicy.model import Language, Schedule, brief
from ssrpolicy.views.language import label
from ssrpolicy.views.shared import reckoned_words
from ssrpolicy.views.workbook.sections import SectionRow, section
from ssrpolicy.views.workbook.stages import Stage, stage_of
from ssrpolicy.views.workbook.statements import StatementRow
from ssrpolicy.views.workbook.tables import Kind, Table

_MONTHS, _QUARTERS = 3, 4
# So many quarters before the day and after it have a row each; what is beyond has one together.
_BEFORE, _AFTER = 5, 5
# Whose term counts no more.
_OFF = (Schedule.NOT_PURSUED, Schedule.SUPERSEDED)
# So many commitments of a quarter are named; of more, a cell could not hold the names.
_NAMED = 12
# So much of what each says stands in two lines of the column.
_TWO_LINES = 96


def quarters(rows: Iterable[StatementRow], as_of: dt.date, language: Language) -> Table:
    """Return how many terms of commitments end in each quarter, those around the day first to last.

    What ended long before or ends long after is counted in a row of its own. Of what is superseded
    or not pursued the term counts no more.
    """
    now = _quarter(as_of)
    ending: dict[int, list[StatementRow]] = defaultdict(list)
    for row in rows:
        if row.progress.due is not None and row.progress.schedule not in _OFF:
            quarter = _quarter(row.progress.due)
            ending[min(max(quarter, now - _BEFORE - 1), now + _AFTER + 1)].append(row)
    columns = {
        "overview.quarter": Kind.SHORT,
        "overview.ending": Kind.TEXT,
        "overview.not_shown": Kind.NUMBER,
        "overview.shown": Kind.NUMBER,
    }
    return section("quarters", language, columns, list(_rows(ending, now, language)))


def _rows(
    ending: dict[int, list[StatementRow]], now: int, language: Language
) -> Iterator[SectionRow]:
    for quarter in range(min(ending), max(ending) + 1) if ending else ():
        found = ending.get(quarter, [])
        shown = sum(stage_of(row.progress) is Stage.SHOWN for row in found)
        names = "\n".join(_called(row) for row in found[:_NAMED])
        if (more := len(found) - _NAMED) > 0:
            names += f"\n… (+{more})"
        called = _name(quarter, now, language)
        # An empty cell draws no bar, and no label of nought where it would stand.
        yield called, (called, names or None, len(found) - shown or None, shown or None)


def _called(row: StatementRow) -> str:
    """What a commitment says, on a line or two of the cell."""
    said = brief(row.context.text(row.entry.summary) or row.entry.id, _TWO_LINES)
    words = reckoned_words(row.context.record, row.progress, row.context.language)
    return said if words is None else f"{said} ({words})"


def _quarter(day: dt.date) -> int:
    """The number of a quarter since the year 0."""
    return day.year * _QUARTERS + (day.month - 1) // _MONTHS


def _name(quarter: int, now: int, language: Language) -> str:
    if not now - _BEFORE <= quarter <= now + _AFTER:
        return label("overview.earlier" if quarter < now else "overview.later", language)
    year, part = divmod(quarter, _QUARTERS)
    name = label("overview.quarter_name", language, year=str(year), number=part + 1)
    return label("overview.this_quarter", language, quarter=name) if quarter == now else name
