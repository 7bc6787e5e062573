"""The lines above questions and their answers, and lines after which a sentence goes on."""

from __future__ import annotations

import re
from typing import Final

QUESTION_HEADING: Final = re.compile(
    r"""
    (?:^|(?<=\d)|(?<=\f)) [ \t]*
    (?: (?P<question>Vra(?:ag|gen)|Questions?)
      | (?P<answer>Antwoord(?:en)?|Beantwoording|Answers?|Reply) )
    (?:\ (?:op\ |to\ )?(?:de\ |the\ )?(?:vra(?:ag|gen)|questions?))?
    (?:\ (?P<bracket>\()?(?P<numbers>\d{1,3}[a-z]?
      (?:(?:,?\ (?:en|and|&)\ |,\ ?|\ (?=\d+\ (?:en|and)\ )|\ t/m\ |\ tot\ en\ met\ |\ to\ |-|/)
      \d{1,3}[a-z]?)*)
      (?(bracket)\)))?
    (?: [ \t]*:?[ \t\r]*$ | [:.]\ (?=\S) | [ \t]+\(van\ [^)\r\n]{3,60}\)[ \t\r]*$ )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""The line above a question or an answer."""

#: Words after which neither a sentence nor a heading ends.
_OPEN: Final = re.compile(
    r"(?:[,;(/-]|\b(?:aan|bij|de|der|door|een|en|het|in|met|naar|of|om|op|over|te|ter|tot|tussen|uit"
    r"|van|voor|a|an|and|by|for|from|of|on|or|the|to|with))$",
    re.IGNORECASE,
)
_OPENERS: Final = tuple("\"'\u201c\u2018\u201e\u201a\u00ab\u2039([")


def stops_within(line: str) -> bool:
    """Whether a line ends where it cannot be over: after an article, a preposition, a comma."""
    return _OPEN.search(line) is not None


def opens(line: str) -> bool:
    """Whether a line begins with a quotation mark or a bracket, as lines within a sentence do."""
    return line.startswith(_OPENERS)


def is_question_heading(line: str) -> bool:
    """Whether a line is the heading of a question or an answer: text stands right below it."""
    return QUESTION_HEADING.fullmatch(line) is not None
