"""Selections of entries in many records: one vocabulary for lists, reports and search.

A `Selection` is criteria, and nothing else; `choose` applies it to records as of a day.
"""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.selection.chosen import Chosen, choose
    from ssrpolicy.selection.codes import CODED, resolved, unknown_code
    from ssrpolicy.selection.codes import codes_used as codes_used  # not public: for answering
    from ssrpolicy.selection.criteria import NOBODY, Selection
    from ssrpolicy.selection.folding import Words, folded
    from ssrpolicy.selection.owners import (
        COLLECTIVE,
        Responsible,
        collective_remark,
        ministry,
        responsible,
    )  # fmt: skip
    from ssrpolicy.selection.papers import dossiers_of, session_year_of
    from ssrpolicy.selection.shared import SharedCode, local_codes, shared_codes
    from ssrpolicy.selection.totals import OwnerTotals
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.selection.chosen": "Chosen choose",
            "ssrpolicy.selection.codes": "CODED codes_used resolved unknown_code",
            "ssrpolicy.selection.criteria": "NOBODY Selection",
            "ssrpolicy.selection.folding": "Words folded",
            "ssrpolicy.selection.owners": (
                "COLLECTIVE Responsible collective_remark ministry responsible"
            ),
            "ssrpolicy.selection.papers": "dossiers_of session_year_of",
            "ssrpolicy.selection.shared": "SharedCode local_codes shared_codes",
            "ssrpolicy.selection.totals": "OwnerTotals",
        },
    )

__all__ = [
    "CODED", "COLLECTIVE", "NOBODY", "Chosen", "OwnerTotals", "Responsible", "Selection",
    "SharedCode", "Words", "choose", "collective_remark", "dossiers_of", "folded", "local_codes",
    "ministry", "resolved", "responsible", "session_year_of", "shared_codes", "unknown_code",
]  # fmt: skip
