"""Where facts of a paper come from, as ``--facts-from`` takes it: facts, a place, its address."""

import re
from typing import Final

import attrs

from ssrpolicy.cli.values import Parsed
from ssrpolicy.messages import _
from ssrpolicy.model import Document, FactsFrom

_ADDRESS: Final = re.compile(r"https?://[^\s<>|]+", re.IGNORECASE)
# What only looks like an address would be taken for a part of the name.
_ALMOST: Final = re.compile(r":/|\bwww\.|[^\W_]\.[a-z]{2,}/", re.IGNORECASE)
_AND: Final = re.compile(r"[,;+&]|\s(?:en|and)\s", re.IGNORECASE)
_BETWEEN: Final = " \t,;:|-–—"


def _facts_from(text: str) -> FactsFrom:
    before, _sign, place = text.partition("=")
    facts = [_fact(each.strip()) for each in _AND.split(before) if each.strip()]
    name, url = _named(place)
    known = [each for each in facts if each is not None]
    if not name or not known or len(known) < len(facts):
        raise ValueError(
            _(
                "{text!r}: write the facts, then = and the place, and its address if it has one, "
                "such as 'outcome,votes=Proceedings of 20 April 2010, https://...'",
                text=text,
            )
        )
    return FactsFrom(facts=tuple(dict.fromkeys(known)), name=name, url=url)


def _fact(called: str) -> str | None:
    """Return the field that a fact is, by its key or by what people call it."""
    from ssrpolicy.views.language import keys_named  # noqa: PLC0415 - the labels are loaded only where a value is put into words

    key = called.lower().replace("-", "_")
    if key in attrs.fields_dict(Document):
        return key
    keys = keys_named("briefing_particular", called)
    return keys[0] if len(keys) == 1 else None


def _named(place: str) -> tuple[str, str | None]:
    """Return what a place is called and its address; "" where the two cannot be separated."""
    found = _ADDRESS.search(place)
    if found is None:
        name, url = place.strip(_BETWEEN), None
        return ("" if _ALMOST.search(name) else name), url
    url = found[0].rstrip(".,;:")
    if url.endswith(")") and "(" not in url:
        url = url[:-1]
    ahead, after = place[: found.start()], place[found.start() + len(url) :]
    parts = [ahead.rstrip("(<" + _BETWEEN).strip(), after.lstrip(".)>" + _BETWEEN).strip()]
    names = [each for each in parts if each]
    if len(names) != 1 or _ALMOST.search(names[0]):
        return "", None
    name = names[0]
    if name == parts[1] and name.startswith("(") and name.endswith(")"):
        name = name[1:-1]
    return name, url


FACTS_FROM = Parsed("facts", _facts_from)
