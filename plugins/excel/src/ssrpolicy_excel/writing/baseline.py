"""The hidden sheet that says what was exported: what an edited workbook is compared with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from ssrpolicy.reporting import Baseline
from ssrpolicy.views import Column, Value
from ssrpolicy_excel.baseline_sheet import FORM, MAGIC, OVERVIEW
from ssrpolicy_excel.fingerprints import fingerprint_of
from ssrpolicy_excel.writing.streaming import Rows, new_sheet, text_cell

_TITLE = "ssrpolicy"
_PART = 32_000

_as_json = json.JSONEncoder(separators=(",", ":")).encode


class BaselineSheet:
    """The baseline while it is written, beside the sheets that it describes.

    Make one before the first sheet is filled; call :meth:`table` and then :meth:`row` for each
    row of it, :meth:`overview_row` for each row of the overview, and :meth:`finish` at the end.
    """

    def __init__(self, workbook: Workbook, baseline: Baseline) -> None:
        self._workbook = workbook
        sheet = new_sheet(workbook, _TITLE)
        sheet.sheet_state = "veryHidden"
        self._rows = Rows(sheet)
        self._language = baseline.language
        self._standings = baseline.standings
        self._sum = blake2b(digest_size=16)
        self._overview: list[str] = []
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

    def row(self, id: str, values: Iterable[Value]) -> None:
        """Add a row of the table that was begun last: a value for each of its columns."""
        language = self._language
        marks = "".join([fingerprint_of(value, language) for value in values])
        standing = self._standings.get(id)
        if standing is None:
            self._append(["row", id, marks])
        else:
            self._append(["row", id, marks, standing.to_plain()])

    def overview_row(self, values: Iterable[Value]) -> None:
        """Add a row of the overview: what stands in its cells, from the first column on."""
        marks = "".join([fingerprint_of(value, self._language) for value in values])
        if marks:
            self._overview.append(marks)

    def finish(self, overview: str | None = None) -> None:
        """End the sheet and put it behind all others; ``overview`` is that sheet's title."""
        if overview is not None:
            self._append(["table", OVERVIEW, overview, []])
            for number, marks in enumerate(self._overview, start=1):
                self._append(["row", f"{OVERVIEW}/{number}", marks])
        self._append(["end", self._rows.last, self._sum.hexdigest()])
        self._workbook.move_sheet(_TITLE, len(self._workbook.sheetnames))

    def _append(self, content: list[object]) -> None:
        # LibreOffice takes _x000D_ for a carriage return, so no underscore stands as it is.
        text = _as_json(content).replace("_", "\\u005f")
        self._sum.update(text.encode("ascii"))
        parts = [text[start : start + _PART] for start in range(0, len(text), _PART)]
        number = self._rows.next
        cells = [
            text_cell(f"{get_column_letter(column)}{number}", part)
            for column, part in enumerate(parts, start=1)
        ]
        self._rows.append("".join(cells))
