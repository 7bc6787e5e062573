"""A tracker's edits: read as values, compared three ways, planned, and applied.

A merge is planned first, and its plan can be shown before it is applied.
"""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.merging.comparison import RecordFile
    from ssrpolicy.merging.plan import EditedField, Merged, Plan
    from ssrpolicy.merging.plan_data import MERGE_FORMAT
    from ssrpolicy.merging.planning import plan_edits
    from ssrpolicy.merging.service import plan_merge, read_edits, refuse_to_lose_edits
    from ssrpolicy.merging.three_way import EditOutcome, Take
    from ssrpolicy.merging.wording import FIELD_WORDS
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.merging.comparison": "RecordFile",
            "ssrpolicy.merging.plan": "EditedField Merged Plan",
            "ssrpolicy.merging.plan_data": "MERGE_FORMAT",
            "ssrpolicy.merging.planning": "plan_edits",
            "ssrpolicy.merging.service": "plan_merge read_edits refuse_to_lose_edits",
            "ssrpolicy.merging.three_way": "EditOutcome Take",
            "ssrpolicy.merging.wording": "FIELD_WORDS",
        },
    )

__all__ = [
    "FIELD_WORDS",
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
