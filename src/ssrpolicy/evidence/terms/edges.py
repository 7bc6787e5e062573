"""The words around a stretch of the calendar: its edges, and what leads on to another one."""

import re
from typing import Final

EDGE: Final = re.compile(
    r"(?:\b(?P<early>begin|medio|half|halverwege|early|mid|(?:the\s+)?(?:beginning|start|middle))"
    r"|\b(?:het\s+|the\s+)?(?:einde?|late|end)|\b(?:later|nog|ergens|in\s+de\s+loop))"
    r"(?:\s+(?:van|of|in))?[\s-]+(?:(?:het|de|the)\s+)?$"
)
_LEADS_ON: Final = re.compile(r"\s*(?:tot(?:\s+en\s+met)?|t/m|en|of|to|until|and|or|-|–|/|,)\s*")


def leads_on(between: str) -> bool:
    """Return whether the words between two stretches make one of them: "mei tot eind juli"."""
    words = EDGE.sub("", f"{between.strip()} ")
    return _LEADS_ON.fullmatch(words) is not None
