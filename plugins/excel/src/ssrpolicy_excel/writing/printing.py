"""How a sheet comes out of a printer: landscape, one page wide, titled and numbered."""

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ssrpolicy.views import Tracker, label

_PAPER = {"a3": 8, "a4": 9}
# A header or footer holds 255 characters in all; a title has its own part of them.
_LONGEST_TITLE = 120


def set_up_page(
    sheet: Worksheet, tracker: Tracker, *, paper: str, title_row: int | None = None
) -> None:
    """Set a sheet up for paper; ``title_row`` is repeated on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPER[paper]
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    # In inches.
    sheet.page_margins = PageMargins(
        left=0.4, right=0.4, top=0.7, bottom=0.7, header=0.3, footer=0.3
    )
    if title_row is not None:
        sheet.print_title_rows = f"{title_row}:{title_row}"
    _fill(sheet.oddHeader, _plain(tracker.title), "&A")
    _fill(sheet.oddFooter, _plain(tracker.subject), label("workbook.page", tracker.language))


def _fill(item: HeaderFooterItem | None, left: str, right: str) -> None:
    if item is not None:
        item.left.text, item.right.text = left, right


def _plain(text: str) -> str:
    """A text without the sign that would start a code in a header, on one line."""
    line = " ".join(text.split())
    short = line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…"
    return short.replace("&", "&&")
