"""What the tests of the workbook share: exporting one, editing it as people do, reading it."""

import datetime as dt
import io
import pickle
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import attrs
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from plugins.excel.tests.workbooks import opened, written

import ssrpolicy
from ssrpolicy import Language, PolicyRecord
from ssrpolicy.reporting import Edits
from ssrpolicy_excel.options import ExcelOptions
from ssrpolicy_excel.reporter import ExcelReporter


@cache
def _loaded(data: bytes) -> bytes:
    """A workbook as openpyxl loads it, kept to be opened again in a fifth of the time.

    Next to it stands what pickle loses of the collections of its sheets: tables, and what makes
    the row or column that is not there yet.
    """
    workbook = load_workbook(io.BytesIO(data))
    lost = [
        (
            list(sheet.tables.values()),
            sheet.row_dimensions.default_factory,
            sheet.column_dimensions.default_factory,
        )
        for sheet in workbook.worksheets
    ]
    return pickle.dumps((workbook, lost))


def reopened(data: bytes) -> Workbook:
    """A workbook of its own, as openpyxl loads it; the same bytes are loaded once."""
    workbook, lost = pickle.loads(_loaded(data))  # noqa: S301 - what was pickled above
    assert isinstance(workbook, Workbook)
    for sheet, (tables, row, column) in zip(workbook.worksheets, lost, strict=True):
        sheet.tables.clear()
        for table in tables:
            sheet.tables.add(table)
        sheet.row_dimensions.default_factory = row
        sheet.column_dimensions.default_factory = column
    return workbook


class Desk:
    """A desk where trackers are exported, edited and read."""

    as_of = dt.date(2010, 12, 31)

    def tracker(
        self,
        *records: PolicyRecord,
        language: Language = "nl",
        options: ExcelOptions | None = None,
        as_of: dt.date | None = None,
    ) -> bytes:
        """The bytes of a tracker of the records."""
        return written(*records, as_of=as_of or self.as_of, language=language, options=options)

    def changed(self, data: bytes, change: Callable[[Workbook], object]) -> bytes:
        """The workbook after somebody opened it, changed it and saved it."""
        workbook = reopened(data)
        change(workbook)
        out = io.BytesIO()
        workbook.save(out)
        return out.getvalue()

    def with_part(self, data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
        """The workbook with one part of its package changed."""
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            for part in old.namelist():
                content = old.read(part)
                new.writestr(part, change(content) if part == name else content)
        return out.getvalue()

    def edits(self, data: bytes) -> Edits:
        """The edits of a workbook."""
        return ExcelReporter().read_edits(io.BytesIO(data))

    def cell(self, sheet: Worksheet, label: str, id: str) -> Cell:
        """The cell below a header in the row of an id."""
        header = next(cell for cell in sheet[1] if cell.value == label)
        ids = next(cell for cell in sheet[1] if cell.value in ("Kenmerk", "Id", "ID"))
        for row in sheet.iter_rows(min_row=2):
            if str(row[ids.column - 1].value).endswith(id):
                return row[header.column - 1]  # type: ignore[return-value]  # the types say that a cell may be a part of a merged one, and no cell of a tracker is
        raise KeyError(id)


@pytest.fixture(scope="session")
def desk() -> Desk:
    """A desk to work at."""
    return Desk()


@pytest.fixture(scope="session")
def letter_record(letter: Path) -> PolicyRecord:
    """The record of the letter."""
    return ssrpolicy.load(letter)


@pytest.fixture(scope="session")
def dutch(letter_record: PolicyRecord) -> Workbook:
    """The letter's tracker in Dutch, opened."""
    return opened(written(letter_record))


@pytest.fixture(scope="session")
def letter_tracker(desk: Desk, letter_record: PolicyRecord) -> bytes:
    """The letter's tracker in Dutch, as it was exported."""
    return desk.tracker(letter_record)


@pytest.fixture(scope="session")
def short_tracker(desk: Desk, letter_record: PolicyRecord) -> bytes:
    """A tracker in Dutch of the letter's commitments and of a few of its other statements.

    It has every table that the whole letter's has, and is opened and saved in a third of the time.
    """
    everything = letter_record.statements
    kept = (*letter_record.commitments, *letter_record.claims[:2], *letter_record.positions[:2])
    named = {id for each in letter_record.dispositions for id in (*each.by, *each.because)}
    named |= {id for each in everything for id in (*each.needs, *each.uses)}
    statements = tuple(each for each in everything if each in kept or each.id in named)
    return desk.tracker(attrs.evolve(letter_record, statements=statements))
