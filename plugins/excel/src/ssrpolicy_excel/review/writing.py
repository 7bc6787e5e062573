"""A workbook of proposals written: one sheet to decide in, and a hidden one."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any, BinaryIO, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ssrpolicy import Language, ReporterError
from ssrpolicy.reporting import Report, reproducible_package
from ssrpolicy.views import Column, Kind, Table, Value, label, long_date, proposals_table, visible
from ssrpolicy_excel.messages import _
from ssrpolicy_excel.review.form import FORMAT, HIDDEN, STATEMENTS, kept_columns, taken_columns
from ssrpolicy_excel.review.words import offered_asides
from ssrpolicy_excel.text import cell_text, plain_text
from ssrpolicy_excel.writing.sheets import excel_table, set_up_paper
from ssrpolicy_excel.writing.styles import DARK, FILL_IN, INK, begin_with_plain_font, font
from ssrpolicy_excel.writing.widths import lines_of, row_height

_HEAD: Final = 3
_LINES_AROUND: Final = 4
_PRINTED: Final = 10
_ABOUT: Final = "C"  # a column wide enough for what is said above the table
_LINE_BELOW: Final = Border(bottom=Side("thin", color="BFC8D4"))
_TOP: Final = Alignment(wrap_text=True, vertical="top")
_LANGUAGES: Final = {"nl": "nl-NL", "en": "en-GB"}


def write_review(report: Report, out: BinaryIO) -> None:
    """Write the open proposals of a report's record as a workbook."""
    if len(report.records) > 1:
        raise ReporterError(
            _("A workbook to review in is of one record, and these are {number}.",
              number=len(report.records)),
            hint=_("Report them one by one."),
        )  # fmt: skip
    record = report.records[0]
    draft = next((each for each in report.drafts if each.record == record.id), None)
    if draft is None or not draft.proposals:
        raise ReporterError(
            _("{record} has no open proposals to review.", record=record.id),
            hint=_("Make a draft first: ssrpolicy draft PATH"),
        )
    table = proposals_table(record, draft, language=report.language)
    workbook = Workbook()
    begin_with_plain_font(workbook)
    sheet: Any = workbook.active
    sheet.title = table.title
    _fill(sheet, table, report)
    _keep(workbook, table, record.id, report)
    properties = workbook.properties
    properties.title = label("review.title", report.language, record=record.id)
    properties.language = _LANGUAGES[report.language]
    properties.creator = "ssrpolicy"
    properties.created = properties.modified = dt.datetime.combine(report.as_of, dt.time())
    package = io.BytesIO()
    workbook.save(package)
    reproducible_package(package.getvalue(), out, as_of=report.as_of)


def _fill(sheet: Any, table: Table, report: Report) -> None:
    language = report.language
    title = label("review.title", language, record=report.records[0].id)
    sheet.append([visible(title)])
    sheet["A1"].font = font(14, DARK, bold=True)
    about = sheet[f"{_ABOUT}2"]
    about.value = label("review.about", language)
    about.font = font()
    about.alignment = _TOP
    for number, column in enumerate(table.columns, start=1):
        _head(sheet, number, column)
    wide = sheet.column_dimensions[_ABOUT].width
    sheet.row_dimensions[2].height = row_height(lines_of(about.value, wide))
    for place, (id, row) in enumerate(zip(table.ids, table.rows, strict=True), start=_HEAD + 1):
        for number, (column, value) in enumerate(zip(table.columns, row, strict=True), start=1):
            cell = sheet.cell(place, number)
            _put(cell, value, id, column)
            cell.font = font(bold=column.key == "source_words")
            cell.alignment = _TOP
            cell.border = _LINE_BELOW
        lines = [
            lines_of(str(value or ""), column.width)
            for column, value in zip(table.columns, row, strict=True)
        ]
        # What stands around the words is there to look up, and makes no row tall.
        tall = max(*lines[:_PRINTED], min(max(lines), _LINES_AROUND))
        sheet.row_dimensions[place].height = row_height(tall)
    last = max(_HEAD + 1, _HEAD + len(table.rows))
    for number, column in enumerate(table.columns, start=1):
        if column.choices and column.key in taken_columns():
            _offer(sheet, number, column, last, language)
    sheet.freeze_panes = sheet.cell(_HEAD + 1, 2)
    held = f"A{_HEAD}:{get_column_letter(len(table.columns))}{last}"
    sheet.add_table(excel_table(table, 1, held, filtered=True))
    words = (title, label("tracker.subject", language, date=long_date(report.as_of, language)))
    set_up_paper(sheet, words, language, paper="a4", title_row=_HEAD)
    sheet.print_area = f"A1:{get_column_letter(_PRINTED)}{last}"


def _offer(sheet: Any, number: int, column: Column, last: int, language: Language) -> None:
    """Offer the choices of a column in a list; of kinds what a statement can be, to statements."""
    is_kind = column.key == "kind"
    words = [each.label for each in column.choices if not is_kind or each.key in STATEMENTS]
    kinds = tuple(words)
    words += offered_asides(language) if is_kind else ()
    rule = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    letter = get_column_letter(number)
    if is_kind:
        for place in range(_HEAD + 1, last + 1):
            if sheet.cell(place, number).value in kinds:
                rule.add(f"{letter}{place}")
    else:
        rule.add(f"{letter}{_HEAD + 1}:{letter}{last}")
    if rule.sqref:
        sheet.add_data_validation(rule)


def _head(sheet: Any, number: int, column: Column) -> None:
    cell = sheet.cell(_HEAD, number)
    cell.value = column.label
    taken = column.key in taken_columns()
    # As in a tracker: what is to be filled in has a light header, in italics.
    ink, fill = (INK, FILL_IN) if taken else ("FFFFFF", DARK)
    cell.font = font(color=ink, bold=True, italic=taken)
    cell.fill = PatternFill("solid", fgColor=fill)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.column_dimensions[get_column_letter(number)].width = column.width


def _put(cell: Any, value: Value, item: str, column: Column) -> None:
    if value is None:
        return
    cell.value = cell_text(str(value), item=item, field=column.label)
    # Whatever a letter says, it is a text and never a formula.
    cell.data_type = "s"
    cell.quotePrefix = column.kind is not Kind.ID and str(value).startswith(("=", "+", "-", "@"))


def _keep(workbook: Workbook, table: Table, record: str, report: Report) -> None:
    """Keep on a hidden sheet what was exported of each proposal."""
    kept: Any = workbook.create_sheet(HIDDEN)
    kept.sheet_state = "veryHidden"
    keys = [column.key for column in table.columns]
    kept.append([FORMAT, record, report.language, *keys])
    places = [keys.index(key) for key in kept_columns(keys)]
    for id, row in zip(table.ids, table.rows, strict=True):
        texts = [plain_text(row[place], report.language) for place in places]
        kept.append([id, *(None for _text in texts)])
        for number, text in enumerate(texts, start=2):
            cell = kept.cell(kept.max_row, number)
            if text:
                cell.value = cell_text(text, item=id, field=HIDDEN)
                cell.data_type = "s"
