"""The one way in which a text is shortened: between words, with nothing left open."""

from __future__ import annotations

from typing import Final

from ssrpolicy.arguments import check_number, check_type

_CLOSING: Final = {"(": ")", "[": "]", "{": "}", "“": "”", "„": "”", "«": "»", "‘": "’"}
_STRAIGHT: Final = '"'

# What ends no text: an article, a preposition or a conjunction waits for what comes after it.
_DAY_DIGITS: Final = 2
_WORDS: Final = """
    aan achter als bij binnen daar dan dat de deze die dit door dus een en er hen het hun ieder
    in is met na naar of om omdat onder op over per sinds te tegen ten ter tijdens tot tussen uit
    van vanaf voor voordat waar waarbij waarin want wat wie wordt worden zal zijn zonder zullen
    a after an and are at be before between by during for from his in into is its nor of on or our
    since than that the their these this those to under until was were when where which while who
    whose will with within without
"""
_WAITING: Final = frozenset(_WORDS.split())


def brief(text: str, length: int = 56) -> str:
    """Return a text on one line of at most ``length`` characters; "…" says that it goes on.

    It ends after a word, and not after one that waits for the next ("die", "of the"); a bracket or
    quotation mark that opens is closed. Only where words are too long for that is one cut in two.
    Raises ArgumentTypeError for what is not a text or not a whole number, ArgumentError for a
    length under 1.
    """
    check_type(text, str, "text", '"Brief over de voortgang"')
    length = check_number(length, "length", least=1)
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    ends = [at for at in range(min(length, len(line) - 1), 0, -1) if line[at] == " "]
    whole = [words for at in ends if (words := line[:at].rstrip(" ,;:–—-/"))]
    # What comes out much shorter than there is room for says less than what needs a sign to close.
    room = [words for words in whole if len(words) >= length // 2]
    for words in room:
        if not _open(words) and not _waits(words) and (said := _marked(words, length)):
            return said
    for words in (*room, *whole):
        if not _waits(words) and (said := _marked(words, length)):
            return said
    cut = (_marked(line[:at].rstrip(), length) for at in range(length, 0, -1))
    return next(filter(None, cut), "…")


def _marked(words: str, length: int) -> str:
    """Words with the mark that they go on, and what closes them; "" where there is no room."""
    between = " " if words.endswith((".", "!", "?")) else ""
    said = f"{words}{between}…{_open(words)}"
    return said if len(said) <= length else ""


def _waits(words: str) -> bool:
    last = words.rpartition(" ")[2].strip("".join((*_CLOSING, _STRAIGHT)))
    # Of "1 October" a day says nothing; a year does.
    return (
        last.casefold() in _WAITING or not last or (last.isdecimal() and len(last) <= _DAY_DIGITS)
    )


def _open(words: str) -> str:
    """Return the signs that close what a text opens and does not close, the innermost first."""
    waiting: list[str] = []
    for sign in words:
        if waiting and sign == waiting[-1]:
            waiting.pop()
        elif sign in _CLOSING:
            waiting.append(_CLOSING[sign])
        elif sign == _STRAIGHT:
            waiting.append(sign)
    return "".join(reversed(waiting))
