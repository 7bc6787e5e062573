"""Drafts: entries proposed from a source's text, and what people decide about them.

What is proposed is in no record until a person accepts it; the host checks every proposal.
"""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.drafting.cues.rules import Rule as CueRule
    from ssrpolicy.drafting.cues.rules import all_rules as cue_rules
    from ssrpolicy.drafting.deciding import accept, reject, withdraw
    from ssrpolicy.drafting.drafters import BUILT_IN, all_drafters, find_drafter
    from ssrpolicy.drafting.files import decisions, save_draft, saved_draft
    from ssrpolicy.drafting.places import undecided
    from ssrpolicy.drafting.proposing import propose
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.drafting.cues.rules": "CueRule=Rule cue_rules=all_rules",
            "ssrpolicy.drafting.deciding": "accept reject withdraw",
            "ssrpolicy.drafting.drafters": "BUILT_IN all_drafters find_drafter",
            "ssrpolicy.drafting.files": "decisions save_draft saved_draft",
            "ssrpolicy.drafting.places": "undecided",
            "ssrpolicy.drafting.proposing": "propose",
        },
    )

__all__ = [
    "BUILT_IN", "CueRule", "accept", "all_drafters", "cue_rules", "decisions", "find_drafter",
    "propose", "reject", "save_draft", "saved_draft", "undecided", "withdraw",
]  # fmt: skip
