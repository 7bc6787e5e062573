"""A sheet that is only read, such as the history: its rows are known by what stands in them."""

from __future__ import annotations

from collections import defaultdict

from attrs import define

from ssrpolicy_excel.fingerprints import EMPTY, each_of
from ssrpolicy_excel.reading.columns import Columns, without
from ssrpolicy_excel.reading.findings import Findings, counted
from ssrpolicy_excel.reading.header import Header
from ssrpolicy_excel.reading.references import cell_place, row_place, sheet_place
from ssrpolicy_excel.reading.similarity import Likeness
from ssrpolicy_excel.reading.workbook import HomeWorkbook, Row, is_formula


@define(kw_only=True, eq=False)
class _Unmatched:
    """A row that is not as any that was given out."""

    row: int
    marks: list[str]
    apart: bool
    """Whether an empty row parts it from the table."""


class ListingSheet:
    """A sheet without editable columns while it is read."""

    def __init__(
        self, workbook: HomeWorkbook, sheet: str, header: Header, findings: Findings
    ) -> None:
        self._sheet = sheet
        self._table = header.table
        self._findings = findings
        self._columns = Columns(workbook, sheet, header, findings)
        keys = [column.key for column in header.table.columns]
        missing = {keys.index(key) for key in header.missing}
        self._given = {id: without(marks, missing) for id, marks in header.table.rows.items()}
        self._left: dict[str, list[str]] = defaultdict(list)
        for id, marks in self._given.items():
            self._left[marks].append(id)
        self._unmatched: list[_Unmatched] = []
        self._after_gap = False

    def read(self, number: int, row: Row) -> None:
        """Hold a row below the header against those that were given out."""
        if all(cell.value is None for cell in row):
            self._after_gap = True
            return
        row = self._columns.padded(row)
        marks = self._columns.marks(row)
        if all(mark == EMPTY for mark in marks):
            self._columns.note_others(row, None)
            return
        whole = "".join(marks)
        if ids := self._left.get(whole):
            self._columns.note_others(row, self._table.rows[ids.pop()])
            self._after_gap = False
            return
        self._columns.note_others(row, None)
        filled = [cell for cell in row if cell.value is not None]
        totals = sum(map(is_formula, filled)) >= max(len(filled) - 1, 1)
        self._unmatched.append(_Unmatched(row=number, marks=marks, apart=self._after_gap or totals))

    def end(self) -> None:
        """Tell what was changed, added and taken out."""
        self._columns.end()
        left = {id: self._given[id] for ids in self._left.values() for id in ids}
        likeness = Likeness({id: each_of(marks) for id, marks in left.items()})
        below = 0
        for unmatched in self._unmatched:
            if (like := likeness.likest(unmatched.marks)) is not None:
                likeness.forget(like)
                self._tell_changed(unmatched, left.pop(like))
            elif unmatched.apart:
                below += 1
            else:
                self._findings.refuse(
                    row_place(self._sheet, unmatched.row),
                    "This row was not given out; a tracker takes no new rows.",
                    "Remove it, or keep notes of your own on a sheet of their own.",
                    kind=(sheet_place(self._sheet), "new rows"),
                )
        if below:
            self._findings.private.append(
                f"{sheet_place(self._sheet)}: {counted(below, 'row')} beside the table"
            )
        if left:
            self._findings.remarks.append(
                f"{sheet_place(self._sheet)}: {counted(len(left), 'row')} of {self._table.title} "
                "are no longer there; nothing is changed for that."
            )

    def _tell_changed(self, unmatched: _Unmatched, given: str) -> None:
        for column, was, now in zip(
            self._table.columns, each_of(given), unmatched.marks, strict=True
        ):
            at = self._columns.place(column)
            if was != now and at is not None:
                self._findings.refuse(
                    cell_place(self._sheet, at + 1, unmatched.row),
                    f"“{column.label}” was changed, and nothing on this sheet is edited.",
                    "Undo it, or change the record itself.",
                    kind=(sheet_place(self._sheet), f"cells of “{column.label}”"),
                )
