"""Sentences about values that the validators of options refuse."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from typing import Any, NamedTuple

import attrs

from ssrpolicy.messages import _, either, ngettext
from ssrpolicy.reporting.options.declared import HELP
from ssrpolicy.reporting.plugins.isolation import worded

_COMPARED = re.compile(r"(?P<length>Length of )?'\w+' must be (?P<sign>[<>]=?) (?P<limit>.*): ")
_NAMED = re.compile(r"'\w+' must (?P<must>be in|match regex|be <class)")
_INNARDS = re.compile(r"not_ validator child|None of \(<")


class Refusal(NamedTuple):
    """The option whose value is refused, and the sentence that says what it must be."""

    key: str
    must: str


def refused_value(default: Any, values: Mapping[str, object]) -> Refusal | None:
    """Return the first of the values that the validator of its field refuses, and why.

    ``default`` is an instance of the options class with every default. None where no field refuses
    its own value alone, such as where the class compares two of them.
    """
    fields = {each.alias or each.name: each for each in attrs.fields(type(default))}
    made = copy(default)
    for key, value in values.items():
        object.__setattr__(made, fields[key].name, value)
    for key in fields.keys() & values.keys():
        field, value = fields[key], values[key]
        try:
            if field.validator is not None and field.converter is None:
                field.validator(made, field, value)
        except (ValueError, TypeError) as error:
            return Refusal(key, _must(error, field))
    return None


def _must(error: ValueError | TypeError, field: attrs.Attribute[Any]) -> str:
    """Return what a validator says that a value must be, as a sentence."""
    if (known := _of_attrs(error)) is not None:
        return known
    words = worded(error)
    if _INNARDS.match(words) or not words:
        # Validators that are made of others say which, as Python shows them.
        return _("It must be another value: {help}", help=field.metadata.get(HELP, ""))
    return f"{words[:1].upper()}{words[1:]}."


def _of_attrs(error: BaseException) -> str | None:
    """Return what a validator of attrs refuses; None for the error of any other code.

    They say it in one text that has the value, types and patterns as Python shows them, and give
    the parts as further arguments of the error.
    """
    text = str(error.args[0]) if error.args else ""
    if found := _COMPARED.match(text):
        return _compared(found["sign"], found["limit"], found["length"])
    found = _NAMED.match(text)
    if found is None or len(error.args) < len(("text", "attribute", "wanted")):
        return None
    wanted = error.args[2]
    if found["must"] == "be in":
        words = [str(getattr(each, "value", each)) for each in wanted]
        return _("It must be {words}.", words=either(words))
    if found["must"] == "match regex":
        pattern = getattr(wanted, "pattern", wanted)
        return _("It must have the form {pattern}.", pattern=pattern)
    return _("It must be of type {type}.", type=wanted.__name__)


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
