"""The Excel reporter keeps the contracts that every reporter and every editable one keeps."""

import io

import pytest
from openpyxl import load_workbook

from ssrpolicy.testing import Cells, EditableReporterContract
from ssrpolicy.views import EDITABLE_COLUMNS, label
from ssrpolicy_excel.reporter import ExcelReporter
from ssrpolicy_excel.text import shown_text

pytestmark = pytest.mark.heavy


@pytest.mark.slow
class TestExcelReporter(EditableReporterContract):
    """The contracts, on workbooks edited and read again with openpyxl."""

    reporter = ExcelReporter()

    def text_of(self, data: bytes) -> str:
        """Return the text of every cell, as Excel shows it."""
        workbook = load_workbook(io.BytesIO(data))
        values = (cell.value for sheet in workbook for row in sheet.rows for cell in row)
        return "\n".join(shown_text(str(value)) for value in values if value is not None)

    def edited(self, data: bytes, cells: Cells) -> bytes:
        """Return the workbook after somebody typed values in the row of a statement."""
        workbook = load_workbook(io.BytesIO(data))
        keys = {part: key for key, part in EDITABLE_COLUMNS.items()}
        for (item, part), value in cells.items():
            heading = label(f"field.{keys[part]}", "nl").casefold()
            row, places = next(
                (row, [str(cell.value).casefold() for cell in header])
                for sheet in workbook
                for header in [next(sheet.rows)]
                for row in sheet.rows
                if row[0].value == item and heading in {str(c.value).casefold() for c in header}
            )
            cell = row[places.index(heading)]
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # as Excel keeps what is typed after an apostrophe
        out = io.BytesIO()
        workbook.save(out)
        return out.getvalue()
