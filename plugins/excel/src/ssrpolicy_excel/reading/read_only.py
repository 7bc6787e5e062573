"""A sheet that is not edited, such as the history: its rows are known by their cells."""

from collections import defaultdict

from ssrpolicy_excel.fingerprints import EMPTY, each_of
from ssrpolicy_excel.reading.findings import Findings, cell_place, counted, row_place
from ssrpolicy_excel.reading.header import Header
from ssrpolicy_excel.reading.similarity import ExportedRows
from ssrpolicy_excel.reading.table_sheet import TableSheet
from ssrpolicy_excel.reading.workbook import EditedWorkbook, Row, is_formula


class ReadOnlySheet(TableSheet):
    """A sheet without editable columns while it is read."""

    def __init__(
        self, workbook: EditedWorkbook, title: str, header: Header, findings: Findings
    ) -> None:
        super().__init__(workbook, title, header, findings)
        gone = {
            number
            for number, column in enumerate(self._table.columns)
            if column.key in header.missing
        }
        self._rows = {id: _without(marks, gone) for id, marks in self._table.rows.items()}
        self._left: dict[str, list[str]] = defaultdict(list)
        for id, marks in self._rows.items():
            self._left[marks].append(id)
        # The number of each row that is not as exported, its fingerprints, and whether it stands
        # apart from the table.
        self._changed: list[tuple[int, list[str], bool]] = []

    def read(self, number: int, row: Row) -> None:
        """Compare a row below the header with what was exported."""
        found = self.table_cells(row)
        if found is None:
            return
        row, marks = found
        if ids := self._left.get("".join(marks)):
            self._note_others(row, self._table.rows[ids.pop()])
            self._after_gap = False
            return
        self._note_others(row, None)
        filled = [cell for cell in row if cell.value is not None]
        totals = sum(map(is_formula, filled)) >= max(len(filled) - 1, 1)
        self._changed.append((number, marks, self._after_gap or totals))

    def finish(self) -> None:
        """Report what the sheet as a whole lacks or has too much."""
        super().finish()
        left = {id: self._rows[id] for ids in self._left.values() for id in ids}
        missing = ExportedRows(left)
        below = 0
        for number, marks, apart in self._changed:
            if (like := missing.take_most_similar(marks)) is not None:
                self._refuse_changed(number, marks, left.pop(like))
            elif apart:
                below += 1
            else:
                self._refuse(
                    "new rows",
                    row_place(self._title, number),
                    "This row was not exported; a tracker takes no new rows.",
                    "Remove it, or keep notes of your own on a sheet of their own.",
                )
        if below:
            self._private(f"{counted(below, 'row')} next to the table")
        if left:
            rows = f"{counted(len(left), 'row')} of {self._table.title}"
            self._remark(f"{rows} are no longer there; nothing is changed for that.")

    def _refuse_changed(self, number: int, marks: list[str], exported: str) -> None:
        for column, was, now in zip(self._table.columns, each_of(exported), marks, strict=True):
            if was != now and (at := self._place_of(column)) is not None:
                self._refuse(
                    f"cells of “{column.label}”",
                    cell_place(self._title, at + 1, number),
                    f"“{column.label}” was changed, and nothing on this sheet is edited.",
                    "Undo it, or change the record itself.",
                )


def _without(marks: str, gone: set[int]) -> str:
    """A row's fingerprints with those of some columns, counted from 0, as empty."""
    if not gone:
        return marks
    return "".join(EMPTY if n in gone else mark for n, mark in enumerate(each_of(marks)))
