"""Changes to records on disk: entries appended, replaced and removed, and the last change undone.

Everything that is written to a record's file is written in one way, by `write_changes`: what is not
meant keeps its bytes, and the last change can be undone.
"""

from ssrpolicy.editing.changes import (
    FileChange,
    check_writable,
    folder_of,
    with_line_ends_of,
    write_changes,
)
from ssrpolicy.editing.corrections import remove, replace
from ssrpolicy.editing.entries import append, append_prepared
from ssrpolicy.editing.finding import entry_to_edit, name_of
from ssrpolicy.editing.outcome import RecordChange
from ssrpolicy.editing.record_files import judged_also_by, record_to_edit, rules_of_changes
from ssrpolicy.editing.restoring import Undone, undo

__all__ = [
    "FileChange", "RecordChange", "Undone", "append", "append_prepared", "check_writable",
    "entry_to_edit", "folder_of", "judged_also_by", "name_of", "record_to_edit", "remove",
    "replace", "rules_of_changes", "undo", "with_line_ends_of", "write_changes",
]  # fmt: skip
