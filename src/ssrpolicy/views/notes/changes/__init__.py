"""The overview of what changed between two days."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.views.notes.changes.note import changes
    from ssrpolicy.views.notes.changes.silence import LONGEST_SILENCE, STALE_AFTER
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.views.notes.changes.note": "changes",
            "ssrpolicy.views.notes.changes.silence": "LONGEST_SILENCE STALE_AFTER",
        },
    )

__all__ = ["LONGEST_SILENCE", "STALE_AFTER", "changes"]
