"""A tracker's edits merged into records: read, compared three ways, planned, and appended.

A merge is planned first, and its plan can be shown before it is applied.
"""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.merging.application import Merged, RecordFile
    from ssrpolicy.merging.comparison import EditedField, EditOutcome, Take
    from ssrpolicy.merging.overwriting import refuse_to_lose_edits
    from ssrpolicy.merging.plan import MERGE_FORMAT, Plan, plan_edits, plan_merge
    from ssrpolicy.merging.trackers import read_edits
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.merging.application": "Merged RecordFile",
            "ssrpolicy.merging.comparison": "EditOutcome EditedField Take",
            "ssrpolicy.merging.overwriting": "refuse_to_lose_edits",
            "ssrpolicy.merging.plan": "MERGE_FORMAT Plan plan_edits plan_merge",
            "ssrpolicy.merging.trackers": "read_edits",
        },
    )

__all__ = [
    "MERGE_FORMAT",
    "EditOutcome",
    "EditedField",
    "Merged",
    "Plan",
    "RecordFile",
    "Take",
    "plan_edits",
    "plan_merge",
    "read_edits",
    "refuse_to_lose_edits",
]
