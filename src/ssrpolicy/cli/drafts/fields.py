"""Keys that correct one field of a proposed entry: its kind, firmness, owners, term, ..."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from typing import Any

import attrs
from attrs import NOTHING, frozen

from ssrpolicy import drafting
from ssrpolicy.citations import Citation, find_citations
from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.drafts.keys import picked, say, typed
from ssrpolicy.errors import NotLocatedError
from ssrpolicy.messages import _, message_language
from ssrpolicy.model import (
    STATEMENT_KINDS,
    Answer,
    Commitment,
    Course,
    Disposition,
    Document,
    Draft,
    EditRefusedError,
    Firmness,
    Passage,
    PolicyRecord,
    Request,
    SetAside,
    SetAsideReason,
    Statement,
    brief,
)
from ssrpolicy.views.language import label

_MOST_OFFERED = 7
_LONGEST_NAME = 60
_SET_ASIDE = "set_aside"
# Without its words an entry says nothing; of a paper's file and text nothing is left out.
KEPT = frozenset(
    {"quotes", "file", "sha256", "original", "original_sha256", "parts_sha256", "text", "parts"}
    | {"from_register", "facts_from", "metadata_from"}
)
# The labels of fields that have one by another name.
_LABELS = {"timeframe": "term", "by": "by_statements"}


@frozen
class Correctable:
    """An entry that a person may correct, with the record and the draft whose words are offered.

    ``drafted`` is the entry as it was proposed; ``open`` are the entries, as corrected so far, of
    the proposals about which nobody decided, by the ids of these.
    """

    entry: Any
    drafted: Any
    record: PolicyRecord
    draft: Draft
    open: Mapping[str, Any]


Correction = Callable[[Correctable], Mapping[str, str] | None]
"""Asks for other values of an entry, as :func:`ssrpolicy.drafting.correct` reads them."""


def field_keys(entry: Any) -> dict[str, tuple[str, Correction]]:
    """Return the keys that correct a field which an entry has, each with its label."""
    found: dict[str, tuple[str, Correction]] = {}
    if isinstance(entry, Statement):
        found["k"] = _("[k]ind"), _kind
    if isinstance(entry, Commitment):
        found["f"] = _("[f]irmness"), _word("firmness", Firmness)
        found["c"] = _("[c] frequency"), _word("course", Course)
    found |= _of_its_kind(entry)
    if isinstance(entry, Statement):
        found["o"] = _("[o]wner"), _owner
    if isinstance(entry, Statement | Request):
        found["t"] = _("[t]erm"), _term
    if _passage(entry) is not None:
        found["x"] = _("words [x]"), _quoted
    if hasattr(entry, "summary"):
        found["m"] = _("su[m]mary"), _summary
    match list(_left_out(entry)):
        case []:
            pass
        case [name]:
            found["d"] = _("[d]rop {field}", field=field_label(name)), _drop
        case _:
            found["d"] = _("[d]rop a field"), _drop
    return found


def _of_its_kind(entry: Any) -> dict[str, tuple[str, Correction]]:
    match entry:
        case Disposition():
            return {"w": (_("ans[w]er"), _answer)}
        case Document():
            return {"p": (_("[p]aper"), _paper)}
        case SetAside():
            return {"n": (_("reaso[n]"), _word("reason", SetAsideReason))}
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
        return attrs.evolve(about.entry, **{name: _left_out(about.entry)[name]})
    if "words" in values:
        return drafting.requote(about.entry, values["words"], about.drafted, about.record)
    if "paper" in values:
        return _numbered(about.entry, values["paper"])
    return drafting.correct(about.entry, values, about.record)


def _word(field: str, vocabulary: type[StrEnum]) -> Correction:
    def asked(_about: Correctable) -> Mapping[str, str] | None:
        word = picked(_labelled(vocabulary))
        return None if word is None else {field: word}

    return asked


def _answer(about: Correctable) -> Mapping[str, Any] | None:
    """Ask how a request is answered; of a promise also which commitment carries it."""
    word = picked(_labelled(Answer))
    if word != Answer.PROMISED:
        return None if word is None else {"answer": word}
    offered = _commitments(about)
    if offered.keys() & set(about.drafted.by) & set(about.entry.by):
        return {"answer": word}
    if not offered:
        say(_("No commitment is recorded or drafted that could carry it."))
        return {"answer": word}
    say(_("Which commitment carries it?"))
    options = [(id, f"{brief(name, _LONGEST_NAME)} [{id}]") for id, name in offered.items()]
    by = picked([*options[:_MOST_OFFERED], ("", _("none of these"))])
    return {"answer": word, "by": by or ""}


def _commitments(about: Correctable) -> dict[str, str]:
    """Return the commitments of the answer's document, each with its summary, the nearest first.

    They are those of the record and those that are open; last those whose words stand nowhere.
    """
    drafted = about.draft.proposals
    at = next(each.grounds[0].start for each in drafted if each.entry == about.drafted)
    there = [
        *((each, _start(each, about.record)) for each in about.record.commitments),
        *((about.open[e.id], e.grounds[0].start) for e in drafted if e.id in about.open),
    ]
    found = {
        entry.id: (abs(start - at), entry)
        for entry, start in there
        if isinstance(entry, Commitment) and entry.document == about.entry.document
    }
    nearest = sorted(found.items(), key=lambda each: each[1][0])
    return {id: entry.summary.text(about.record.language) for id, (_far, entry) in nearest}


def _start(entry: Commitment, record: PolicyRecord) -> float:
    """Return where the words of an entry begin; infinity where that is not one place."""
    with suppress(NotLocatedError):
        return record.locate(entry.quotes[0]).start
    return math.inf


def _labelled(words: Iterable[str]) -> list[tuple[str, str]]:
    return [(each, label(each, message_language())) for each in words]


def _kind(_about: Correctable) -> Mapping[str, str] | None:
    kinds = (*STATEMENT_KINDS, _SET_ASIDE)
    kind = picked([(each, label(f"proposal.{each}", message_language())) for each in kinds])
    if kind == Commitment.kind:
        more, vocabulary = "firmness", tuple(Firmness)
    elif kind == _SET_ASIDE:
        more, vocabulary = "reason", tuple(SetAsideReason)
    else:
        return None if kind is None else {"kind": kind}
    word = picked(_labelled(vocabulary))
    return None if word is None else {"kind": kind, more: word}


def _owner(about: Correctable) -> Mapping[str, str] | None:
    """Ask who acts: one of those that the letter and its draft name, somebody else, or nobody."""
    named = Counter({each: 1 for paper in about.record.documents for each in paper.on_behalf_of})
    named.update(owner for each in about.record.statements for owner in each.owners)
    named.update(
        owner for each in about.draft.proposals for owner in getattr(each.entry, "owners", ())
    )
    signing = (each for paper in about.record.documents for each in paper.authors)
    several = dict.fromkeys((*signing, *(each for each, _times in named.most_common())))
    options = [(each, each) for each in several][:_MOST_OFFERED]
    options += [("", _("nobody")), ("?", _("somebody else"))]
    owner = picked(options)
    if owner == "?":
        names = _typed(_("Who, by id or name; several with a semicolon between them"))
        return None if names is None else {"owners": names}
    return None if owner is None else {"owners": owner}


def _term(about: Correctable) -> Mapping[str, str] | None:
    was = getattr(about.entry, "timeframe", None) or getattr(about.entry, "term", None)
    words = typed(_("When, in words of the letter"), "" if was is None else was.phrase)
    if words == "":
        print_line(_("Without words the proposal has no timeframe; u undoes that."))
    return None if words is None else {"term": words}


def _passage(entry: Any) -> Passage | None:
    """Return the one passage on which an entry rests; None for none or several."""
    if isinstance(entry, SetAside):
        return entry.quote
    match getattr(entry, "quotes", ()):
        case (Passage() as passage,):
            return passage
        case _:
            return None


def _quoted(about: Correctable) -> Mapping[str, str] | None:
    passage = _passage(about.entry)
    before = "" if passage is None else " ".join(passage.quote.split())
    words = typed(_("The words that are quoted, as the letter has them"), before)
    return None if not words or words == before else {"words": words}


def _paper(about: Correctable) -> Mapping[str, str] | None:
    number = about.entry.number or about.entry.register_number
    words = _typed(_("Which paper, as it is cited: 32 123 X, nr. 84"), str(number or ""))
    return None if words is None else {"paper": words}


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


def _summary(about: Correctable) -> Mapping[str, str] | None:
    words = _typed(_("Summary"), about.entry.summary.text(about.record.language))
    return None if words is None else {"summary": words}


def _typed(question: str, before: str = "") -> str | None:
    """Return what was typed; None where that is nothing, which is then said, or the input ends."""
    words = typed(question, before)
    if words == "":
        print_line(_("Nothing was typed; nothing was changed."))
    return words or None


def _drop(about: Correctable) -> Mapping[str, str] | None:
    names = list(_left_out(about.entry))
    name = names[0] if len(names) == 1 else picked([(each, field_label(each)) for each in names])
    return None if name is None else {"drop": name}


def _left_out(entry: Any) -> dict[str, Any]:
    """Return the fields of an entry that could be left out, each with what it then is."""
    found = {}
    for each in attrs.fields(type(entry)):
        absent = each.default
        if absent is not NOTHING and each.name not in KEPT and getattr(entry, each.name) != absent:
            found[each.name] = absent
    return found


def field_label(name: str) -> str:
    """Return what a field is called where people read it."""
    return label(f"field.{_LABELS.get(name, name)}", message_language())
