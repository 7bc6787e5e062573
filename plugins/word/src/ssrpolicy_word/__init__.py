"""Policy records as Word documents: decision note, dossier, budget annex, overview of changes."""

from collections.abc import Iterable

from ssrpolicy.reporting import Reporter, hookimpl
from ssrpolicy_word.reporters import BriefingNote, BudgetAnnex, Changes, Dossier

__all__ = ["BriefingNote", "BudgetAnnex", "Changes", "Dossier", "ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> Iterable[Reporter]:
    """Return the reporters of this distribution, the briefing note first."""
    return (BriefingNote(), Dossier(), BudgetAnnex(), Changes())
