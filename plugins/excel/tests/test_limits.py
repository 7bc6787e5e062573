"""What a cell or a sheet cannot hold: texts like formulas, old dates, long texts, many rows."""

import datetime as dt
import re

import attrs
import pytest
from plugins.excel.tests.workbooks import opened, rows, written

from ssrpolicy import ContentError, LocalText, PolicyRecord
from ssrpolicy.reporting import PackageLimits
from ssrpolicy.testing import small_record
from ssrpolicy.views.workbook.tables import Column, Table
from ssrpolicy.views.workbook.tracker import tracker
from ssrpolicy_excel.limits import MOST_ROWS
from ssrpolicy_excel.writing.sheets import check_sizes

pytestmark = pytest.mark.heavy


@pytest.mark.parametrize(
    "address, target",
    [
        (
            "https://example.org/bri\u00ebf.html?a=1&b=%202",
            "https://example.org/bri%C3%ABf.html?a=1&b=%202",
        ),
        ("https://[example.org/brief", None),
        ("https:///brief", None),
        ("https://example.org/" + "a" * 3_000, None),
    ],
)
def test_an_address_that_is_none_is_no_link(address: str, target: str | None) -> None:
    """A letter with a mark becomes an escape; what Excel takes for damage is text alone."""
    record = small_record()
    changed = attrs.evolve(record.documents[0], url=address)
    record = attrs.evolve(record, documents=(changed, *record.documents[1:]))

    sheet = opened(written(record))["Bronnen"]
    (column,) = (cell.column for cell in sheet[1] if cell.value == "Adres")
    cell = sheet.cell(2, column)

    assert cell.value == address
    assert (cell.hyperlink.target if cell.hyperlink else None) == target


def with_summary(text: str) -> PolicyRecord:
    """A small record of which a commitment has this summary."""
    record = small_record()
    first, *others = record.statements
    changed = attrs.evolve(first, summary=LocalText(nl=text))
    return attrs.evolve(record, statements=(changed, *others))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@som", "\t=1+1", "#N/A", "0012", "TRUE"])
def test_a_text_stays_a_text(text: str) -> None:
    """What looks like a formula, an error or a number is kept as the words that it is."""
    cell = opened(written(with_summary(text)))["Toezeggingen"]["B2"]

    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t"))


def test_a_text_too_long_for_a_cell_is_named() -> None:
    """A summary longer than a cell holds is refused, with the item and the column."""
    with pytest.raises(ContentError, match=r"#report: Samenvatting has 40,000 characters"):
        written(with_summary("a" * 40_000))


def test_a_date_before_excels_calendar_stands_in_words() -> None:
    """A day before 1900 is text, because Excel's calendar does not know it."""
    record = small_record()
    old = attrs.evolve(record.documents[0], date=dt.date(1815, 3, 16))
    record = attrs.evolve(record, documents=(old, *record.documents[1:]))

    row = rows(opened(written(record))["Bronnen"])[0]

    assert row["Datum"] == "16 maart 1815"


def high(rows: int) -> Table:
    """A table of so many rows."""
    return Table(
        key="history",
        title="Verloop",
        columns=(Column(key="date", label="Datum"),),
        rows=((None,),) * rows,
        ids=("",) * rows,
    )


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    """A table of one row too many is refused before anything is written."""
    view = tracker((small_record(),), as_of=dt.date(2010, 12, 31), language="nl")

    with pytest.raises(ContentError, match="Verloop has 1,048,576 rows"):
        check_sizes(view, [high(MOST_ROWS)], 1)


def test_more_rows_than_the_hidden_sheet_holds_are_refused() -> None:
    """Each sheet may hold its rows where the one that holds a row for all of them does not."""
    view = tracker((small_record(),), as_of=dt.date(2010, 12, 31), language="nl")

    with pytest.raises(ContentError, match=r"The hidden sheet .* has 1,2\d\d,\d{3} rows"):
        check_sizes(view, [high(600_000), high(600_000)], 1)


def test_a_workbook_that_is_too_long_to_be_read_back_says_so() -> None:
    """Who fills it in would find out only when the edits are to be merged."""
    view = tracker((small_record(),), as_of=dt.date(2010, 12, 31), language="nl")
    most = PackageLimits().rows

    assert check_sizes(view, [high(most // 2)], 1) == ()
    (remark,) = check_sizes(view, [high(most)], 1)
    assert re.fullmatch(
        r"Edits in this workbook cannot be merged: it has 25\d,\d{3} rows, and 250,000 are read\. "
        r"Report fewer records at a time, or a selection\.",
        remark,
    )
