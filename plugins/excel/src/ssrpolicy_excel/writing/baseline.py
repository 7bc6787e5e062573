"""The hidden sheet with the exported values, with which an edited workbook is compared."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from openpyxl.utils import get_column_letter

from ssrpolicy.reporting import Baseline
from ssrpolicy.views import Column
from ssrpolicy_excel.baseline_sheet import FORM, MAGIC
from ssrpolicy_excel.writing.cells import text_markup
from ssrpolicy_excel.writing.rows import Sheets

_TITLE = "ssrpolicy"
_PART = 32_000

_as_json = json.JSONEncoder(separators=(",", ":")).encode


class BaselineSheet:
    """The baseline while it is written, next to the sheets that it describes.

    Make one before the first sheet is filled; call :meth:`table` and then :meth:`row` for each
    row of it, :meth:`free_row` for each row of a sheet without a table, and :meth:`finish` at the
    end. Rows come as the fingerprints of their cells, from the first column on.
    """

    def __init__(self, sheets: Sheets, baseline: Baseline) -> None:
        self._workbook = sheets.workbook
        self._rows = sheets.add(_TITLE)
        self._rows.sheet.sheet_state = "veryHidden"
        self._standings = baseline.standings
        self._sum = blake2b(digest_size=16)
        self._free: dict[str, list[str]] = defaultdict(list)
        self._append([MAGIC, FORM])
        self._append(
            ["baseline", {"as_of": baseline.as_of.isoformat(), "language": baseline.language}]
        )
        for id, digest in baseline.records.items():
            self._append(["record", id, digest])

    def table(self, key: str, title: str, columns: Sequence[Column]) -> None:
        """Begin a table, with its columns as they stand in the sheet."""
        described = [[each.key, each.label, each.kind.value, each.editable] for each in columns]
        self._append(["table", key, title, described])

    def row(self, id: str, marks: str) -> None:
        """Add a row of the table that was begun last."""
        standing = self._standings.get(id)
        if standing is None:
            self._append(["row", id, marks])
        else:
            self._append(["row", id, marks, standing.to_plain()])

    def free_row(self, key: str, marks: str) -> None:
        """Add a row of a sheet without a table, if anything stands in it."""
        if marks:
            self._free[key].append(marks)

    def finish(self, free: Mapping[str, str]) -> None:
        """End the sheet and put it after all others; ``free`` are the titles of those without."""
        for key, title in free.items():
            self._append(["table", key, title, []])
            for number, marks in enumerate(self._free[key], start=1):
                self._append(["row", f"{key}/{number}", marks])
        self._append(["end", self._rows.last, self._sum.hexdigest()])
        self._workbook.move_sheet(_TITLE, len(self._workbook.sheetnames))

    def _append(self, content: list[object]) -> None:
        # LibreOffice takes _x000D_ for a carriage return, so no underscore stands as it is.
        text = _as_json(content).replace("_", "\\u005f")
        self._sum.update(text.encode("ascii"))
        number = self._rows.next
        cells = [
            f'<c r="{get_column_letter(column)}{number}{text_markup(text[start : start + _PART])}'
            for column, start in enumerate(range(0, len(text), _PART), start=1)
        ]
        self._rows.append("".join(cells))
