"""The Excel reporter keeps the contract that every reporter keeps."""

import io

from openpyxl import load_workbook

from ssrpolicy.testing import ReporterContract
from ssrpolicy_excel import ExcelReporter
from ssrpolicy_excel.text import shown_text


class TestExcelReporter(ReporterContract):
    """The contract of reporters, on workbooks read again with openpyxl."""

    reporter = ExcelReporter()

    def text_of(self, data: bytes) -> str:
        """Return the text of every cell, as Excel shows it."""
        workbook = load_workbook(io.BytesIO(data))
        values = (cell.value for sheet in workbook for row in sheet.rows for cell in row)
        return "\n".join(shown_text(str(value)) for value in values if value is not None)
