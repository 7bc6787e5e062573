"""Policy records as Word documents: a briefing note, a budget annex, an overview of changes."""

from collections.abc import Iterable

from ssrpolicy.reporting import Reporter, hookimpl
from ssrpolicy_word.reporters import BriefingNote, BudgetAnnex, Changes

__all__ = ["BriefingNote", "BudgetAnnex", "Changes", "ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> Iterable[Reporter]:
    """Return the reporters of this distribution, the briefing note first."""
    return (BriefingNote(), BudgetAnnex(), Changes())
