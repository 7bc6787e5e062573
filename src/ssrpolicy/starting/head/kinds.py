"""What kind of paper a head says that it is, in which words."""

from __future__ import annotations

import re
from typing import Final

from ssrpolicy.model import DocumentKind

# Each at the start of a line, after the paper's number if there is one.
_WORDS: Final = {
    DocumentKind.QUESTION: (
        r"aanhangsel van de handelingen",
        r"vragen (?:gesteld door|van (?:het lid|de leden))",
        r"antwoord(?:en)? van (?:de )?(?:minister|staatssecretaris)",
        r"(?:verslag houdende (?:een )?)?lijst van vragen",
        r"verslag van een (?:nader )?schriftelijk overleg",
        r"beantwoording (?:van )?(?:de )?(?:kamer|schriftelijke )?vragen",
        r"(?:answers? to )?(?:written|parliamentary) questions?\b",
    ),
    DocumentKind.MOTION: (
        r"(?:(?:nader |tweede |derde )?gewijzigde )?motie van (?:het lid|de leden|\w+ c\.s\.)",
        r"(?:amended )?motion (?:by|of) (?:the )?members?\b",
        r"(?:de kamer|the house),\s+(?:gehoord|having heard)\b",
    ),
    DocumentKind.DEBATE: (
        r"(?:woordelijk )?verslag van (?:een|het) (?:\w+ )?\w*(?:debat|overleg)\b",
        r"handelingen\b|stenogram\b|official report\b|proceedings\b",
    ),
    DocumentKind.DECISION: (r"(?:besluit|beschikking|regeling) van (?:de\b|het\b|\d)",),
    DocumentKind.EVALUATION: (r"(?:tussen|eind|beleids)?evaluati(?:e|on)(?:rapport| report)?\b",),
    DocumentKind.REPORT: (
        r"(?:eind|jaar|onderzoeks|voortgangs)?rapport(?:age)?\b",
        r"(?:voorlopig |nader |eind)?verslag\b",
        r"(?:final |annual |progress )?report\b",
    ),
    DocumentKind.OTHER: (
        r"(?:(?:nader )?gewijzigd )?amendement van (?:het lid|de leden)",
        r"memorie van (?:toelichting|antwoord)|nota (?:naar aanleiding van|van wijziging)",
        r"voorstel van wet|advies (?:van de )?(?:afdeling|raad van state)",
        r"(?:bijlage|annex|appendix)(?:[ \t]+\w{1,4})?[ \t]*(?:$|[:.–-])",
        r"beslisnota|persbericht|press release",
    ),
    DocumentKind.LETTER: (
        r"(?:kamer)?brief (?:van|aan|inzake|over|met|houdende)\b",
        r"(?:geachte|dear|mijne heren|weledele|retouradres)\b",
        r"(?:aan|to) (?:de|the) (?:voorzitter|speaker|president|chair)",
        r"(?:de )?voorzitter van de (?:tweede|eerste)|(?:the )?(?:speaker|president) of the house",
    ),
}
_KINDS: Final = tuple(_WORDS)
_LINE: Final = re.compile(
    r"^[ \t>]*(?:(?:nr|no)\.?[ \t]*\w{1,4}[ \t]+|[A-Z]{1,2}[ \t]+)?(?:"
    + "|".join(f"(?P<k{n}>(?:{'|'.join(words)})[^\n]*)" for n, words in enumerate(_WORDS.values()))
    + ")",
    re.IGNORECASE | re.MULTILINE,
)
_LETTER_TO: Final = re.compile(
    r"\bletter to (?:the )?\w+|^[ \t]*letter from (?:the )?\w+", re.IGNORECASE | re.MULTILINE
)
_QUESTION: Final = re.compile(r"^[ \t]*(?:vraag|question)[ \t]+1\b", re.IGNORECASE | re.MULTILINE)
# Answers that a letter says it gives, to questions that may have nothing but their numbers.
_GIVES_ANSWERS: Final = re.compile(
    r"^[ \t]*(?:betreft|onderwerp|subject)[ \t:]+"
    r"(?P<words>(?:de )?(?:beantwoording|antwoord(?:en)?|answers?)\b[^\n]*"
    r"\b(?:kamer)?(?:vragen|questions)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST_ASKED: Final = re.compile(
    r"^[ \t]*1(?:[.)]|[ \t]*\n)?[ \t]*[^\W\d_](?:[^?.\n]|\n(?![ \t]*\n)){4,600}\?", re.MULTILINE
)
_ANSWER: Final = re.compile(
    r"^[ \t]*(?:antwoord|answer)\b[^\n.]{0,30}$", re.IGNORECASE | re.MULTILINE
)
# What a letter may have as a heading too: it counts where nothing says that it is a letter.
_WEAK: Final = frozenset(
    (DocumentKind.REPORT, DocumentKind.EVALUATION, DocumentKind.OTHER, DocumentKind.DECISION)
)


def kind_of(text: str, head: str) -> tuple[DocumentKind, str]:
    """Return what kind of paper it calls itself and the words; a letter, "" where none says it."""
    if letter := _LETTER_TO.search(head[:300]):
        return DocumentKind.LETTER, letter[0]
    found = [
        (_KINDS[int((match.lastgroup or "k0")[1:])], " ".join(match[0].split())[:80])
        for match in _LINE.finditer(head)
    ]
    if not found or found[0][0] in _WEAK or found[0][0] is DocumentKind.LETTER:
        asked, answered = _QUESTION.search(text), _ANSWER.search(text)
        if asked and answered:
            return DocumentKind.QUESTION, f"{asked[0].strip()} ... {answered[0].strip()}"
        gives = _GIVES_ANSWERS.search(head)
        if gives and _FIRST_ASKED.search(text):
            return DocumentKind.QUESTION, " ".join(gives["words"].split())
    if not found:
        return DocumentKind.LETTER, ""
    letters = [each for each in found if each[0] is DocumentKind.LETTER]
    return letters[0] if found[0][0] in _WEAK and letters else found[0]
