"""Keys that correct one field of a proposed entry: its kind, firmness, owners, term, ..."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

import attrs
from attrs import NOTHING, frozen

from ssrpolicy import drafting
from ssrpolicy.cli.drafts.keys import chosen, typed
from ssrpolicy.messages import _, message_language
from ssrpolicy.model import (
    STATEMENT_KINDS,
    Answer,
    Commitment,
    Course,
    Disposition,
    Draft,
    Firmness,
    PolicyRecord,
    Request,
    SetAside,
    SetAsideReason,
    Statement,
)
from ssrpolicy.views.language import label

_MOST_OWNERS = 7
_SET_ASIDE = "set_aside"


@frozen
class Shown:
    """The entry that is on the screen, with the record and the draft it is of."""

    entry: Any
    record: PolicyRecord
    draft: Draft


Correction = Callable[[Shown], Mapping[str, str] | None]
"""Asks for other values of an entry, as :func:`ssrpolicy.drafting.correct` reads them."""


def field_keys(entry: Any) -> dict[str, tuple[str, Correction]]:
    """Return the keys that correct a field which an entry has, each with its label."""
    found: dict[str, tuple[str, Correction]] = {}
    if isinstance(entry, Statement):
        found["k"] = _("[k]ind"), _kind
    if isinstance(entry, Commitment):
        found["f"] = _("[f]irmness"), _word("firmness", Firmness)
        found["c"] = _("[c] frequency"), _word("course", Course)
    if isinstance(entry, Disposition):
        found["w"] = _("ans[w]er"), _word("answer", Answer)
    if isinstance(entry, SetAside):
        found["n"] = _("reaso[n]"), _word("reason", SetAsideReason)
    if isinstance(entry, Statement):
        found["o"] = _("[o]wner"), _owner
    if isinstance(entry, Statement | Request):
        found["t"] = _("[t]erm"), _term
    if hasattr(entry, "summary"):
        found["m"] = _("su[m]mary"), _summary
    match list(_left_out(entry)):
        case []:
            pass
        case [name]:
            found["d"] = _("[d]rop {field}", field=name), _drop
        case _:
            found["d"] = _("[d]rop a field"), _drop
    return found


def corrected(shown: Shown, correction: Correction) -> Any:
    """Return the entry as a person corrects it now; the same one where nothing is chosen.

    Raises EditRefusedError with what is wrong.
    """
    values = correction(shown)
    if not values:
        return shown.entry
    if "drop" in values:
        name = values["drop"]
        return attrs.evolve(shown.entry, **{name: _left_out(shown.entry)[name]})
    return drafting.correct(shown.entry, values, shown.record)


def _word(field: str, vocabulary: type[StrEnum]) -> Correction:
    def asked(_shown: Shown) -> Mapping[str, str] | None:
        word = chosen(_labelled(vocabulary))
        return None if word is None else {field: word}

    return asked


def _labelled(words: Iterable[str]) -> list[tuple[str, str]]:
    return [(each, label(each, message_language())) for each in words]


def _kind(_shown: Shown) -> Mapping[str, str] | None:
    kinds = (*STATEMENT_KINDS, _SET_ASIDE)
    kind = chosen([(each, label(f"proposal.{each}", message_language())) for each in kinds])
    if kind == Commitment.kind:
        more, vocabulary = "firmness", tuple(Firmness)
    elif kind == _SET_ASIDE:
        more, vocabulary = "reason", tuple(SetAsideReason)
    else:
        return None if kind is None else {"kind": kind}
    word = chosen(_labelled(vocabulary))
    return None if word is None else {"kind": kind, more: word}


def _owner(shown: Shown) -> Mapping[str, str] | None:
    """Ask who acts: one of those that the letter and its draft name, somebody else, or nobody."""
    named = Counter(
        {each: 1 for document in shown.record.documents for each in document.on_behalf_of}
    )
    named.update(owner for each in shown.record.statements for owner in each.owners)
    named.update(
        owner for each in shown.draft.proposals for owner in getattr(each.entry, "owners", ())
    )
    signing = (each for document in shown.record.documents for each in document.authors)
    several = dict.fromkeys((*signing, *(each for each, _times in named.most_common())))
    options = [(each, each) for each in several][:_MOST_OWNERS]
    options += [("", _("nobody")), ("?", _("somebody else"))]
    owner = chosen(options)
    if owner == "?":
        names = typed(_("Who, by id or name; several with a semicolon between them"))
        return None if not names else {"owners": names.replace(";", "\n")}
    return None if owner is None else {"owners": owner}


def _term(shown: Shown) -> Mapping[str, str] | None:
    was = getattr(shown.entry, "timeframe", None) or getattr(shown.entry, "term", None)
    words = typed(_("When, in words of the letter"), "" if was is None else was.phrase)
    return None if words is None else {"term": words}


def _summary(shown: Shown) -> Mapping[str, str] | None:
    words = typed(_("Summary"), shown.entry.summary.text(shown.record.language))
    return None if not words else {"summary": words}


def _drop(shown: Shown) -> Mapping[str, str] | None:
    names = list(_left_out(shown.entry))
    name = names[0] if len(names) == 1 else chosen([(each, each) for each in names])
    return None if name is None else {"drop": name}


def _left_out(entry: Any) -> dict[str, Any]:
    """Return the fields of an entry that could be left out, each with what it then is."""
    found = {}
    for each in attrs.fields(type(entry)):
        absent = each.default
        if absent is not NOTHING and each.name != "quotes" and getattr(entry, each.name) != absent:
            found[each.name] = absent
    return found
