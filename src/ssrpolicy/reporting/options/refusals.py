"""What the validators of attrs refuse, as a sentence that says what a value must be."""

from __future__ import annotations

import re
from typing import NamedTuple

from ssrpolicy.messages import _, either, ngettext

_COMPARED = re.compile(
    r"(?P<length>Length of )?'(?P<key>\w+)' must be (?P<sign>[<>]=?) (?P<limit>.*): "
)
_NAMED = re.compile(r"'(?P<key>\w+)' must (?P<must>be in|match regex|be <class)")


class Refusal(NamedTuple):
    """The option that a validator of attrs refuses, and the sentence that says what it must be."""

    key: str
    must: str


def validator_refusal(error: BaseException) -> Refusal | None:
    """Return what a validator of attrs refuses; None for the error of any other code.

    They say it in one text that has the value, types and patterns as Python shows them, and give
    the parts as further arguments of the error.
    """
    text = str(error.args[0]) if error.args else ""
    if found := _COMPARED.match(text):
        return Refusal(found["key"], _compared(found["sign"], found["limit"], found["length"]))
    found = _NAMED.match(text)
    if found is None or len(error.args) < len(("text", "attribute", "wanted")):
        return None
    wanted = error.args[2]
    if found["must"] == "be in":
        words = [str(getattr(each, "value", each)) for each in wanted]
        return Refusal(found["key"], _("It must be {words}.", words=either(words)))
    if found["must"] == "match regex":
        pattern = getattr(wanted, "pattern", wanted)
        return Refusal(found["key"], _("It must have the form {pattern}.", pattern=pattern))
    return Refusal(found["key"], _("It must be of type {type}.", type=wanted.__name__))


def _compared(sign: str, limit: str, length: str | None) -> str:
    if length and sign == "<=":
        return ngettext(
            "It must be of at most {number} character or item.",
            "It must be of at most {number} characters or items.",
            int(limit),
        )
    if length:
        return ngettext(
            "It must be of at least {number} character or item.",
            "It must be of at least {number} characters or items.",
            int(limit),
        )
    return {
        "<=": _("It must be at most {limit}.", limit=limit),
        ">=": _("It must be at least {limit}.", limit=limit),
        "<": _("It must be less than {limit}.", limit=limit),
        ">": _("It must be more than {limit}.", limit=limit),
    }[sign]
