"""Drafts: entries proposed from a source's text, and what people decide about them.

What is proposed is in no record until a person accepts it; the host checks every proposal.
"""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.drafting.corrections import correct
    from ssrpolicy.drafting.cues.rules import Rule as CueRule
    from ssrpolicy.drafting.cues.rules import Sign as CueSign
    from ssrpolicy.drafting.cues.rules import all_rules as cue_rules
    from ssrpolicy.drafting.cues.rules import all_signs as cue_signs
    from ssrpolicy.drafting.deciding import accept, decide, reject, withdraw
    from ssrpolicy.drafting.drafters import BUILT_IN, all_drafters, find_drafter
    from ssrpolicy.drafting.files import decisions, open_draft, save_draft, saved_draft
    from ssrpolicy.drafting.places import undecided
    from ssrpolicy.drafting.proposing import propose
    from ssrpolicy.drafting.requoting import quoted_grounds, requote, said_with
    from ssrpolicy.drafting.reviewed import Reviewed, plan_review, read_decisions
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.drafting.cues.rules": (
                "CueRule=Rule CueSign=Sign cue_rules=all_rules cue_signs=all_signs"
            ),
            "ssrpolicy.drafting.corrections": "correct",
            "ssrpolicy.drafting.deciding": "accept decide reject withdraw",
            "ssrpolicy.drafting.drafters": "BUILT_IN all_drafters find_drafter",
            "ssrpolicy.drafting.files": "decisions open_draft save_draft saved_draft",
            "ssrpolicy.drafting.places": "undecided",
            "ssrpolicy.drafting.proposing": "propose",
            "ssrpolicy.drafting.requoting": "quoted_grounds requote said_with",
            "ssrpolicy.drafting.reviewed": "Reviewed plan_review read_decisions",
        },
    )

__all__ = [
    "BUILT_IN",
    "CueRule",
    "CueSign",
    "Reviewed",
    "accept",
    "all_drafters",
    "correct",
    "cue_rules",
    "cue_signs",
    "decide",
    "decisions",
    "find_drafter",
    "open_draft",
    "plan_review",
    "propose",
    "quoted_grounds",
    "read_decisions",
    "reject",
    "requote",
    "said_with",
    "save_draft",
    "saved_draft",
    "undecided",
    "withdraw",
]  # fmt: skip
