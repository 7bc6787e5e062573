"""A draft of a summary: the words of a sentence, shortened by rule and made to stand alone."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from ssrpolicy.drafting.cues.text.folding import LONGEST, one_line, without_marks
from ssrpolicy.drafting.cues.text.furniture import FURNITURE
from ssrpolicy.drafting.cues.text.openings import standing_alone
from ssrpolicy.drafting.cues.text.units import is_sentence, shortened

#: A number that a note may have, behind a small word that has no number, or behind a sentence.
_NOTE: Final = re.compile(
    r"(?:(?<=[^\W\d_][.!?])|(?<=[\u00bb\u201d\"][.!?])|(?<=[\u00bb\u201d\"\u2019)])"
    r"|\b(?P<word>[^\W\d_A-Z]{5,})(?<!artikel)(?<!bijlage)(?<!versie)(?<!tabel)(?<!figuur)"
    r"(?<!vraag)(?<!motie)(?<!covid)(?<!article)(?<!annex)(?<!version)(?<!table)(?<!figure))"
    r"(?P<mark>\d{1,3})(?=[\s,.;:]|$)(?: (?=[.,;:]))?"
)
_ENDS: Final = re.compile(r"[^\W_]\)?$")


def said(text: str, start: int, end: int, notes: Container[str]) -> str:
    """Return what a stretch of a text says, on one line.

    Left out is what pages print within it, and the marks of ``notes``.
    """
    parts, at = [], start
    for match in FURNITURE.finditer(text, start, end):
        parts.append(text[at : match.start()])
        at = match.end()
    words = " ".join((*parts, text[at:end]))

    def kept(match: re.Match[str]) -> str:
        return (match["word"] or "") if match["mark"] in notes else match.group()

    return _NOTE.sub(kept, without_marks(one_line(words, 0, len(words)), notes))


def summed(sentence: str, language: str) -> str:
    """Return a sentence as a summary that says nothing that the sentence does not.

    It is shorter only by whole units that can be missed; what is longer than any sentence, such as
    a list, ends after a word with a sign that it goes on.
    """
    words = standing_alone(shortened(sentence.strip(" ,;:-|"), language), language)
    if len(words) > LONGEST:
        words = words[: words.rfind(" ", 0, LONGEST)].rstrip(" ,;:") + " \u2026"
    elif _ENDS.search(words) and is_sentence(words, language):
        words += "."
    return words[:1].upper() + words[1:]
