"""The rows that were exported: where they were met again, and which of them a changed row was."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from attrs import define, field

from ssrpolicy_excel.reading.baseline import ExportedTable
from ssrpolicy_excel.text import EMPTY, each_of

# A value that more rows have than this, such as a status, does not distinguish them.
_DISTINCTIVE = 50


class ExportedRows:
    """Exported rows, by the fingerprints of their cells, in which changed rows are looked up."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._cells = {id: _filled(each_of(marks)) for id, marks in rows.items()}
        self._having: dict[tuple[int, str], list[str]] = defaultdict(list)
        for id, cells in self._cells.items():
            for cell in cells:
                self._having[cell].append(id)

    def take_most_similar(self, marks: Iterable[str]) -> str | None:
        """Remove and return the row that shares most cells, and half of its own at least."""
        cells = _filled(marks)
        shared: Counter[str] = Counter()
        for cell in cells:
            if len(having := self._having.get(cell, [])) <= _DISTINCTIVE:
                shared.update(having)
        for id, __ in shared.most_common(3):
            own = self._cells.get(id, set())
            if own and len(own & cells) * 2 >= len(own):
                del self._cells[id]
                return id
        return None


def _filled(marks: Iterable[str]) -> set[tuple[int, str]]:
    return {(place, mark) for place, mark in enumerate(marks) if mark != EMPTY}


@define(kw_only=True, eq=False)
class SeenRows:
    """The rows of all editable sheets that were met so far, each with its place."""

    tables: dict[str, ExportedTable]
    places: dict[str, str] = field(factory=dict)

    def table_of(self, id: str) -> ExportedTable | None:
        """Return the table in which a row was exported."""
        return next((table for table in self.tables.values() if id in table.rows), None)
