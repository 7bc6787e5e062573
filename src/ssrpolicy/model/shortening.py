"""The one way in which a text is shortened: between words, with nothing left open."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import Final, TypeAlias

from ssrpolicy.arguments import check_number, check_type

_Pairs: TypeAlias = list[tuple[int, int]]

_BRACKETS: Final = {"(": ")", "[": "]", "{": "}"}
_DOUBLE: Final = {"“": "”", "„": "”“", "«": "»", "»": "«", '"': '"'}
_SINGLE: Final = {"‘": "’", "‚": "’‘", "'": "'"}  # noqa: RUF001 - „ and its like open a quotation
_QUOTES: Final = _DOUBLE | _SINGLE
_CLOSING: Final = _BRACKETS | _QUOTES
_SIGNS: Final = "".join(sorted({*_CLOSING, *"".join(_CLOSING.values())}))
# Patterns are compiled where they are first used: most commands shorten nothing.
_SIGN: Final = f"[{re.escape(_SIGNS)}]"
_DEPTH: Final = 4
"""How many signs that are open at once can be closed by one; deeper is not to be relied on."""

# An apostrophe that begins a word: 's-Gravenhage, 't Veld, 'n plan, '90.
_APOSTROPHE: Final = r"(?i)['‘’](?:[stnkmr]|\d\d)(?!\w)"

# White space at which a line may break.
_SPACE: Final = r"[^\S\u00a0\u2007\u202f]+"
_UNBROKEN: Final = "\u00a0\u2007\u202f"
_JOINER: Final = "\u200d"
# The vowels and end letters of Korean syllables, tones of skin, and the tags of flags.
_ATTACHED: Final = "[\u1160-\u11ff\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_FLAG_LETTERS: Final = "".join(map(chr, range(0x1F1E6, 0x1F200)))

# What ends no text: an article, a preposition or a conjunction waits for what comes after it.
_WORDS: Final = """
    aan achter als bij binnen daar dan dat de deze die dit door dus een en er geen heeft hen het hun
    ieder in is kan met na naar niet of om omdat onder op over per sinds te tegen ten ter tijdens
    tot tussen uit van vanaf vanwege volgens voor voordat waar waarbij waarin want wat wie wordt
    worden zal zijn zonder zullen alinea artikel artikelen bijlage hoofdstuk lid pagina paragraaf
    a after an and are at be because before between by during for from had has have his in into is
    its no nor not of on or our since than that the their these this those to under until was were
    when where which while who whose will with within without annex article chapter page paragraph
    chf eur gbp usd € $ £ § §§
"""
_WAITING: Final = frozenset(_WORDS.split())
# "mevr.", "o.a.": a full stop after so few letters ends an abbreviation more often than a sentence.
_ABBREVIATION_LETTERS: Final = 5
# Of "1 October" or "500 km" the number says nothing; a year does.
_NUMBER: Final = r"(?!\d{4}$)\d[\d.,]*"


def brief(text: str, length: int = 56) -> str:
    """Return a text on one line of at most ``length`` characters; "…" says that it goes on.

    It ends after a word, and where there is room not after one that waits for the next ("die",
    "of the", "art."); no-break spaces stay, and the text does not end at them. A bracket or
    quotation mark that it opens is closed, if the whole text closes it. Only where words are too
    long for that is one cut in two, and never within a letter with its accents or an emoji.
    Raises ArgumentTypeError for what is not a text or not a whole number, ArgumentError for a
    length under 1.
    """
    check_type(text, str, "text", '"Brief over de voortgang"')
    length = check_number(length, "length", least=1)
    line = re.sub(_SPACE, " ", text).strip()
    if len(line) <= length:
        return line
    pairs = _pairs(line)
    last = min(length, len(line) - 1)
    ends = [at for at in range(last, 0, -1) if line[at] == " " and not _is_joined(line, at + 1)]
    whole = [words for at in ends if (words := line[:at].rstrip(" ,;:–—-/"))]
    # What comes out much shorter than there is room for says less than what needs a sign to close.
    room = [words for words in whole if len(words) >= length // 2]
    done = (words for words in whole if not _waits(words))
    closed = (each for each in room if not _waits(each) and not _closers(line, len(each), pairs))
    cut = (line[:at].rstrip() for at in range(length, 0, -1) if not _is_joined(line, at))
    for words in chain(closed, done, room, cut):
        if said := _marked(words, _closers(line, len(words), pairs), length):
            return said
    return "…"


def _marked(words: str, closers: str, length: int) -> str:
    """Return words with the mark that they go on, and what closes them; "" without room for it."""
    between = " " if words.endswith((".", "!", "?")) else ""
    said = f"{words}{between}…{closers}"
    return said if words and len(said) <= length else ""


def _waits(words: str) -> bool:
    """Return whether the last of some words says nothing without the next."""
    last = words.rpartition(" ")[2].strip(_SIGNS)
    if not last or last.casefold() in _WAITING or re.fullmatch(_NUMBER, last):
        return True
    return last.endswith(".") and sum(map(str.isalpha, last)) <= _ABBREVIATION_LETTERS


def _closers(line: str, end: int, pairs: _Pairs) -> str:
    """Return the signs that close what a line has open at its ``end``, the innermost first."""
    return "".join(line[closed] for opened, closed in pairs if opened < end <= closed)


def _pairs(line: str) -> _Pairs:
    """Return where each sign stands that is closed, and where that is, by the latter.

    In doubt there is none: an inch, an apostrophe, a smiley, half of an interval.
    """
    found: _Pairs = []
    waiting: list[int] = []
    for match in re.finditer(_SIGN, line):
        at, sign = match.start(), match.group()
        before, after = line[at - 1 : at], line[at + 1 : at + 2]
        bracket = sign in _BRACKETS.values()
        depth = _depth(line, waiting, sign) if bracket or not after.isalnum() else 0
        if depth:
            found.append((waiting[-depth], at))
            del waiting[-depth:]
        elif bracket:
            if waiting and line[waiting[-1]] in _BRACKETS:
                waiting.pop()  # It is closed by another kind, as half of an interval is.
        elif sign in _BRACKETS or (sign in _QUOTES and _opens(line, at, before, after)):
            waiting.append(at)
    return found


def _depth(line: str, waiting: list[int], sign: str) -> int:
    """Return how many of the signs that wait a sign closes, the innermost first; 0 for none."""
    for depth, at in enumerate(reversed(waiting[-_DEPTH:]), start=1):
        if sign in _CLOSING[line[at]]:
            return depth
    return 0


def _opens(line: str, at: int, before: str, after: str) -> bool:
    """Return whether a quotation mark stands before a word, and is not a part of it."""
    whole = not before.isalnum() and bool(after) and not after.isspace()
    return whole and re.match(_APOSTROPHE, line[at : at + 4]) is None


def _is_joined(line: str, at: int) -> bool:
    """Return whether a letter, an emoji, a flag or a no-break space goes on across a place."""
    before, after = line[at - 1 : at], line[at : at + 1]
    if not before or not after:
        return False
    if before in _UNBROKEN or after in _UNBROKEN or before == _JOINER:
        return True
    if unicodedata.category(after).startswith("M") or re.match(_ATTACHED, after):
        return True
    if after not in _FLAG_LETTERS:
        return False
    return (at - len(line[:at].rstrip(_FLAG_LETTERS))) % 2 == 1
