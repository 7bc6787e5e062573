"""The words around a stretch of the calendar: its edges, and what leads on to another one."""

import re
from typing import Final

EDGE: Final = re.compile(
    r"(?:\b(?P<early>begin|medio|half|halverwege|early|mid|(?:the\s+)?(?:beginning|start|middle))"
    r"|\b(?:het\s+|the\s+)?(?:(?:jaar)?einde?|late|(?:year[\s-])?end|oud\s+en\s+nieuw)|\b(?:later|nog|ergens|in\s+de\s+loop))"
    r"(?:\s+(?:van|of|in))?[\s-]+(?:(?:het|de|the)\s+)?$"
)
_SPANS: Final = re.compile(r"\s*(?:tot(?:\s+en\s+met)?|t/m|to|until|-|–)\s*")
_LEADS_ON: Final = re.compile(
    r"\s*(?:tot(?:\s+en\s+met)?|t/m|(?:,\s*)?(?:en|of|and|or)|to|until|-|–|/|,)\s*"
)


def leads_on(between: str) -> bool:
    """Return whether the words between two stretches make one of them: "mei tot eind juli"."""
    return _LEADS_ON.fullmatch(_without_edge(between)) is not None


def spans(between: str) -> bool:
    """Return whether the words go from one stretch to another: "tot", and not "of" or "en"."""
    return _SPANS.fullmatch(_without_edge(between)) is not None


def _without_edge(words: str) -> str:
    return EDGE.sub("", f"{words.strip()} ")
