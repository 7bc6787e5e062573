"""The language of a paper, and whom it names of another country."""

import re
from typing import Final

from ssrpolicy.evidence import reads_as_other
from ssrpolicy.model import CHAPTER, Language
from ssrpolicy.starting.functions import known_party, one_line

_ENOUGH: Final = 20_000
_FEWEST_WORDS: Final = 60
_SHARE_OF_COMMON: Final = 0.1
_WORDS: Final = re.compile(r"\w+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff\ufb00-\ufb06]+")
# The commonest words of each language, none of which is a word of the other.
_COMMON: Final = {
    language: frozenset(words.split())
    for language, words in (
        ("nl", "de het een en van dat niet voor zijn wordt aan ook bij deze"),
        ("en", "the and of to that with for are this which from by not has"),
    )
}
# Other countries have a Minister of Defence too.
_OF_THE_NETHERLANDS: Final = re.compile(
    r"^[ \t]*(?:the hague|den haag)\b|\bof the netherlands\b|\bstates.general\b"
    r"|\b(?:tweede|eerste) kamer\b|\bstaten-generaal\b"
    r"|(?:^|,)[ \t]*the netherlands[ \t]*(?:[.,][ \t]*)?$"
    r"|\b\d{4}[ \u00a0]?[A-Z]{2}[ \t\u00a0,]{1,9}(?:the hague|den haag|['’‘]s-gravenhage)\b"
    rf"|^[ \t]*\d{{2}}[ \u00a0]?\d{{3}}(?:[ -]{CHAPTER})?(?:[ \t]+[^\W\d][^\n]*)?$",
    re.IGNORECASE | re.MULTILINE,
)
# There is a House of Representatives elsewhere too, to which nobody writes from The Hague.
_HOUSE: Final = re.compile(r"\bhouse of representatives\b", re.IGNORECASE)
# Where there is another such House; elsewhere a minister of the Netherlands may be on a visit.
_ELSEWHERE: Final = re.compile(
    r"^[ \t]*(?:washington|canberra|tokyo|wellington|manila|nicosia|valletta)\b"
    r"(?:,[ \t]*d\.?c\.?)?,[ \t]",
    re.IGNORECASE | re.MULTILINE,
)
_BRITISH: Final = re.compile(
    r"\b(?:House of (?:Commons|Lords)|H(?:M|is Majesty's|er Majesty's) Government|GOV\.UK|Rt\.? Hon"
    r"|Foreign (?:and|&) Commonwealth|Downing Street|Whitehall|Secretary of State for)\b"
    r"|[a-z],? MP\b|^[ \t]*Letter from\b|\bLondon SW1",
    re.MULTILINE,
)
#: Where Dutch is spoken too, and ministers write to houses of their own.
_OTHER_DUTCH: Final = re.compile(
    r"\b(?:Kamer van Volksvertegenwoordigers|Vlaams Parlement|Vlaamse Regering|Belgische (?:Kamer"
    r"|Senaat)|Federale Overheidsdienst|Staten van (?:Aruba|Cura[çc]ao|Sint[ -]Maarten)"
    r"|Nationale Assembl[ée]e)\b",
    re.IGNORECASE,
)
#: The name of a ministry may take several lines.
_LETTERHEAD: Final = re.compile(
    r"^[ \t]*(?P<name>Ministerie van [^\n]{3,80}(?:\n[^\n]{3,80}){0,2})", re.MULTILINE
)
_END: Final = 1_000


def language_of(text: str) -> tuple[Language, bool]:
    """Return the language of a text, and whether it reads as that: it may be in a third one."""
    words = [word.lower() for word in _WORDS.findall(text[:_ENOUGH])]
    counts = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    language: Language = "en" if counts["en"] > counts["nl"] else "nl"
    if len(words) < _FEWEST_WORDS:
        # Too few for their share to say it.
        letters = "".join(_LETTERS.findall(text[:_ENOUGH]))
        latin = 2 * sum(map(len, _LATIN.findall(letters))) >= len(letters)
        as_other = reads_as_other(_WORDS.findall(text), _COMMON[language])
        return language, latin and not as_other
    return language, counts[language] >= _SHARE_OF_COMMON * len(words)


def is_foreign(head: str, text: str, language: Language) -> bool:
    """Return whether those whom a paper names are of another country.

    ``head`` is the beginning of its text. In an English paper everybody is, unless its head or end
    says that it is of the Netherlands; in a Dutch one whoever writes to a house of Belgium, Surinam
    or the islands, unless below the name of a ministry of the Netherlands.
    """
    ends = f"{head}\n\n{text[-_END:]}"
    if _OF_THE_NETHERLANDS.search(ends):
        return False
    if language == "nl":
        return _OTHER_DUTCH.search(ends) is not None and not _has_letterhead(head)
    return not _HOUSE.search(ends) or bool(_BRITISH.search(ends) or _ELSEWHERE.search(ends))


def _has_letterhead(head: str) -> bool:
    """Whether a line, or some together, are just the name of a ministry of the Netherlands."""
    for found in _LETTERHEAD.finditer(head):
        rows = found["name"].split("\n")
        for count in range(1, len(rows) + 1):
            if known_party(one_line("\n".join(rows[:count])), None) is not None:
                return True
    return False
