"""Statuses as people enter them: by label, by another word in use, or by key."""

import re
from enum import StrEnum
from functools import cache
from typing import TypeVar

from ssrpolicy.codelists import folded
from ssrpolicy.merging.values import EntryError, quoted, text_of
from ssrpolicy.messages import _
from ssrpolicy.model import LANGUAGES, EditPart, Language
from ssrpolicy.reporting import Entered
from ssrpolicy.similar import nearest
from ssrpolicy.views import label
from ssrpolicy.views.language import capital, keys_by_name, keys_named, vocabulary_table

V = TypeVar("V", bound=StrEnum)

_LONGEST = 60
_LEAD = re.compile(r"(?P<lead>[^:\n]{1,40}):\s*(?P<rest>.*\S)\s*", re.DOTALL)


def status(value: Entered, part: EditPart, vocabulary: type[V], language: Language) -> V:
    """Return the status that was entered: by its label, or another word for it, in any language.

    Raises EntryError for one that is unknown, with the nearest label, or that may be several.
    """
    text = text_of(value, language)
    choices = [capital(label(each, language)) for each in vocabulary]
    if text is None:
        raise EntryError(
            part,
            _("The cell was emptied, and a status is never empty."),
            hint=_("Choose {choices}.", choices=choices[0]),
        )
    bare, table = _bare(text, part), vocabulary_table(vocabulary)
    found = [vocabulary(key) for key in keys_named(table, bare)]
    if len(found) == 1:
        return found[0]
    if found:
        named = ", ".join(capital(label(each, language)) for each in found)
        message = _(
            "{value} may be any of {number} statuses.", value=quoted(value), number=len(found)
        )
        raise EntryError(
            part, message, hint=_("Choose the one that is meant: {names}.", names=named)
        )
    hint = _("Choose one of: {choices}.", choices=", ".join(choices))
    if close := nearest(folded(bare)[:_LONGEST], keys_by_name(table)):
        meant = vocabulary(keys_by_name(table)[close[0]])
        hint = _("Did you mean {words}?", words=capital(label(meant, language)))
    raise EntryError(part, _("{value} is not one of the statuses.", value=quoted(value)), hint=hint)


def _bare(text: str, part: EditPart) -> str:
    """A status without what reports print around it: "Gemelde status: voldaan."."""
    match = _LEAD.fullmatch(text)
    if match is not None and folded(match["lead"]) in _leads(part):
        text = match["rest"]
    return text.rstrip(". ")


@cache
def _leads(part: EditPart) -> frozenset[str]:
    names = [label(f"{table}.{part}", each) for table in ("field", "axis") for each in LANGUAGES]
    said = [label(f"changes.{part}_first", each, now="") for each in LANGUAGES]
    return frozenset(folded(text.partition(":")[0]) for text in (*names, *said))
