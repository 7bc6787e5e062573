"""A sheet that shows a table: its header, its columns, and what people added next to them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils import get_column_letter

from ssrpolicy.reporting import together
from ssrpolicy_excel.messages import _, ngettext
from ssrpolicy_excel.reading.baseline import ExportedColumn, ExportedTable
from ssrpolicy_excel.reading.findings import Findings, cell_place, sheet_place
from ssrpolicy_excel.reading.sheets import Row
from ssrpolicy_excel.reading.workbook import EditedWorkbook
from ssrpolicy_excel.text import EMPTY, each_of, text_alone

SEARCHED = 1_000
"""So many rows of a sheet are searched for a header: people put titles and notes above it."""


@frozen(kw_only=True, eq=False)
class Header:
    """The header of a table as it is in a sheet; columns count from 0, ``row`` from 1.

    ``places`` gives the first place of each column by its key, ``twice`` all places of those that
    are there several times; ``missing`` are the keys of those that are gone; ``others`` are the
    labels that were not exported.
    """

    table: ExportedTable
    row: int
    places: dict[str, int]
    twice: dict[str, list[int]]
    missing: tuple[str, ...]
    others: dict[int, str]

    def expected_place(self, key: str) -> int | None:
        """Return where a missing column was by its neighbours, unless another is there now."""
        keys = [column.key for column in self.table.columns]
        index = keys.index(key)
        for neighbour, step in ((index - 1, 1), (index + 1, -1)):
            if 0 <= neighbour < len(keys) and keys[neighbour] in self.places:
                column = self.places[keys[neighbour]] + step
                if column >= 0 and column not in self.places.values():
                    return column
        return None


def headers_in(row: Row, number: int, tables: Iterable[ExportedTable]) -> list[Header]:
    """Return the headers that a row may be: those of the tables with most of its labels.

    Several tables may have the same columns; then there is one for each.
    """
    found: dict[str, list[int]] = defaultdict(list)
    shown: dict[int, str] = {}
    for column, cell in enumerate(row):
        if cell.value is not None and (label := text_alone(str(cell.value))):
            shown[column] = label
            found[_folded(label)].append(column)
    rated = []
    for table in tables:
        hits = sum(_folded(column.label) in found for column in table.columns)
        if hits and hits * 2 >= len(table.columns):
            # Less by one for each label that is not there: a few columns of one table may all
            # be columns of another.
            rated.append((hits * 2 - len(table.columns), table))
    best = max((rate for rate, _ in rated), default=0)
    return [_header(table, number, found, shown) for rate, table in rated if rate == best]


def _header(
    table: ExportedTable, number: int, found: dict[str, list[int]], shown: dict[int, str]
) -> Header:
    places = {column.key: found.get(_folded(column.label), []) for column in table.columns}
    known = {at for columns in places.values() for at in columns}
    return Header(
        table=table,
        row=number,
        places={key: columns[0] for key, columns in places.items() if columns},
        twice={key: columns for key, columns in places.items() if len(columns) > 1},
        missing=tuple(key for key, columns in places.items() if not columns),
        others={at: label for at, label in shown.items() if at not in known},
    )


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


class TableSheet:
    """A sheet with a table while it is read, row by row and then as a whole."""

    def __init__(
        self, workbook: EditedWorkbook, title: str, header: Header, findings: Findings
    ) -> None:
        self._workbook = workbook
        self._title = title
        self._header = header
        self._table = header.table
        self._findings = findings
        self._after_gap = False
        """Whether an empty row separates the next row from the table."""
        twice = (column for columns in header.twice.values() for column in columns)
        self._known = {*header.places.values(), *twice}
        # Where a column is gone its cells count as empty, so that nothing seems changed.
        self._at = [(header.places.get(c.key), c.kind) for c in self._table.columns]
        self._width = max(self._known) + 1
        self._filled: Counter[int] = Counter()
        self._matching: Counter[tuple[int, str]] = Counter()
        self._exported: Counter[str] = Counter()

    def note_gap(self) -> None:
        """Note that an empty row follows: what comes after it may not belong to the table."""
        self._after_gap = True

    def finish(self) -> None:
        """Report what the sheet as a whole lacks or has too much."""
        for key, places in self._header.twice.items():
            where = together([get_column_letter(at + 1) for at in places])
            self._refuse(
                _("headers"),
                cell_place(self._title, places[1] + 1, self._header.row),
                _(
                    "The column “{label}” stands twice, in {where}.",
                    label=self._table.column(key).label,
                    where=where,
                ),
                _("Give the copy a header of its own, or remove it."),
            )
        renamed = {self._report_missing(key) for key in self._header.missing}
        for at in sorted({*self._filled, *self._header.others} - renamed):
            label = self._header.others.get(at)
            cells = ngettext("{number:,} cell", "{number:,} cells", self._filled[at])
            column = get_column_letter(at + 1)
            if label:
                named = _(
                    "column {column} “{label}”, {cells}", column=column, label=label, cells=cells
                )
                self._private(named)
            else:
                self._private(_("column {column}, {cells}", column=column, cells=cells))

    def table_cells(self, row: Row) -> tuple[Row, list[str]] | None:
        """Return a row with a cell for each column, and the fingerprints of the table's cells.

        None for a row with private cells alone, which neither ends the table nor belongs to it.
        """
        row = self.padded(row)
        marks = self.marks(row)
        if any(mark != EMPTY for mark in marks):
            return row, marks
        self._note_others(row, None)
        return None

    def padded(self, row: Row) -> Row:
        """Return a row with a cell for each column, however early it ends."""
        missing = self._width - len(row)
        return row if missing <= 0 else (*row, *[EMPTY_CELL] * missing)

    def marks(self, row: Row) -> list[str]:
        """Return the fingerprints of a row's cells, in the order of the exported columns."""
        mark = self._workbook.mark
        return [EMPTY if at is None else mark(row[at], kind) for at, kind in self._at]

    def _refuse(self, about: str, place: str, message: str, hint: str) -> None:
        self._findings.refuse(sheet_place(self._title), about, place, message, hint)

    def _private(self, what: str) -> None:
        self._findings.private.append(f"{sheet_place(self._title)}: {what}")

    def _remark(self, sentence: str) -> None:
        self._findings.remarks.append(f"{sheet_place(self._title)}: {sentence}")

    def _changed_columns(
        self, exported: str, marks: Iterable[str]
    ) -> Iterator[tuple[ExportedColumn, int]]:
        """Yield the columns in which a row is not as exported, with their places from 0."""
        for column, was, now in zip(self._table.columns, each_of(exported), marks, strict=True):
            if was != now and (at := self._header.places.get(column.key)) is not None:
                yield column, at

    def _note_others(self, row: Row, exported: str | None) -> None:
        """Count the cells next to the table, and search them for a column without its header."""
        if len(row) == len(self._known):
            return
        was: dict[str, str] = {}
        if exported is not None and self._header.missing:
            keys = [column.key for column in self._table.columns]
            marks = dict(zip(keys, each_of(exported), strict=True))
            was = {key: marks[key] for key in self._header.missing if marks[key] != EMPTY}
        self._exported.update(was.keys())
        for at, cell in enumerate(row):
            if at in self._known or cell.value is None:
                continue
            self._filled[at] += 1
            for key, mark in was.items():
                if self._workbook.mark(cell) == mark:
                    self._matching[at, key] += 1

    def _report_missing(self, key: str) -> int | None:
        """Report that a column is gone; or refuse its changed header, and return where it is."""
        label = self._table.column(key).label
        at = self._likely_place(key)
        if at is None:
            self._remark(_("the column “{label}” is gone; that changes nothing.", label=label))
            return None
        now = self._header.others.get(at)
        self._refuse(
            _("headers"),
            cell_place(self._title, at + 1, self._header.row),
            _(
                "The header of the column “{label}” was changed to “{now:.120}”.",
                label=label,
                now=now,
            )
            if now
            else _("The header of the column “{label}” was emptied.", label=label),
            _(
                "Put “{label}” back. If the column was deleted and this is one of your own, "
                "move yours to the right of the table.",
                label=label,
            ),
        )
        return at

    def _likely_place(self, key: str) -> int | None:
        likely = max(
            (at for at, name in self._matching if name == key),
            key=lambda at: self._matching[at, key],
            default=None,
        )
        if likely is not None and self._matching[likely, key] * 2 >= self._exported[key]:
            return likely
        neighbour = self._header.expected_place(key)
        if neighbour in self._header.others or (neighbour is not None and self._filled[neighbour]):
            return neighbour
        return None
