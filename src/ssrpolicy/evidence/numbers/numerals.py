"""The numbers that a text states, as digits or as Dutch or English numerals.

Years, dates and paper numbers are numbers too: whether one is the quantity that is meant, its
reader decides. Values are exact.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from ssrpolicy.evidence.matching.folding import DASHES, LINE_BREAKS, SOFT_HYPHEN
from ssrpolicy.evidence.numbers.words import MULTIPLIERS, bare, language_of, number_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Number(NamedTuple):
    """A number that a text states, and where.

    A ``weak`` one may be another word or another number's part: "een", "acht", "honderdtal", the
    "123" of "32 123".
    """

    value: Decimal
    start: int
    end: int
    weak: bool = False


_SPACES: Final = " \u00a0\u2009\u202f"
_ORDINAL: Final = r"(?!\d|(?:e|de|ste|st|nd|rd|th)\b)"
_LETTER: Final = r"(?:[^\W\d_]|[\u0300-\u036f])"
_JOINT: Final = rf"(?:[-{DASHES}]|{SOFT_HYPHEN})(?:[^\S{LINE_BREAKS}]*+[{LINE_BREAKS}]\s*+)?"
#: Group and decimal signs by language, escaped for a pattern.
_SIGNS: Final = {"nl": (r"\.", ","), "en": (",", r"\.")}
#: The form of a number whose digits stand in groups of three.
_GROUPED: Final = {
    language: re.compile(rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?")
    for language, (group, decimal) in _SIGNS.items()
}
_PART: Final = re.compile(rf"{_LETTER}+")
_AND_A_HALF: Final = {"nl": ("en", "een", "half"), "en": ("and", "a", "half")}
_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_LARGEST: Final = 60  # digits; no quantity is longer, and a longer string is not a number


@cache
def _tokens_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of a numeral or word in a language; it takes a millisecond to compile."""
    group, decimal = _SIGNS[language]
    return re.compile(
        rf"""
        (?P<chain>(?<![^\W_])(?!\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?(?![.,]?\d))
          \d+(?:\.\d+){{2,}})
        |(?P<digits>(?<![^\W_])
          (?P<minus>(?:(?<=\s)|(?<=^)|(?<=[(\[]))[-\u2212])?
          (?:\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?(?![{group}]?\d)
            |(?P<spaced>\d{{1,3}}(?:[{_SPACES}]\d{{3}})+)(?:{decimal}\d+)?(?!\d)
            |\d+(?:[.,]\d+(?![.,]?\d))?)
          (?P<fraction>[\u00bc-\u00be])?{_ORDINAL}
        )
        |(?P<bare>(?<![^\W_])[\u00bc-\u00be])
        |(?P<word>{_LETTER}+(?:{_JOINT}{_LETTER}+)*)
        """,
        re.VERBOSE,
    )


class _Token(NamedTuple):
    """A numeral or a word of a text; ``value`` is None for a word that is not a number."""

    start: int
    end: int
    word: str = ""
    value: Decimal | None = None
    weak: bool = False
    parts: tuple[Decimal, ...] = ()


def numbers_in(text: str, language: str = "nl") -> tuple[Number, ...]:
    """The numbers that a text states, in reading order; its language decides "1.250"."""
    spoken = language_of(language)
    tokens = list(_tokens(text, spoken))
    found: list[Number] = []
    index = 0
    while index < len(tokens):
        if tokens[index].value is None:
            index += 1
            continue
        number, index = _number(text, tokens, index, spoken)
        found.append(number)
        # What "32 123" would be if its space separated two numbers.
        found += (number._replace(value=part, weak=True) for part in tokens[index - 1].parts)
    return tuple(found)


def _tokens(text: str, language: str) -> Iterator[_Token]:
    for match in _tokens_pattern(language).finditer(text):
        if match["chain"]:
            # A date or a section's number: none of its dots is a decimal sign.
            for part in re.finditer(r"\d+", match.group()):
                start, digits = match.start() + part.start(), part.group()
                yield _Token(start=start, end=start + len(digits), value=Decimal(digits))
        elif match["word"]:
            yield from _word_tokens(match.group(), match.start(), language)
        elif len(match.group()) <= _LARGEST:
            yield _digit_token(match, language)


def _digit_token(match: re.Match[str], language: str) -> _Token:
    fraction = match["fraction"] or match["bare"] or ""
    written = match.group().removesuffix(fraction).lstrip("-\u2212")
    digits = "".join(sign for sign in written if sign not in _SPACES)
    if _GROUPED[language].fullmatch(digits):
        digits = digits.replace(_SIGNS[language][0][-1], "")
    value = Decimal(digits.replace(",", ".") or 0)
    if fraction:
        # Halves and quarters have exact decimals.
        value += Decimal(unicodedata.numeric(fraction))
    return _Token(
        start=match.start(),
        end=match.end(),
        value=-value if match["minus"] else value,
        parts=tuple(Decimal(part) for part in (match["spaced"] or "").split()),
    )


def _word_tokens(written: str, start: int, language: str) -> Iterator[_Token]:
    """A word as one token, or its parts between hyphens when only these are numerals."""
    whole = "".join(_PART.findall(written))
    if whole == written or number_word(whole, language):
        yield _word_token(whole, start, start + len(written), language)
    else:
        for part in _PART.finditer(written):
            yield _word_token(part.group(), start + part.start(), start + part.end(), language)


def _word_token(word: str, start: int, end: int, language: str) -> _Token:
    value, weak = number_word(word, language) or (None, False)
    return _Token(start=start, end=end, word=bare(word), value=value, weak=weak)


def _number(text: str, tokens: Sequence[_Token], index: int, language: str) -> tuple[Number, int]:
    """The number that starts with a token, and the index of the token after it."""
    total, end, multiplied = _unit(text, tokens, index, language)
    first = tokens[index]
    while multiplied or (total >= _HUNDRED and total % _HUNDRED == 0):
        following = _linked(text, tokens, end, language)
        if following is None:
            break
        addend, after, scaled = _unit(text, tokens, following, language)
        joins = scaled or (first.word and _goes_on(tokens[following], language))
        if not (joins and _fits(total, addend)):
            break
        total, end = total + addend, after
    number = Number(
        value=Decimal(int(total)) if total == total.to_integral_value() else total,
        start=first.start,
        end=tokens[end - 1].end,
        weak=first.weak and end == index + 1,
    )
    return number, end


def _unit(
    text: str, tokens: Sequence[_Token], index: int, language: str
) -> tuple[Decimal, int, bool]:
    """A number with all that multiplies it, the index after it, and whether anything does."""
    value, end = tokens[index].value or Decimal(0), index + 1
    if _follow(text, tokens, end, _AND_A_HALF[language]):
        value, end = value + Decimal("0.5"), end + 3
    elif tokens[index].word == "half" and _follow(text, tokens, end, ("a",)):
        end += 1 if _multiplier(text, tokens, end + 1, language) else 0
    multiplied = False
    largest = 0
    while True:
        value, end = _with_tens(text, tokens, value, end, language)
        times = _multiplier(text, tokens, end, language)
        if times <= largest or (times == _HUNDRED and value >= _HUNDRED):
            return value, end, multiplied
        value, end, multiplied, largest = value * times, end + 1, True, times


def _with_tens(
    text: str, tokens: Sequence[_Token], value: Decimal, end: int, language: str
) -> tuple[Decimal, int]:
    """Hundreds with the number below a hundred that goes with them: "honderd vijftig"."""
    if not (tokens[end - 1].word and _HUNDRED <= value < _THOUSAND and value % _HUNDRED == 0):
        return value, end
    following = _linked(text, tokens, end, language)
    addend = None if following is None else tokens[following].value
    if following is None or addend is None or not _goes_on(tokens[following], language):
        return value, end
    return (value + addend, following + 1) if 0 < addend < _HUNDRED else (value, end)


def _next(text: str, tokens: Sequence[_Token], index: int) -> _Token | None:
    """The token at this index, if nothing but white space separates it from the one before."""
    if index >= len(tokens):
        return None
    gap = text[tokens[index - 1].end : tokens[index].start]
    return tokens[index] if gap.isspace() else None


def _multiplier(text: str, tokens: Sequence[_Token], index: int, language: str) -> int:
    """What the token multiplies the one before it by; 0 when it does not."""
    token = _next(text, tokens, index)
    return MULTIPLIERS[language].get(token.word, 0) if token else 0


def _linked(text: str, tokens: Sequence[_Token], index: int, language: str) -> int | None:
    """The index of the number that may be added to what precedes it."""
    token = _next(text, tokens, index)
    if token and language == "en" and token.word == "and":
        index += 1
        token = _next(text, tokens, index)
    return index if token and token.value is not None else None


def _goes_on(token: _Token, language: str) -> bool:
    """Whether a numeral can go on with this word: "honderd een" is rare, the article is not."""
    return bool(token.word) and (language == "en" or not token.weak)


def _fits(total: Decimal, addend: Decimal) -> bool:
    """Whether a number is round enough to go on with a smaller one."""
    return 0 < addend < total and total % Decimal(10) ** len(str(int(addend))) == 0


def _follow(text: str, tokens: Sequence[_Token], index: int, words: Sequence[str]) -> bool:
    """Whether these words follow, one by one."""
    return all(
        (token := _next(text, tokens, place)) is not None and token.word == word
        for place, word in enumerate(words, index)
    )
