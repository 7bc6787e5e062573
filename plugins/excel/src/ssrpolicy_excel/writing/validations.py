"""What can be typed where: lists to choose from, words of help, and cells that refuse typing."""

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ssrpolicy import Language
from ssrpolicy.views import Column, Kind, Table, brief, label
from ssrpolicy_excel.limits import LONGEST_LIST, LONGEST_TITLE

# The lists that a column takes its values from, where that is not its own vocabulary; such a
# list helps, and refuses nothing: a cell may hold several names, or the title of a document.
_HELPING = {"owners": "parties", "evidence_document": "documents"}


def add_lists(workbook: Workbook, tables: Sequence[Table]) -> frozenset[str]:
    """Give the closed lists on the sheet of codes their names, and return those names.

    ``ssrpolicy_claimed`` are the labels of that vocabulary, ``ssrpolicy_documents`` the ids on
    the sheet of sources.
    """
    names: set[str] = set()
    for name, reference in _references(tables):
        workbook.defined_names[name] = DefinedName(name, attr_text=reference)
        names.add(name)
    return frozenset(names)


def add_validations(
    sheet: Worksheet, table: Table, lists: frozenset[str], language: Language
) -> None:
    """Add the rules of a table's cells: what its columns take, and which take nothing."""
    last = max(len(table.rows), 1) + 1
    sheet_rules = sheet.data_validations
    refuse_typing(sheet, closed_ranges(table), language)
    for number, column in enumerate(table.columns, start=1):
        if column.editable:
            letter = get_column_letter(number)
            rule = _taking(column, lists, language)
            rule.add(f"{letter}2:{letter}{last}")
            sheet_rules.append(rule)


def refuse_typing(sheet: Worksheet, ranges: str, language: Language) -> None:
    """Add a rule that no typed value keeps, and that says what to do instead."""
    sheet.data_validations.append(
        DataValidation(
            type="custom",
            formula1="FALSE",
            sqref=ranges,
            allow_blank=False,
            showErrorMessage=True,
            errorStyle="stop",
            errorTitle=label("workbook.locked_title", language),
            error=label("workbook.locked_text", language),
        )
    )


def closed_ranges(table: Table, *, header: bool = True) -> str:
    """Return the cells of a table that are to read, as ranges: headers, and columns of others."""
    last = max(len(table.rows), 1) + 1
    first = 1 if header else 2
    ranges: list[str] = []
    start = 0
    columns = table.columns
    while start < len(columns):
        end = start
        while end + 1 < len(columns) and columns[end + 1].editable is columns[start].editable:
            end += 1
        left, right = get_column_letter(start + 1), get_column_letter(end + 1)
        if not columns[start].editable:
            ranges.append(f"{left}{first}:{right}{last}")
        elif header:
            ranges.append(f"{left}1:{right}1")
        start = end + 1
    return " ".join(ranges)


def _references(tables: Sequence[Table]) -> Iterator[tuple[str, str]]:
    for table in tables:
        place = quote_sheetname(table.title)
        if table.key == "sources" and table.rows:
            yield "ssrpolicy_documents", f"{place}!$A$2:$A${len(table.rows) + 1}"
        if table.key != "codes":
            continue
        number = next(i for i, c in enumerate(table.columns, start=1) if c.key == "label")
        letter = get_column_letter(number)
        rows: dict[str, list[int]] = {}
        for row, id in enumerate(table.ids, start=2):
            rows.setdefault(id.partition("/")[0], []).append(row)
        for key, found in rows.items():
            yield f"ssrpolicy_{key}", f"{place}!${letter}${found[0]}:${letter}${found[-1]}"


def _taking(column: Column, lists: frozenset[str], language: Language) -> DataValidation:
    """A rule for a column to fill in, with the words that help a reader who chooses a cell."""
    rule = DataValidation(
        allow_blank=True,
        showInputMessage=True,
        promptTitle=brief(column.label, LONGEST_TITLE),
        prompt=column.hint,
    )
    helping = f"ssrpolicy_{_HELPING.get(column.key, '')}"
    if column.kind is Kind.DATE:
        # From the first day of Excel's calendar on; who types a quarter is asked, not refused.
        rule.type, rule.operator, rule.formula1 = "date", "greaterThanOrEqual", "1"
        _refuse(rule, "date", language)
        rule.errorStyle = "warning"
    elif column.choices:
        source = _source(column, lists)
        if source is not None:
            rule.type, rule.formula1 = "list", source
            _refuse(rule, "list", language)
    elif helping in lists:
        rule.type, rule.formula1 = "list", helping
        rule.showErrorMessage = False
    return rule


def _source(column: Column, lists: frozenset[str]) -> str | None:
    """The list of a column's values: that of the sheet of codes, or the values themselves."""
    if f"ssrpolicy_{column.key}" in lists:
        return f"ssrpolicy_{column.key}"
    labels = [choice.label for choice in column.choices]
    text = ",".join(labels).replace('"', '""')
    if len(text) > LONGEST_LIST or any("," in each for each in labels):
        return None
    return f'"{text}"'


def _refuse(rule: DataValidation, kind: str, language: Language) -> None:
    rule.showErrorMessage, rule.errorStyle = True, "stop"
    rule.errorTitle = label(f"workbook.{kind}_title", language)
    rule.error = label(f"workbook.{kind}_text", language)
