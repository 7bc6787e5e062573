"""Spaces at which no line breaks: between a number and the word that it belongs to."""

import re
from itertools import chain

from ssrpolicy.arguments import check_type
from ssrpolicy.evidence.terms import MONTHS

NO_BREAK = "\u00a0"
"""The space at which no line breaks."""

# A space before or after a number: few texts have one, and it is found quickly.
_CANDIDATE = re.compile(r" (?=\d)|(?<=\d) (?=[^\W\d_]|%)")
_COUNTED = re.compile(
    r"(?:mln|mld|miljoen|miljard|million|billion|euros?|kronen|crowns)\b|%"
    r"|(?:uur|dag(?:en)?|week|weken|maand(?:en)?|jaar|hours?|days?|weeks|months?|years?)\b"
    r"|(?:[kcm]?m[²³]?|kilomet(?:er|re)s?|met(?:er|re)s?|kg|ha|hectaren?|hectares|[kMG]Wh?)(?!\w)"
)
_MONTH = re.compile(rf"(?:{'|'.join(chain(*MONTHS))})\b", re.IGNORECASE)
_DAY_DIGITS = 2
_THOUSAND = re.compile(r"\d{3}(?!\d)")
_SESSION = re.compile(r"\d{4}/")
_BEFORE_NUMBERS = frozenset(
    [
        "nr.",
        "nrs.",
        "no.",
        "nos.",
        "blz.",
        "p.",
        "pp.",
        "art.",
        "artt.",
        "§",
        "§§",
        "€",
        "alinea",
        "alinea's",
        "alinea’s",
        "artikel",
        "artikelen",
        "article",
        "articles",
        "bijlage",
        "bijlagen",
        "hoofdstuk",
        "hoofdstukken",
        "chapter",
        "chapters",
        "pagina",
        "pagina's",
        "pagina’s",
        "page",
        "pages",
        "paragraaf",
        "paragrafen",
        "paragraph",
        "paragraphs",
    ]
)
_BEFORE_SESSIONS = ("i", "ii")
_OPENING = "([{‘'–-"


def unbroken(text: str) -> str:
    """Return a text in which no line breaks between a number and the word that it belongs to.

    "nr. 124", "artikel 5", "€ 5 mln.", "30 dagen", the day and month of "1 januari 2042", the
    "32 123" and the "II 2009/10" of a citation: with the word before it, that would be wider than
    a column of a table. Words in quotation marks stay as they are. It is for what is printed,
    never for what is recorded or typed again.
    """
    check_type(text, str, "text", '"nr. 124"')
    joined = [at for each in _CANDIDATE.finditer(text) if _belongs(text, at := each.start())]
    if not joined:
        return text
    letters = list(text)
    for at in joined:
        letters[at] = NO_BREAK
    return "".join(letters)


def _belongs(text: str, at: int) -> bool:
    """Whether the characters around a space belong together and are not a quotation."""
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at), text.rfind(NO_BREAK, 0, at)) + 1
    word = text[start:at].lstrip(_OPENING).lower()
    if text[at + 1].isdecimal():
        together = (
            word in _BEFORE_NUMBERS
            or (word in _BEFORE_SESSIONS and _SESSION.match(text, at + 1) is not None)
            or (_is_short(word, 3) and _THOUSAND.match(text, at + 1) is not None)
        )
    else:
        together = _COUNTED.match(text, at + 1) is not None or (
            _is_short(word, _DAY_DIGITS) and _MONTH.match(text, at + 1) is not None
        )
    return together and text.count("“", 0, at) <= text.count("”", 0, at)


def _is_short(word: str, digits: int) -> bool:
    """Whether a word is a number of so many digits at most: a day, the thousands of a number."""
    return len(word) <= digits and word.isdecimal()
