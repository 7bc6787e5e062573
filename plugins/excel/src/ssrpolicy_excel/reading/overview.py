"""The overview that came home: nothing in it is edited, and notes beside it do no harm."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from attrs import define
from openpyxl.utils import get_column_letter

from ssrpolicy_excel.fingerprints import EMPTY, each_of
from ssrpolicy_excel.reading.baseline import GivenTable
from ssrpolicy_excel.reading.findings import Findings, counted
from ssrpolicy_excel.reading.references import cell_place, row_place, sheet_place
from ssrpolicy_excel.reading.workbook import HomeWorkbook

_LOOKED_AT = 60
"""So many rows of a sheet are looked at to tell whether it is the overview."""


def overview_sheet(workbook: HomeWorkbook, given: GivenTable, titles: list[str]) -> str | None:
    """Return the name of the sheet that shows most of the overview's rows; None where none does."""
    rows = {_filled(each_of(marks)) for marks in given.rows.values()}
    best, most = None, min(len(rows), 3) - 1
    for title in titles:
        first = workbook.rows(title, most=_LOOKED_AT)
        hits = sum(_filled(map(workbook.mark, row)) in rows for row in first)
        if hits > most:
            best, most = title, hits
    return best


def _filled(marks: Iterable[str]) -> tuple[str, ...]:
    return tuple(mark for mark in marks if mark != EMPTY)


@define(kw_only=True, eq=False)
class _Line:
    """A row of the sheet: where each filled cell stands, and which row was given out before it."""

    row: int
    cells: list[tuple[int, str]]
    after: int


class Overview:
    """The overview's sheet, held against what was given out."""

    def __init__(
        self, workbook: HomeWorkbook, sheet: str, given: GivenTable, findings: Findings
    ) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._findings = findings
        self._given = [_filled(each_of(marks)) for marks in given.rows.values()]
        self._open: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in reversed(range(len(self._given))):
            self._open[self._given[number]].append(number)

    def read(self) -> None:
        """Tell what was changed, added and taken out."""
        lines = self._lines()
        left = {number for numbers in self._open.values() for number in numbers}
        holding: dict[str, list[int]] = defaultdict(list)
        for number in sorted(left):
            for mark in self._given[number]:
                holding[mark].append(number)
        added = 0
        for line in lines:
            shared = Counter(n for _, mark in line.cells for n in holding[mark][:50] if n in left)
            like = shared.most_common(1)[0][0] if shared else None
            # A title stands alone in its row; when it is changed, only its place tells.
            if like is None and line.after + 1 in left:
                like = line.after + 1
            if like is None:
                added += len(line.cells)
                continue
            left.discard(like)
            added += self._compare(line, self._given[like])
        if added:
            self._findings.private.append(
                f"{sheet_place(self._sheet)}: {counted(added, 'cell')} beside what was given out"
            )
        if left:
            self._findings.remarks.append(
                f"{sheet_place(self._sheet)}: {counted(len(left), 'row')} of the overview are no "
                "longer there; nothing is changed for that."
            )

    def _lines(self) -> list[_Line]:
        """The rows that are not as any that was given out."""
        lines: list[_Line] = []
        after = -1
        for number, row in enumerate(self._workbook.rows(self._sheet), start=1):
            marks = [(at, self._workbook.mark(cell)) for at, cell in enumerate(row, start=1)]
            cells = [(at, mark) for at, mark in marks if mark != EMPTY]
            if not cells:
                continue
            if numbers := self._open.get(tuple(mark for _, mark in cells)):
                after = numbers.pop()
            else:
                lines.append(_Line(row=number, cells=cells, after=after))
                # The row after a changed one follows the one that it was.
                after += 1
        return lines

    def _compare(self, line: _Line, given: tuple[str, ...]) -> int:
        """Tell what was changed in a row, and return how many cells were only added to it."""
        gone = Counter(given) - Counter(mark for _, mark in line.cells)
        more = Counter(mark for _, mark in line.cells) - Counter(given)
        new = [at for at, mark in line.cells if more[mark]]
        if not gone:
            return len(new)
        kind = (sheet_place(self._sheet), "cells of the overview")
        hint = "Undo it; the overview is counted anew in every report."
        if not new:
            self._findings.refuse(
                row_place(self._sheet, line.row),
                f"{counted(sum(gone.values()), 'cell')} of this row was emptied, and nothing on "
                "this sheet is edited.",
                hint,
                kind=kind,
            )
        for at in new:
            self._findings.refuse(
                cell_place(self._sheet, at, line.row),
                f"Column {get_column_letter(at)} of this row was changed, and nothing on this "
                "sheet is edited.",
                hint,
                kind=kind,
            )
        return 0
