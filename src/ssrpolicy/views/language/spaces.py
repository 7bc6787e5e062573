"""Spaces at which no line breaks: between a number and the word that it belongs to."""

import re

NO_BREAK = "\u00a0"
"""The space at which no line breaks."""

# A space before a number, or before what is counted: few texts have one, and it is found quickly.
_CANDIDATE = re.compile(r" (?=[\dmb%])")
_COUNTED = re.compile(r"(?:mln|mld)\b|(?:miljoen|miljard|million|billion)\b|%")
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

    "nr. 124", "artikel 5", "€ 5 mln.", the "II 2009/10" of a citation: with the word before it,
    that would be wider than a column of a table. Words in quotation marks stay as they are. It is
    for what is printed, never for what is recorded or typed again.
    """
    joined = [at for each in _CANDIDATE.finditer(text) if _belongs(text, at := each.start())]
    if not joined:
        return text
    letters = list(text)
    for at in joined:
        letters[at] = NO_BREAK
    return "".join(letters)


def _belongs(text: str, at: int) -> bool:
    """Whether what stands before and after a space belongs together, and is not quoted."""
    if text[at + 1].isdecimal():
        start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
        word = text[start:at].lstrip(_OPENING).lower()
        together = word in _BEFORE_NUMBERS or (
            word in _BEFORE_SESSIONS and _SESSION.match(text, at + 1) is not None
        )
    else:
        together = at > 0 and text[at - 1].isdecimal() and bool(_COUNTED.match(text, at + 1))
    return together and text.count("“", 0, at) <= text.count("”", 0, at)
