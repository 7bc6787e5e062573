"""Dutch and English numerals in words: what one word, written as one, stands for.

Dutch writes whole numbers as one word ("driehonderdvijfenveertig"); English hardly any. Ordinals
("tweede"), round plurals ("tientallen") and words that only start like a numeral are none.
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Final


def _counted(words: str, *, first: int = 0, step: int = 1) -> dict[str, int]:
    """Numerals with their values, given in the order in which one counts."""
    return {word: step * value for value, word in enumerate(words.split(), start=first)}


_DUTCH_SMALL: Final = _counted(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"
    " zestien zeventien achttien negentien"
)
_DUTCH_TENS: Final = _counted(
    "twintig dertig veertig vijftig zestig zeventig tachtig negentig", first=2, step=10
)
_DUTCH_UNITS: Final = "|".join(list(_DUTCH_SMALL)[1:10])
_DUTCH_COMPOUND: Final = re.compile(rf"({_DUTCH_UNITS})en({'|'.join(_DUTCH_TENS)})")
_DUTCH_HALF: Final = re.compile(r"(.+?)en(?:een)?(?:half|halve)")

_ENGLISH_SMALL: Final = _counted(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS: Final = _counted(
    "twenty thirty forty fifty sixty seventy eighty ninety", first=2, step=10
)
_ENGLISH_COMPOUND: Final = re.compile(
    rf"({'|'.join(_ENGLISH_TENS)})({'|'.join(list(_ENGLISH_SMALL)[1:10])})"
)

#: What a number before it is multiplied by; each is a number by itself, too.
MULTIPLIERS: Final = {
    "nl": {
        "honderd": 100,
        "duizend": 10**3,
        "miljoen": 10**6,
        "mln": 10**6,
        "miljard": 10**9,
        "mld": 10**9,
        "mrd": 10**9,
        "biljoen": 10**12,
    },
    "en": {
        "hundred": 100,
        "thousand": 10**3,
        "million": 10**6,
        "mln": 10**6,
        "billion": 10**9,
        "bn": 10**9,
        "trillion": 10**12,
    },
}
#: Those that are a number only after another: "5 mln", never "mln".
BOUND: Final = frozenset(("mln", "mld", "mrd", "bn"))

_HALVES: Final = {
    "nl": {"half": "0.5", "halve": "0.5", "anderhalf": "1.5", "anderhalve": "1.5"},
    "en": {"half": "0.5"},
}
#: Numerals that are more often another word: the article, "acht" (deems), "one" (somebody).
_WEAK: Final = {"nl": frozenset(("een", "acht", "half", "halve")), "en": frozenset(("one", "half"))}
_ABOUT: Final = re.compile(rf"({_DUTCH_UNITS}|tien)tal")
_TIMES: Final = re.compile(r"(.+)(?:maal|keer)")


def language_of(tag: str) -> str:
    """The language whose numerals are read for a language tag: English for "en", else Dutch."""
    return "en" if tag.casefold().startswith("en") else "nl"


@lru_cache(maxsize=4096)
def bare(word: str) -> str:
    """A word in lower case without accents: "Tweeëntwintig" as "tweeentwintig"."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@lru_cache(maxsize=4096)
def number_word(word: str, language: str) -> tuple[Decimal, bool] | None:
    """What a word stands for, and whether that is weak; None when it is not a numeral."""
    plain = bare(word)
    if plain in _HALVES[language]:
        return Decimal(_HALVES[language][plain]), plain in _WEAK[language]
    if language == "en":
        value = _english(plain)
        return None if value is None else (Decimal(value), plain in _WEAK["en"])
    about = _ABOUT.fullmatch(plain)
    if about:
        return Decimal(_DUTCH_SMALL[about[1]]), True
    times = _TIMES.fullmatch(plain)
    half = _DUTCH_HALF.fullmatch(plain)
    if half and (whole := _dutch(half[1])):
        return whole + Decimal("0.5"), False
    value = _dutch(times[1] if times else plain)
    # With its accents "één" is the number and nothing else.
    return None if value is None else (Decimal(value), plain in _WEAK["nl"] and word.isascii())


def _english(word: str) -> int | None:
    for table in (_ENGLISH_SMALL, _ENGLISH_TENS, MULTIPLIERS["en"]):
        if word in table and word not in BOUND:
            return table[word]
    match = _ENGLISH_COMPOUND.fullmatch(word)
    return _ENGLISH_TENS[match[1]] + _ENGLISH_SMALL[match[2]] if match else None


def _dutch(word: str) -> int | None:
    """The whole number that a Dutch word without accents stands for."""
    for name, scale in (("miljard", 10**9), ("miljoen", 10**6), ("duizend", 10**3)):
        if name in word:
            return _dutch_scaled(word, name, scale)
    return _dutch_hundreds(word)


def _dutch_scaled(word: str, name: str, scale: int) -> int | None:
    before, _, after = word.partition(name)
    times = _dutch_hundreds(before) if before else 1
    rest = 0 if not after else _dutch_rest(after)
    if not times or rest is None or rest >= scale:
        return None
    return times * scale + rest


def _dutch_rest(word: str) -> int | None:
    """What is added after a round number, with or without "en": "honderd(en)een"."""
    value = _dutch(word)
    return _dutch(word.removeprefix("en")) if value is None and word.startswith("en") else value


def _dutch_hundreds(word: str) -> int | None:
    before, hundred, after = word.partition("honderd")
    if not hundred:
        return _dutch_below_hundred(word)
    times = _dutch_below_hundred(before) if before else 1
    rest = _dutch_below_hundred(after.removeprefix("en")) if after else 0
    if rest is None and after:
        rest = _dutch_below_hundred(after)
    return times * 100 + rest if times and rest is not None else None


def _dutch_below_hundred(word: str) -> int | None:
    if word in _DUTCH_SMALL:
        return _DUTCH_SMALL[word]
    if word in _DUTCH_TENS:
        return _DUTCH_TENS[word]
    match = _DUTCH_COMPOUND.fullmatch(word)
    return _DUTCH_SMALL[match[1]] + _DUTCH_TENS[match[2]] if match else None
