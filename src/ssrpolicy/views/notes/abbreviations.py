"""What the abbreviations of a record stand for, in words that somebody else gave.

What an abbreviation stands for is never guessed: it comes from a code whose other spelling it is,
from the list of abbreviations, or from a document of the record that explains it itself, as in
"Integrated Border Management (IBM)".
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from attrs import field, frozen

from ssrpolicy import codelists
from ssrpolicy.codelists import ListName
from ssrpolicy.evidence import anchors
from ssrpolicy.model import Code, Language, PolicyRecord
from ssrpolicy.views.language import label, words
from ssrpolicy.views.notes.long_forms import ABBREVIATION, long_form, long_forms

_LISTS: tuple[ListName, ...] = ("parties", "places")
# The kinds of built-in parties that are of the Dutch state, and known by their letters there only.
_DUTCH = ("government", "minister", "ministry", "parliament", "pool")


@frozen
class Expansion:
    """What an abbreviation stands for, and the language that this is in.

    ``others`` are further names of the same thing, by which a text may explain it itself.
    """

    words: str
    language: str
    others: tuple[str, ...] = ()


@frozen(eq=False)
class Abbreviations:
    """The abbreviations of one record, for a reader of one language."""

    record: PolicyRecord
    language: Language
    _meanings: dict[str, Expansion | None] = field(factory=dict, init=False)
    _several: dict[str, tuple[str, ...]] = field(factory=dict, init=False)

    def meaning(self, abbreviation: str) -> Expansion | None:
        """Return what an abbreviation stands for in this record; None where nobody says it.

        A document's own words go before a code that is called otherwise; a code in the reader's
        language goes before a document's words for the same thing.
        """
        if abbreviation not in self._meanings:
            self._meanings[abbreviation] = self._meaning(abbreviation)
        return self._meanings[abbreviation]

    def _meaning(self, abbreviation: str) -> Expansion | None:
        stated = self._stated.get(abbreviation)
        codes = self._codes(abbreviation)
        if stated is not None:
            codes = tuple(code for code in codes if _called(code, stated.words))
        if len({code.id for code in codes}) == 1:
            code = codes[0]
            language = code.name.language(self.language)
            return Expansion(code.name.text(language), language, _names(code))
        if abbreviation in words("abbreviation"):
            listed = label(f"abbreviation.{abbreviation}", self.language)
            others = {str(text).casefold() for text in words("abbreviation")[abbreviation].values()}
            if stated is None or stated.words.casefold() in others:
                return Expansion(listed, self.language, tuple(others))
        return stated

    def of_several_words(self, first: str) -> tuple[str, ...]:
        """Return the abbreviations of several words that begin so, the longest first."""
        if first not in self._several:
            found = {
                *self._own_several.get(first, ()),
                *_built_in_of_several_words().get(first, ()),
            }
            self._several[first] = tuple(sorted(found, key=lambda each: (-len(each), each)))
        return self._several[first]

    def _codes(self, abbreviation: str) -> tuple[Code, ...]:
        """The codes of that abbreviation: the record's own, or else the built-in ones in use."""
        if (own := self._own.get(abbreviation)) is not None:
            return own
        known, day = _built_in().get(abbreviation, ()), self._day
        if not self._is_dutch:
            known = tuple(code for code in known if code.id not in _of_the_dutch_state())
        return tuple(code for code in known if day is None or code.in_use(day))

    @cached_property
    def _own(self) -> Mapping[str, tuple[Code, ...]]:
        """The record's own codes by each abbreviation of theirs."""
        return _by_abbreviation(
            code for name in _LISTS for code in codelists.declared(self.record, name)
        )

    @cached_property
    def _own_several(self) -> Mapping[str, tuple[str, ...]]:
        """The abbreviations of several words among the record's own."""
        return _several_words(self._own)

    @cached_property
    def _is_dutch(self) -> bool:
        """Whether the record has to do with the Dutch state, whose MP is the prime minister."""
        record = self.record
        named = {
            *(id for document in record.documents for id in document.authors),
            *(document.addressee for document in record.documents),
            *(id for statement in record.statements for id in statement.owners),
        }
        return not named.isdisjoint(_of_the_dutch_state())

    @cached_property
    def _day(self) -> dt.date | None:
        """The day of the record's document: a ministry's letters may once have been another's."""
        if self.record.source not in self.record:
            return None
        return self.record.source_document.date

    @cached_property
    def _stated(self) -> Mapping[str, Expansion]:
        """What the documents of the record explain themselves; not what two explain differently."""
        found: dict[str, dict[str, Expansion]] = {}
        for document in self.record.documents:
            source = anchors(self.record).source(document.id)
            if source is None:
                continue
            language = document.language or self.record.language
            for short, start, end in long_forms(source.text):
                whole = long_form(source.display(start, end), short)
                if whole is not None:
                    found.setdefault(short, {})[whole.casefold()] = Expansion(whole, language)
        return {
            short: next(iter(several.values()))
            for short, several in found.items()
            if len(several) == 1
        }


def _names(code: Code) -> tuple[str, ...]:
    names = (code.name.nl, code.name.en, *code.aliases)
    return tuple(name for name in names if name is not None)


def _called(code: Code, name: str) -> bool:
    """Whether a code bears this name, also with words around it: "ministerie van Defensie"."""
    return any(name.casefold() in each.casefold() for each in _names(code))


@cache
def _of_the_dutch_state() -> frozenset[str]:
    """The ids of the built-in parties that are of the Dutch state."""
    details = codelists.code_list("parties").details
    return frozenset(id for id, each in details.items() if each.kind in _DUTCH)


@cache
def _built_in() -> Mapping[str, tuple[Code, ...]]:
    """The built-in codes by each abbreviation of theirs."""
    return _by_abbreviation(
        code for name in _LISTS for code in codelists.code_list(name).codes.values()
    )


@cache
def _built_in_of_several_words() -> Mapping[str, tuple[str, ...]]:
    return _several_words(_built_in())


def _several_words(codes: Mapping[str, tuple[Code, ...]]) -> dict[str, tuple[str, ...]]:
    """The abbreviations of several words by their first: EULEX Kosovo by EULEX."""
    found: dict[str, tuple[str, ...]] = {}
    for spelling in codes:
        first, space, _ = spelling.partition(" ")
        if space:
            found[first] = (*found.get(first, ()), spelling)
    return found


def _by_abbreviation(codes: Iterable[Code]) -> dict[str, tuple[Code, ...]]:
    found: dict[str, tuple[Code, ...]] = {}
    for code in codes:
        for alias in code.aliases:
            if ABBREVIATION.match(alias) and alias not in (code.name.nl, code.name.en):
                found[alias] = (*found.get(alias, ()), code)
    return found
