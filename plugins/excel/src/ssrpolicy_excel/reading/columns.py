"""The columns of a table as they now stand in its sheet, those that its readers added too."""

from __future__ import annotations

from collections import Counter

from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils import get_column_letter

from ssrpolicy_excel.fingerprints import EMPTY, each_of
from ssrpolicy_excel.reading.baseline import GivenColumn
from ssrpolicy_excel.reading.findings import Findings, counted
from ssrpolicy_excel.reading.header import Header
from ssrpolicy_excel.reading.references import cell_place, sheet_place
from ssrpolicy_excel.reading.workbook import HomeWorkbook, Row


class Columns:
    """Where each column of a table stands, what else stands beside it, and what is gone."""

    def __init__(
        self, workbook: HomeWorkbook, sheet: str, header: Header, findings: Findings
    ) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._header = header
        self._findings = findings
        self._known = set(header.places.values())
        for columns in header.twice.values():
            self._known.update(columns)
        # Where a column is gone, its marks count as given out, so that nothing seems changed.
        self._at = [(header.places.get(c.key), c.kind) for c in header.table.columns]
        self._width = max(self._known) + 1
        self._filled: Counter[int] = Counter()
        self._matching: Counter[tuple[int, str]] = Counter()
        self._given: Counter[str] = Counter()
        self._tell_twice()

    def place(self, column: GivenColumn) -> int | None:
        """Return where a column stands now, counted from 0; None where it is gone."""
        return self._header.places.get(column.key)

    def padded(self, row: Row) -> Row:
        """Return a row with a cell for each column, however early it ends."""
        missing = self._width - len(row)
        return row if missing <= 0 else (*row, *[EMPTY_CELL] * missing)

    def marks(self, row: Row) -> list[str]:
        """Return the fingerprints of a row's cells, in the order in which they were given out."""
        mark = self._workbook.mark
        return [EMPTY if at is None else mark(row[at], kind) for at, kind in self._at]

    def note_others(self, row: Row, given: str | None) -> None:
        """Count what stands beside the table, and look there for a column that lost its header."""
        if len(row) == len(self._known):
            return
        missing = self._header.missing
        was = {} if given is None or not missing else self._given_marks(given)
        self._given.update(key for key, mark in was.items() if mark != EMPTY)
        for at, cell in enumerate(row):
            if at in self._known or cell.value is None:
                continue
            self._filled[at] += 1
            for key, mark in was.items():
                if mark != EMPTY and self._workbook.mark(cell) == mark:
                    self._matching[at, key] += 1

    def end(self) -> None:
        """Tell of columns that are gone, that lost their header, and that were added."""
        taken = {at for key in self._header.missing if (at := self._tell_missing(key)) is not None}
        for at in sorted({*self._filled, *self._header.others} - taken):
            label = self._header.others.get(at)
            named = f"column {get_column_letter(at + 1)}" + (f" “{label}”" if label else "")
            self._findings.private.append(
                f"{sheet_place(self._sheet)}: {named}, {counted(self._filled[at], 'cell')}"
            )

    def _given_marks(self, given: str) -> dict[str, str]:
        keys = [column.key for column in self._header.table.columns]
        marks = dict(zip(keys, each_of(given), strict=True))
        return {key: marks[key] for key in self._header.missing}

    def _tell_missing(self, key: str) -> int | None:
        """Tell that a column is gone; or refuse its changed header, and return where it stands."""
        column = next(each for each in self._header.table.columns if each.key == key)
        at = self._likely(key)
        if at is None:
            self._findings.remarks.append(
                f"{sheet_place(self._sheet)}: the column “{column.label}” is gone; nothing is "
                "changed for that."
            )
            return None
        now = self._header.others.get(at)
        self._findings.refuse(
            cell_place(self._sheet, at + 1, self._header.row),
            f"The header of the column “{column.label}” was "
            + (f"changed to “{now}”." if now else "emptied."),
            f"Put “{column.label}” back. If the column was deleted and this is one of your own, "
            "move yours to the right of the table.",
            kind=(sheet_place(self._sheet), "headers"),
        )
        return at

    def _likely(self, key: str) -> int | None:
        likest = max(
            (at for at, name in self._matching if name == key),
            key=lambda at: self._matching[at, key],
            default=None,
        )
        if likest is not None and self._matching[likest, key] * 2 >= self._given[key]:
            return likest
        suspect = self._header.suspect(key)
        if suspect is not None and (suspect in self._header.others or self._filled[suspect]):
            return suspect
        return None

    def _tell_twice(self) -> None:
        labels = {column.key: column.label for column in self._header.table.columns}
        for key, columns in self._header.twice.items():
            where = " and ".join(get_column_letter(at + 1) for at in columns)
            self._findings.refuse(
                cell_place(self._sheet, columns[1] + 1, self._header.row),
                f"The column “{labels[key]}” stands twice, in {where}.",
                "Give the copy a header of its own, or remove it.",
                kind=(sheet_place(self._sheet), "headers"),
            )


def without(marks: str, missing: set[int]) -> str:
    """Return a row's fingerprints with those of some columns, counted from 0, as empty."""
    if not missing:
        return marks
    parts = [EMPTY if n in missing else mark for n, mark in enumerate(each_of(marks))]
    return "".join(parts)
