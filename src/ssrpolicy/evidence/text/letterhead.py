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
#: What only a letter's head says: whom it is for, where and when, its number, the salutation.
_LETTERHEAD: Final = re.compile(
    rf"""
      (?:aan|to)\s+(?:de|het|den|the)\b [^.!?]* $
    | (?:aan|to|van|from|datum|date|betreft|betr|onderwerp|subject|re|ons\ kenmerk|uw\ kenmerk
       |kenmerk|bijlagen?|our\ ref(?:erence)?|your\ ref(?:erence)?|enclosures?)\.?\s*: .*
    | (?:[^\W\d][\w'\u2019 .-]*,\s*|(?:voorgesteld|vastgesteld|ontvangen)\s+)?
      (?:de\s+)? {_DATE} \.? $
    | (?:datum|date)\s+ {_DATE}\b [^.!?]* $
    | (?:betreft|onderwerp|(?:ons\ |uw\ )?kenmerk|onze\ referentie|bezoekadres|>?\s*retouradres
       |postbus|bijlage\(n\))\s [^.!?]* $
    | (?:nr|no|nummer|number)\.?\s*\d+\b [^.!?]* $
    | (?:geachte|zeer\ geachte|dear)\b [^.!?]* $
    | (?:mijnheer|mevrouw)?\s*(?:de\ )?voorzitter,? $
    | (?:vergaderjaar|kamerstukken?|tweede\ kamer|eerste\ kamer)\b [^.!?]* $
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
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
    return (short and bool(_LETTERHEAD.match(text))) or bool(_ASKED.fullmatch(text))


def is_dated(text: str) -> bool:
    """Whether a block is a date, with its place or without, and nothing else."""
    return len(text) <= LONGEST_HEAD and bool(_DATED.match(text))


def is_salutation(text: str) -> bool:
    """Whether a block is the salutation of a letter and nothing else."""
    return len(text) <= LONGEST_HEAD and bool(_SALUTATION.match(text))


def undertakes(text: str) -> bool:
    """Whether a block says what somebody does or will do, and so is not of the head."""
    return bool(_UNDERTAKES.search(text)) and not is_labelled(text)


def is_labelled(text: str) -> bool:
    """Whether a block begins with a label of a head: its date, or what it is about."""
    return bool(_LABELLED.match(text))
