"""What a motion, a request or a letter that is named asks, as a sentence by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

_PEOPLE: Final = (
    r"u|uw Kamer|de (?:Tweede |Eerste )?Kamer|(?:het lid|de leden) [^,.;]{2,40}?"
    r"|de (?:vaste )?(?:kamer)?commissie[^,.;]{0,80}?"
)
_ASKED: Final = (
    r"mij|ons|de regering|het kabinet|de (?:minister|staatssecretaris)"
    r"(?: (?:van|voor) (?-i:[A-Z])[\w&-]*)?"
)
_OVER: Final = r"(?:over|inzake|betreffende|met betrekking tot)"
#: The name of a motion, up to what tells what it asks.
_MOTION: Final = (
    rf"(?P<name>(?:(?:nader )?gewijzigde )?motie(?:(?!,? (?:om|waarin|die|{_OVER})\b)[^;])+?)"
    r"(?: (?:uit|aan|af|op|mee|na))?"
)
#: Who writes: what is asked goes over into what is answered.
_ANSWERS: Final = re.compile(r"\b(?:ik|wij|we|I|hiermee|hierbij|daarmee)\b", re.IGNORECASE)
#: A sentence that answers says so before it names what it answers.
_IS_ANSWER: Final = re.compile(
    r"\b(?:ik|wij|we|I|hiermee|hierbij|daarmee|invulling|uitvoering|gevolg)\b", re.IGNORECASE
)
_NAMES: Final = re.compile(
    r"\b(?:(?:nader )?gewijzigde motie|motie|(?:uw|het) verzoek|waarin|waarmee|your letter)\b",
    re.IGNORECASE,
)
#: A verb whose other half has not been said: "I have the motion to raise the quay | carried out".
_GOES_ON: Final = re.compile(
    r"\b(?:heb|hebben|heeft|is|zijn|word(?:t|en)|werd|zal|zullen|wil|willen|ga|gaan|kan|kunnen)\b"
    r"(?!.*\b(?:(?:\w*ge|be|ver|ont|her|over)\w+(?:d|t|en)|voldaan|gedaan|gegaan|\w+gekomen"
    r"|in(?= op)) )",
    re.IGNORECASE,
)
_ENDS_ASKED: Final = re.compile(r"\bte \w+(?:en|n)$", re.IGNORECASE)
#: "I regard the motion to raise the quay | as dealt with".
_AS_DONE: Final = re.compile(
    r" als (?:\w+ )?(?:afgedaan|uitgevoerd|afgehandeld|nagekomen|overbodig|ontraden)$",
    re.IGNORECASE,
)
_PARTICLE: Final = re.compile(r" (?:over|aan|uit|mee|op|af|in|toe|door|na|voor)$", re.IGNORECASE)


@frozen
class _Form:
    """Words that name a request, and the sentence that they are by themselves."""

    words: re.Pattern[str]
    sentence: str

    @classmethod
    def of(cls, words: str, sentence: str) -> _Form:
        """Compile the words, which are all that is said."""
        return cls(re.compile(words, re.IGNORECASE), sentence)


_FORMS: Final = {
    "nl": (
        _Form.of(rf"{_MOTION},? (?P<asks>om .*\bte \w.*)", "De {name} vraagt {asks}"),
        _Form.of(rf"{_MOTION},? {_OVER} (?P<asks>.+)", "De {name} gaat over {asks}"),
        _Form.of(
            rf"{_MOTION},? waarin (?P<verb>wordt (?:verzocht|gevraagd|opgeroepen)),?"
            r" (?P<asks>(?:om|te) .+)",
            "In de {name} {verb} {asks}",
        ),
        _Form.of(
            rf"{_MOTION},? waarin (?P<whom>de regering|het kabinet) (?P<verb>wordt) "
            r"(?P<pp>verzocht|gevraagd|opgeroepen),? (?P<asks>(?:om|te) .+)",
            "In de {name} {verb} {whom} {pp} {asks}",
        ),
        _Form.of(
            rf"{_MOTION},? (?:waarin|die) (?P<whom>de regering|het kabinet)"
            r" (?P<verb>verzoekt|vraagt),? (?P<asks>(?:om|te) .+)",
            "De {name} {verb} {whom} {asks}",
        ),
        _Form.of(
            rf"(?:waarin|waarmee|waarbij) (?P<who>{_PEOPLE}) (?P<whom>{_ASKED})"
            r"(?P<middle>(?: (?!(?:heeft|hebt|hebben|had|hadden)\b)[^ ,;]+)*?)"
            r" (?P<verb>verzoekt|vraagt|verzocht|vroeg|verzoeken|vragen)"
            r"(?P<asks>(?:,? (?:om|te|of|naar) .+)?)",
            "{who} {verb} {whom}{middle}{asks}",
        ),
        _Form.of(r"uw verzoek (?P<asks>om .+)", "U verzoekt {asks}"),
        _Form.of(r"het verzoek (?P<asks>om .+)", "Er is verzocht {asks}"),
        _Form.of(
            r"het verzoek van (?P<who>(?:uw|de) Kamer|de (?:vaste )?(?:kamer)?commissie"
            r"(?:(?! (?:van \d|d\.d\.|met kenmerk|om))[^,;])*|het lid (?:(?! om)[^,;])*) "
            r"(?P<asks>om .+)",
            "{who} verzoekt {asks}",
        ),
        _Form.of(
            rf"(?P<name>(?:uw|het) verzoek\b(?:(?! {_OVER}\b)[^;])*?),? {_OVER} (?P<asks>.+)",
            "{name} gaat over {asks}",
        ),
    ),
    "en": (
        _Form.of(
            r"(?P<name>your letter\b(?:(?! (?:asking|requesting|in which|with)\b)[^;])*)"
            r" asking (?P<asks>.+)",
            "{name} asks {asks}",
        ),
        _Form.of(
            r"(?P<name>your letter\b(?:(?! (?:asking|requesting|in which|with)\b)[^;])*)"
            r" requesting (?P<asks>.+)",
            "{name} requests {asks}",
        ),
        _Form.of(
            r"(?P<name>your letter\b(?:(?! (?:asking|requesting|in which|with)\b)[^;])*),? in which"
            r" (?P<asks>you (?:asked|ask|requested|request) .+)",
            "In {name} {asks}",
        ),
    ),
}


def named_request(words: str, before: str, language: str) -> str | None:
    """Return the sentence that words which name a request are by themselves; None without one.

    "motie van het lid Jansen, om de kade te verhogen" is "De motie van het lid Jansen vraagt om de
    kade te verhogen". Its words are those that name it; only a verb may be new. ``before`` is what
    stands in the sentence before them, whose verb may not go on behind them.
    """
    bare = _AS_DONE.sub("", words.strip(" .,;:"))
    if _ANSWERS.search(bare) or (_GOES_ON.search(before) and not _ENDS_ASKED.search(bare)):
        return None
    if _PARTICLE.search(bare):
        return None
    for form in _FORMS[language]:
        found = form.words.fullmatch(bare)
        if found is not None:
            said = form.sentence.format(**found.groupdict(default=""))
            return said[:1].upper() + said[1:] + "."
    return None


def names_of_requests(sentence: str) -> Iterator[int]:
    """Yield where words begin in a sentence that may name a request which it answers."""
    for match in _NAMES.finditer(sentence):
        if _IS_ANSWER.search(sentence, 0, match.start()):
            yield match.start()
