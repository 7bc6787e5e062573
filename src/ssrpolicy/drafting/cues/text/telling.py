"""Whether words tell the House of something: who does so is who writes to it."""

from __future__ import annotations

import re
from typing import Final

_TELLS: Final = {
    "nl": re.compile(
        r"(?=.*\b(?:u|(?:uw|de) (?:Tweede |Eerste )?Kamer|beide Kamers)\b)"
        r".*\b(?:informeren|berichten|inlichten|rapporteren|melden|(?:toe)?sturen|(?:toe)?zenden"
        r"|aanbieden|op de hoogte (?:houden|stellen|brengen))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?=.*\b(?:you|(?:the|your) (?:Committee|House)|Parliament|both Houses)\b)"
        r".*\b(?:write|inform|update|report|notify|send|submit|provide|keep|deposit|lay)\b",
        re.IGNORECASE,
    ),
}


def tells_the_house(said: str, language: str) -> bool:
    """Whether what is said to be done is telling the House something, also where "we" do it."""
    return _TELLS[language].match(said) is not None
