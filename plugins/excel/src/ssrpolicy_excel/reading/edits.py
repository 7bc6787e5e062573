"""A tracker that came home: every sheet of it held against what was given out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO

from ssrpolicy.reporting import Edits
from ssrpolicy_excel.baseline_sheet import OVERVIEW
from ssrpolicy_excel.fingerprints import each_of, text_alone
from ssrpolicy_excel.reading.baseline import GivenOut, GivenTable, given_out
from ssrpolicy_excel.reading.columns import Columns
from ssrpolicy_excel.reading.editable import ID, SeenRows, StatementSheet
from ssrpolicy_excel.reading.findings import Findings
from ssrpolicy_excel.reading.header import SEARCHED, Header, headers_in
from ssrpolicy_excel.reading.overview import Overview, overview_sheet
from ssrpolicy_excel.reading.read_only import ListingSheet
from ssrpolicy_excel.reading.references import sheet_place
from ssrpolicy_excel.reading.workbook import HomeWorkbook, opened_workbook

# So many rows tell which of several tables with the same columns a sheet shows.
_TELLING = 50


def edits_in(stream: BinaryIO) -> Edits:
    """Return what was typed in a tracker, and what of it cannot be taken over.

    Raises InputError where the stream holds no tracker that can be read.
    """
    with opened_workbook(stream) as workbook:
        given = given_out(workbook)
        findings = Findings()
        _Homecoming(workbook, given, findings).read()
        return findings.edits(given.baseline, workbook.saved_by)


class _Homecoming:
    """The sheets of a workbook, each read as what it turns out to be."""

    def __init__(self, workbook: HomeWorkbook, given: GivenOut, findings: Findings) -> None:
        self._workbook = workbook
        self._given = given
        self._findings = findings
        self._tables = {key: t for key, t in given.tables.items() if key != OVERVIEW}
        editable = {key: table for key, table in self._tables.items() if table.is_editable}
        self._seen = SeenRows(tables=editable)
        self._shown: dict[str, str] = {}

    def read(self) -> None:
        """Read every sheet, then tell which are gone."""
        titles = [title for title in self._workbook.titles if title != self._given.sheet]
        overview = self._given.tables.get(OVERVIEW)
        if overview is not None:
            sheet = overview_sheet(self._workbook, overview, titles)
            if sheet is not None:
                self._shown[OVERVIEW] = sheet
                titles.remove(sheet)
                Overview(self._workbook, sheet, overview, self._findings).read()
        for title in titles:
            self._read_sheet(title)
        for key, table in self._given.tables.items():
            if key not in self._shown:
                self._tell_gone(table)
        if self._workbook.has_comments:
            self._findings.private.append("comments on cells")

    def _read_sheet(self, title: str) -> None:
        header = self._header(title)
        if header is None:
            self._read_other(title)
            return
        table = header.table
        if table.key in self._shown and not table.is_editable:
            self._findings.private.append(f"{sheet_place(title)}: a copy of “{table.title}”")
            return
        if table.key in self._shown:
            self._findings.refuse(
                sheet_place(title),
                f"This sheet has the same table as “{self._shown[table.key]}”, and nobody can "
                "tell which of the two is meant.",
                "Remove one of the two, or give it headers of its own.",
                kind=(sheet_place(title), "sheets"),
            )
            return
        self._shown[table.key] = title
        sheet: StatementSheet | ListingSheet
        if table.is_editable:
            sheet = StatementSheet(self._workbook, title, header, self._seen, self._findings)
        else:
            sheet = ListingSheet(self._workbook, title, header, self._findings)
        above = 0
        for number, row in enumerate(self._workbook.rows(title), start=1):
            if number > header.row:
                sheet.read(number, row)
            elif number < header.row:
                above += sum(cell.value is not None for cell in row)
        sheet.end()
        if above:
            self._findings.private.append(f"{sheet_place(title)}: cells above the table")

    def _header(self, title: str) -> Header | None:
        """The header of a sheet's table; where several tables fit, its rows tell which it is."""
        for number, row in enumerate(self._workbook.rows(title, most=SEARCHED), start=1):
            headers = headers_in(row, number, self._tables.values())
            if not headers:
                continue
            if len(headers) == 1:
                return headers[0]
            return max(headers, key=lambda each: self._fit(title, each))
        return None

    def _fit(self, title: str, header: Header) -> tuple[int, bool, bool]:
        table = header.table
        columns = Columns(self._workbook, title, header, Findings())
        marks = set(table.rows.values())
        hits = 0
        for row in islice(self._workbook.rows(title), header.row, header.row + _TELLING):
            whole = columns.padded(row)
            at = header.places.get(ID)
            if table.is_editable and at is not None:
                hits += text_alone(str(whole[at].value)) in table.rows
            else:
                hits += "".join(columns.marks(whole)) in marks
        return hits, table.key not in self._shown, table.title == title

    def _read_other(self, title: str) -> None:
        """Read a sheet without a header that is known: somebody's own, or one that lost it."""
        is_empty = True
        for row in self._workbook.rows(title, most=SEARCHED):
            marks = {self._workbook.mark(cell) for cell in row if cell.value is not None}
            is_empty = is_empty and not marks
            table = self._table_of(str(cell.value) for cell in row if cell.value is not None)
            if table is None:
                continue
            id, of = table
            # Half of the row, and not its id alone: a list of ids of one's own is no table.
            own = {mark for mark in each_of(of.rows[id]) if not mark.startswith("-")}
            if len(own & marks) * 2 >= len(own) > 1:
                self._findings.refuse(
                    sheet_place(title),
                    f"This sheet shows rows of “{of.title}”, but not the header above them.",
                    "Put the header row back, or remove the sheet if it is your own copy.",
                    kind=(sheet_place(title), "headers"),
                )
                return
        if not is_empty:
            self._findings.private.append(f"sheet {sheet_place(title)}")

    def _table_of(self, texts: Iterable[str]) -> tuple[str, GivenTable] | None:
        for text in texts:
            id = text_alone(text)
            if "#" in id and (table := self._seen.table_of(id)) is not None:
                return id, table
        return None

    def _tell_gone(self, table: GivenTable) -> None:
        self._findings.remarks.append(
            f"The sheet “{table.title}” is gone; nothing is changed for that."
        )
        if table.is_editable:
            self._findings.absent.extend(id for id in table.rows if id not in self._seen.places)
