"""One record's part of a note: what a reader sees of the record, in runs with numbered sources."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import define, field

from ssrpolicy import codelists
from ssrpolicy.model import (
    LocalText,
    Passage,
    Quantity,
    RelationKind,
    Request,
    Statement,
    Timeframe,
    Update,
)
from ssrpolicy.views.language import (
    amount_words,
    capital,
    counted_in_words,
    in_words,
    listing,
    quantity_words,
    says_date,
    unit_words,
    with_article,
)
from ssrpolicy.views.notes.abbreviations import ABBREVIATION, Abbreviations
from ssrpolicy.views.notes.blocks import Block, Heading, Look, Paragraph, Row, Run, Runs, grid
from ssrpolicy.views.notes.citations import Citing
from ssrpolicy.views.shared import (
    ReadingContext,
    dated,
    internal_mark,
    kind_of,
    record_title,
    term_date_words,
    term_text,
)

Changes: TypeAlias = "Mapping[str, Sequence[tuple[Part, Statement, RelationKind]]]"
"""What superseded or amended each statement until the note's day, by its full id."""

# Units of which a text may name the kind: persons who are judges, teams that are on patrol.
_COUNTED = ("person", "team", "official", "officer", "expert", "boat")
_WORD = re.compile(r"\w+")
_SHORT = 40
_ENDS = (".", "!", "?", "…", ":")


@define(eq=False, repr=False)
class Part(ReadingContext):
    """One record as a note reports it: the part with this number, its headings from ``level`` on.

    All parts share ``citing``, which numbers the sources, ``changes``, ``short_runs``, ``titles``
    and ``parts``, which has each of them by its record's id.
    """

    citing: Citing = field(kw_only=True)
    number: int = field(default=1, kw_only=True)
    level: int = field(default=1, kw_only=True)
    changes: Changes = field(factory=dict, kw_only=True)
    short_runs: dict[tuple[str, Look], Run] = field(factory=dict, kw_only=True)
    titles: dict[str, str] = field(factory=dict, kw_only=True)
    parts: "Mapping[str, Part]" = field(factory=dict, kw_only=True)
    _abbreviated: dict[str, str] = field(factory=dict, init=False)

    @cached_property
    def title(self) -> str:
        """What the record is called."""
        return self.titles.get(self.record.id) or record_title(self)

    @property
    def anchor(self) -> str:
        """Where links to this part of a note on several records lead."""
        return f"record_{self.number}"

    @cached_property
    def abbreviations(self) -> Abbreviations:
        """What the abbreviations of the record stand for."""
        return Abbreviations(self.record, self.language)

    @cached_property
    def by_date(self) -> Mapping[str, str]:
        """The papers that are known by their kind and date alone: "brief van 12 maart 2031"."""
        called = {
            each.id: dated(each, kind_of(self.record, each, self.language), self.language)
            for each in self.record.documents
            if each.date is not None
        }
        counts = Counter(called.values())
        return {id: name for id, name in called.items() if counts[name] == 1}

    # -- words ----------------------------------------------------------------------------------

    def in_words(self, amount: int) -> str:
        """Return a number as a sentence has it: "zeven", "67"."""
        return in_words(amount, self.language)

    def counted(self, key: str, amount: int) -> str:
        """Return a number with its noun: ``counted("commitments", 3)``."""
        return counted_in_words(key, amount, self.language)

    def listing(self, names: Sequence[str]) -> str:
        """Return names as a sentence lists them: "A, B en C"."""
        return listing(names, self.language)

    def phrase(self, key: str, look: Look = Look.PLAIN, /, **parts: object) -> Runs:
        """Return a label as runs."""
        return (self.run(self.words(key, **parts), look),)

    def paragraph(self, key: str, **parts: object) -> Paragraph:
        """Return a label as a paragraph."""
        return Paragraph(self.phrase(key, **parts))

    def section(self, key: str, blocks: Sequence[Block], *, below: int = 0) -> list[Block]:
        """Return blocks under a heading, so many levels below the part's own; none without any."""
        return [self.heading(key, self.level + below), *blocks] if blocks else []

    def heading(self, key: str, level: int, anchor: str | None = None) -> Heading:
        """Return a label as a heading, whose key is the last word of the label's."""
        return Heading(level, self.words(key), anchor, key.rpartition(".")[2])

    def grid(self, name: str, columns: Iterable[str], rows: Sequence[Row]) -> list[Block]:
        """Return a table (``briefing_grid.history``) of rows about entries; none without rows."""
        full = ((self.record.full_id(id), cells) for id, cells in rows)
        return [grid(name, columns, full, self.language)] if rows else []

    def run(
        self,
        text: str,
        look: Look = Look.PLAIN,
        *,
        url: str | None = None,
        anchor: str | None = None,
    ) -> Run:
        """Return text in the note's language, which may lead to an address or a heading."""
        if len(text) > _SHORT or url is not None or anchor is not None:
            return Run(text, self.language, None, look, url, anchor)
        # A long note says few short things many times.
        if (text, look) not in self.short_runs:
            self.short_runs[text, look] = Run(text, self.language, None, look)
        return self.short_runs[text, look]

    def runs(self, text: LocalText, look: Look = Look.PLAIN) -> Runs:
        """Return a text; in the other language, and marked, where that is all there is."""
        language = text.language(self.language)
        whole = text.text(language)
        if language == self.language:
            return (self.run(whole, look),)
        mark = (self.text(text) or "").removesuffix(whole)
        return (*((self.run(mark, look),) if mark else ()), Run(whole, language, None, look))

    def sentence(self, text: LocalText, look: Look = Look.PLAIN) -> Runs:
        """Return a text as a sentence: with a full stop where it has no end of its own."""
        runs = self.runs(text, look)
        return runs if runs[-1].text.rstrip().endswith(_ENDS) else (*runs, self.run(".", look))

    def noted(self, update: Update) -> Runs:
        """Return the note of an update as a sentence, marked where it is internal."""
        if update.note is None:
            return ()
        mark = internal_mark(self, update)
        return (*((self.run(mark, Look.QUIET),) if mark else ()), *self.sentence(update.note))

    def sources(self, passages: Iterable[Passage]) -> Runs:
        """Return the references to the sources of these passages, without text of their own."""
        return tuple(Run("", self.language, each) for each in self.citing.numbers(self, passages))

    def summary(self, entry: Request | Statement, look: Look = Look.PLAIN) -> Runs:
        """Return the summary of an entry as a sentence with the references to its sources."""
        return (*self.sentence(entry.summary, look), *self.sources(entry.quotes))

    def term_runs(
        self,
        term: Timeframe,
        document: str,
        look: Look = Look.PLAIN,
        *,
        shown: Collection[str] = (),
    ) -> Runs:
        """Return a term in the words of the document that states it, and what they mean.

        ``shown`` are the ids of statements next to it, which are not repeated.
        """
        runs = [*self.term_said(term, document, look)]
        if term.date is not None and not says_date(term.phrase, term.date, self.language):
            runs.append(self.run(f" ({term_date_words(self.record, term, self.language)})", look))
        runs.append(self.run(".", look))
        if term.after is not None and term.after not in shown:
            runs.append(self.run(f" {self.words('briefing.after')}", look))
            runs += self._after(term.after, look)
        if term.firmness is not None:
            firmness = self.words("briefing.term_firmness", firmness=self.words(term.firmness))
            runs.append(self.run(f" {firmness}", look))
        return tuple(runs)

    def term_said(
        self, term: Timeframe, document: str, look: Look = Look.PLAIN, *, short: bool = False
    ) -> Runs:
        """Return the words of a term: those of the document, or marked where somebody entered them.

        With ``short`` they are shortened where they are many.
        """
        said = term_text(self.record, term, short=short)
        if not isinstance(said, str):
            return self.runs(said, look)
        source = self.find_document(document)
        tag = (source.language if source else None) or self.record.language
        return (Run(said, tag, None, look, verbatim=True),)

    def _after(self, after: str, look: Look) -> Runs:
        """What must happen first: the statement with that id, or words in the record's language."""
        if after in self.record and isinstance(entry := self.record[after], Statement):
            return self.sentence(entry.summary, look)
        return self.sentence(LocalText(**{self.record.language: after}), look)

    def quantities(self, quantities: Iterable[Quantity]) -> str:
        """Return quantities in words, separated by semicolons: "ten minste veertig rechters"."""
        return "; ".join(self._quantity(each) for each in quantities)

    def _quantity(self, quantity: Quantity) -> str:
        named = None if quantity.of is None else self.name(quantity.of)
        # "12 persons (judges)" are twelve judges; an amount of money is not what it is for.
        if named is None or quantity.unit not in _COUNTED or abs(quantity.numbers[-1]) == 1:
            return quantity_words(quantity, self.language)
        unit = unit_words(quantity.unit, self.language, plural=True)
        amount = amount_words(quantity, self.language).removesuffix(unit) + named
        if quantity.per is None:
            return amount
        return f"{amount} {self.words('bound.per')} {unit_words(quantity.per, self.language)}"

    def party_in_full(self, id: str) -> str:
        """Return the name of a party, with the abbreviation that the record's texts use for it."""
        if id not in self._abbreviated:
            name, found = self.party(id), codelists.code(self.record, "parties", id)
            used = [
                alias
                for alias in (() if found is None else found.aliases)
                if ABBREVIATION.match(alias) and alias not in name and self._uses(alias)
            ]
            self._abbreviated[id] = f"{name} ({max(used, key=len)})" if used else name
        return self._abbreviated[id]

    def parties_in_full(self, ids: Iterable[str]) -> str:
        """Return the names of parties, the first with a capital, separated by semicolons."""
        return capital("; ".join(self.party_in_full(id) for id in ids))

    def party_with_article(self, id: str) -> str:
        """Return a party as a sentence names it: "het ministerie van Defensie"."""
        return with_article(self.party(id), self.language)

    def names_with_articles(self, ids: Sequence[str]) -> str:
        """Return parties as a sentence lists them, each with its article."""
        names = [self.party_with_article(id) for id in ids]
        if any("," in name for name in names[:-1]):
            # A name with a comma in it is closed by one before the next.
            names[:-1] = [f"{name}," for name in names[:-1]]
        return self.listing(names).replace(",,", ",")

    def movers(self, ids: Sequence[str]) -> str:
        """Return parties as a sentence lists them, members of the House drawn together."""
        names = [self.party(id) for id in ids]
        # "De leden Peters en Knops": the word for members stands before the names, or after them.
        for key, has, without in (
            ("members_before", str.startswith, str.removeprefix),
            ("members_after", str.endswith, str.removesuffix),
        ):
            one = self.words(f"briefing_members.{key}_one")
            if len(names) > 1 and one and all(has(name, one) for name in names):
                listed = self.listing([without(name, one) for name in names])
                return self.words(f"briefing_members.{key}_many", names=listed)
        return self.names_with_articles(ids)

    def _uses(self, alias: str) -> bool:
        """Whether the record's texts in the reader's language have this abbreviation as a word."""
        if _WORD.fullmatch(alias):
            return alias in self._summary_words
        whole = rf"(?<!\w){re.escape(alias)}(?!\w)"
        return alias in self._summaries and bool(re.search(whole, self._summaries))

    @cached_property
    def _summary_words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._summaries))

    @cached_property
    def _summaries(self) -> str:
        """The names and summaries of the record in the reader's language."""
        record = self.record
        texts = (
            *(request.summary for request in record.requests),
            *(statement.summary for statement in record.statements),
            *(instrument.name for instrument in record.instruments),
        )
        return "\n".join(text.text(self.language) for text in texts)
