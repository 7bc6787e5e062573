"""The making of the overview's tables: columns by the keys of their labels."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import TypeAlias

from ssrpolicy.model import Language
from ssrpolicy.views.language import label
from ssrpolicy.views.workbook.cells import Value
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, Table, table

SectionRow: TypeAlias = tuple[str, tuple[Value, ...]]
"""The id of a row and its values."""

_WIDTHS = (20, 50, 27, 15, 15, 17, 16)


def section(
    key: str,
    language: Language,
    columns: Mapping[str, Kind | type[StrEnum]],
    rows: Sequence[SectionRow],
) -> Table:
    """Return a table of the overview; where it has no rows, one that says so."""
    described = tuple(
        ColumnOf[tuple[Value, ...]](name, width, itemgetter(place), holds, label=name)
        for place, ((name, holds), width) in enumerate(zip(columns.items(), _WIDTHS, strict=False))
    )
    nothing = (label("tracker.none", language), *[None] * (len(columns) - 1))
    title = label(f"section.{key}", language)
    return table(key, language, described, rows or [("", nothing)], title=title)
