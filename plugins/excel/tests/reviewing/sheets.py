"""The workbook to review a draft in, as tests fill it in and merge it."""

from pathlib import Path
from typing import Any

import openpyxl
from click.testing import CliRunner, Result

from ssrpolicy.cli.main import _command

DAY = "2031-04-02"
"""The day of the decisions."""
HEAD = 3
"""The row of the heads."""


def run(*words: str | Path) -> Result:
    """Run ``ssrpolicy``."""
    return CliRunner().invoke(_command, [str(each) for each in words])


class Sheet:
    """The sheet of a workbook, its cells by the words above them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._book = openpyxl.load_workbook(file)
        self.sheet: Any = self._book.worksheets[0]
        self.heads = {cell.value: cell.column for cell in self.sheet[HEAD]}

    def rows(self, kind: str | None = None) -> list[int]:
        """The numbers of the rows, of a kind of proposal."""
        every = range(HEAD + 1, self.sheet.max_row + 1)
        return [n for n in every if kind in (None, self.cell(n, "Soort").value)]

    def cell(self, row: int, head: str) -> Any:
        """A cell by its row and the words above it."""
        return self.sheet.cell(row, self.heads[head])

    def save(self) -> Path:
        """Save the workbook where it was."""
        self._book.save(self._file)
        return self._file


def merged(file: Path, record: Path, *more: str) -> Result:
    """Merge a workbook, with ``--apply``."""
    return run("merge", file, record, "--by", "jansen", "--date", DAY, "--apply", *more)
