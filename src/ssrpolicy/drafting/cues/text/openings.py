"""How a sentence begins by itself, without the words that only tie it to those before it.

In doubt it stays as it is: a tie goes only where it cannot mean anything else, and who acts goes
before the verb only where that changes nothing after them.
"""

from __future__ import annotations

import re
from typing import Final

#: Marks before the words of an item of a list.
_ITEM: Final = re.compile(
    r"(?:[*\u2022\u25cf\u25aa\u00b7] ?|[-\u2013\u2014] |\(?(?:\d{1,2}|[a-z])\) "
    r"|\d{1,2}\. (?=[A-Z]))(?=\S)"
)
#: Those who act for sure where they stand right after such a verb.
_ACTS: Final = (
    r"(?:(?P<verb>zal|wil|kan|ga|heb|ben|moet|stuur|zend|informeer|bied|neem|meld|bericht|deel|geef"
    r"|streef|werk|vraag|verzoek|zet|maak|stel|onderzoek|bezie|zie|kom|blijf|laat|voer|breng|vind"
    r"|acht|verwacht|start|overleg|bespreek|betrek) (?P<who>ik)"
    r"|(?P<verbs>zullen|willen|kunnen|gaan|hebben|zijn|moeten|sturen|zenden|informeren|bieden|nemen"
    r"|melden|delen|geven|streven|werken|vragen|zetten|maken|stellen|onderzoeken|bezien|zien|komen"
    r"|blijven|laten|voeren|brengen|vinden|achten|verwachten|starten|overleggen|bespreken"
    r"|betrekken) (?P<we>wij|we)"
    r"|(?P<does>zal|wil|kan|gaat|heeft|is|moet|wordt|stuurt|informeert|neemt|geeft|streeft|werkt"
    r"|zet|maakt|stelt|onderzoekt|beziet|ziet|komt|blijft|laat|vindt|acht|verwacht|start|ontvangt)"
    r" (?P<actor>het kabinet|de regering|mijn ministerie|(?-i:Nederland)))"
    # Not of another, nor with another, nor the first part of a name.
    r"(?! (?:(?:en|of|van|voor|die|dat|als|zelf)\b|c\.s\.|(?-i:[A-Z])))(?=,? )"
)
_TIE: Final = re.compile(
    r"(?:(?:mede )?daarom|om (?:die|deze) reden(?:en)?|derhalve|daarnaast|bovendien|voorts"
    rf"|overigens|tot (?:slot|besluit)|ten (?:eerste|tweede|derde|vierde|vijfde|slotte)) {_ACTS}",
    re.IGNORECASE,
)
#: A second clause, which may go on with what stands before the first verb: it begins with a word
#: that may be a verb, and not with one that begins another part or a clause of its own order.
_GOES_ON: Final = re.compile(
    r"[;:\u2013\u2014?]|^, (?!(?:mede )?namens|indien|waar|zoals|conform)"
    r"|(?:,|,? \b(?:en|maar|of|want|dus|alsmede|alsook|evenals)\b) "
    r"(?!(?:de|het|een|mijn|ons|onze|uw|hun|haar|deze|dit|die|dat|om|te|in|op|aan|bij|voor|van|met"
    r"|door|over|naar|tot|tussen|tegen|uit|binnen|conform|namens|mede namens|zodat|omdat|voordat"
    r"|nadat|wanneer|indien|mits|tenzij|waar\w*|zoals)\b)",
    re.IGNORECASE,
)
#: After "therefore" somebody may ask for what was said before, and not for that reason.
_ASKS_FOR_IT: Final = re.compile(
    r"\bdaarom\b.*\b(?:gevraagd|vragen|vraagt?|verzoek\w*|verzocht)\b", re.IGNORECASE
)
#: "And I will", "but therefore": the order of the words is that of a sentence by itself.
_AND: Final = re.compile(
    r"(?:en|maar) (?=(?:ik|wij|we|daarom|daarnaast|het kabinet) )", re.IGNORECASE
)
#: "And when?"
_AND_ASKS: Final = {
    "nl": re.compile(
        r"en (?=(?:zo (?:ja|neen?)|kan|kunt|kunnen|is|zijn|bent|heeft|hebben|gaat|wilt?|wat|welke?"
        r"|wie|wanneer|waarom|waar|hoe|hoeveel)\b)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"and (?=(?:is|are|will|can|could|do|does|did|has|have|what|which|who|when|why|where|how)"
        r"\b)",
        re.IGNORECASE,
    ),
}
_TIED: Final = re.compile(
    r"(?P<kept>(?:ik|wij|we|het kabinet|de regering) (?:zal|zullen|wil|willen|ga|gaat|gaan|heb"
    r"|hebben|heeft|ben|is|zijn)) (?:daarom|daarnaast|bovendien|overigens|derhalve|voorts)"
    r"(?= \w)(?! (?:en|of|als|wanneer|indien|omdat)\b)",
    re.IGNORECASE,
)

_WHO_EN: Final = r"(?=(?:I|we|the (?:Government|Cabinet|Department)|my [Dd]epartment) )"
_TIE_EN: Final = re.compile(
    r"(?:(?:(?:and|but) )?(?:therefore|in addition|additionally|furthermore|moreover|lastly|finally"
    r"|however|consequently|firstly|secondly|thirdly|in conclusion"
    rf"|for (?:this|that|these|those) reasons?), |(?:therefore|and|but) ){_WHO_EN}",
    re.IGNORECASE,
)
_TIED_EN: Final = re.compile(
    r"(?P<kept>(?:I|we|the (?:Government|Cabinet|Department)|my department)"
    r" (?:will|shall|am|are|is|have|has)) therefore(?= \w)(?! (?:and|or|if|when|because)\b)",
    re.IGNORECASE,
)


def standing_alone(sentence: str, language: str) -> str:
    """Return a sentence without what ties it to the one before, its words in the order of its own.

    Only who acts goes before the verb, where it is plain who that is; a pronoun is not guessed.
    """
    sentence = _ITEM.sub("", sentence.strip(), count=1) if _ITEM.match(sentence) else sentence
    if sentence.rstrip().endswith("?"):
        tied = _AND_ASKS[language].match(sentence)
        return sentence if tied is None else sentence[tied.end() :]
    return _dutch(sentence) if language == "nl" else _english(sentence)


def _english(sentence: str) -> str:
    tie = _TIE_EN.match(sentence)
    sentence = sentence if tie is None else sentence[tie.end() :]
    tied = _TIED_EN.match(sentence)
    return sentence if tied is None else tied["kept"] + sentence[tied.end() :]


def _dutch(sentence: str) -> str:
    if _ASKS_FOR_IT.search(sentence):
        return sentence
    begin = _AND.match(sentence)
    sentence = sentence if begin is None else sentence[begin.end() :]
    if (tie := _TIE.match(sentence)) is not None:
        rest = sentence[tie.end() :]
        if _GOES_ON.search(rest):
            return sentence
        who = tie["who"] or tie["we"] or tie["actor"]
        return f"{who} {tie['verb'] or tie['verbs'] or tie['does']}{rest}"
    tied = _TIED.match(sentence)
    return sentence if tied is None else tied["kept"] + sentence[tied.end() :]
