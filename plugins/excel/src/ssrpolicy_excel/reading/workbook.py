"""An edited workbook, read row by row: its sheets and what their cells hold."""

import datetime as dt
import re
import traceback
import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from decimal import Decimal
from itertools import chain, islice
from typing import Any, BinaryIO

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.datetime import from_excel, to_excel

from ssrpolicy.reporting import Entered, InputError, Mistake, package_damage_reported, xml_mistake
from ssrpolicy.views import Kind
from ssrpolicy_excel.limits import MOST_NEW_ROWS
from ssrpolicy_excel.messages import _
from ssrpolicy_excel.reading.findings import sheet_place
from ssrpolicy_excel.reading.package import CALLED, check_package
from ssrpolicy_excel.reading.sheets import Row, workbook_of
from ssrpolicy_excel.text import EMPTY, fingerprint, number_text, shown_text, text_alone

# LibreOffice saves a truth value as a formula.
_TRUTHS = {"=TRUE()": "TRUE", "=FALSE()": "FALSE", "=TRUE": "TRUE", "=FALSE": "FALSE"}
_COMMENTS = re.compile(r"xl/(threadedComments/|comments)", re.IGNORECASE)
# So many rows of each sheet are read once; more would fill the memory.
_KEPT = 200
# Excel's largest number is a little smaller.
_TOO_LARGE = 1e308
# No text can begin so: a formula is not taken for the words that it looks like.
_FORMULA, _ERROR = "\0formula ", "\0error "

# What openpyxl calls the reading of each part that a workbook has once.
_STEPS = {
    "read_manifest": "[Content_Types].xml",
    "read_strings": "xl/sharedStrings.xml",
    "read_workbook": "xl/workbook.xml",
    "read_properties": "docProps/core.xml",
    "read_custom": "docProps/custom.xml",
    "read_theme": "xl/theme/theme1.xml",
    "apply_stylesheet": "xl/styles.xml",
}


class EditedWorkbook:
    """A workbook of which each sheet can be read, as often as needed."""

    def __init__(self, workbook: Any, *, parts: list[str]) -> None:
        self._workbook = workbook
        self._epoch = workbook.epoch
        fonts = workbook._fonts  # noqa: SLF001 - openpyxl gives the fonts in use nowhere else
        self._strikes = any(font.strike for font in fonts)
        self._begun: dict[str, tuple[list[Row], Generator[Row, None, None]]] = {}
        self.has_comments = any(_COMMENTS.match(part) for part in parts)
        self.saved_by: str | None = (workbook.properties.lastModifiedBy or "").strip() or None

    @property
    def titles(self) -> list[str]:
        """The names of its sheets of cells, hidden ones included, in order."""
        return [sheet.title for sheet in self._workbook.worksheets]

    def rows(self, title: str, *, most: int | None = None) -> Iterator[Row]:
        """Yield the rows of a sheet from its first, empty ones among them, up to a number of them.

        The first rows are kept: a sheet is looked at several times, and most have no more.
        """
        if title not in self._begun:
            self._begun[title] = [], self._from_first(title)
        kept, rest = self._begun[title]
        for at in range(_KEPT if most is None else min(most, _KEPT)):
            if at == len(kept):
                kept.extend(islice(rest, 1))
            if at == len(kept):
                return
            yield kept[at]
        if most is None or most > _KEPT:
            yield from islice(self._from_first(title), _KEPT, most)

    def rows_of(self, title: str, *, exported: int) -> Iterator[Row]:
        """Yield the rows of the sheet of a table of which so many rows were exported.

        Raises InputError where very many more are filled: nothing of these could be merged.
        """
        left = exported + MOST_NEW_ROWS
        for number, row in enumerate(self.rows(title), start=1):
            left -= any(cell.value is not None for cell in row)
            if left < 0:
                raise _too_many(title, number, exported)
            yield row

    def close(self) -> None:
        """Leave off reading the sheets that were begun."""
        for begun in self._begun.values():
            begun[1].close()

    def _from_first(self, title: str) -> Generator[Row, None, None]:
        with _openpyxl_errors(_("its sheet {sheet}", sheet=sheet_place(title))):
            yield from self._workbook[title].every_row()

    def is_struck(self, cell: Any) -> bool:
        """Whether any of the words of a cell are struck through."""
        if isinstance(cell.value, CellRichText):
            blocks = [part for part in cell.value if isinstance(part, TextBlock)]
            return any(bool(part.font.strike) and part.text.strip() for part in blocks)
        if cell.value is None:
            return False
        whole = self._strikes and bool(cell.font.strike)
        return whole or (cell.row, cell.column) in cell.parent.struck

    def mark(self, cell: Any, kind: Kind | None = None) -> str:
        """Return the fingerprint of what a cell of a column of this kind holds."""
        value = cell.value
        if value is None:
            return EMPTY
        if cell.data_type == "s":
            return fingerprint(text_alone(str(value)))
        return fingerprint(self._plain(cell, kind))

    def _plain(self, cell: Any, kind: Kind | None) -> str:
        value = cell.value
        if cell.data_type == "f":
            text = formula_text(value)
            return _TRUTHS.get(text.upper(), _FORMULA + text)
        if cell.data_type == "e":
            return f"{_ERROR}{value}"
        if is_out_of_range(value):
            return f"{_ERROR}number"
        # A day that lost its format is a number, and a number that got one a day.
        if kind is Kind.DATE and _is_number(value):
            value = self._day(value)
        elif kind is Kind.NUMBER and isinstance(value, dt.datetime):
            value = to_excel(value, self._epoch)  # type: ignore[no-untyped-call]  # types-openpyxl leaves it bare
        entered = entered_value(value)
        return number_text(entered) if isinstance(entered, int | Decimal) else str(entered or "")

    def _day(self, number: float) -> object:
        try:
            return from_excel(number, self._epoch)
        except (OverflowError, ValueError):
            return number


def is_out_of_range(value: object) -> bool:
    """Whether a cell holds a number that is larger than any program keeps, or none at all."""
    return _is_number(value) and not abs(value) < _TOO_LARGE  # type: ignore[arg-type]  # _is_number says that it is a number, which mypy does not follow


def _too_many(title: str, number: int, exported: int) -> InputError:
    """Return the refusal of a sheet with very many more rows than were exported."""
    return InputError(
        _(
            "The sheet {sheet} has far more rows than were exported on it: it goes on at row "
            "{number:,}, and it had {exported:,} rows.",
            sheet=sheet_place(title),
            number=number,
            exported=exported,
        ),
        hint=_("Remove the rows that were added, or move them to a sheet of your own."),
    )


def is_formula(cell: Any) -> bool:
    """Whether a cell holds a formula; a truth value that LibreOffice saved is not one."""
    return cell.data_type == "f" and formula_text(cell.value).upper() not in _TRUTHS


def formula_text(value: Any) -> str:
    """Return a formula's text, with its equals sign."""
    text = str(getattr(value, "text", None) or value or "=")
    return text if text.startswith("=") else f"={text}"


def entered_value(value: Any) -> Entered:
    """Return what a cell holds, as the core takes it: days without time, numbers exact."""
    match value:
        case None:
            return None
        case CellRichText():
            return entered_value(str(value))
        case str():
            text = shown_text(value).replace("\r\n", "\n").replace("\r", "\n")
            entered = _TRUTHS.get(text.upper(), text) if text.strip() else None
        case bool():
            entered = str(value).upper()
        case int() | float():
            exact = Decimal(number_text(value))
            return int(exact) if exact == exact.to_integral_value() else exact
        case dt.datetime():
            return value.date() if value.time() == dt.time() else value.isoformat(sep=" ")
        case dt.date():
            return value
        case _:
            entered = str(value)
    return entered


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@contextmanager
def opened_workbook(stream: BinaryIO) -> Iterator[EditedWorkbook]:
    """Open a workbook to be read; raises InputError where the stream does not hold one."""
    parts = check_package(stream)
    with warnings.catch_warnings():
        # openpyxl warns of formats that it would lose; nothing is saved here.
        warnings.simplefilter("ignore")
        with _openpyxl_errors():
            workbook = workbook_of(stream)
        edited = EditedWorkbook(workbook, parts=parts)
        try:
            yield edited
        finally:
            edited.close()
            workbook.close()


@contextmanager
def _openpyxl_errors(what: str = "") -> Iterator[None]:
    """Raise whatever openpyxl raises for a damaged part as an InputError."""
    with package_damage_reported(_(CALLED)):
        try:
            yield
        except InputError:
            raise
        except MemoryError as error:
            raise InputError(_("The workbook is too large for this machine's memory.")) from error
        except SyntaxError as error:
            raise _unreadable(what, xml_mistake(error)) from error
        except Exception as error:
            raise _unreadable(what or _part_of(error)) from error


def _part_of(error: Exception) -> str:
    """Return the part that openpyxl was reading, by the step at which it failed."""
    raised = (error, *filter(None, (error.__cause__,)))
    frames = chain.from_iterable(traceback.walk_tb(each.__traceback__) for each in raised)
    steps = (frame.f_code.co_name for frame, _line in frames)
    part = next((_STEPS[step] for step in steps if step in _STEPS), None)
    return "" if part is None else _("its part {part}", part=part)


def _unreadable(what: str, mistake: Mistake | None = None) -> InputError:
    """The refusal of a workbook of which a part cannot be read."""
    what = what or _("a part of it")
    message = _("The workbook is damaged: {what} cannot be read.", what=what)
    if mistake is not None:
        message = _(
            "The workbook is damaged: {what} is not XML ({error}).", what=what, error=mistake
        )
    hint = _("Open it in Excel or LibreOffice, let it be repaired, and save it again.")
    return InputError(message, hint=hint)
