"""Where a cell is, as people find it: the sheet as it is called now, column and row."""

from __future__ import annotations

import re

from openpyxl.utils import get_column_letter

_PLAIN = re.compile(r"[^\W\d]\w*")


def sheet_place(sheet: str) -> str:
    """Return a sheet's name as a formula would have it: quoted where it is not one word."""
    if _PLAIN.fullmatch(sheet):
        return sheet
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'"


def cell_place(sheet: str, column: int, row: int) -> str:
    """Return the place of a cell, such as ``Toezeggingen!K7``; both numbers count from 1."""
    return f"{sheet_place(sheet)}!{get_column_letter(column)}{row}"


def row_place(sheet: str, row: int) -> str:
    """Return the place of a row, such as ``Toezeggingen!7:7``."""
    return f"{sheet_place(sheet)}!{row}:{row}"
