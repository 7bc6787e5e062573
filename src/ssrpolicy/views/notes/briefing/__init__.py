"""The briefing note, section by section."""

from ssrpolicy.views.notes.briefing.note import briefing
from ssrpolicy.views.notes.briefing.supplied import Supplied

__all__ = ["Supplied", "briefing"]
