"""An edited tracker read: each sheet of its workbook compared with what was exported."""

from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO

from ssrpolicy.reporting import EditedCell, EditPart, Edits
from ssrpolicy.views import FullId
from ssrpolicy_excel.baseline_sheet import FREE
from ssrpolicy_excel.messages import _
from ssrpolicy_excel.reading.baseline import ExportedTable, ExportedTracker, exported_tracker
from ssrpolicy_excel.reading.exported_rows import SeenRows
from ssrpolicy_excel.reading.findings import Findings, sheet_place
from ssrpolicy_excel.reading.free_sheets import compare_free_sheet, free_sheet
from ssrpolicy_excel.reading.read_only_sheet import ReadOnlySheet
from ssrpolicy_excel.reading.statements import ID, StatementSheet
from ssrpolicy_excel.reading.table_sheet import SEARCHED, Header, TableSheet, headers_in
from ssrpolicy_excel.reading.workbook import EditedWorkbook, opened_workbook
from ssrpolicy_excel.text import each_of, text_alone

# So many rows decide which of several tables with the same columns a sheet shows.
_MOST_COMPARED = 50


def edits_in(stream: BinaryIO) -> Edits:
    """Return what was entered in a tracker, and what of it cannot be merged.

    Raises InputError where the stream holds no tracker that can be read.
    """
    with opened_workbook(stream) as workbook:
        return _Tracker(workbook, exported_tracker(workbook)).edits()


class _Tracker:
    """The sheets of a workbook, each read as the table that it turns out to show."""

    def __init__(self, workbook: EditedWorkbook, exported: ExportedTracker) -> None:
        self._workbook = workbook
        self._exported = exported
        self._findings = Findings()
        self._tables = {key: t for key, t in exported.tables.items() if key not in FREE}
        editable = {key: table for key, table in self._tables.items() if table.is_editable}
        self._seen = SeenRows(tables=editable)
        self._shown: dict[str, str] = {}
        self._cells: list[EditedCell] = []

    def edits(self) -> Edits:
        """Return what was changed on any sheet."""
        findings, workbook = self._findings, self._workbook
        titles = [title for title in workbook.titles if title != self._exported.sheet]
        for key in FREE:
            free = self._exported.tables.get(key)
            if free is not None and (sheet := free_sheet(workbook, free, titles)):
                self._shown[key] = sheet
                titles.remove(sheet)
                compare_free_sheet(workbook, sheet, free, findings)
        for title in titles:
            self._read_sheet(title)
        for key, table in self._exported.tables.items():
            if key not in self._shown:
                sentence = _(
                    "The sheet “{title}” is gone; that changes nothing.", title=table.title
                )
                findings.remarks.append(sentence)
                if table.is_editable:
                    rows = (id for id in table.rows if id not in self._seen.places)
                    findings.absent.extend(rows)
        cells = self._once()
        if workbook.has_comments:
            findings.private.append(_("comments on cells"))
        return Edits(
            baseline=self._exported.baseline,
            cells=cells,
            refusals=tuple(findings.refusals()),
            absent=tuple(findings.absent),
            private=tuple(findings.private),
            remarks=tuple(findings.remarks),
            saved_by=workbook.saved_by,
        )

    def _once(self) -> tuple[EditedCell, ...]:
        """What was entered, a part of a statement once: it may stand on the sheets of two owners.

        What was entered differently on two sheets is refused.
        """
        first: dict[tuple[str, EditPart], EditedCell] = {}
        refused = set()
        for cell in self._cells:
            other = first.setdefault((cell.item, cell.part), cell)
            if other.value != cell.value:
                refused.add((cell.item, cell.part))
                self._findings.refuse(
                    cell.place.partition("!")[0],
                    _("cells that differ between two sheets"),
                    cell.place,
                    _(
                        "{id}: what stands here differs from what stands at {other}.",
                        id=cell.item,
                        other=other.place,
                    ),
                    _("Enter the same in both cells, or undo one of the two."),
                )
        return tuple(cell for key, cell in first.items() if key not in refused)

    def _read_sheet(self, title: str) -> None:
        header = self._header(title)
        if header is None:
            self._read_other(title)
            return
        place, table = sheet_place(title), header.table
        if table.key in self._shown:
            if not table.is_editable:
                self._findings.private.append(
                    _("{place}: a copy of “{title}”", place=place, title=table.title)
                )
                return
            self._findings.refuse(
                place,
                _("sheets"),
                place,
                _(
                    "This sheet has the same table as “{shown}”, and it is not clear which of the "
                    "two is meant.",
                    shown=self._shown[table.key],
                ),
                _("Remove one of the two, or give it headers of its own."),
            )
            return
        self._shown[table.key] = title
        if table.is_editable:
            sheet = StatementSheet(self._workbook, title, header, self._findings, self._seen)
            self._read_rows(title, header, sheet)
            self._cells += sheet.cells
        else:
            listing = ReadOnlySheet(self._workbook, title, header, self._findings)
            self._read_rows(title, header, listing)

    def _read_rows(self, title: str, header: Header, sheet: StatementSheet | ReadOnlySheet) -> None:
        above = 0
        rows = self._workbook.rows_of(title, exported=len(header.table.rows))
        for number, row in enumerate(rows, start=1):
            if number > header.row:
                if any(cell.value is not None for cell in row):
                    sheet.read(number, row)
                else:
                    sheet.note_gap()
            elif number < header.row:
                above += sum(cell.value is not None for cell in row)
        sheet.finish()
        if above:
            self._findings.private.append(
                _("{title}: cells above the table", title=sheet_place(title))
            )

    def _header(self, title: str) -> Header | None:
        """The header of a sheet's table; where several tables fit, its rows decide."""
        for number, row in enumerate(self._workbook.rows(title, most=SEARCHED), start=1):
            if headers := headers_in(row, number, self._tables.values()):
                if len(headers) == 1:
                    return headers[0]
                return max(headers, key=lambda each: self._fit(title, each))
        return None

    def _fit(self, title: str, header: Header) -> tuple[int, bool, bool]:
        table = header.table
        sheet = TableSheet(self._workbook, title, header, self._findings)
        exported = set(table.rows.values())
        at = header.places.get(ID)
        hits = 0
        for row in islice(self._workbook.rows(title), header.row, header.row + _MOST_COMPARED):
            whole = sheet.padded(row)
            if table.is_editable and at is not None:
                hits += text_alone(str(whole[at].value)) in table.rows
            else:
                hits += "".join(sheet.marks(whole)) in exported
        return hits, table.key not in self._shown, table.title == title

    def _read_other(self, title: str) -> None:
        """Read a sheet without a known header: somebody's own, or one that lost it."""
        place, is_empty = sheet_place(title), True
        for row in self._workbook.rows(title, most=SEARCHED):
            marks = {self._workbook.mark(cell) for cell in row if cell.value is not None}
            is_empty = is_empty and not marks
            found = self._row_among(str(cell.value) for cell in row if cell.value is not None)
            if found is None:
                continue
            id, table = found
            # Half of the row, and not its id alone: a list of ids of one's own is not a table.
            own = {mark for mark in each_of(table.rows[id]) if not mark.startswith("-")}
            if len(own & marks) * 2 >= len(own) > 1:
                self._findings.refuse(
                    place,
                    _("headers"),
                    place,
                    _(
                        "This sheet shows rows of “{title}”, but not the header above them.",
                        title=table.title,
                    ),
                    _("Put the header row back, or remove the sheet if it is your own copy."),
                )
                return
        if not is_empty:
            self._findings.private.append(_("sheet {place}", place=place))

    def _row_among(self, texts: Iterable[str]) -> tuple[str, ExportedTable] | None:
        for text in texts:
            id = text_alone(text)
            if FullId.parse(id) and (table := self._seen.table_of(id)) is not None:
                return id, table
        return None
