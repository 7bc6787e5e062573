"""Differences between two records, or two versions of one: by entry and by field."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.comparing.comparison import compare, compare_all
    from ssrpolicy.comparing.differences import Comparison, EntryDifference, FieldDifference
    from ssrpolicy.comparing.revisions import at_revision
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.comparing.comparison": "compare compare_all",
            "ssrpolicy.comparing.differences": "Comparison EntryDifference FieldDifference",
            "ssrpolicy.comparing.revisions": "at_revision",
        },
    )

__all__ = [
    "Comparison",
    "EntryDifference",
    "FieldDifference",
    "at_revision",
    "compare",
    "compare_all",
]
