"""A day that a term gives only by approximation is marked where the tracker shows it."""

import datetime as dt

import pytest
from attrs import evolve
from plugins.excel.tests.workbooks import opened, written

from ssrpolicy import PolicyRecord
from ssrpolicy.model import EdtfDate, Timeframe, Update

pytestmark = pytest.mark.heavy


def moved(record: PolicyRecord, date: str) -> PolicyRecord:
    """The record with a commitment whose term is now of this date."""
    term = Timeframe(phrase="een nieuwe termijn", date=EdtfDate(date))
    update = Update(statement="african-union", date=dt.date(2011, 5, 1), by="nl-bz", timeframe=term)
    return evolve(record, updates=(*record.updates, update))


@pytest.mark.parametrize("date, marked", [("2031~", True), ("2031", False), ("2031?", True)])
def test_a_day_by_approximation_is_a_day_that_is_marked(
    letter_record: PolicyRecord, date: str, *, marked: bool
) -> None:
    """The cell sorts and filters as the others do; its format shows the sign."""
    workbook = opened(written(moved(letter_record, date), as_of=dt.date(2012, 1, 1)))
    sheet = workbook["Toezeggingen"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Laatste einddatum")
    cell = next(
        row[column - 1]
        for row in sheet.iter_rows(min_row=2)
        if str(row[0].value).endswith("african-union")
    )

    assert f"{cell.value:%Y-%m-%d}" == "2031-12-31"
    assert ("±" in cell.number_format) is marked
