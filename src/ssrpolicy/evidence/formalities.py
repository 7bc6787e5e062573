"""Sentences that say nothing of their own: courtesies, and signposts to what follows or comes with.

Only what is known by its words is one; a sentence that also undertakes something is none.
"""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

Formality: TypeAlias = Literal["courtesy", "signpost"]

FORMALITIES: Final[tuple[Formality, ...]] = ("courtesy", "signpost")
"""The reasons for setting a sentence aside that its words can show."""

_COURTESY: Final = r"""
    geachte\b.* | hoogachtend\b.* | met\s(?:vriendelijke\sgroet|hoogachting)\b.*
  | (?:(?:ik|wij|we)\s)?(?:vertrouw|hoop|ga|vertrouwen|hopen|gaan)\b(?:\s(?:ik|wij|we))?\s
    (?:er(?:op|van)?|u|uw|de|hiermee|hiermede|met|dat|graag)\b.*\b
    (?:ge[iï]nformeerd|ingelicht|beantwoord|voldaan)(?:\s(?:te\s)?(?:hebben|heb|is|zijn))?
  | met\s(?:veel\s|grote\s)?(?:belangstelling|interesse|waardering)\s(?:heb|hebben)\s(?:ik|wij|we)\b
    .*\bkennis\s?genomen\b.*
  | (?:hartelijk|veel)\sdank\b.*\bvoor\b.*
  | (?:(?:graag|allereerst|tot\sslot|ook)\s)*(?:(?:ik|wij|we)\s)?
    (?:dank|bedank|danken|bedanken)\b(?:\s(?:ik|wij|we))?\s.*\bvoor\b.*
  | (?:(?:graag|allereerst|tot\sslot|ook|(?:via|langs)\sdeze\sweg|hierbij|bij\sdezen?)\s)*
    (?:(?:ik|wij|we)\s)?
    (?:wil|willen|wens|wensen|zeg|zeggen)\b.*\b(?:danken|bedanken|dank(?:\szeggen|\suitspreken)?)\b.*
  | (?:(?:graag|allereerst|tot\sslot|ook)\s)*(?:spreek|spreken)\s(?:ik|wij|we)\b
    .*\b(?:dank|waardering)\suit\b.*
  | (?:(?:graag|ook|uiteraard)\s)*(?:(?:ik|wij|we)\s)?(?:zie|zien|kijk|kijken)\b
    (?:\s(?:ik|wij|we))?(?:\s(?:er|ernaar|graag|met\s\w+))*\suit\b[^,;]*?\bnaar\b
    (?:(?!\b(?:ik|wij|we|stuur|zend|informeer|bericht|leg)\b).)*
  | (?:(?:graag|ook)\s)*(?:(?:ik|wij|we)\s)?(?:zie|zien)\b(?:\s(?:ik|wij|we))?
    (?:(?!\b(?:die|dat|ik|wij|we)\b).)*\b(?:met\s(?:veel\s)?(?:vertrouwen|belangstelling|genoegen|plezier))
    \stegemoet
  | (?P<ahead>(?:hierbij|hiervoor|daarvoor|voor\b[^,;]*)\s)?(?:(?:ik|wij|we)\s)?
    (?:bied|bieden)\b(?:(?!\ben\b)[^,;])*\b(?:excuses|verontschuldigingen)\b(?:(?!\ben\b)[^,;])*
  | (?:de\s(?:kamer|raad|senaat|staten-generaal),?\s)?gehoord\sde\sberaadslaging
  | en\sgaat\sover\stot\sde\sorde\svan\sde\sdag
  | dear\b.* | yours\s(?:sincerely|faithfully|truly)\b.*
  | (?:i|we)\s(?:trust|hope)\b.*\b(?:informed|answers?|answered|information|sufficient(?:ly)?)\b.*
  | (?:i|we)\s(?:trust|hope)\s(?:that\s)?(?:this|these|you)\b[^,;]*
    \b(?:helpful|useful|of\s(?:help|assistance|use))
  | (?:i|we)\slook\sforward\sto\s(?!\w+ing\b)(?:(?!\b(?:i|we|by)\b).)*
  | (?:i|we)\s(?:(?:would\slike|wish|want)\sto\s)?thank\b.*
  | (?:many\s)?(?:thank\syou|thanks)\b.*\bfor\b.*
  | (?:i|we)\s(?:am|are)\s(?:\w+\s)?grateful\b.*\bfor\b.*
  | (?:the\s(?:house|chamber),?\s)?having\sheard\sthe\s(?:deliberations|debate)
  | and\sproceeds\sto\sthe\sorder\sof\sthe\sday
"""
_SIGNPOST: Final = r"""
    (?:hierbij|bijgaand|bijgevoegd|hiermee|als\sbijlage)\b.*\b
    (?:bied|bieden|zend|zenden|stuur|sturen|doe|doen|ontvangt|treft|vindt)\s(?:ik|wij|we|u|uw)\b.*
  | (?:hieronder|onderstaand|achtereenvolgens|vervolgens|in\shet\s(?:navolgende|vervolg)
    (?:\svan\sdeze\sbrief)?|(?:in|met)\sdeze\s\w*brief)\s
    (?:ga|gaan|schets|schetsen|beschrijf|beschrijven|bespreek|bespreken|licht|behandel|reageer
    |reageren|beantwoord|beantwoorden|informeer|informeren|treft|volgt|volgen|komt|komen|wordt|worden)
    \b.*
  | (?:(?:ook|verder|tevens|daarnaast|voorts|tot\sslot|tenslotte|eerst|allereerst|daarbij|hierbij)
    \s)?(?:ga|gaan)\s(?:ik|wij|we)\s(?:\w+\s){0,3}?in\sop\b
    (?:(?!\b(?:ik|wij|we|stuur|zend|informeer|bericht|leg)\b).)*
  | in\s(?:de|een)\sbijlagen?\b.*\b(?:vindt|treft|ontvangt)\s(?:u|uw)\b.*
  | om\sdit\ste\s(?:onderbouwen|verduidelijken|illustreren)\b.*\b(?:ga|schets|beschrijf|bespreek)
    \s(?:ik|wij|we)\b.*
  | (?P<ahead>(?:(?:in|als)\s(?:antwoord|reactie)\sop|naar\saanleiding\svan)\b.*)\b
    (?:meld|melden|bericht|berichten|deel|delen|antwoord|antwoorden)\s(?:ik|wij|we)\b.*
    \bhet\svolgende\b.*
  | mede\snamens\b.*\b
    (?:reageer|reageren|bied|bieden|zend|zenden|stuur|sturen|beantwoord|beantwoorden|informeer
    |informeren)\s(?:ik|wij|we)\b.*
  | (?:please\sfind|attached|enclosed|herewith)\b.*
  | (?:below|in\swhat\sfollows|(?:in|with|by)\sthis\sletter|in\sthe\sfollowing),?\s(?:i|we)\b.*
"""
# Whoever undertakes, or qualifies, something in the same breath says more than a courtesy.
_SAYS_MORE: Final = re.compile(
    r"""\b(?: zal | zullen | zegt? \b.*\b toe | zeggen \b.*\b toe | (?<!op\sde\s)toezeg(?!gingen)\w*
      | beloof | beloven | belofte\w* | nakom\w* | commit | will | shall | undertake | undertaking
      | promise | pledge | uiterlijk
      | v[oó][oó]r\s(?:de|het|eind|begin|\d)
      | binnen\s\w+\s(?:dagen|week|weken|maand|maanden|jaar)
      | echter | maar | tenzij | but | however | unless
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FLAGS: Final = re.IGNORECASE | re.DOTALL | re.VERBOSE
_PATTERNS: Final[dict[Formality, re.Pattern[str]]] = {
    "courtesy": re.compile(_COURTESY, _FLAGS),
    "signpost": re.compile(_SIGNPOST, _FLAGS),
}
_LONGEST: Final = 600


def formality(sentence: str) -> Formality | None:
    """Return what a whole sentence is known to be by its words; None where they show nothing."""
    words = " ".join(sentence.split()).rstrip(" .,;:!")
    if len(words) > _LONGEST:
        return None
    for kind, form in _PATTERNS.items():
        found = form.fullmatch(words)
        if found is not None:
            # What is answered has a term of its own: "to your request for a plan before May".
            ahead = found.groupdict().get("ahead") or ""
            return None if _SAYS_MORE.search(words, len(ahead)) else kind
    return None
