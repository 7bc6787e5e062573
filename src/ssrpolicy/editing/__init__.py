"""Changes to a record on disk: a new record, and entries appended to one.

What is written already is never touched: an entry is text at the end of ``record.toml``.
"""

from ssrpolicy.editing.append import Appended, append_entry, record_to_edit
from ssrpolicy.editing.beginnings import NewRecord, begin_record
from ssrpolicy.editing.documents import append_document
from ssrpolicy.editing.toml_text import TABLES, entry_text, quote_text

__all__ = [
    "TABLES",
    "Appended",
    "NewRecord",
    "append_document",
    "append_entry",
    "begin_record",
    "entry_text",
    "quote_text",
    "record_to_edit",
]
