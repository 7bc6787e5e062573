"""A sheet with a table that people do not edit, compared with the export."""

from collections import defaultdict

from ssrpolicy_excel.messages import _, ngettext
from ssrpolicy_excel.reading.exported_rows import ExportedRows
from ssrpolicy_excel.reading.findings import Findings, cell_place, row_place
from ssrpolicy_excel.reading.sheets import Row
from ssrpolicy_excel.reading.table_sheet import Header, TableSheet
from ssrpolicy_excel.reading.workbook import EditedWorkbook, is_formula
from ssrpolicy_excel.text import EMPTY, each_of


class ReadOnlySheet(TableSheet):
    """A sheet without editable columns while it is read."""

    def __init__(
        self, workbook: EditedWorkbook, title: str, header: Header, findings: Findings
    ) -> None:
        super().__init__(workbook, title, header, findings)
        columns = enumerate(self._table.columns)
        gone = {number for number, column in columns if column.key in header.missing}
        self._rows = {id: _without(marks, gone) for id, marks in self._table.rows.items()}
        self._left: dict[str, list[str]] = defaultdict(list)
        for id, marks in self._rows.items():
            self._left[marks].append(id)
        # The number of each row that is not as exported, its fingerprints, and whether it stands
        # apart from the table.
        self._changed: list[tuple[int, list[str], bool]] = []
        self._struck: list[int] = []

    def read(self, number: int, row: Row) -> None:
        """Compare a row below the header with what was exported."""
        found = self.table_cells(row)
        if found is None:
            return
        row, marks = found
        if any(self._workbook.is_struck(row[at]) for at in self._header.places.values()):
            self._struck.append(number)
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
                    _("new rows"),
                    row_place(self._title, number),
                    _("This row was not exported; a tracker takes no new rows."),
                    _("Remove it, or keep notes of your own on a sheet of their own."),
                )
        if self._struck:
            self._remark(
                ngettext(
                    "{number:,} row has words that are struck through, row {first}; that changes "
                    "nothing.",
                    "{number:,} rows have words that are struck through, from row {first} on; that "
                    "changes nothing.",
                    len(self._struck),
                    first=self._struck[0],
                )
            )
        if below:
            rows = ngettext(
                "{number:,} row outside the table", "{number:,} rows outside the table", below
            )
            self._private(rows)
        if left:
            self._remark(
                ngettext(
                    "{number:,} row of {title} is missing; that changes nothing.",
                    "{number:,} rows of {title} are missing; that changes nothing.",
                    len(left),
                    title=self._table.title,
                )
            )

    def _refuse_changed(self, number: int, marks: list[str], exported: str) -> None:
        for column, at in self._changed_columns(exported, marks):
            of = {"label": column.label}
            self._refuse(
                _("cells of “{label}”", **of),
                cell_place(self._title, at + 1, number),
                _("“{label}” was changed, and nothing on this sheet is edited.", **of),
                _("Undo it, or change the record itself."),
            )


def _without(marks: str, gone: set[int]) -> str:
    """A row's fingerprints with those of some columns, counted from 0, as empty."""
    if not gone:
        return marks
    return "".join(EMPTY if n in gone else mark for n, mark in enumerate(each_of(marks)))
