"""Changes to a record on disk: entries and documents appended to ``record.toml``.

What is written already is never touched: an entry is text at the end of the file.
"""

from ssrpolicy.editing.append import (
    Appended,
    append_document,
    append_entry,
    check_writable,
    folder_of,
    record_to_edit,
    with_line_ends_of,
)

__all__ = [
    "Appended", "append_document", "append_entry", "check_writable", "folder_of", "record_to_edit",
    "with_line_ends_of",
]  # fmt: skip
