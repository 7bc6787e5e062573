"""The rows of a sheet compared with what was exported: statements that people edit, and others."""

from typing import Any

from ssrpolicy.reporting import EditedCell
from ssrpolicy.views import EDITABLE_COLUMNS, FullId
from ssrpolicy_excel.messages import _, ngettext
from ssrpolicy_excel.reading.baseline import ExportedColumn
from ssrpolicy_excel.reading.exported_rows import ExportedRows, SeenRows
from ssrpolicy_excel.reading.findings import Findings, cell_place, row_place, sheet_place
from ssrpolicy_excel.reading.sheets import Row
from ssrpolicy_excel.reading.table_sheet import Header, TableSheet
from ssrpolicy_excel.reading.workbook import (
    EditedWorkbook,
    entered_value,
    is_formula,
    is_out_of_range,
)
from ssrpolicy_excel.text import text_alone

ID = "id"
"""The key of the column by which a row is known."""

# So many rows without a known id are compared with those that are missing.
_MOST_COMPARED = 200
_LONG = 120


class StatementSheet(TableSheet):
    """A sheet of statements while it is read; ``cells`` are those that people edited."""

    def __init__(
        self,
        workbook: EditedWorkbook,
        title: str,
        header: Header,
        findings: Findings,
        seen: SeenRows,
    ) -> None:
        super().__init__(workbook, title, header, findings)
        self.cells: list[EditedCell] = []
        self._seen = seen
        self._id = header.places.get(ID)
        # The number, the id and the fingerprints of each row whose id is not known.
        self._unknown: list[tuple[int, str, list[str]]] = []
        self._below: list[int] = []
        self._met: dict[str, str] = {}

    def read(self, number: int, row: Row) -> None:
        """Compare a row below the header with what was exported."""
        found = self.table_cells(row)
        if found is None:
            return
        row, marks = found
        id = "" if self._id is None else text_alone(str(row[self._id].value or ""))
        exported = self._table.rows.get(id)
        if exported is None:
            self._read_unknown(number, row, id, marks)
        else:
            self._read_known(number, row, id, marks)
        self._note_others(row, exported)

    def finish(self) -> None:
        """Report what the sheet as a whole lacks or has too much."""
        super().finish()
        if self._id is None:
            of = {"label": self._table.column(ID).label}
            self._refuse(
                _("headers"),
                sheet_place(self._title),
                _(
                    "Without its column “{label}” the rows of this sheet cannot be told apart.",
                    **of,
                ),
                _("Put the column “{label}” back, or take an earlier copy of the tracker.", **of),
            )
            return
        absent = [id for id in self._table.rows if id not in self._met]
        missing = ExportedRows({id: self._table.rows[id] for id in absent} if self._unknown else {})
        for number, id, marks in self._unknown:
            self._refuse_unknown(number, id, missing.take_most_similar(marks))
        self._findings.absent.extend(id for id in absent if id not in self._seen.places)
        if self._below:
            self._private(
                ngettext(
                    "{number:,} row below the table, from row {first} on",
                    "{number:,} rows below the table, from row {first} on",
                    len(self._below),
                    first=self._below[0],
                )
            )

    def _read_known(self, number: int, row: Row, id: str, marks: list[str]) -> None:
        place = row_place(self._title, number)
        # A commitment of two owners stands once on the sheet of each.
        self._seen.places.setdefault(id, place)
        if (other := self._met.setdefault(id, place)) is not place:
            self._refuse(
                _("rows that stand twice"),
                place,
                _("{id} stands here and at {other}.", id=id, other=other),
                _("Remove one of the two rows; what was entered in the other is then merged."),
            )
            return
        self._after_gap = False
        exported = self._table.rows[id]
        changed = [] if "".join(marks) == exported else list(self._changed_columns(exported, marks))
        filled = any(column.editable for column, _at in changed)
        struck = self._refuse_struck(number, row, id, filled=filled)
        for column, at in changed:
            if at not in struck:
                self._read_edit(cell_place(self._title, at + 1, number), row[at], id, column)

    def _refuse_struck(self, number: int, row: Row, id: str, *, filled: bool) -> set[int]:
        """Refuse what is struck through in a row; return where it is.

        It may be meant as withdrawn, and a merge takes what stands there. A row that is struck
        through as a whole is refused as one. Where it was ``filled`` in, what became of it is said.
        """
        dropped = (
            _("Take the line off; what was filled in is merged then.")
            if filled
            else _(
                "If the row is to be dropped, fill in what became of it, such as its status, or "
                "change the record itself; then take the line off."
            )
        )
        places = {key: at for key, at in self._header.places.items() if row[at].value is not None}
        struck = {key: at for key, at in places.items() if self._workbook.is_struck(row[at])}
        if 1 < len(struck) == len(places):
            self._refuse(
                _("rows that are struck through"),
                row_place(self._title, number),
                _("The row of {id} is struck through.", id=id),
                dropped,
            )
            return set(struck.values())
        for column in self._table.columns:
            if (at := struck.get(column.key)) is None:
                continue
            of = {"label": f"“{column.label}”", "id": id}
            if column.editable:
                message = _("{label} of {id} is struck through, whole or in part.", **of)
                hint = _(
                    "Type what should stand there now, without the line; or take the line off "
                    "if what is struck through still holds."
                )
            else:
                message = _("{label} of {id} is struck through, and is not edited in a tracker.",
                            **of)  # fmt: skip
                hint = dropped
            self._refuse(
                _("cells that are struck through"),
                cell_place(self._title, at + 1, number),
                message,
                hint,
            )
        return set(struck.values())

    def _read_edit(self, place: str, cell: Any, id: str, column: ExportedColumn) -> None:
        """Add a changed cell to the edits, or refuse it."""
        part = EDITABLE_COLUMNS.get(column.key) if column.editable else None
        of = {"label": f"“{column.label}”", "id": id}
        if part is None:
            message = _("{label} of {id} was changed, and is not edited in a tracker.", **of)
            hint = _(
                "Undo it, or change the record itself. If many are named, only a part of the "
                "columns may have been sorted."
            )
        elif is_formula(cell):
            message = _("{label} of {id} holds a formula, and its result is not read.", **of)
            hint = _("Copy the cell and paste it as a value, or type what it should say.")
        elif cell.data_type == "e":
            message = _("{label} of {id} holds the error {value:.120}.", value=cell.value, **of)
            hint = _("Type what it should say.")
        elif is_out_of_range(cell.value):
            message = _("{label} of {id} holds a number too large for a cell.", **of)
            hint = _("Type at most 15 digits.")
        else:
            value = entered_value(cell.value)
            self.cells.append(EditedCell(item=id, part=part, value=value, place=place))
            return
        self._refuse(_("cells of “{label}”", label=column.label), place, message, hint)

    def _read_unknown(self, number: int, row: Row, id: str, marks: list[str]) -> None:
        """Keep a row that was not exported, unless it stands below the table or is a total."""
        formulas = [is_formula(cell) for cell in row if cell.value is not None]
        exported = FullId.parse(id)
        totals = not exported and sum(formulas) == len(formulas) - bool(id) and any(formulas)
        if totals or (self._after_gap and not exported and self._id is not None):
            self._below.append(number)
            return
        if self._id is None:
            return
        if (other := self._seen.table_of(id)) is None:
            self._unknown.append((number, id, marks if len(self._unknown) < _MOST_COMPARED else []))
            return
        place = row_place(self._title, number)
        sheets = {"title": self._title, "other": other.title}
        self._refuse(
            _("rows of another sheet"),
            place,
            _("{id} stands on the sheet “{title}”; it was exported on “{other}”.", id=id, **sheets),
            _("Move the row back."),
        )
        self._seen.places.setdefault(id, place)

    def _refuse_unknown(self, number: int, id: str, like: str | None) -> None:
        place = cell_place(self._title, (self._id or 0) + 1, number)
        hint = _(
            "Record what is new with `ssrpolicy add`. Keep notes of your own on a sheet of "
            "their own, or below the table after an empty row."
        )
        if like is not None:
            now = f"“{id if len(id) < _LONG else id[:_LONG] + '…'}”" if id else _("empty")
            message = _(
                "The id of this row is {now}; it was exported as {like}.", now=now, like=like
            )
            hint = _("Put {like} back.", like=like)
        elif id:
            message = _(
                "“{id:.120}” is not a row that was exported; a tracker takes no new rows.", id=id
            )
        else:
            place = row_place(self._title, number)
            message = _("This row was not exported and has no id; a tracker takes no new rows.")
        self._refuse(_("rows without a known id"), place, message, hint)
