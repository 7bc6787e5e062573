"""What things are called: documents, parties, places and entries of a record, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from ssrpolicy import codelists
from ssrpolicy.codelists import ListName
from ssrpolicy.model.documents import Document
from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.statements import Relation
from ssrpolicy.model.texts import LANGUAGES, Language, LocalText
from ssrpolicy.model.timeframes import Timeframe
from ssrpolicy.views.language.dates import edtf_words, long_date
from ssrpolicy.views.language.labels import capital, label

Summaries: TypeAlias = Literal["report", "nl", "en", "both"]
"""The language of the texts that a record has itself: that of the report, a given one, or both."""


class Names:
    """The names that one record uses, in the reader's language.

    A text that is missing in that language comes in the other one, marked with its name;
    ``fell_back`` then turns true, so that a report can say so once. ``records`` are those that
    the report holds, by id: relations lead to them. ``summaries`` may ask for the record's own
    texts in another language than its reader's, or in both, one below the other.
    """

    def __init__(
        self,
        record: PolicyRecord,
        language: Language,
        records: Mapping[str, PolicyRecord] | None = None,
        *,
        summaries: Summaries = "report",
    ) -> None:
        self.record = record
        self.language = language
        given: dict[Summaries, Language] = {"nl": "nl", "en": "en"}
        self._wanted = given.get(summaries, language)
        self._both = summaries == "both"
        self.records = {record.id: record} if records is None else records
        self.fell_back = False
        self.elsewhere: dict[str, Language] = {}
        """The names and texts that were given in the other language, with that language."""
        self._documents: dict[str, str] = {}
        self._joined: dict[tuple[ListName, tuple[str, ...]], str] = {}
        self._known: dict[tuple[ListName, str], str] = {}

    def text(self, text: LocalText | None) -> str | None:
        """Return a text in the language, or in the other one with that said before it."""
        if text is None:
            return None
        spoken = text.language(self._wanted)
        if spoken != self._wanted:
            self.fell_back = True
            return self._marked(text, spoken)
        if not self._both or text.nl is None or text.en is None or text.nl == text.en:
            return text.text(spoken)
        return f"{text.text(spoken)}\n{self._marked(text, 'en' if spoken == 'nl' else 'nl')}"

    def one(self, text: LocalText | None) -> str | None:
        """Return a text in the reader's own language or marked, whatever summaries are in.

        This is what a reader can change: one text in one language.
        """
        if text is None:
            return None
        spoken = text.language(self.language)
        if spoken == self.language:
            return text.text(spoken)
        self.fell_back = True
        return self._marked(text, spoken)

    def name(self, text: LocalText) -> str:
        """Return a name, or a title that is quoted: in the other language it needs no mark."""
        name, spoken = text.text(self.language), text.language(self.language)
        if spoken != self.language:
            self.elsewhere[name] = spoken
        return name

    def _marked(self, text: LocalText, spoken: Language) -> str:
        mark = capital(label(f"language.{spoken}", self.language))
        if spoken != self.language:
            self.elsewhere[text.text(spoken)] = spoken
        return f"[{mark}] {text.text(spoken)}"

    def code(self, list_name: ListName, id: str) -> str:
        """Return the name of a code of one of the four lists, or its id where it has none."""
        key = (list_name, id)
        if key not in self._known:
            found = codelists.code(self.record, list_name, id)
            self._known[key] = id if found is None else self.name(found.name)
        return self._known[key]

    def codes(self, list_name: ListName, ids: tuple[str, ...]) -> str | None:
        """Return the names of several codes, parted by semicolons; None for none."""
        if not ids:
            return None
        if (list_name, ids) not in self._joined:
            joined = "; ".join(self.code(list_name, id) for id in ids)
            self._joined[list_name, ids] = capital(joined)
        return self._joined[list_name, ids]

    def party(self, id: str) -> str:
        """Return the name of a party, or what stands there when it is no id."""
        return self.code("parties", id)

    def parties(self, ids: tuple[str, ...]) -> str | None:
        """Return the names of several parties, parted by semicolons."""
        return self.codes("parties", ids)

    def document(self, id: str) -> str:
        """Return a document of the record by kind, date and paper, or its id if it has none."""
        if id not in self._documents:
            name = id
            if id in self.record and isinstance(document := self.record[id], Document):
                name = document_name(document, self.language)
            self._documents[id] = name
        return self._documents[id]

    def entry(self, id: str) -> str:
        """Return a request, statement or instrument by its summary or name, with its id."""
        if id not in self.record:
            return id
        entry = self.record[id]
        if isinstance(entry, Document):
            return self.document(id)
        called = self.text(entry.name if isinstance(entry, Instrument) else entry.summary)
        return f"{called} [{id}]"

    def relation(self, relation: Relation) -> str:
        """Return how a statement stands to another: the kind, the other, and its summary."""
        kind = label(relation.kind, self.language)
        target = relation.full_id
        if target is None:
            paper = PaperNumber.parse(relation.target)
            return f"{kind} {paper.display(self.language)}"
        record = self.records.get(target.record)
        if record is None or target.entry not in record:
            return f"{kind} {relation.target}"
        entry = record[target.entry]
        summary = None if isinstance(entry, Document | Instrument) else self.text(entry.summary)
        return f"{kind} {relation.target}" + (f": {summary}" if summary else "")

    def term(self, term: Timeframe | None) -> str | None:
        """Return a term in the source's words, with what they mean where that is not a day."""
        if term is None:
            return None
        first = f"“{term.phrase}”"
        if term.date is not None and not _says(term.phrase, term.date, self.language):
            first += f" ({edtf_words(term.date, self.language)})"
        lines = [first]
        if term.after is not None:
            after = self.entry(term.after) if term.after in self.record else term.after
            lines.append(f"{label('field.after', self.language)}: {after}")
        if term.firmness is not None:
            lines.append(f"({label(term.firmness, self.language)})")
        return "\n".join(lines)


def _says(phrase: str, date: EdtfDate, language: Language) -> bool:
    """Whether the phrase already gives the date, so that it need not be said again."""
    if date.last_day is None:
        return False
    days = (long_date(date.last_day, each) for each in LANGUAGES)
    if date.text.isdecimal() and date.text in phrase:
        return True
    return any(day in phrase for day in days) or (
        edtf_words(date, language).casefold() in phrase.casefold()
    )


def paper_name(document: Document, language: Language) -> str | None:
    """Return the citation of a document's paper, or its number in the register, or None."""
    if document.number is not None:
        return document.number.display(language, document.session_year)
    return document.register_number


def document_name(document: Document, language: Language) -> str:
    """Return a document as a reader knows it: "brief van 29 april 2010 (Kamerstukken II ...)"."""
    words = label(document.kind, language)
    if document.date is not None:
        date = long_date(document.date, language)
        words = label("document_name.dated", language, kind=words, date=date)
    paper = paper_name(document, language)
    if paper is not None:
        return f"{words} ({paper})"
    return f"{words} ({document.id})"
