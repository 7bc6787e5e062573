"""The language of a paper, and whom one in English names of another country."""

import re
from typing import Final

from ssrpolicy.model import CHAPTER, Language

_ENOUGH: Final = 20_000
_FEWEST_WORDS: Final = 25
_SHARE_OF_COMMON: Final = 0.1
_WORDS: Final = re.compile(r"\w+")
# The commonest words of each language, none of which is a word of the other.
_COMMON: Final = {
    language: frozenset(words.split())
    for language, words in (
        ("nl", "de het een en van dat niet voor zijn wordt aan ook bij deze"),
        ("en", "the and of to that with for are this which from by not has"),
    )
}
# Other countries have a Minister of Defence too, and some a Secretary of State for it.
_OF_THE_NETHERLANDS: Final = re.compile(
    r"^[ \t]*(?:the hague|den haag)\b|\bof the netherlands\b|\bstates.general\b"
    r"|\bhouse of representatives\b|\b(?:tweede|eerste) kamer\b|\bstaten-generaal\b"
    rf"|^[ \t]*\d{{2}}[ \u00a0]?\d{{3}}(?:[ -]{CHAPTER})?(?:[ \t]+[^\W\d][^\n]*)?$",
    re.IGNORECASE | re.MULTILINE,
)
_NOT_OURS: Final = re.compile(r"(?:the )?secretary of state\b", re.IGNORECASE)
_BRITISH: Final = re.compile(
    r"\b(?:House of (?:Commons|Lords)|H(?:M|is Majesty's|er Majesty's) Government|GOV\.UK|Rt\.? Hon"
    r"|Foreign (?:and|&) Commonwealth|Downing Street|Whitehall|Secretary of State for)\b"
    r"|[a-z],? MP\b|^[ \t]*Letter from\b|\bLondon SW1",
    re.MULTILINE,
)
_END: Final = 1_000


def language_of(text: str) -> tuple[Language, bool]:
    """Return the language of a text, and whether it reads as that: it may be in a third one."""
    words = [word.lower() for word in _WORDS.findall(text[:_ENOUGH])]
    counts = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    language: Language = "en" if counts["en"] > counts["nl"] else "nl"
    few = len(words) < _FEWEST_WORDS
    return language, few or counts[language] >= _SHARE_OF_COMMON * len(words)


def is_foreign(words: str, head: str, text: str) -> bool:
    """Return whether an English paper names somebody of another country by these words.

    ``head`` is the beginning of its text. A Secretary of State is one, and in a British paper
    everybody, unless its head or end says that it is of the Netherlands.
    """
    ends = f"{head}\n\n{text[-_END:]}"
    if _OF_THE_NETHERLANDS.search(ends):
        return False
    return bool(_NOT_OURS.match(words) or _BRITISH.search(ends))
