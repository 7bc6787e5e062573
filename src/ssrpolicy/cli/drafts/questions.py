"""Questions with which one field of a proposed entry is corrected: its kind, owners, term, ..."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from typing import Any

import attrs
from attrs import NOTHING, frozen

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.drafts.keys import picked, say, typed
from ssrpolicy.errors import NotLocatedError
from ssrpolicy.messages import _, message_language
from ssrpolicy.model import (
    STATEMENT_KINDS,
    Answer,
    Commitment,
    Draft,
    Firmness,
    Passage,
    PolicyRecord,
    SetAside,
    SetAsideReason,
    brief,
)
from ssrpolicy.views.language import label
from ssrpolicy.views.shared import ReadingContext

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


def word(field: str, vocabulary: type[StrEnum]) -> Correction:
    """Return what asks for one of a vocabulary, as the value of a field."""

    def asked(_about: Correctable) -> Mapping[str, str] | None:
        chosen = picked(_labelled(vocabulary))
        return None if chosen is None else {field: chosen}

    return asked


def answer(about: Correctable) -> Mapping[str, Any] | None:
    """Ask how a request is answered; of a promise also which commitment carries it."""
    chosen = picked(_labelled(Answer))
    if chosen != Answer.PROMISED:
        return None if chosen is None else {"answer": chosen}
    offered = _commitments(about)
    if offered.keys() & set(about.drafted.by) & set(about.entry.by):
        return {"answer": chosen}
    if not offered:
        say(_("No commitment is recorded or drafted that could carry it."))
        return {"answer": chosen}
    say(_("Which commitment carries it?"))
    options = [(id, f"{brief(name, _LONGEST_NAME)} [{id}]") for id, name in offered.items()]
    by = picked([*options[:_MOST_OFFERED], ("", _("none of these"))])
    return {"answer": chosen, "by": by or ""}


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


def kind(_about: Correctable) -> Mapping[str, str] | None:
    """Ask what a statement is, and how firm a commitment, or why words are set aside."""
    kinds = (*STATEMENT_KINDS, _SET_ASIDE)
    chosen = picked([(each, label(f"proposal.{each}", message_language())) for each in kinds])
    if chosen == Commitment.kind:
        more, vocabulary = "firmness", tuple(Firmness)
    elif chosen == _SET_ASIDE:
        more, vocabulary = "reason", tuple(SetAsideReason)
    else:
        return None if chosen is None else {"kind": chosen}
    added = picked(_labelled(vocabulary))
    return None if added is None else {"kind": chosen, more: added}


def owner(about: Correctable) -> Mapping[str, str] | None:
    """Ask who acts: one of those that the letter and its draft name, somebody else, or nobody."""
    named = Counter(
        {each: 1 for document in about.record.documents for each in document.on_behalf_of}
    )
    named.update(party for each in about.record.statements for party in each.owners)
    named.update(
        party for each in about.draft.proposals for party in getattr(each.entry, "owners", ())
    )
    signing = (each for document in about.record.documents for each in document.authors)
    several = dict.fromkeys((*signing, *(each for each, _times in named.most_common())))
    names = ReadingContext(about.record, message_language(), marks=False)
    options = [
        (each, name if (name := names.party(each)) == each else f"{name} ({each})")
        for each in several
    ][:_MOST_OFFERED]
    options += [("", _("nobody")), ("?", _("somebody else"))]
    chosen = picked(options)
    if chosen == "?":
        who = _typed(_("Who, by id or name; several with a semicolon between them"))
        return None if who is None else {"owners": who}
    return None if chosen is None else {"owners": chosen}


def term(about: Correctable) -> Mapping[str, str] | None:
    """Ask when it is to be done, in words of the letter."""
    was = getattr(about.entry, "timeframe", None) or getattr(about.entry, "term", None)
    words = typed(_("When, in words of the letter"), "" if was is None else was.phrase)
    if words == "":
        print_line(_("Without words the proposal has no timeframe; u undoes that."))
    return None if words is None else {"term": words}


def quoted_by(entry: Any) -> tuple[Passage, ...]:
    """Return the passages on which an entry rests."""
    return (entry.quote,) if isinstance(entry, SetAside) else getattr(entry, "quotes", ())


def quoted(about: Correctable) -> Mapping[str, str] | None:
    """Ask which words of the letter an entry rests on, in the place of one of its quotes.

    Where there are several, one for which nothing is typed is left out.
    """
    quotes = [" ".join(each.quote.split()) for each in quoted_by(about.entry)]
    at: str | None = "0"
    if len(quotes) > 1:
        numbered = enumerate(quotes)
        at = picked([(str(each), brief(quote, _LONGEST_NAME)) for each, quote in numbered])
    if at is None:
        return None
    before = quotes[int(at)]
    words = typed(_("The words that are quoted, as the letter has them"), before)
    if words is None or words == before or (not words and len(quotes) == 1):
        return None
    return {"words": words, "at": at}


def paper(about: Correctable) -> Mapping[str, str] | None:
    """Ask for the number of a paper, as it is cited."""
    number = about.entry.number or about.entry.register_number
    words = _typed(_("Which paper, as it is cited: 32 123 X, nr. 84"), str(number or ""))
    return None if words is None else {"paper": words}


def summary(about: Correctable) -> Mapping[str, str] | None:
    """Ask for a summary."""
    words = _typed(_("Summary"), about.entry.summary.text(about.record.language))
    return None if words is None else {"summary": words}


def _typed(question: str, before: str = "") -> str | None:
    """Return what was typed; None where that is nothing, which is then said, or the input ends."""
    words = typed(question, before)
    if words == "":
        print_line(_("Nothing was typed; nothing was changed."))
    return words or None


def drop(about: Correctable) -> Mapping[str, str] | None:
    """Ask which field is left out, where there are several."""
    names = list(left_out(about.entry))
    name = names[0] if len(names) == 1 else picked([(each, field_label(each)) for each in names])
    return None if name is None else {"drop": name}


def left_out(entry: Any) -> dict[str, Any]:
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
