"""Changes to records on disk: a new record, entries appended to one, and trackers merged.

What is written already is never touched: an entry is text at the end of ``record.toml``. A merge
is planned first, and its plan can be shown before it is applied.
"""

from ssrpolicy.editing.append import Appended, append_entry, record_to_edit
from ssrpolicy.editing.beginnings import NewRecord, begin_record
from ssrpolicy.editing.documents import append_document
from ssrpolicy.editing.edited_fields import RecordFile
from ssrpolicy.editing.plan import EditedField, Merged, Plan
from ssrpolicy.editing.plan_data import MERGE_FORMAT
from ssrpolicy.editing.plan_words import FIELD_WORDS
from ssrpolicy.editing.planning import plan_edits
from ssrpolicy.editing.three_way import EditOutcome, Take
from ssrpolicy.editing.toml_text import TABLES, entry_text, quote_text

__all__ = [
    "FIELD_WORDS",
    "MERGE_FORMAT",
    "TABLES",
    "Appended",
    "EditOutcome",
    "EditedField",
    "Merged",
    "NewRecord",
    "Plan",
    "RecordFile",
    "Take",
    "append_document",
    "append_entry",
    "begin_record",
    "entry_text",
    "plan_edits",
    "quote_text",
    "record_to_edit",
]
