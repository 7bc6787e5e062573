"""Whole units of a sentence that can be left out, and leave one that says nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ssrpolicy.drafting.cues.text.kept import must_stay

#: A summary that is no longer than this is left as it is.
SHORT: Final = 120

#: Words that begin an example, a comparison or a name between brackets, but no restriction.
_WITHIN: Final = {
    "nl": r"(?!(?:in|op|aan|bij|voor|van|met|door|uit|over|na|per|onder|via|binnen|en|of)\b)",
    "en": r"(?!(?:in|on|at|by|for|of|with|through|from|over|after|per|under|within|and|or)\b)",
}
#: Between brackets: several words; one goes with its noun, or is what that is called for short.
_BRACKETS: Final = {
    language: re.compile(rf"(?<=[\w\"'\u201d\u2019]) \((?=[^() ]+ ){within}[^()]*\)(?!\w|-\w)")
    for language, within in _WITHIN.items()
}
#: Between dashes, from a small letter on: a name there may be one of several.
_DASHES: Final = {
    language: re.compile(
        rf"(?<=[\w)]) (?P<sign>[-\u2013\u2014]) ?{within}(?P<words>[a-z][^-\u2013\u2014:;]*[^\W\d])"
        r" ?(?P=sign) (?=\w)"
    )
    for language, within in _WITHIN.items()
}
#: What has been said before, between two commas: "as was promised earlier".
_SAID_BEFORE: Final = {
    "nl": re.compile(
        r", zoals (?:ik |u |reeds |al |eerder |ook |bekend|hiervoor |hierboven )*"
        r"(?:eerder|reeds|bekend|toegezegd|aangekondigd|gemeld|aangegeven|vermeld|toegelicht"
        r"|beschreven|genoemd),",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r", as (?:I |you |was |previously |already |earlier |also |have |has |been )*"
        r"(?:earlier|previously|know|promised|announced|indicated|mentioned|set out|explained"
        r"|noted|described|stated)(?: above| before| earlier)?,",
        re.IGNORECASE,
    ),
}
#: Who else writes, where somebody "can tell" the House of what is so: it promises nothing.
_WRITES_TOO: Final = re.compile(
    r"\b(?:kan ik|kunnen (?:wij|we)) (?:u|uw Kamer|de Kamer)"
    r"(?P<unit> (?P<sign>[-\u2013]) ?mede namens [^\u2013:;]*? ?(?P=sign)) ",
    re.IGNORECASE,
)
#: Examples, or what something contributes to, from a comma to the end of a sentence.
_TAILS: Final = {
    "nl": re.compile(
        r", (?:(?:en )?onder (?:andere|meer)(?: (?:door|via|met|in|op|bij|aan|voor))?"
        r"|o\.a\.|bijvoorbeeld(?: (?:door|via|met|in|op|bij|aan|voor))?|waaronder"
        # "as agreed" and "as the law says" are terms of what is done.
        r"|zoals(?! (?:\w+ )?(?:afgesproken|bedoeld|bepaald|beschreven|omschreven|vastgelegd"
        r"|vermeld|opgenomen|vereist|voorzien|gevraagd|verzocht|toegezegd|aangekondigd)\b)"
        r"|waar(?:mee|door)|hetgeen"
        r"|waar(?=[^,:;]* (?:van|aan|toe|mee|bij|voor) (?:\w+en|\w+t|is|zijn)[.!]?$)) [^,:;()?]+$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r", (?:(?:and )?(?:not least |among other things )?(?:including|such as|for example"
        r"|for instance)|among others|which|thereby|thus) [^,:;()?]+$",
        re.IGNORECASE,
    ),
}
#: A verb of the main clause, without which what is left may be no sentence.
_HAS_VERB: Final = {
    "nl": re.compile(
        r"\b(?:ik|wij|we|zal|zullen|word(?:t|en)|werd(?:en)?|is|zijn|was|waren|heb(?:t|ben)?"
        r"|heeft|had(?:den)?|kan|kunnen|moet(?:en)?|mag|mogen|wil(?:t|len)?|gaa?(?:t|n)|ga"
        r"|blij(?:ft|ven)|kom(?:t|en)|maa?k(?:t|en)|vraagt|verzoek(?:t|en)"
        r"|vind(?:t|en)|bestaa?(?:t|n)|geld(?:t|en)|volg(?:t|en)|ligt|liggen|staa?(?:t|n))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:I|we|will|shall|is|are|was|were|has|have|had|can|could|may|must|should|would|do"
        r"|does|did|asks?|asked|requests?|requested|recommend(?:s|ed)?|calls?)\b",
        re.IGNORECASE,
    ),
}
#: Words behind which something must still follow.
_WAITS: Final = re.compile(
    r"\b(?:de|het|een|en|of|om|te|van|voor|met|in|op|aan|bij|door|uit|over|naar|die|dat|als|zoals"
    r"|the|an?|and|or|to|of|for|with|on|at|by|from|that|which|as)$",
    re.IGNORECASE,
)
#: Another clause that begins in what would be left out with a tail.
_CLAUSE: Final = {
    "nl": re.compile(
        r"\b(?:en|maar|of) (?:ook |daarmee )?(?:\w+ )?(?:ik|wij|het kabinet|de regering)\b"
        r"|\b(?:en|maar) (?:is|zijn|wordt|worden|heeft|hebben|we)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:and|but) (?:we|it|they|the|this|these|is|are|has|have)\b", re.IGNORECASE
    ),
}
_FEWEST: Final = 4  # words of a sentence


def shortened(sentence: str, language: str) -> str:
    """Return a sentence without units that it can miss, one after the other while it is long.

    A unit stays whole where it limits, doubts, counts, dates or undertakes something. What is left
    is a sentence; a question stays as it is, since each of its words asks.
    """
    if sentence.rstrip().endswith("?"):
        return sentence
    for cut in (_brackets, _dashes, _said_before, _without_tail):
        # From the end, so that the places of those before it stay.
        for start, end, instead in reversed(list(cut(sentence, language))):
            if len(sentence) > SHORT:
                sentence = sentence[:start] + instead + sentence[end:]
    return sentence


def is_sentence(words: str, language: str) -> bool:
    """Whether words have a verb that can be the one of a main clause, and wait for no more."""
    return (
        len(words.split()) >= _FEWEST
        and _HAS_VERB[language].search(words) is not None
        and _WAITS.search(words) is None
    )


def _brackets(sentence: str, language: str) -> Iterator[tuple[int, int, str]]:
    for match in _BRACKETS[language].finditer(sentence):
        if not must_stay(match.group(), language):
            yield *match.span(), ""


def _dashes(sentence: str, language: str) -> Iterator[tuple[int, int, str]]:
    for match in _WRITES_TOO.finditer(sentence):
        yield *match.span("unit"), ""
    for match in _DASHES[language].finditer(sentence):
        if not must_stay(match["words"], language):
            yield *match.span(), " "


def _said_before(sentence: str, language: str) -> Iterator[tuple[int, int, str]]:
    for match in _SAID_BEFORE[language].finditer(sentence):
        yield *match.span(), ""


def _without_tail(sentence: str, language: str) -> Iterator[tuple[int, int, str]]:
    match = _TAILS[language].search(sentence)
    if match is None:
        return
    head, tail = sentence[: match.start()], match.group()
    if (
        is_sentence(head, language)
        and head.count("(") == head.count(")")
        and not must_stay(tail.partition(" ")[2].partition(" ")[2], language)
        and _CLAUSE[language].search(tail) is None
    ):
        yield *match.span(), "." if tail.endswith(".") else ""
