"""Spaces at which no line breaks: between a number and the word that it belongs to."""

import re

NO_BREAK = "\u00a0"
"""The space at which no line breaks."""

# What is quoted stays as it is, character for character.
_QUOTED = re.compile(r"(“[^“”]*”)")
_BELONGING = re.compile(
    r"""(?<![\w.])(?:nrs?|nos?|blz|pp?|artt?)\.[ ](?=\d)                    # nr. 124, p. 3
    | \b(?:alinea(?:['’]s)?|artikel(?:en)?|articles?|bijlagen?|hoofdstuk(?:ken)?|chapters?
        |pagina(?:['’]s)?|pages?|paragra(?:af|fen|phs?))[ ](?=\d)           # artikel 5
    | [§€][ ](?=\d)                                                         # § 2
    | (?<=\d)[ ](?=(?:mln|mld)\b|(?:miljoen|miljard|million|billion)\b|%)   # € 5 mln.
    | (?<=[ ]I)[ ](?=\d{4}/) | (?<=[ ]II)[ ](?=\d{4}/)                      # II 2009/10""",
    re.VERBOSE | re.IGNORECASE,
)


def unbroken(text: str) -> str:
    """Return a text in which no line breaks between a number and the word that it belongs to.

    "nr. 124", "artikel 5", "€ 5 mln.", the "II 2009/10" of a citation: with the word before it,
    that would be wider than a column of a table. Words in quotation marks stay as they are. It is
    for what is printed, never for what is recorded or typed again.
    """
    if not _BELONGING.search(text):
        return text
    parts = _QUOTED.split(text) if "“" in text else [text]
    return "".join(
        part if part.startswith("“") and part.endswith("”") else _BELONGING.sub(_joined, part)
        for part in parts
    )


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(" ", NO_BREAK)
