"""What is found in an edited workbook, with the places where people find it."""

import re
from collections import Counter
from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from ssrpolicy.reporting import Refusal
from ssrpolicy_excel.messages import _

# One slip, such as sorting half the columns, can touch every cell; nobody reads ten thousand.
_MOST_OF_A_KIND = 20
_ONE_WORD = re.compile(r"[^\W\d]\w*")


class Findings:
    """The refusals, remarks and private additions of a workbook, in the order they are met."""

    def __init__(self) -> None:
        self.absent: list[str] = []
        self.private: list[str] = []
        self.remarks: list[str] = []
        self._refusals: list[Refusal] = []
        self._of_a_kind: Counter[tuple[str, str]] = Counter()

    def refuse(self, sheet: str, about: str, place: str, message: str, hint: str) -> None:
        """Add what cannot be merged; of one kind on one sheet the first are kept, others counted.

        ``sheet`` is the sheet's place, ``about`` names the kind, such as "headers".
        """
        self._of_a_kind[sheet, about] += 1
        if self._of_a_kind[sheet, about] <= _MOST_OF_A_KIND:
            self._refusals.append(Refusal(place=place, message=message, hint=hint))

    def refusals(self) -> Iterator[Refusal]:
        """Yield what cannot be merged, and at the end how many more of each kind there are."""
        yield from self._refusals
        for (sheet, about), number in self._of_a_kind.items():
            if (more := number - _MOST_OF_A_KIND) > 0:
                message = _(
                    "{more:,} more like these ({about}) are not listed.", more=more, about=about
                )
                yield Refusal(place=sheet, message=message)


def sheet_place(sheet: str) -> str:
    """Return a sheet's name as a formula would have it: quoted where it is not one word."""
    if _ONE_WORD.fullmatch(sheet):
        return sheet
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'"


def cell_place(sheet: str, column: int, row: int) -> str:
    """Return the place of a cell, such as ``Toezeggingen!K7``; both numbers count from 1."""
    return f"{sheet_place(sheet)}!{get_column_letter(column)}{row}"


def row_place(sheet: str, row: int) -> str:
    """Return the place of a row, in words: row 7 of Toezeggingen."""
    return _("row {row} of {sheet}", row=row, sheet=sheet_place(sheet))
