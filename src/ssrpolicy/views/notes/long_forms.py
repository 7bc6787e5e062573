"""What a text itself explains: the words before an abbreviation in brackets.

The words are found by the letters, as Schwartz and Hearst describe ("A Simple Algorithm for
Identifying Abbreviation Definitions in Biomedical Text", 2003): each letter of the abbreviation
stands in the words in the same order, and the first begins them.
"""

import re
from collections.abc import Iterator

ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,4}[&/]?[A-Z][A-Za-z&/]*")
"""What looks like an abbreviation: two capitals at least, with little between them."""

# After an abbreviation may stand the mark of its plural: PMTs, PMT's.
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z&]{0,3}[A-Z][A-Za-z&]{0,7})(?:[’']?s)?\)")
_SENTENCE_ENDS = re.compile(r"[.;:!?()“”\"\n\r]")
_WORDS_BEFORE = 200
_MOST_EXTRA_WORDS = 5


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
