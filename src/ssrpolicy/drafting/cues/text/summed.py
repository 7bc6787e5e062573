"""A draft of a summary: the words of a sentence, made to stand alone where that is certain."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from ssrpolicy.drafting.cues.text.folding import LONGEST, one_line, without_marks
from ssrpolicy.drafting.cues.text.furniture import FURNITURE
from ssrpolicy.drafting.cues.text.openings import standing_alone

#: A number that a note may have, after a small word that has no number, or after a sentence.
_NOTE: Final = re.compile(
    r"(?:(?:(?<=[^\W\d_][.!?])|(?<=[\u00bb\u201d\"][.!?])|(?<=[\u00bb\u201d\"\u2019)]))"
    r"|\b(?P<word>[^\W\d_A-Z]{5,})(?<!artikel)(?<!bijlage)(?<!versie)(?<!tabel)(?<!figuur)"
    r"(?<!vraag)(?<!motie)(?<!covid)(?<!article)(?<!annex)(?<!version)(?<!table)(?<!figure))"
    r"(?P<mark>\d{1,3})(?=[\s,.;:]|$)(?: (?=[.,;:]))?"
)
#: What a page prints stands on lines of its own; a paper that is cited stands within one.
_LINE_BEFORE: Final = re.compile(r"(?:\A|[\r\n\f])[^\S\r\n]*\Z")
_LINE_BEHIND: Final = re.compile(r"[^\S\r\n]*(?:\Z|[\r\n\f](?!\s*van de Handelingen\b))")
#: A full stop of the source.
_STOP: Final = re.compile(r"\.(?=[^\s\w]{0,2}(?:\s+[^\sa-z]|\s*\Z))")
#: What stands after a sentence that another one goes on from.
_NEXT: Final = re.compile(r";|,?\s+(?:en|maar|and|but)\s")
_ENDS: Final = re.compile(r"(?:[a-z\u00df-\u00ff]|[A-Z]|\b\d+|[^\W_]\))\Z")
#: Who acts and the verb, of which a sentence is sure to be made.
_BEGINS: Final = re.compile(
    r"(?:ik|wij|we|het kabinet|de (?:regering|(?:Tweede |Eerste )?Kamer)|uw Kamer|I"
    r"|the (?:Government|House))\b.* \w",
    re.IGNORECASE,
)
#: Words after which something must still follow.
_WAITS: Final = re.compile(
    r"\b(?:de|het|een|en|of|om|te|van|voor|met|in|op|aan|bij|door|uit|over|naar|die|dat|als|zoals"
    r"|waaronder|namelijk|tot|onder|binnen|the|an?|and|or|to|of|for|with|on|at|by|from|that|which"
    r"|as|including|following|volgende)\Z",
    re.IGNORECASE,
)


def said(text: str, start: int, end: int, notes: Container[str]) -> str:
    """Return what a stretch of a text says, on one line.

    Left out is what pages print between its lines, and the marks of ``notes``.
    """
    parts, at = [], start
    for match in FURNITURE.finditer(text, start, end):
        if _LINE_BEFORE.search(text, max(0, match.start() - 80), match.start()) and (
            _LINE_BEHIND.match(text, match.end())
        ):
            parts.append(text[at : match.start()])
            at = match.end()
    words = " ".join((*parts, text[at:end]))

    def kept(match: re.Match[str]) -> str:
        return (match["word"] or "") if match["mark"] in notes else match.group()

    return _NOTE.sub(kept, without_marks(one_line(words, 0, len(words)), notes))


def is_closed(text: str, end: int, words: str) -> bool:
    """Whether words that end at a place of a text are a sentence, so that a full stop is theirs.

    The text has one there, and they begin one; or another follows, and they begin with who acts.
    """
    if _STOP.match(text, end):
        return words[:1].isupper()
    goes_on = words.endswith(";") or _NEXT.match(text, end)
    return bool(goes_on and _BEGINS.match(words))


def summed(sentence: str, language: str, *, closed: bool = False) -> str:
    """Return a sentence as a summary that says what it says, ``closed`` with a full stop.

    Nothing within it is left out. What is longer than any sentence, such as a list, ends after a
    word with a sign that it goes on.
    """
    words = standing_alone(sentence.strip(" ,;:-|"), language)
    if len(words) > LONGEST:
        words = words[: words.rfind(" ", 0, LONGEST)].rstrip(" ,;:") + " \u2026"
    elif closed and _ENDS.search(words) and not _WAITS.search(words):
        words += "."
    return words[:1].upper() + words[1:]
