"""Corrections of a proposal in a workbook, as values of its entry, with the errors by cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
from attrs import define, field

from ssrpolicy import codelists
from ssrpolicy.drafting.cues.text.folding import one_line
from ssrpolicy.drafting.kinds import SET_ASIDE, changed
from ssrpolicy.evidence.terms import entered_term, is_day_that_is_not, read_term
from ssrpolicy.messages import _, did_you_mean
from ssrpolicy.model import (
    Commitment,
    EditRefusedError,
    EdtfDate,
    PolicyRecord,
    Request,
    Statement,
    Timeframe,
    brief,
)
from ssrpolicy.reporting import DecidedProposal, Decisions, Refusal
from ssrpolicy.views.language import date_to_type

# The fields whose words are read here; those of others are words of a vocabulary.
_READ = ("kind", "firmness", "summary", "owners", "term", "term_date")
_LONGEST_SHOWN = 60


def corrected(
    each: DecidedProposal, entry: Any, record: PolicyRecord, decided: Decisions
) -> tuple[dict[str, Any], list[Refusal]]:
    """Return the corrected values, and the errors among them."""
    reading = _Correcting(each, entry, record, decided)
    return reading.values(), reading.refusals


def correct(entry: Any, typed: Mapping[str, str], record: PolicyRecord) -> Any:
    """Return the entry of a proposal as a person corrected it.

    ``typed`` is what :attr:`ssrpolicy.reporting.DecidedProposal.changes` has, where a term brings
    the date that its words give; other fields have a word of their vocabulary, and with the kind
    ``set_aside`` there is its ``reason``. Raises EditRefusedError with what is wrong.
    """
    plain = {key: word for key, word in typed.items() if key not in _READ}
    read = {key: word for key, word in typed.items() if key in _READ}
    if typed.get("kind") == SET_ASIDE:
        return changed(entry, typed, record)
    each = DecidedProposal(proposal="", accepted=True, changes=read, place="")
    reading = _Correcting(
        each, entry, record, Decisions(record=record.id, language=record.language)
    )
    if "term" in read:
        read["term_date"] = str(reading.given_by(read["term"]) or "")
    values = reading.values()
    if reading.refusals:
        refused = reading.refusals[0]
        raise EditRefusedError(refused.message, hint=refused.hint)
    return changed(entry, values | plain, record)


@define
class _Correcting:
    """The corrections of one proposal on their way to values of its entry."""

    each: DecidedProposal
    entry: Any
    record: PolicyRecord
    decided: Decisions
    refusals: list[Refusal] = field(factory=list)

    def values(self) -> dict[str, Any]:
        """Return the values by the fields of the entry."""
        typed = dict(self.each.changes)
        found: dict[str, Any] = {}
        if typed.get("kind") == SET_ASIDE:
            return self._set_aside(typed)
        if "kind" in typed or "firmness" in typed:
            found |= self._kind(typed)
        if "summary" in typed:
            found |= self._summary(typed["summary"])
        if "owners" in typed:
            found["owners"] = self._owners(typed["owners"])
        if "term" in typed or "term_date" in typed:
            found |= self._term(typed)
        return found

    def _refuse(self, key: str, message: str, hint: str | None = None) -> None:
        self.refusals.append(Refusal(place=self.each.place_of(key), message=message, hint=hint))

    def _kind(self, typed: Mapping[str, str]) -> dict[str, str]:
        was = getattr(self.entry, "kind", None)
        kind = typed.get("kind", was)
        found = {key: typed[key] for key in ("kind", "firmness") if key in typed}
        if "kind" in typed and not isinstance(self.entry, Statement):
            self._refuse("kind", _("Only what the letter states can be of another kind."))
        elif kind != Commitment.kind and "firmness" in typed:
            self._refuse(
                "firmness",
                _("Only a commitment has a firmness."),
                _("Restore the cell, or make it a commitment."),
            )
        elif kind == Commitment.kind != was and "firmness" not in typed:
            self._refuse(
                "kind",
                _("A commitment has a firmness, and the cell of it is empty."),
                _("Choose a firmness too."),
            )
        return found

    def _set_aside(self, typed: Mapping[str, str]) -> dict[str, str]:
        for key in typed.keys() - {"kind", "reason"}:
            self._refuse(
                key,
                _("What is set aside has a reason, and nothing else."),
                _("Restore the cell, or leave the kind as it was."),
            )
        return dict(typed)

    def _summary(self, typed: str) -> dict[str, Any]:
        name = "name" if hasattr(self.entry, "name") else "summary"
        text = getattr(self.entry, name, None)
        if text is None:
            self._refuse("summary", _("The entry has no words of its own to correct."))
            return {}
        return {name: attrs.evolve(text, **{self.decided.language: typed})}

    def _owners(self, typed: str) -> tuple[str, ...]:
        """Return the parties that were typed, as a tracker takes them: the separators too."""
        owners: list[str] = []

        def ids_of(name: str) -> tuple[str, ...]:
            return codelists.named(self.record, "parties", name)

        for name, ids in codelists.names_listed(typed, ids_of):
            if len(ids) == 1:
                owners += ids
                continue
            near = ids or codelists.nearest(self.record, "parties", name)
            named = _quoted(name)
            self._refuse(
                "owners",
                _("{name} may be any of {number} parties.", name=named, number=len(ids))
                if ids
                else _("{name} is not a party, by id or name.", name=named),
                did_you_mean(near)
                or _("Type an id or a name; separate several with a semicolon or a new line."),
            )
        return tuple(dict.fromkeys(owners))

    def _term(self, typed: Mapping[str, str]) -> dict[str, Timeframe | None]:
        """Return the term: words of the letter, and the date that was typed or that they give."""
        if not isinstance(self.entry, Statement | Request):
            key = "term" if "term" in typed else "term_date"
            self._refuse(key, _("This proposal has no such field."), _("Empty the cell."))
            return {}
        name = "term" if isinstance(self.entry, Request) else "timeframe"
        was: Timeframe | None = getattr(self.entry, name)
        phrase = typed.get("term", was.phrase if was else "")
        date = self._date(typed, was)
        if not phrase:
            if date is not None:
                self._refuse(
                    "term_date" if "term_date" in typed else "term",
                    _("The timeframe has a date, and no words."),
                    _("Type the words of the letter, or empty the date too."),
                )
            return {name: None}
        if "term" in typed and not self._stands_in_source(phrase):
            self._refuse(
                "term",
                _("{words} does not stand in the letter.", words=_quoted(phrase)),
                _("Type the words of the letter that say when; the date stands next to them."),
            )
            return {}
        made = Timeframe(phrase=phrase, date=date)
        return {name: made if was is None else attrs.evolve(was, phrase=phrase, date=date)}

    def _date(self, typed: Mapping[str, str], was: Timeframe | None) -> EdtfDate | None:
        words = typed.get("term_date")
        if words:
            date = entered_term(words)
            value = _quoted(words)
            if date is None:
                self._refuse(
                    "term_date",
                    _("{value} is a day that does not exist.", value=value)
                    if is_day_that_is_not(words)
                    else _("{value} is not a date.", value=value),
                    _(
                        "Type a date such as 30-06-2011 or 2011-06-30, or a part of a year such "
                        "as 2011-Q3."
                    ),
                )
            return date
        if words is not None or was is None or was.date is None or not typed.get("term"):
            return None if words is not None or was is None else was.date
        given = self.given_by(typed["term"])
        if given != was.date:
            self._refuse(
                "term",
                _(
                    "The date {date} is of the words that were there before.",
                    date=date_to_type(was.date, self.decided.language),
                ),
                _("Type {date} as its date.", date=date_to_type(given, self.decided.language))
                if given is not None
                else _("Empty the date, or type that of the new words."),
            )
        return was.date

    def given_by(self, phrase: str) -> EdtfDate | None:
        """Return the date that words of the letter give, if any."""
        document = next((d for d in self.record.documents if d.id == self._document()), None)
        language = (document and document.language) or self.record.language
        return read_term(
            phrase, language=language, paper_date=None if document is None else document.date
        ).date

    def _document(self) -> str | None:
        return next((quote.document for quote in self.entry.quotes), None)

    def _stands_in_source(self, phrase: str) -> bool:
        wanted = " ".join(phrase.casefold().split())
        return any(
            wanted in one_line(document.text, 0, len(document.text)).casefold()
            for document in self.record.documents
            if document.id == self._document() and document.text is not None
        )


def _quoted(words: str) -> str:
    return f"“{brief(words, _LONGEST_SHOWN)}”"
