"""The workbook in which people decide about the proposals of a draft, and reading it back."""
