"""What only the head of a paper says: whom it is for, where and when, its number, who asks."""

import re
from typing import Final

from ssrpolicy.evidence.terms.calendar import MONTH_NUMBERS

LONGEST_HEAD: Final = 200
"""The most characters that a line of a head has."""

_MONTH: Final = f"(?:{'|'.join(MONTH_NUMBERS)})"
_DATE: Final = (
    rf"(?:\d{{1,2}}\s+{_MONTH}\.?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
)
#: A place and a day alone on their line: of a sentence they would be the end.
_DATED: Final = re.compile(
    r"(?:(?:['\u2019\u2018]s-)?[^\W\d_a-z][\w'\u2019.-]*(?: [^\W\d_a-z][\w'\u2019.-]*){0,2},?\s+)?"
    rf"(?i:{_DATE.replace(r'{1,2}', r'{1,2}(?:st|nd|rd|th)?', 1)})$"
)
#: The members, the chair or the clerk of a committee, as a head names them: no verb follows.
COMMITTEE: Final = (
    r"(?i:(?:de[ \t]+|the[ \t]+)?(?:(?:fungerend|plaatsvervangend|acting)[ \t]+)?"
    r"(?:voorzitter|griffier|leden|chair(?:man|woman|person)?|clerk|members)"
    r"(?:[ \t]+(?:en|and)[ \t]+(?:de[ \t]+|the[ \t]+)?(?:overige[ \t]+)?(?:leden|members))?"
    r"[ \t]+(?:van|of)[ \t]+(?:de|the)[ \t]+(?:\w+[ \t]+)?(?:commissie|committee)\b)"
    r"(?:[ \t]+(?i:voor|inzake|on|for)(?:[ \t]+(?i:de|het|the))?)?"
    r"(?:[ \t]+(?:(?:en|and|de|het|voor)[ \t]+)*[^\W\d_a-z][\w'\u2019,-]*)*"
)
_COMMITTEE: Final = re.compile(
    rf"{COMMITTEE}(?:\s+(?i:postbus|binnenhof|p\.?\s?o\.?\s?box|plein)\b[^.!?]*|\s+\d{{4}}\b[^.!?]*)?$"
)
#: The opening of a motion, which ends the head of it.
_MOVED: Final = re.compile(
    r"(?:de kamer|the house),\s*(?:(?:gehoord|having heard)\b|$)", re.IGNORECASE
)
#: What only a letter's head says: whom it is for, where and when, its number, the salutation.
_LETTERHEAD: Final = re.compile(
    rf"""
      (?:aan|to)\s+(?:de|het|den|the)\b [^.!?]* $
    | (?:aan|to|van|from|datum|date|betreft|betr|onderwerp|subject|re|ons\ kenmerk|uw\ kenmerk
       |kenmerk|bijlagen?|our\ ref(?:erence)?|your\ ref(?:erence)?|enclosures?)\.?\s*: .*
    | (?:[^\W\d][\w'\u2019 .-]*,\s*
       |(?:voorgesteld|vastgesteld|ontvangen|tabled|moved)\s+(?:[^.!?]{{1,80}}?\s)??)?
      (?:de\s+)? {_DATE} \.? $
    | (?:datum|date)\s+ {_DATE}\b [^.!?]* $
    | (?-i:(?=[^a-z])) (?:betreft|onderwerp|(?:ons\ |uw\ )?kenmerk|onze\ referentie|bezoekadres
       |>?\s*retouradres|postbus|bijlage\(n\))\s [^.!?]* $
    | (?:(?:nr|no)\.?\s*\w{{1,6}}\s+)?(?:(?:nader|tweede|derde|amended)\s+)?(?:gewijzigde\s+)?
      (?:motie\ van\ (?:het\ lid|de\ leden)|motion\ (?:by|of)\ (?:the\ )?members?)\b
      (?:[^.!?]|\bc\.s\.|\bnr\.)* $
    | (?-i:(?=[^a-z])) (?:nr|no|nummer|number)\.?\s*\d+\b [^.!?]* $
    | (?:geachte|zeer\ geachte|dear)\b [^.!?]* $
    | (?:mijnheer|mevrouw)?\s*(?:de\ )?voorzitter,? $
    | (?:published|gepubliceerd|issued)(?:\s+(?:on|op))?\s+ {_DATE} \.? $
    | nummer:\s*\d[^!?]* $
    | (?-i:(?=[^a-z])) (?:vergaderjaar|kamerstukken?|tweede\ kamer|eerste\ kamer)\b [^.!?]* $
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
#: What a paper calls itself, in capitals: "BRIEF VAN DE VOORZITTERS VAN DE VASTE COMMISSIES ...".
_HEADED: Final = re.compile(
    r"(?:\d{2} \d{3}[^a-z]{0,80})?(?:NR\. \w{1,6} )?"
    r"(?:BRIEF|LIJST|VERSLAG|NOTA|MOTIE|MEMORIE) VAN\b[^.!?a-z]{3,500}$"
)
#: Who asked written questions, and who answers them, above the first question.
_ASKED: Final = re.compile(
    r"""
      vragen\ (?:van|gesteld\ door)\ (?:het\ lid|de\ leden)\b .{5,1500} \(\s*ingezonden\ [^)]*\)\.?
    | antwoord(?:en)?\ van\ .{5,1000} \(\s*ontvangen\ [^)]*\)\.?
      (?:\ zie\ ook\ [^.]*(?:\.[^.]{0,60}){0,3}\.?)?
    | (?:mede\ )?namens\ .{5,600} \(\s*ontvangen\ [^)]*\)\.?
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)

#: The salutation by itself, which ends the head of a letter.
_SALUTATION: Final = re.compile(
    r"(?:(?:zeer )?geachte\b[^.!?]{2,120}|dear\b[^.!?]{2,120}[,:]"
    r"|(?:mijnheer|mevrouw) (?:de )?voorzitter,?)$",
    re.IGNORECASE,
)

_LABELLED: Final = re.compile(r"(?:Datum|Date|Betreft|BETREFT|Betr|Onderwerp|Subject)\b")
#: What only a text says, wherever it stands: somebody speaks of what they do or will do.
_UNDERTAKES: Final = re.compile(
    r"\b(?:[Ii]k|[Ww]ij|[Ww]e|I|[Hh]et kabinet|[Tt]he [Gg]overnment)\b"
    r"|\b(?:zal|zullen|will|shall|wordt|worden)\b"
)


def is_letterhead(text: str) -> bool:
    """Whether a block says what only a paper's head says."""
    short = len(text) <= LONGEST_HEAD
    like_one = short and (_LETTERHEAD.match(text) or _COMMITTEE.match(text))
    headed = text.isupper() and _HEADED.match(text)
    return bool(like_one) or bool(headed) or bool(_ASKED.fullmatch(text))


def is_dated(text: str) -> bool:
    """Whether a block is a date, with its place or without, and nothing else."""
    return len(text) <= LONGEST_HEAD and bool(_DATED.match(text))


def is_salutation(text: str) -> bool:
    """Whether a block is the salutation of a letter and nothing else."""
    return len(text) <= LONGEST_HEAD and bool(_SALUTATION.match(text))


def opens_motion(text: str) -> bool:
    """Whether a text begins as what the House says in a motion: "De Kamer, gehoord ..."."""
    return bool(_MOVED.match(text))


def undertakes(text: str) -> bool:
    """Whether a block says what somebody does or will do, and so is not of the head."""
    return bool(_UNDERTAKES.search(text)) and not is_labelled(text)


def is_labelled(text: str) -> bool:
    """Whether a block begins with a label of a head: its date, or what it is about."""
    return bool(_LABELLED.match(text))
