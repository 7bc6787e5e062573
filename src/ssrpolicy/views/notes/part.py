"""What the sections of one record's part of a briefing note share: its words, runs and sources."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import field, frozen

from ssrpolicy import codelists
from ssrpolicy.model.documents import Passage
from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.progress import Progress
from ssrpolicy.model.quantities import Quantity
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.requests import Disposition
from ssrpolicy.model.statements import Statement
from ssrpolicy.model.texts import Language, LocalText
from ssrpolicy.model.timeframes import Timeframe
from ssrpolicy.model.vocabulary import RelationKind
from ssrpolicy.views.language.articles import with_article
from ssrpolicy.views.language.dates import edtf_words, long_date
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.language.quantities import amount_words, quantity_words, unit_words
from ssrpolicy.views.notes.blocks import Block, Heading, Look, Paragraph, Run, Runs
from ssrpolicy.views.notes.citations import Citing, document_of
from ssrpolicy.views.notes.long_forms import ABBREVIATION
from ssrpolicy.views.shared.names import Names

Changes: TypeAlias = "Mapping[str, Sequence[tuple[Part, Statement, RelationKind]]]"
"""What superseded or amended each statement until the note's day, by its full id."""

# Units of which a text may name the kind: persons who are judges, teams that are on patrol.
_COUNTED = ("person", "team", "official", "officer", "expert")
_ENDS = (".", "!", "?", "…", ":")


@frozen(kw_only=True, eq=False)
class Part:
    """One record's part of a note; its headings begin at ``level``.

    ``changes`` are those of all the records in the note.
    """

    record: PolicyRecord
    names: Names
    citing: Citing
    as_of: dt.date
    level: int
    changes: Changes = field(factory=dict, repr=False)

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.names.language

    # -- what is known --------------------------------------------------------------------------

    @cached_property
    def now(self) -> Mapping[str, Progress]:
        """Where each statement stands as of the note's day, by its id."""
        return {
            statement.id: self.record.progress(statement.id, as_of=self.as_of)
            for statement in self.record.statements
        }

    @cached_property
    def answers(self) -> Mapping[str, Sequence[Disposition]]:
        """The answers to each request that has any, by its id."""
        found: dict[str, list[Disposition]] = defaultdict(list)
        for disposition in self.record.dispositions:
            found[disposition.request].append(disposition)
        return found

    # -- words ----------------------------------------------------------------------------------

    def words(self, key: str, **parts: object) -> str:
        """Return a heading or sentence of the note."""
        return label(f"briefing.{key}", self.language, **parts)

    def run(self, text: str, look: Look = Look.PLAIN) -> Run:
        """Return text in the note's language."""
        return Run(text, self.language, None, look)

    def sentence(self, key: str, **parts: object) -> Paragraph:
        """Return a sentence of the note as a paragraph."""
        return Paragraph((self.run(self.words(key, **parts)),))

    def section(self, key: str, blocks: Sequence[Block], *, below: int = 0) -> list[Block]:
        """Return a section under its heading, so many levels below the part's own."""
        return [Heading(self.level + below, self.words(key)), *blocks] if blocks else []

    # -- runs -----------------------------------------------------------------------------------

    def text(self, text: LocalText, look: Look = Look.PLAIN) -> Runs:
        """Return a text; in the other language, and marked, where that is all there is."""
        language = text.language(self.language)
        if language == self.language:
            return (Run(text.text(language), language, None, look),)
        # Names keeps account of what fell back, and words the mark.
        marked = self.names.text(text) or ""
        whole = text.text(language)
        mark = marked.removesuffix(whole)
        return (self.run(mark, look), Run(whole, language, None, look))

    def full(self, text: LocalText, look: Look = Look.PLAIN) -> Runs:
        """Return a text as a sentence: with a full stop where it has no end of its own."""
        runs = self.text(text, look)
        if runs[-1].text.rstrip().endswith(_ENDS):
            return runs
        return (*runs, self.run(".", look))

    def sources(self, passages: Iterable[Passage]) -> Runs:
        """Return the references to the sources of these passages, without text of their own."""
        numbers = self.citing.numbers(self.names, passages)
        return tuple(Run("", self.language, number) for number in numbers)

    def sentences(self, statements: Iterable[Statement], look: Look = Look.PLAIN) -> Runs:
        """Return the summaries of statements, a sentence each, with their sources."""
        return spaced(
            *((*self.full(each.summary, look), *self.sources(each.quotes)) for each in statements)
        )

    def quantities(self, quantities: Iterable[Quantity]) -> str:
        """Return quantities in words, parted by semicolons: "ten minste veertig rechters"."""
        return "; ".join(self._quantity(each) for each in quantities)

    def _quantity(self, quantity: Quantity) -> str:
        of = quantity.of
        # "12 persons (judges)" are twelve judges; an amount of money is not what it is for.
        if of is None or quantity.unit not in _COUNTED or abs(quantity.numbers[-1]) == 1:
            if of is not None:
                self.names.name(of)
            return quantity_words(quantity, self.language)
        named = self.names.name(of)
        unit = unit_words(quantity.unit, self.language, plural=True)
        amount = amount_words(quantity, self.language).removesuffix(unit) + named
        if quantity.per is None:
            return amount
        per = unit_words(quantity.per, self.language)
        return f"{amount} {label('bound.per', self.language)} {per}"

    def term(
        self,
        term: Timeframe,
        document: str,
        look: Look = Look.PLAIN,
        *,
        shown: Collection[str] = (),
    ) -> Runs:
        """Return a term in the words of the document that states it, and what they mean.

        ``shown`` are the ids of statements that stand beside it, and are not repeated.
        """
        source = document_of(self.record, document)
        spoken = (source.language if source else None) or self.record.language
        runs = [Run(f"“{term.phrase}”", spoken, None, look, verbatim=True)]
        if term.date is not None and not _says(term.phrase, term.date, self.language):
            runs.append(self.run(f" ({edtf_words(term.date, self.language)})", look))
        runs.append(self.run(".", look))
        if term.after is not None and term.after not in shown:
            runs.append(self.run(f" {self.words('after')}", look))
            runs += self._after(term.after, spoken, look)
        if term.firmness is not None:
            firmness = label(term.firmness, self.language)
            runs.append(self.run(f" {self.words('term_firmness', firmness=firmness)}", look))
        return tuple(runs)

    def _after(self, after: str, spoken: str, look: Look) -> Runs:
        """What must happen first: the statement with that id, or the words as they are recorded."""
        if after in self.record and isinstance(entry := self.record[after], Statement):
            return self.full(entry.summary, look)
        return (Run(after, spoken, None, look, verbatim=True), self.run(".", look))

    # -- parties --------------------------------------------------------------------------------

    def party(self, id: str) -> str:
        """Return the name of a party, with the abbreviation that the record's texts use for it."""
        name = self.names.party(id)
        found = codelists.code(self.record, "parties", id)
        if found is None:
            return name
        used = [
            alias
            for alias in found.aliases
            if ABBREVIATION.match(alias) and alias not in name and self._uses(alias)
        ]
        return f"{name} ({max(used, key=len)})" if used else name

    def parties(self, ids: Iterable[str]) -> str:
        """Return the names of parties, the first with a capital, parted by semicolons."""
        return capital("; ".join(self.party(id) for id in ids))

    def who(self, id: str) -> str:
        """Return a party as a sentence names it: "het ministerie van Defensie"."""
        return with_article(self.names.party(id), self.language)

    def _uses(self, alias: str) -> bool:
        """Whether the record's texts in the reader's language have this abbreviation as a word."""
        return re.search(rf"(?<!\w){re.escape(alias)}(?!\w)", self._said) is not None

    @cached_property
    def _said(self) -> str:
        """The names and summaries of the record in the reader's language."""
        record = self.record
        texts = (
            *(request.summary for request in record.requests),
            *(statement.summary for statement in record.statements),
            *(instrument.name for instrument in record.instruments),
        )
        return "\n".join(text.text(self.language) for text in texts)


def _says(phrase: str, date: EdtfDate, language: Language) -> bool:
    """Whether the phrase names the date as the reader does, so that it need not be explained."""
    if edtf_words(date, language).casefold() in phrase.casefold():
        return True
    return date.last_day is not None and long_date(date.last_day, language) in phrase


def lines(*parts: Runs) -> Runs:
    """Return runs below each other, those that are empty left out."""
    runs: list[Run] = []
    for part in filter(None, parts):
        if runs:
            runs.append(Run("\n", part[0].language))
        runs += part
    return tuple(runs)


def spaced(*parts: Runs) -> Runs:
    """Return runs behind each other with a space between, those that are empty left out."""
    runs: list[Run] = []
    for part in filter(None, parts):
        if runs:
            runs.append(Run(" ", part[0].language))
        runs += part
    return tuple(runs)
