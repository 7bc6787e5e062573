"""Dutch and English numerals in words: what one word, written as one, stands for.

Dutch writes whole numbers as one word ("driehonderdvijfenveertig"); English hardly any. Ordinals
("tweede"), round plurals ("tientallen") and words that only start like a numeral are not numerals.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final


def _counted(words: str, *, first: int = 0, step: int = 1) -> dict[str, int]:
    """Numerals with their values, given in the order in which one counts."""
    return {word: step * value for value, word in enumerate(words.split(), start=first)}


_SMALL: Final = {
    "nl": _counted(
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien"
        " vijftien zestien zeventien achttien negentien"
    ),
    "en": _counted(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen"
    ),
}
_TENS: Final = {
    "nl": _counted(
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig", first=2, step=10
    ),
    "en": _counted("twenty thirty forty fifty sixty seventy eighty ninety", first=2, step=10),
}
_UNIT: Final = {language: "|".join(list(small)[1:10]) for language, small in _SMALL.items()}
_COMPOUND: Final = {
    "nl": re.compile(rf"(?P<unit>{_UNIT['nl']})en(?P<tens>{'|'.join(_TENS['nl'])})"),
    "en": re.compile(rf"(?P<tens>{'|'.join(_TENS['en'])})(?P<unit>{_UNIT['en']})"),
}

#: What a number before it is multiplied by; each is a number by itself, too.
MULTIPLIERS: Final = {
    "nl": {"honderd": 100, "duizend": 10**3, "miljoen": 10**6, "miljard": 10**9, "biljoen": 10**12}
    | {"mln": 10**6, "mld": 10**9, "mrd": 10**9},
    "en": {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
    | {"trillion": 10**12, "mln": 10**6, "bn": 10**9},
}
#: Those that are a number only after another: "5 mln", never "mln".
_BOUND: Final = frozenset(("mln", "mld", "mrd", "bn"))
#: Those that Dutch writes as part of a word, the largest first.
_SCALES: Final = (("miljard", 10**9), ("miljoen", 10**6), ("duizend", 10**3), ("honderd", 100))

_HALVES: Final = {
    "nl": {"half": "0.5", "halve": "0.5", "anderhalf": "1.5", "anderhalve": "1.5"},
    "en": {"half": "0.5"},
}
#: Numerals that are more often another word: the article, "acht" (deems), "one" (somebody).
_WEAK: Final = {"nl": frozenset(("een", "acht", "half", "halve")), "en": frozenset(("one", "half"))}
_AND_HALF: Final = re.compile(r"(.+?)en(?:een)?(?:half|halve)")
_ABOUT: Final = re.compile(rf"({_UNIT['nl']}|tien)tal")
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
        value = _below_hundred(plain, "en")
        if value is None and plain not in _BOUND:
            value = MULTIPLIERS["en"].get(plain)
        return None if value is None else (Decimal(value), plain in _WEAK["en"])
    if about := _ABOUT.fullmatch(plain):
        return Decimal(_SMALL["nl"][about[1]]), True
    half = _AND_HALF.fullmatch(plain)
    if half and (whole := _dutch(half[1])):
        return whole + Decimal("0.5"), False
    times = _TIMES.fullmatch(plain)
    value = _dutch(times[1] if times else plain)
    # With its accents "één" is the number and nothing else.
    return None if value is None else (Decimal(value), plain in _WEAK["nl"] and word.isascii())


def _below_hundred(word: str, language: str) -> int | None:
    small, tens = _SMALL[language], _TENS[language]
    if match := _COMPOUND[language].fullmatch(word):
        return small[match["unit"]] + tens[match["tens"]]
    return small.get(word, tens.get(word))


def _dutch(word: str, scales: Sequence[tuple[str, int]] = _SCALES) -> int | None:
    """The whole number that a Dutch word without accents stands for, read with these scales."""
    if not scales:
        return _below_hundred(word, "nl")
    (name, scale), *smaller = scales
    before, found, after = word.partition(name)
    if not found:
        return _dutch(word, smaller)
    # Hundreds alone may be multiplied: "vijftienhonderdduizend", never "duizendmiljoen".
    times = _dutch(before, smaller[-1:]) if before else 1
    rest = _dutch(after.removeprefix("en"), smaller) if after else 0
    return times * scale + rest if times and rest is not None and rest < scale else None
