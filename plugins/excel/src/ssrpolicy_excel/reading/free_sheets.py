"""Sheets without a table compared with the exported ones: nothing is edited, notes do no harm."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from openpyxl.utils import get_column_letter

from ssrpolicy_excel.messages import _, ngettext
from ssrpolicy_excel.reading.baseline import ExportedTable
from ssrpolicy_excel.reading.findings import Findings, cell_place, row_place, sheet_place
from ssrpolicy_excel.reading.workbook import EditedWorkbook
from ssrpolicy_excel.text import EMPTY, each_of

# So many rows of a sheet decide whether it is the one that was exported.
_MOST_COMPARED = 60


def free_sheet(workbook: EditedWorkbook, exported: ExportedTable, titles: list[str]) -> str | None:
    """Return the name of the sheet that shows most of the exported rows; None where none does.

    The sheet that is still called so comes first; where it shows nothing else, no other is read.
    """
    rows = set(_exported_rows(exported))
    best, most = None, min(len(rows), 3) - 1
    for title in sorted(titles, key=lambda title: title != exported.title):
        first = workbook.rows(title, most=_MOST_COMPARED)
        filled = list(filter(None, (_filled(map(workbook.mark, row)) for row in first)))
        hits = sum(row in rows for row in filled)
        if hits > most:
            best, most = title, hits
            if title == exported.title and hits == len(filled):
                break
    return best


def compare_free_sheet(
    workbook: EditedWorkbook, sheet: str, exported: ExportedTable, findings: Findings
) -> None:
    """Report what was changed in a sheet without a table, added to it and removed from it."""
    rows = _exported_rows(exported)
    changed, left = _changed_rows(workbook, sheet, rows)
    having: dict[str, list[int]] = defaultdict(list)
    for number in sorted(left):
        for mark in rows[number]:
            having[mark].append(number)
    added, place = 0, sheet_place(sheet)
    for number, cells, before in changed:
        shared = Counter(n for __, mark in cells for n in having[mark][:50] if n in left)
        # A title stands alone in its row; when it is changed, only its place is left.
        like = shared.most_common(1)[0][0] if shared else before + 1
        was = rows[like] if like in left else ()
        left.discard(like)
        gone, more = _difference([mark for __, mark in cells], was)
        new = [at for at, mark in cells if more[mark]]
        if gone:
            _refuse(findings, sheet, number, new, gone)
        else:
            added += len(new)
    if added:
        said = ngettext(
            "{number:,} cell next to what was exported",
            "{number:,} cells next to what was exported",
            added,
        )
        findings.private.append(f"{place}: {said}")
    if left:
        said = ngettext(
            "{number:,} row of this sheet is missing; that changes nothing.",
            "{number:,} rows of this sheet are missing; that changes nothing.",
            len(left),
        )
        findings.remarks.append(f"{place}: {said}")


def _changed_rows(
    workbook: EditedWorkbook, sheet: str, rows: list[tuple[str, ...]]
) -> tuple[list[tuple[int, list[tuple[int, str]], int]], set[int]]:
    """Return the rows that differ from the export, and the exported rows that are missing.

    A changed row is its number, its filled cells with their columns, and the exported row before.
    """
    unmatched: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in reversed(range(len(rows))):
        unmatched[rows[number]].append(number)
    changed: list[tuple[int, list[tuple[int, str]], int]] = []
    before = -1
    for number, row in enumerate(workbook.rows_of(sheet, exported=len(rows)), start=1):
        marks = ((at, workbook.mark(cell)) for at, cell in enumerate(row, start=1))
        cells = [(at, mark) for at, mark in marks if mark != EMPTY]
        if not cells:
            continue
        if numbers := unmatched.get(tuple(mark for _, mark in cells)):
            before = numbers.pop()
        else:
            changed.append((number, cells, before))
            # The row after a changed one follows the one that it was.
            before += 1
    return changed, {number for numbers in unmatched.values() for number in numbers}


def _exported_rows(exported: ExportedTable) -> list[tuple[str, ...]]:
    return [_filled(each_of(marks)) for marks in exported.rows.values()]


def _filled(marks: Iterable[str]) -> tuple[str, ...]:
    return tuple(mark for mark in marks if mark != EMPTY)


def _difference(now: Sequence[str], was: Sequence[str]) -> tuple[int, Counter[str]]:
    """How many fingerprints are gone, and those that are new."""
    gone = Counter(was) - Counter(now)
    return sum(gone.values()), Counter(now) - Counter(was)


def _refuse(findings: Findings, sheet: str, row: int, changed: list[int], emptied: int) -> None:
    """Refuse the changed cells of a row, or the row where cells were only emptied."""
    found = [
        (
            cell_place(sheet, at, row),
            _(
                "Column {column} of this row was changed, and nothing on this sheet is edited.",
                column=get_column_letter(at),
            ),
        )
        for at in changed
    ]
    message = ngettext(
        "{number:,} cell of this row was emptied, and nothing on this sheet is edited.",
        "{number:,} cells of this row were emptied, and nothing on this sheet is edited.",
        emptied,
    )
    alone = (row_place(sheet, row), message)
    for place, message in found or [alone]:
        findings.refuse(
            sheet_place(sheet),
            _("cells that are not edited"),
            place,
            message,
            _("Undo it; this sheet is made anew in every report."),
        )
