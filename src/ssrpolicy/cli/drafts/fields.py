"""Keys that correct one field of a proposed entry: its kind, firmness, owners, term, ..."""

from __future__ import annotations

from typing import Any

import attrs

from ssrpolicy import drafting
from ssrpolicy.citations import Citation, find_citations
from ssrpolicy.cli.drafts import questions
from ssrpolicy.cli.drafts.questions import Correctable, Correction, field_label, left_out
from ssrpolicy.messages import _
from ssrpolicy.model import (
    Commitment,
    Course,
    Disposition,
    Document,
    EditRefusedError,
    Firmness,
    Request,
    SetAside,
    SetAsideReason,
    Statement,
)


def field_keys(entry: Any) -> dict[str, tuple[str, Correction]]:
    """Return the keys that correct a field which an entry has, each with its label."""
    found: dict[str, tuple[str, Correction]] = {}
    if isinstance(entry, Statement):
        found["k"] = _("[k]ind"), questions.kind
    if isinstance(entry, Commitment):
        found["f"] = _("[f]irmness"), questions.word("firmness", Firmness)
        found["c"] = _("[c] frequency"), questions.word("course", Course)
    found |= _of_its_kind(entry)
    if isinstance(entry, Statement):
        found["o"] = _("[o]wner"), questions.owner
    if isinstance(entry, Statement | Request):
        found["t"] = _("[t]erm"), questions.term
    if questions.quoted_by(entry):
        found["x"] = _("words [x]"), questions.quoted
    if hasattr(entry, "summary"):
        found["m"] = _("su[m]mary"), questions.summary
    match list(left_out(entry)):
        case []:
            pass
        case [name]:
            found["d"] = _("[d]rop {field}", field=field_label(name)), questions.drop
        case _:
            found["d"] = _("[d]rop a field"), questions.drop
    return found


def _of_its_kind(entry: Any) -> dict[str, tuple[str, Correction]]:
    match entry:
        case Disposition():
            return {"w": (_("ans[w]er"), questions.answer)}
        case Document():
            return {"p": (_("[p]aper"), questions.paper)}
        case SetAside():
            return {"n": (_("reaso[n]"), questions.word("reason", SetAsideReason))}
        case _:
            return {}


def corrected(about: Correctable, correction: Correction) -> Any:
    """Return the entry as a person corrects it now; the same one where nothing is chosen.

    Raises EditRefusedError with what is wrong.
    """
    values = correction(about)
    if not values:
        return about.entry
    if "answer" in values:
        # What was chosen before went with the answer that was chosen then.
        kept = (each for each in about.entry.by if each in about.drafted.by)
        chosen = filter(None, [values.get("by")])
        return attrs.evolve(about.entry, answer=values["answer"], by=(*kept, *chosen))
    if "drop" in values:
        name = values["drop"]
        return attrs.evolve(about.entry, **{name: left_out(about.entry)[name]})
    if "words" in values:
        return drafting.requote(
            about.entry, values["words"], about.drafted, about.record, int(values["at"])
        )
    if "paper" in values:
        return _numbered(about.entry, values["paper"])
    changed = drafting.correct(about.entry, values, about.record)
    promised = "kind" in values and isinstance(changed, Commitment)
    return drafting.said_with(changed, about.record) if promised else changed


def _numbered(entry: Document, words: str) -> Document:
    """Return a paper with the number that words give, of a paper or of the register."""
    match find_citations(words):
        case [Citation(papers=[number])]:
            return attrs.evolve(entry, number=number)
        case [Citation(register_number=str(number))]:
            return attrs.evolve(entry, register_number=number)
        case _:
            pass
    raise EditRefusedError(
        _("{words!r:.80} does not cite one paper.", words=words),
        hint=_("Write a number such as 32 123 X, nr. 84, or one of the register: 2009Z23838."),
    )
