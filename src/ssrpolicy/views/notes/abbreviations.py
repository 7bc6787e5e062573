"""What the abbreviations of a record stand for, in the words of a source.

What an abbreviation stands for is never guessed: it comes from a code whose other spelling it is,
from the list of abbreviations, or from a document of the record that explains it itself, as in
"Integrated Border Management (IBM)".

The words are found by the letters, as Schwartz and Hearst describe ("A Simple Algorithm for
Identifying Abbreviation Definitions in Biomedical Text", 2003): each letter of the abbreviation
stands in the words in the same order, and the first begins them.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from attrs import field, frozen

from ssrpolicy import codelists
from ssrpolicy.codelists import ListName
from ssrpolicy.evidence import anchors
from ssrpolicy.model import Code, Language, PolicyRecord
from ssrpolicy.views.language import label, words

ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,4}[&/]?[A-Z][A-Za-z&/]*")
"""What looks like an abbreviation: two capitals at least, with little between them."""

# After an abbreviation may stand the mark of its plural: PMTs, PMT's.
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z&]{0,3}[A-Z][A-Za-z&]{0,7})(?:[’']?s)?\)")
_SENTENCE_ENDS = re.compile(r"[.;:!?()“”\"\n\r]")
_WORDS_BEFORE = 200
_MOST_EXTRA_WORDS = 5
# With fewer letters, too many names begin with them by chance.
_TELLING = 3
_LISTS: tuple[ListName, ...] = ("parties", "places")
# The kinds of built-in parties of the Dutch state, whose abbreviations are known only there.
_DUTCH = ("government", "minister", "ministry", "parliament", "pool")
# What every reader knows: countries that are called so more often than by their names; and what
# the sentences of notes have themselves.
_COUNTRIES = frozenset({"US", "UK", "VS", "VK"})
_KNOWN: Mapping[Language, frozenset[str]] = {"nl": _COUNTRIES, "en": _COUNTRIES | {"MP"}}


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

    def meaning(self, abbreviation: str) -> Expansion | None:
        """Return what an abbreviation stands for in this record; None where no source says it.

        A document's own words go before a code with another name; a code in the reader's
        language goes before a document's words for the same thing.
        """
        if abbreviation not in self._meanings:
            self._meanings[abbreviation] = self._meaning(abbreviation)
        return self._meanings[abbreviation]

    def _meaning(self, abbreviation: str) -> Expansion | None:
        if abbreviation in _KNOWN[self.language]:
            return None
        stated = self._stated.get(abbreviation)
        codes = self._codes(abbreviation)
        if stated is not None:
            codes = tuple(code for code in codes if _called(code, stated.words))
        if len({code.id for code in codes}) == 1:
            code = codes[0]
            if abbreviation not in self._own and self._names_another(abbreviation, code):
                return stated
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
        return self._several.get(first, ())

    def _codes(self, abbreviation: str) -> tuple[Code, ...]:
        """The codes of that abbreviation: the record's own, or else the built-in ones in use."""
        if (own := self._own.get(abbreviation)) is not None:
            return own
        known, day = _built_in().get(abbreviation, ()), self._day
        if not self._is_dutch:
            known = tuple(code for code in known if code.id not in _of_the_dutch_state())
        return tuple(code for code in known if day is None or code.in_use(day))

    def _names_another(self, abbreviation: str, code: Code) -> bool:
        """Whether the documents have a name with these initials that is not the code's.

        Where a letter is about the Delta Rhine Corridor, DRC is not the Congo.
        """
        if len(abbreviation) < _TELLING or not abbreviation.isupper():
            return False
        name = re.compile(r"\b" + r"[ \n-]+".join(rf"{letter}[\w’]+" for letter in abbreviation))
        texts = (anchors(self.record).source(each.id) for each in self.record.documents)
        return any(
            not _called(code, " ".join(found[0].split()))
            for source in texts
            if source is not None
            for found in name.finditer(source.text)
        )

    @cached_property
    def _own(self) -> Mapping[str, tuple[Code, ...]]:
        """The record's own codes by each abbreviation of theirs."""
        return _by_abbreviation(
            code for name in _LISTS for code in codelists.declared(self.record, name)
        )

    @cached_property
    def _several(self) -> Mapping[str, tuple[str, ...]]:
        """The abbreviations of several words by their first: EULEX Kosovo by EULEX."""
        several = {each for each in (*self._own, *_built_in()) if " " in each}
        found: dict[str, tuple[str, ...]] = {}
        for spelling in sorted(several, key=lambda each: (-len(each), each)):
            first = spelling.partition(" ")[0]
            found[first] = (*found.get(first, ()), spelling)
        return found

    @cached_property
    def _is_dutch(self) -> bool:
        """Whether the record involves the Dutch state, in which MP is the prime minister."""
        record = self.record
        named = {
            *(id for document in record.documents for id in document.authors),
            *(document.addressee for document in record.documents),
            *(id for statement in record.statements for id in statement.owners),
        }
        return not named.isdisjoint(_of_the_dutch_state())

    @cached_property
    def _day(self) -> dt.date | None:
        """The day of the record's document: ministries and their abbreviations change."""
        known = self.record.source in self.record
        return self.record.source_document.date if known else None

    @cached_property
    def _stated(self) -> Mapping[str, Expansion]:
        """What the documents of the record explain, except what two explain differently."""
        found: dict[str, dict[str, Expansion]] = {}
        for document in self.record.documents:
            source = anchors(self.record).source(document.id)
            if source is None:
                continue
            language = document.language or self.record.language
            for short, start, end in long_forms(source.text):
                if (whole := long_form(source.display(start, end), short)) is not None:
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
    """Whether a code has this name, also within a longer one: "ministerie van Defensie"."""
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


def _by_abbreviation(codes: Iterable[Code]) -> dict[str, tuple[Code, ...]]:
    found: dict[str, tuple[Code, ...]] = {}
    for code in codes:
        for alias in code.aliases:
            if ABBREVIATION.match(alias) and alias not in (code.name.nl, code.name.en):
                found[alias] = (*found.get(alias, ()), code)
    return found


def long_forms(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each abbreviation in brackets, and the stretch before it in which its words stand."""
    for found in _BRACKETED.finditer(text):
        yield stem(found[1]), max(0, found.start() - _WORDS_BEFORE), found.start()


def stem(abbreviation: str) -> str:
    """Return an abbreviation without the mark of its plural: "PMT" for "PMTs"."""
    bare = abbreviation.removesuffix("s")
    return bare if bare.isupper() else abbreviation


def long_form(before: str, abbreviation: str) -> str | None:
    """Return the words at the end of a text that an abbreviation stands for, or None.

    At least half of its letters begin a word, so that a word that merely holds them is not taken.
    """
    before = before.rstrip()
    letters = [letter for letter in abbreviation.casefold() if letter.isalpha()]
    place = _first_letter(before, letters)
    if place is None:
        return None
    words = before[place:]
    count = len(words.split())
    most = min(len(letters) + _MOST_EXTRA_WORDS, 2 * len(letters))
    if not 1 < count <= most or _SENTENCE_ENDS.search(words):
        return None
    return words if 2 * _beginning(words, letters) >= len(letters) else None


def _first_letter(text: str, letters: list[str]) -> int | None:
    """Where the words begin, going back from the last letter."""
    place, folded = len(text), text.casefold()
    if len(folded) != len(text):
        return None
    for index in range(len(letters) - 1, -1, -1):
        place -= 1
        while place >= 0 and (
            folded[place] != letters[index]
            or (index == 0 and place > 0 and folded[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return None
    return place


def _beginning(words: str, letters: list[str]) -> int:
    """How many of the letters begin a word, in their order."""
    found = 0
    initials = [word.lstrip("-")[:1].casefold() for word in re.split(r"[\s-]+", words)]
    for letter in letters:
        if letter in initials:
            found += 1
            initials = initials[initials.index(letter) + 1 :]
    return found
