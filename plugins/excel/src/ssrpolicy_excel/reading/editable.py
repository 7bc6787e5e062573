"""A sheet whose rows people edit: each held, by its id, against what was given out."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ssrpolicy.reporting import EditedCell
from ssrpolicy_excel.fingerprints import EMPTY, each_of, text_alone
from ssrpolicy_excel.reading.baseline import GivenColumn, GivenTable
from ssrpolicy_excel.reading.columns import Columns
from ssrpolicy_excel.reading.findings import Findings, counted
from ssrpolicy_excel.reading.header import Header
from ssrpolicy_excel.reading.references import cell_place, row_place, sheet_place
from ssrpolicy_excel.reading.similarity import Likeness
from ssrpolicy_excel.reading.workbook import HomeWorkbook, Row, is_formula, typed_value

ID = "id"
"""The key of the column by which a row is known."""

_KEPT = 200
"""So many rows without a known id are looked at closely."""


@define(kw_only=True, eq=False)
class _Stray:
    """A row that no id tells, and what its cells are."""

    row: int
    column: int
    id: str
    marks: list[str]


@define(kw_only=True, eq=False)
class SeenRows:
    """The rows of every editable sheet that were met, each with its place."""

    tables: dict[str, GivenTable]
    places: dict[str, str] = field(factory=dict)

    def table_of(self, id: str) -> GivenTable | None:
        """Return the table that a row was given out in."""
        return next((table for table in self.tables.values() if id in table.rows), None)


class StatementSheet:
    """A sheet of statements while it is read; call :meth:`read` for each row, then :meth:`end`."""

    def __init__(
        self,
        workbook: HomeWorkbook,
        sheet: str,
        header: Header,
        seen: SeenRows,
        findings: Findings,
    ) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._table = header.table
        self._seen = seen
        self._findings = findings
        self._columns = Columns(workbook, sheet, header, findings)
        self._id = header.places.get(ID)
        self._strays: list[_Stray] = []
        self._after_gap = False
        self._below: list[int] = []
        self._met: set[str] = set()

    def read(self, number: int, row: Row) -> None:
        """Hold a row below the header against what was given out."""
        if all(cell.value is None for cell in row):
            self._after_gap = True
            return
        row = self._columns.padded(row)
        marks = self._columns.marks(row)
        if all(mark == EMPTY for mark in marks):
            # A row with private cells alone neither ends the table nor belongs to it.
            self._columns.note_others(row, None)
            return
        id = "" if self._id is None else text_alone(str(row[self._id].value or ""))
        if id in self._table.rows:
            self._known(number, row, id, marks)
        else:
            self._unknown(number, row, id, marks)
        self._columns.note_others(row, self._table.rows.get(id))

    def end(self) -> None:
        """Tell what the sheet as a whole lacks or has too much."""
        self._columns.end()
        if self._id is None:
            label = next(c.label for c in self._table.columns if c.key == ID)
            self._findings.refuse(
                sheet_place(self._sheet),
                f"Without its column “{label}” no row of this sheet can be told from another.",
                f"Put the column “{label}” back, or take an earlier copy of the tracker.",
                kind=(sheet_place(self._sheet), "headers"),
            )
            return
        absent = [id for id in self._table.rows if id not in self._met]
        self._tell_strays(absent)
        self._findings.absent.extend(id for id in absent if id not in self._seen.places)
        if self._below:
            self._findings.private.append(
                f"{sheet_place(self._sheet)}: {counted(len(self._below), 'row')} below the table, "
                f"from row {self._below[0]} on"
            )

    # -- a row that was given out -------------------------------------------------------------

    def _known(self, number: int, row: Row, id: str, marks: list[str]) -> None:
        place = row_place(self._sheet, number)
        self._met.add(id)
        if (other := self._seen.places.get(id)) is not None:
            self._findings.refuse(
                place,
                f"{id} stands here and at {other}.",
                "Remove one of the two rows; what was typed in the other is then taken.",
                kind=(sheet_place(self._sheet), "rows that stand twice"),
            )
            return
        self._seen.places[id] = place
        self._after_gap = False
        given = self._table.rows[id]
        if "".join(marks) == given:
            return
        for index, (was, now) in enumerate(zip(each_of(given), marks, strict=True)):
            column = self._table.columns[index]
            if was != now and (at := self._columns.place(column)) is not None:
                self._changed(number, row[at], id, column, at)

    def _changed(self, number: int, cell: Any, id: str, column: GivenColumn, at: int) -> None:
        place = cell_place(self._sheet, at + 1, number)
        about = f"cells of “{column.label}”"
        kind = (sheet_place(self._sheet), about)
        if not column.editable:
            self._findings.refuse(
                place,
                f"“{column.label}” of {id} was changed, and is not edited in a tracker.",
                "Undo it, or change the record itself. If many are named, only a part of the "
                "columns may have been sorted.",
                kind=kind,
            )
        elif is_formula(cell):
            self._findings.refuse(
                place,
                f"“{column.label}” of {id} holds a formula, and what it comes to is not read.",
                "Copy the cell and paste it as a value, or type what it should say.",
                kind=kind,
            )
        elif cell.data_type == "e":
            self._findings.refuse(
                place,
                f"“{column.label}” of {id} holds the error {cell.value}.",
                "Type what it should say.",
                kind=kind,
            )
        else:
            self._findings.cells.append(
                EditedCell(item=id, column=column.key, value=typed_value(cell.value), place=place)
            )

    # -- a row that was not -------------------------------------------------------------------

    def _unknown(self, number: int, row: Row, id: str, marks: list[str]) -> None:
        formulas = [is_formula(cell) for cell in row if cell.value is not None]
        totals = "#" not in id and sum(formulas) == len(formulas) - bool(id) and any(formulas)
        if totals or (self._after_gap and "#" not in id and self._id is not None):
            self._below.append(number)
            return
        if self._id is None:
            return
        if (other := self._seen.table_of(id)) is not None:
            self._findings.refuse(
                row_place(self._sheet, number),
                f"{id} stands on the sheet “{self._sheet}”; it was given out on “{other.title}”.",
                "Move the row back.",
                kind=(sheet_place(self._sheet), "rows of another sheet"),
            )
            self._seen.places.setdefault(id, row_place(self._sheet, number))
            return
        self._strays.append(
            _Stray(
                row=number,
                column=self._id,
                id=id,
                marks=marks if len(self._strays) < _KEPT else [],
            )
        )

    def _tell_strays(self, absent: list[str]) -> None:
        if not self._strays:
            return
        likeness = Likeness({id: each_of(self._table.rows[id]) for id in absent})
        for stray in self._strays:
            like = likeness.likest(stray.marks)
            if like is not None:
                likeness.forget(like)
            self._tell_stray(stray, like)

    def _tell_stray(self, stray: _Stray, like: str | None) -> None:
        place = cell_place(self._sheet, stray.column + 1, stray.row)
        kind = (sheet_place(self._sheet), "rows without a known id")
        if like is not None:
            said = f"is “{stray.id}”" if stray.id else "is empty"
            self._findings.refuse(
                place,
                f"The id of this row {said}; it was given out as {like}.",
                f"Put {like} back.",
                kind=kind,
            )
        elif stray.id:
            self._findings.refuse(
                place,
                f"“{stray.id}” is no row that was given out; a tracker takes no new rows.",
                "Record what is new with `ssrpolicy add`. Notes of your own stand well on a sheet "
                "of their own, or below the table after an empty row.",
                kind=kind,
            )
        else:
            self._findings.refuse(
                row_place(self._sheet, stray.row),
                "This row was not given out and has no id; a tracker takes no new rows.",
                "Record what is new with `ssrpolicy add`. Notes of your own stand well on a sheet "
                "of their own, or below the table after an empty row.",
                kind=kind,
            )
