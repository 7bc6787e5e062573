"""The language of a paper, and whether one in English is of the Netherlands."""

import re
from typing import Final

from ssrpolicy.model import Language

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
    r"|^[ \t]*\d{2}[ \u00a0]?\d{3}(?:[ -][IVXLC]+)?(?:[ \t]+[^\W\d][^\n]*)?$",
    re.IGNORECASE | re.MULTILINE,
)
_END: Final = 1_000


def language_of(text: str) -> tuple[Language, bool]:
    """Return the language of a text, and whether it reads as that: it may be in a third one."""
    words = [word.lower() for word in _WORDS.findall(text[:_ENOUGH])]
    counts = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    language: Language = "en" if counts["en"] > counts["nl"] else "nl"
    few = len(words) < _FEWEST_WORDS
    return language, few or counts[language] >= _SHARE_OF_COMMON * len(words)


def is_dutch(head: str, text: str) -> bool:
    """Return whether the head or the end of an English text says that its paper is a Dutch one."""
    return _OF_THE_NETHERLANDS.search(f"{head}\n\n{text[-_END:]}") is not None
