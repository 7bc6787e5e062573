"""One record as a reader sees it: in one language, on one day, with what everything is called."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Literal, TypeAlias, TypeVar

from attrs import define, field

from ssrpolicy import codelists
from ssrpolicy.codelists import ListName
from ssrpolicy.evidence import anchors
from ssrpolicy.model import (
    LANGUAGES,
    Disposition,
    Document,
    Handling,
    Instrument,
    Language,
    LocalText,
    PaperNumber,
    Passage,
    Progress,
    Relation,
    Request,
    Statement,
    Timeframe,
    Update,
)
from ssrpolicy.views.language import capital, label, long_date, marked_text, says_date
from ssrpolicy.views.shared.names import document_names
from ssrpolicy.views.shared.passages import ShownPassage, shown
from ssrpolicy.views.shared.shown_record import ShownRecord
from ssrpolicy.views.shared.terms import term_date_words, term_text

Summaries: TypeAlias = Literal["report", "nl", "en", "both"]
"""The language of the texts that a record has itself: that of the report, a given one, or both."""

_E = TypeVar("_E", bound=Request | Statement | Instrument)
_T = TypeVar("_T")


@define(eq=False, repr=False)
class ReadingContext(ShownRecord):
    """One record in the reader's language as of a day; without a day, all that is recorded counts.

    A text that is missing in the language comes in the other one, marked with its name;
    ``fell_back`` is then true, and ``foreign_names`` has what came so with its language. Without
    ``marks`` it comes as it is: where all texts are in the other language, that is said once.
    ``handling`` is that of all records of the report. ``summaries`` may ask for the record's own
    texts in another language than its reader's, or in both, one below the other.
    ``unverified`` are the quotes met so far that do not stand in their document's text.
    """

    language: Language
    as_of: dt.date = dt.date.max
    handling: Handling = field(kw_only=True)
    summaries: Summaries = field(default="report", kw_only=True)
    marks: bool = field(default=True, kw_only=True)
    fell_back: bool = field(default=False, init=False)
    foreign_names: dict[str, Language] = field(factory=dict, init=False)
    unverified: set[Passage] = field(factory=set, init=False)
    _codes: dict[tuple[ListName, str], str] = field(factory=dict, init=False)
    _joined: dict[tuple[ListName, tuple[str, ...], str], str] = field(factory=dict, init=False)

    @handling.default
    def _only_this(self) -> Handling:
        return Handling((self.record,), self.as_of)

    @cached_property
    def progress(self) -> Mapping[str, Progress]:
        """Where each statement stands as of the day, by its id."""
        return self.handling.progress(self.record)

    @cached_property
    def answers(self) -> Mapping[str, Sequence[Disposition]]:
        """The answers until the day to each request that has any, by its id."""
        known = (each for each in self.record.dispositions if not self.is_later(each.document))
        return _grouped(known, lambda disposition: disposition.request)

    def is_earlier(self, answer: Disposition) -> bool:
        """Return whether a later paper took the place of an answer."""
        return self.handling.is_replaced(self.record, answer)

    def answer_words(self, answer: Disposition) -> str:
        """Return how a paper answers: "beantwoord"; of an earlier answer that it is one."""
        words = self.words(answer.answer)
        return self.words("reading.earlier", answer=words) if self.is_earlier(answer) else words

    @cached_property
    def requests(self) -> Mapping[str, Sequence[Request]]:
        """The requests of each document that has any, by its id."""
        return _grouped(self.record.requests, lambda request: request.document)

    @cached_property
    def papers(self) -> Mapping[PaperNumber, Document]:
        """The first document with each paper number."""
        documents = reversed(self.record.documents)
        return {each.number: each for each in documents if each.number is not None}

    def reading_order(self, entries: Iterable[_E]) -> tuple[_E, ...]:
        """Return entries as a reader meets them in the documents."""
        return anchors(self.record).in_reading_order(entries)

    def find_document(self, id: str) -> Document | None:
        """Return the document of the record with this id, or None."""
        if id in self.record and isinstance(entry := self.record[id], Document):
            return entry
        return None

    def date_of(self, document: str) -> dt.date | None:
        """Return the date of a document of the record; None where it is not known."""
        return self.record.dates.get(document)

    def is_later(self, document: str) -> bool:
        """Return whether a document is of a day after the reader's; its date may be missing."""
        return self.handling.is_later(self.record, document)

    def said_on(self, update: Update) -> dt.date:
        """Return when an update says something: the date of its document, or else its own."""
        return self.date_of(update.document or "") or update.date

    def moved_in(self, now: Progress) -> str | None:
        """Return the document in which the latest term stands, or that no document shows it.

        None where the term is the statement's own.
        """
        if now.moved_by is None:
            return None
        document = now.moved_by.document
        return self.words("reading.no_document") if document is None else self.document(document)

    def passages(self, quotes: Iterable[Passage]) -> list[ShownPassage]:
        """Return quotes as a reader sees them; those that are not verified are kept count of."""
        found = []
        for passage in quotes:
            seen = shown(self.record, passage)
            if not seen.verified:
                self.unverified.add(passage)
            found.append(seen)
        return found

    def words(self, key: StrEnum | str, /, **parts: object) -> str:
        """Return a label in the reader's language: ``words("briefing.term")``."""
        return label(key, self.language, **parts)

    def day(self, date: dt.date) -> str:
        """Return a day in words: "29 april 2010"."""
        return long_date(date, self.language)

    def text(self, text: LocalText | None) -> str | None:
        """Return a text in the language of the summaries, or in the other one, marked if asked."""
        wanted = self.summaries if self.summaries in ("nl", "en") else self.language
        found = self._text_in(text, wanted)
        if text is None or self.summaries != "both" or None in (text.nl, text.en):
            return found
        if text.nl == text.en:
            return found
        return f"{found}\n{self._marked(text, 'en' if wanted == 'nl' else 'nl')}"

    def editable_text(self, text: LocalText | None) -> str | None:
        """Return what a reader can change: a text in one language, which a mark keeps."""
        if text is None or text.language(self.language) == self.language:
            return self._text_in(text, self.language)
        return marked_text(text, text.language(self.language), self.language)

    def name(self, text: LocalText) -> str:
        """Return a name, or a title that is quoted: in the other language it needs no mark."""
        name, available = text.text(self.language), text.language(self.language)
        if available != self.language:
            self.foreign_names[name] = available
        return name

    def _text_in(self, text: LocalText | None, wanted: Language) -> str | None:
        if text is None:
            return None
        available = text.language(wanted)
        if available == wanted:
            return text.text(available)
        self.fell_back = True
        return self._marked(text, available)

    def _marked(self, text: LocalText, available: Language) -> str:
        if not self.marks:
            return self.name(text)
        if available != self.language:
            self.foreign_names[text.text(available)] = available
        return marked_text(text, available, self.language)

    def code(self, list_name: ListName, id: str) -> str:
        """Return the name of a code of one of the four lists, or its id where it has none."""
        key = (list_name, id)
        if key not in self._codes:
            found = codelists.code(self.record, list_name, id)
            self._codes[key] = id if found is None else self.name(found.name)
        return self._codes[key]

    def codes(self, list_name: ListName, ids: tuple[str, ...]) -> str | None:
        """Return the names of several codes, separated by semicolons; None for none."""
        if not ids:
            return None
        key = (list_name, ids, "; ")
        if key not in self._joined:
            names = [
                self.code_by_itself(list_name, ids[0]),
                *(self.code(list_name, i) for i in ids[1:]),
            ]
            self._joined[key] = "; ".join(names)
        return self._joined[key]

    def code_by_itself(self, list_name: ListName, id: str) -> str:
        """Return the name of a code with a capital; an id that nothing is called by as it is."""
        called = self.code(list_name, id)
        return called if called == id else capital(called)

    def party(self, id: str) -> str:
        """Return the name of a party, or a text, in the record's language, that is not an id."""
        if " " in id:
            return self.name(LocalText(**{self.record.language: id}))
        return self.code("parties", id)

    def parties(self, ids: tuple[str, ...]) -> str | None:
        """Return the names of several parties, separated by semicolons."""
        return self.codes("parties", ids)

    def owners(self, ids: tuple[str, ...]) -> str | None:
        """Return owners by name, one a line, as a reader may type them."""
        if not ids:
            return None
        key: tuple[ListName, tuple[str, ...], str] = ("parties", ids, "\n")
        if key not in self._joined:
            self._joined[key] = "\n".join(self.code_by_itself("parties", id) for id in ids)
        return self._joined[key]

    def document(self, id: str) -> str:
        """Return a document of the record by kind, date and paper; an unknown one by its id."""
        return self._documents.get(id, id)

    @cached_property
    def _documents(self) -> Mapping[str, str]:
        return document_names(self.record, self.language, self.name)

    def documents(self, ids: Iterable[str]) -> str | None:
        """Return documents by name, each once, one a line."""
        return "\n".join(capital(self.document(id)) for id in dict.fromkeys(ids)) or None

    def entry(self, id: str) -> str:
        """Return a request, statement or instrument by its summary or name, with its id."""
        if id not in self.record:
            return id
        entry = self.record[id]
        if isinstance(entry, Document):
            return self.document(id)
        called = self.text(entry.name if isinstance(entry, Instrument) else entry.summary)
        return f"{called} [{id}]"

    def entries(self, ids: Iterable[str]) -> str | None:
        """Return entries by summary and id, one a line."""
        return "\n".join(self.entry(id) for id in ids) or None

    def relation(self, relation: Relation) -> str:
        """Return how a statement stands to another: the kind, the other, and its summary."""
        kind = self.words(relation.kind)
        target = relation.full_id
        if target is None:
            paper = PaperNumber.parse(relation.target)
            return f"{kind} {paper.display(self.language)}"
        record = self.handling.by_id.get(target.record)
        if record is None or target.entry not in record:
            return f"{kind} {relation.target}"
        entry = record[target.entry]
        summary = None if isinstance(entry, Document | Instrument) else self.text(entry.summary)
        return f"{kind} {relation.target}" + (f": {summary}" if summary else "")

    def term(self, term: Timeframe | None) -> str | None:
        """Return a term in the source's words, with what they mean where that is not a day."""
        if term is None:
            return None
        said, date, language = term_text(self.record, term), term.date, self.language
        first = said if isinstance(said, str) else self._text_in(said, language) or ""
        if date is not None and not says_date(term.phrase, date, language, days_in=LANGUAGES):
            first += f" ({term_date_words(self.record, term, language)})"
        lines = [first]
        if term.after is not None:
            in_words = LocalText(**{self.record.language: term.after})
            after = self.entry(term.after) if term.after in self.record else self.text(in_words)
            lines.append(f"{self.words('field.after')}: {after}")
        if term.firmness is not None:
            lines.append(f"({self.words(term.firmness)})")
        return "\n".join(lines)


def _grouped(entries: Iterable[_T], key: Callable[[_T], str]) -> dict[str, list[_T]]:
    groups: dict[str, list[_T]] = defaultdict(list)
    for entry in entries:
        groups[key(entry)].append(entry)
    return dict(groups)
