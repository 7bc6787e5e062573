"""Policy records as a Word briefing note."""

from collections.abc import Iterable

from ssrpolicy.reporting import Reporter, hookimpl
from ssrpolicy_word.reporter import BriefingNote

__all__ = ["BriefingNote", "ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> Iterable[Reporter]:
    """Return the reporters of this distribution."""
    return (BriefingNote(),)
