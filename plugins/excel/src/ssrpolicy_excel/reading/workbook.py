"""A workbook that came home, opened row by row: its sheets and what their cells hold."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, BinaryIO, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils.datetime import from_excel, to_excel

from ssrpolicy.reporting import InputError, Typed
from ssrpolicy.views import Kind
from ssrpolicy_excel.fingerprints import EMPTY, fingerprint, number_text, text_alone
from ssrpolicy_excel.limits import MOST_ROWS
from ssrpolicy_excel.reading.package import check_package, damage_told
from ssrpolicy_excel.text import shown_text

Row: TypeAlias = tuple[Any, ...]
"""The cells of a row, from the first column on: each has ``value`` and ``data_type``."""

# LibreOffice saves a truth value as a formula.
_TRUTHS = {"=TRUE()": "TRUE", "=FALSE()": "FALSE", "=TRUE": "TRUE", "=FALSE": "FALSE"}
# No text can begin so, which keeps a formula from passing for the words that it looks like.
_COMMENTS = re.compile(r"xl/(threadedComments/|comments)", re.IGNORECASE)
_FORMULA, _ERROR = "\0formula ", "\0error "


class HomeWorkbook:
    """A workbook that can be read, sheet by sheet, each as often as is needed."""

    def __init__(self, workbook: Any, *, parts: list[str]) -> None:
        self._workbook = workbook
        self._epoch = workbook.epoch
        self._has_comments = any(_COMMENTS.match(part) for part in parts)
        self.saved_by: str | None = (workbook.properties.lastModifiedBy or "").strip() or None

    @property
    def has_comments(self) -> bool:
        """Whether anybody wrote a comment on a cell."""
        return self._has_comments

    @property
    def titles(self) -> list[str]:
        """The names of its sheets of cells, hidden ones included, in order."""
        return [sheet.title for sheet in self._workbook.worksheets]

    def rows(self, title: str, *, most: int = MOST_ROWS) -> Iterator[Row]:
        """Yield the rows of a sheet from its first, empty ones among them."""
        sheet = self._workbook[title]
        # What a file says of a sheet's size is not always so, and would cut rows off.
        sheet.reset_dimensions()
        with _told():
            yield from sheet.iter_rows(max_row=most)

    def mark(self, cell: Any, kind: Kind | None = None) -> str:
        """Return the fingerprint of what a cell of a column of this kind holds."""
        value = cell.value
        if value is None:
            return EMPTY
        if cell.data_type == "s":
            return fingerprint(text_alone(value))
        return fingerprint(self._plain(cell, kind))

    def _plain(self, cell: Any, kind: Kind | None) -> str:
        value = cell.value
        if cell.data_type == "f":
            text = formula_text(value)
            return _TRUTHS.get(text.upper(), _FORMULA + text)
        if cell.data_type == "e":
            return f"{_ERROR}{value}"
        # A day that lost its format is a number, and a number that got one a day.
        if kind is Kind.DATE and _is_number(value):
            value = self._day(value)
        elif kind is Kind.NUMBER and isinstance(value, dt.datetime):
            value = to_excel(value, self._epoch)  # type: ignore[no-untyped-call]  # its stubs say nothing
        typed = typed_value(value)
        return number_text(typed) if isinstance(typed, int | Decimal) else str(typed or "")

    def _day(self, number: float) -> object:
        try:
            return from_excel(number, self._epoch)
        except (OverflowError, ValueError):
            return number


def is_formula(cell: Any) -> bool:
    """Whether a cell holds a formula; a truth value that LibreOffice saved is none."""
    return cell.data_type == "f" and formula_text(cell.value).upper() not in _TRUTHS


def formula_text(value: Any) -> str:
    """Return a formula's text, with its equals sign."""
    text = str(getattr(value, "text", None) or value or "=")
    return text if text.startswith("=") else f"={text}"


def typed_value(value: Any) -> Typed:
    """Return what a cell holds, as the core takes it: days without time, numbers exact."""
    match value:
        case None:
            return None
        case str():
            text = shown_text(value).replace("\r\n", "\n").replace("\r", "\n")
            typed = _TRUTHS.get(text.upper(), text) if text.strip() else None
        case bool():
            typed = str(value).upper()
        case int() | float():
            exact = Decimal(number_text(value))
            return int(exact) if exact == exact.to_integral_value() else exact
        case dt.datetime():
            return value.date() if value.time() == dt.time() else value.isoformat(sep=" ")
        case dt.date():
            return value
        case _:
            typed = str(value)
    return typed


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@contextmanager
def opened_workbook(stream: BinaryIO) -> Iterator[HomeWorkbook]:
    """Open a workbook to be read; raises InputError where there is none."""
    parts = check_package(stream)
    with warnings.catch_warnings():
        # openpyxl warns of formats that it would lose; nothing is saved here.
        warnings.simplefilter("ignore")
        with _told():
            workbook = load_workbook(stream, read_only=True, keep_links=False)
        try:
            yield HomeWorkbook(workbook, parts=parts)
        finally:
            workbook.close()


@contextmanager
def _told() -> Iterator[None]:
    """Turn whatever openpyxl raises of a part that is not as it should be into an InputError."""
    with damage_told():
        try:
            yield
        except InputError:
            raise
        except MemoryError as error:
            raise InputError("The workbook is too large for this machine's memory.") from error
        except Exception as error:
            raise InputError(
                f"The workbook is damaged: openpyxl cannot read it ({_cause(error)}).",
                hint="Open it in Excel or LibreOffice, let it be repaired, and save it again.",
            ) from error


def _cause(error: Exception) -> str:
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words:.120}" if words else type(error).__name__
