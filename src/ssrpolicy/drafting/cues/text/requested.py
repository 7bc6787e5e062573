"""What a motion, a request or a letter that is named asks, as a sentence by itself.

Only sentences of a few forms are read so, of which each word has its place: in all others what is
asked and how it is answered cannot be kept apart for sure, and the sentence stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

#: The name of a motion: who moved it, and its number between brackets.
_MOTION: Final = (
    r"(?P<name>(?:(?:nader )?gewijzigde )?motie(?:(?:[ -]|, )(?:van|het|de|lid|leden|der|den|ten"
    r"|ter|en|c\.s\.|\([^()]*\)|(?-i:[A-Z\u00c0-\u00de])[\w/'\u2019-]*))+?)"
)
#: A clause that is whole before what it answers is named.
_MEETS: Final = (
    r"(?:(?:ook|daarnaast|hiermee|hierbij|daarmee) )?(?:geef ik|geven (?:wij|we)|ik geef|wij geven"
    r"|we geven|wordt)(?: (?:hiermee|hierbij|daarmee|nu|ook))*"
    r" (?:invulling|uitvoering|gevolg|gehoor)(?: gegeven)? aan (?:de )?"
)
_COMPLIES: Final = r"(?:hiermee|hierbij|daarmee) (?:voldoe ik|voldoen (?:wij|we)) aan"
#: What is asked, up to a verb that ends it; nobody else acts in it.
_WITHIN: Final = (
    r"(?:(?!\b(?:ik|wij|we|hiermee|hierbij|daarmee|waar\w+|die|is|zijn|word(?:t|en)|zal|zullen"
    r"|heb|heeft|hebben|kan|kunnen|gaat|gaan)\b)[^,;:()?.\u2013\u2014])"
)
_TO_DO: Final = rf"(?P<asks>(?:om )?{_WITHIN}*\bte \w+n)"
#: A thing that is asked for: no verb can hide in it.
_THING: Final = (
    r"(?P<asks>om (?:een|de|het) (?:stand van zaken|overzicht|reactie|brief|plan|toelichting"
    r"|kabinetsreactie|planning|appreciatie|update)(?: (?:op|over|van|voor)"
    r" (?:de|het|een|mijn|dit|deze) [^\W\d_]+)?)"
)


@frozen
class _Form:
    """A sentence that names a request, and the one that says what it asks."""

    words: re.Pattern[str]
    sentence: str

    @classmethod
    def of(cls, words: str, sentence: str) -> _Form:
        """Compile the words of a whole sentence."""
        return cls(re.compile(words, re.IGNORECASE), sentence)


_FORMS: Final = {
    "nl": (
        _Form.of(rf"{_MEETS}{_MOTION},? (?=om ){_TO_DO}", "De {name} vraagt {asks}"),
        _Form.of(
            rf"(?:hiermee|daarmee|hierbij) beschouw ik de {_MOTION},? (?=om ){_TO_DO}"
            r" als afgedaan",
            "De {name} vraagt {asks}",
        ),
        _Form.of(
            rf"{_MEETS}{_MOTION},? waarin (?P<whom>de regering|het kabinet) wordt"
            rf" (?P<asked>verzocht|gevraagd|opgeroepen) {_TO_DO}",
            "{whom} wordt in de {name} {asked} {asks}",
        ),
        _Form.of(rf"{_COMPLIES} uw verzoek {_THING}", "U verzoekt {asks}"),
        _Form.of(
            rf"{_COMPLIES} het verzoek van (?P<who>(?:uw|de) Kamer|de (?:vaste )?commissie"
            rf" voor (?-i:[A-Z])[\w ]*?) {_THING}",
            "{who} verzoekt {asks}",
        ),
        _Form.of(
            r"ik dank u voor (?:de|uw) brief waarin (?P<who>u|uw Kamer) mij"
            rf" {_THING} (?P<verb>verzoekt|vraagt|verzocht|vroeg)",
            "{who} {verb} mij {asks}",
        ),
    ),
    "en": (
        _Form.of(
            r"thank you for (?P<name>your letter(?: of \d{1,2} [A-Z][a-z]+(?: \d{4})?)?) asking"
            r" (?P<asks>(?:about|for|me to|whether) (?:(?!\b(?:I|we|which|and|or|but)\b)"
            r"[^,;:()?.\u2013\u2014])+)",
            "{name} asks {asks}",
        ),
    ),
}


def named_request(sentence: str, language: str) -> str | None:
    """Return what a whole sentence names as asked, as a sentence by itself; None in doubt.

    "Ik geef uitvoering aan de motie van het lid Jansen om de kade te verhogen." is "De motie van
    het lid Jansen vraagt om de kade te verhogen." Its words are those that name it; only a verb may
    be new.
    """
    for form in _FORMS[language]:
        found = form.words.fullmatch(sentence.strip().removesuffix("."))
        if found is not None:
            made = form.sentence.format(**found.groupdict(default=""))
            return made[:1].upper() + made[1:] + "."
    return None
