"""Who made an update and what is noted in it, where a reader may see that."""

from ssrpolicy.model import Update
from ssrpolicy.views.language import capital
from ssrpolicy.views.shared.context import ReadingContext


def said_by(context: ReadingContext, update: Update) -> str | None:
    """Return the name of who made an update; None where it is kept internal."""
    return None if update.by is None else context.party(update.by)


def internal_mark(context: ReadingContext, update: Update) -> str:
    """Return the mark before an internal note, "[Intern] "; nothing before any other."""
    return f"[{capital(context.words('reading.internal'))}] " if update.internal else ""


def noted(context: ReadingContext, update: Update) -> str | None:
    """Return the note of an update, marked where it is internal."""
    note = context.text(update.note)
    return None if note is None else internal_mark(context, update) + note
